import type { AdvisedAction, NamedAction, Reason } from '../../advise/advice.js'
import type { Force, Text } from '../../vocabulary.js'
import { adviceWords } from '../../words/adviceWords.js'
import { discussionWords } from '../../words/discussionWords.js'
import { disputed } from '../disputed.js'
import { type Lesson, rulesOf, sourcesOf } from '../lesson.js'
import { askingApart, principleWithReason } from '../phrasing.js'
import { worded } from '../worded.js'

/** A position that can be taken in a case, with the best case for it and what is still owed to the other one. */
export interface Stance {
  readonly id: 'a' | 'b'
  readonly says: Text
  /** Its reasons, each with its sources; none where the rules give none. */
  readonly because: readonly Text[]
  readonly owed: readonly Text[]
}

type Draft = Omit<Stance, 'id'>

/** The two positions of a case: the sides of a dilemma, published positions that differ, or what is asked for and what gave way to it. */
export function stancesOf<S>(lesson: Lesson<S>): readonly [Stance, Stance] | undefined {
  const found = dilemmaSides(lesson) ?? publishedPositions(lesson) ?? dutyAndOther(lesson)
  if (found === undefined) return undefined
  const [a, b] = found
  return [
    { id: 'a', ...a },
    { id: 'b', ...b },
  ]
}

function dilemmaSides<S>(lesson: Lesson<S>): readonly [Draft, Draft] | undefined {
  const [one, other] = lesson.advice.dilemmas[0]?.sides ?? []
  if (one === undefined || other === undefined) return undefined
  return [
    { says: actionsInWords(one.actions), because: reasonsOf(one.because, lesson), owed: labels(other.owed) },
    { says: actionsInWords(other.actions), because: reasonsOf(other.because, lesson), owed: labels(one.owed) },
  ]
}

function publishedPositions<S>(lesson: Lesson<S>): readonly [Draft, Draft] | undefined {
  const { advice } = lesson
  const [first] = disputed({ ...advice, actions: advice.actions.filter(({ standing }) => !standing) })
  if (first === undefined) return undefined
  const { action, position } = first
  const own = action.because.filter(({ rule }) => rule === position.rule)
  const [says, otherSays] = askingApart(
    own.map(({ force }) => ({ ...action, force })),
    position.asks,
  )
  return [
    { says, because: reasonsOf(own, lesson), owed: [] },
    { says: otherSays, because: [cited(position.because, position.sources, lesson)], owed: [] },
  ]
}

/** What is asked for first, against what gave way to it; where nothing did, against leaving it. */
function dutyAndOther<S>(lesson: Lesson<S>): readonly [Draft, Draft] | undefined {
  const { actions, setAside } = lesson.advice
  const [aside] = setAside
  const first = (wanted: (action: AdvisedAction) => boolean) => actions.find((one) => asksFor(one) && wanted(one))
  const prevails = first(({ action }) => aside?.gaveWayTo.some((one) => one.action === action) ?? false)
  const duty = prevails ?? first(({ standing }) => !standing)
  if (duty === undefined) return undefined
  const says = actionsInWords([{ ...duty, force: duty.status as Force }])
  const because = reasonsOf(duty.because, lesson)
  if (aside === undefined || prevails === undefined)
    return [
      { says, because, owed: [] },
      { says: worded((_, say, language) => discussionWords[language].leave(say(says))), because: [], owed: [] },
    ]
  return [
    { says, because, owed: labels(aside.owed.filter(({ action }) => action !== duty.action)) },
    { says: actionsInWords([aside]), because: reasonsOf(aside.because, lesson), owed: [] },
  ]
}

function asksFor({ status }: AdvisedAction): boolean {
  return status !== 'contested' && status !== 'may'
}

/** “Tell a service that can protect; not: promise secrecy” */
function actionsInWords(actions: readonly (NamedAction & { readonly force: Force })[]): Text {
  return worded((_, say, language) =>
    actions
      .map(({ label, force }) => (force.endsWith('-not') ? discussionWords[language].not(say(label)) : say(label)))
      .join('; '),
  )
}

const mostReasons = 3

function reasonsOf<S>(reasons: readonly Reason[], lesson: Lesson<S>): readonly Text[] {
  return reasons.slice(0, mostReasons).map((reason) => {
    const sources = sourcesOf({ rules: rulesOf([reason], lesson) }, lesson)
    return cited(principleWithReason(reason.principle, reason.because, lesson.pack), sources, lesson)
  })
}

/** A reason with where it comes from; a source that was not read itself says so. */
function cited<S>(reason: Text, names: readonly string[], { pack }: Lesson<S>): Text {
  const sources = names.flatMap((name) => pack.sources.get(name) ?? [])
  if (sources.length === 0) return reason
  return worded((_, say, language) => {
    const { unverified } = adviceWords[language]
    const cites = sources.map(({ cite, verified }) =>
      verified === 'primary' ? say(cite) : `${say(cite)}, ${unverified[verified]}`,
    )
    return `${say(reason)} (${cites.join(' · ')})`
  })
}

function labels(actions: readonly NamedAction[]): readonly Text[] {
  return actions.map(({ label }) => label)
}
