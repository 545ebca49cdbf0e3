import type { TurningPoint, TurningPoints } from '../../consult/turningPoints.js'
import type { FirstAction } from '../../consult/whatIf.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { answerWords, firstWords } from './answers.js'
import { speechIn } from './speech.js'

/** What would change the advice, a line each, and how far was looked. */
export function turningLines(
  { first, single, pairs, searched }: TurningPoints,
  locale: InterfaceLanguage,
): readonly string[] {
  const { w } = speechIn(locale)
  const lines = [...single, ...pairs].map((point) => `• ${turningPointWords(point, first, locale)}`)
  const { facts, answers, pairsAmong } = searched
  return [
    ...(lines.length > 0 ? [w.turningHint, ...lines] : [w.turningNone]),
    w.searched(facts, answers, pairsAmong.length),
  ]
}

/** The facts that would have to be otherwise, and how what comes first, or how soon, would then differ from now. */
export function turningPointWords(
  { changes, first, urgency }: TurningPoint,
  now: readonly FirstAction[],
  locale: InterfaceLanguage,
): string {
  const { w, advice } = speechIn(locale)
  const facts = changes.map((change) => changeWords(change, locale)).join(` ${advice.and} `)
  const soon = urgency.from === urgency.to ? [] : [w.soon[urgency.to]]
  return `${facts} → ${[...soon, ...firstDiffers(now, first, locale)].join('; ')}`
}

/** “gravity of the danger: minor or moderate” */
function changeWords({ label, to }: TurningPoint['changes'][number], locale: InterfaceLanguage): string {
  const { advice, say } = speechIn(locale)
  return `${say(label)}: ${to.map((answer) => answerWords(answer, locale)).join(` ${advice.or} `)}`
}

/** What joins the first recommendations and what leaves them; where none of them stays, what takes their place. */
function firstDiffers(
  now: readonly FirstAction[],
  then: readonly FirstAction[],
  locale: InterfaceLanguage,
): readonly string[] {
  const { w, say } = speechIn(locale)
  const [joining, leaving] = [without(then, now), without(now, then)]
  if (joining.length === then.length && then.length > 0) return [`${w.wouldBe}: ${firstWords(then, locale)}`]
  const left = leaving.map(({ label }) => say(label)).join(' · ')
  return [
    ...(joining.length > 0 ? [`${w.joinsFirst}: ${firstWords(joining, locale)}`] : []),
    ...(leaving.length > 0 ? [`${w.leavesFirst}: ${left}`] : []),
  ]
}

function without(actions: readonly FirstAction[], others: readonly FirstAction[]): readonly FirstAction[] {
  return actions.filter((one) => !others.some((other) => isSame(one, other)))
}

function isSame(one: FirstAction, other: FirstAction): boolean {
  return one.action === other.action && one.status === other.status && one.urgency === other.urgency
}
