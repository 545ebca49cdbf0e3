import type { Advice, AdvisedAction, PublishedPosition, UnaskedAdvice } from '../advise/advice.js'
import { grouped } from '../pack/grouped.js'
import { type Force, forces, type Text } from '../vocabulary.js'
import type { AdviceWords } from '../words/shapes/advice.js'
import type { RenderWords } from '../words/shapes/render.js'
import { citation, citations } from './citation.js'
import type { Rendering } from './rendering.js'
import type { Entry, Section } from './section.js'

/** An advice, and how its texts and words read in one language. */
interface Telling {
  readonly advice: Advice | UnaskedAdvice
  readonly w: AdviceWords & Pick<RenderWords, 'status' | 'because'>
  readonly say: (text: Text) => string
}

/** Where published positions differ: what each would ask for, why and by which sources, and what they agree on. */
export function dividedSection(rendering: Rendering): Section {
  const { advice, w, say } = rendering
  const pairs = advice.actions.flatMap((action) => (action.divided ?? []).map((position) => ({ action, position })))
  const positions = grouped(pairs, ({ position }) => `${position.rule} ${position.position}`)
  const entries = [...positions.values()].map((some): Entry => {
    const [{ position }] = some as [(typeof some)[number]]
    const actions = some.map(({ action }) => action)
    return {
      mark: '≠',
      text: actions.map(({ label }) => say(label)).join(' · '),
      notes: positionNotes(position, actions, rendering),
      sources: [],
    }
  })
  return { heading: w.dividedHeading, tone: 'plain', entries }
}

/** Both positions on some actions, each with its reason and its sources, and what they agree on. */
export function positionNotes(
  position: PublishedPosition,
  actions: readonly AdvisedAction[],
  telling: Telling,
): readonly string[] {
  const { advice, w, say } = telling
  const { rule, because, agreed } = position
  const own = actions.flatMap(({ label, because: reasons }) =>
    reasons.filter((reason) => reason.rule === rule).map(({ force }) => ({ label, force })),
  )
  const reason = advice.rules[rule]?.because
  return [
    positionText(w.onePosition, own, reason, citations([rule], telling), telling),
    positionText(w.otherPosition, position.asks, because, positionSources(position, telling), telling),
    `${w.bothAgree} ${say(agreed)}`,
  ]
}

interface Asked {
  readonly label: Text
  readonly force: Force
}

function positionText(
  whose: string,
  asks: readonly Asked[],
  because: Text | undefined,
  sources: readonly string[],
  { w, say }: Telling,
): string {
  const byForce = grouped(asks, ({ force }) => force)
  const asked = forces.flatMap((force) => {
    const labels = (byForce.get(force) ?? []).map(({ label }) => say(label))
    return labels.length === 0 ? [] : [`${w.status[force]}: ${labels.join(' · ')}`]
  })
  const reason = because === undefined ? [] : [`${w.because} ${say(because)}`]
  const cited = sources.length === 0 ? '' : ` (${sources.join(' · ')})`
  return `${whose} – ${[...asked, ...reason].join('; ')}${cited}`
}

/** The sources of a position; the law of elsewhere in one piece, for comparison. */
function positionSources({ sources, elsewhere = [] }: PublishedPosition, telling: Telling): readonly string[] {
  const cited = (names: readonly string[]) => names.flatMap((name) => citation(name, telling) ?? [])
  const compared = cited(elsewhere)
  return [...cited(sources), ...(compared.length > 0 ? [`${telling.w.forComparison}: ${compared.join(', ')}`] : [])]
}

/** What the profession is divided on, apart from what is owed in nearly every situation. */
export function dividedOn({ advice, say }: Pick<Telling, 'advice' | 'say'>): string {
  const divided = advice.actions.filter((one) => one.divided !== undefined && !one.standing)
  return divided.map(({ label }) => `“${say(label)}”`).join(' · ')
}
