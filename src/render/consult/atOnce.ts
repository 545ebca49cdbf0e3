import { type Advice, type AdvisedAction, openUnless } from '../../advise/advice.js'
import { type Alarm, atOnce, type WaitingAction } from '../../consult/atOnce.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { contactLines, contactsWith, handsOf, numbersOf } from '../hands.js'
import { renderingOf } from '../rendering.js'
import { speechIn } from './speech.js'

/** What must be clear before something is done at once: the question that tells, or what would undo it. */
export function waitingWords({ action: { assumptions }, question }: WaitingAction, locale: InterfaceLanguage): string {
  const { render, advice, say } = speechIn(locale)
  if (question) return say(question.ask)
  const undone = [...openUnless(assumptions), ...assumptions.defeaters].map(({ because }) => say(because))
  return undone.length > 0 ? `${render.unless} ${undone.join(`; ${advice.or} `)}` : render.until
}

/** Lines below a title. */
interface TitledLines {
  readonly title: string
  readonly lines: readonly string[]
}

/** What is said aloud between two questions, each part below its title. */
export function alarmLines(
  { now, waiting, gone }: Alarm,
  advice: Advice,
  locale: InterfaceLanguage,
): readonly TitledLines[] {
  const { w, render, say } = speechIn(locale)
  const { mark, says } = render.urgency.immediate
  const actions = now.flatMap((one, i) => [
    `${i + 1}. ${say(one.label)}`,
    ...handsAtOnce(one, advice, locale).map((line) => `   ${line}`),
  ])
  const parts = [
    { title: w.takenBack, lines: gone.map((one) => `✕ ${goneWords(one, advice, locale)}`) },
    { title: w.actNow, lines: actions.length > 0 ? [`${mark}   ${says}`, ...actions] : [] },
    { title: w.onceClear, lines: waiting.map((one) => `? ${say(one.action.label)} – ${waitingWords(one, locale)}`) },
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}

/** What can be said in doing something at once, and whom to call. */
function handsAtOnce(action: AdvisedAction, advice: Advice, locale: InterfaceLanguage): readonly string[] {
  const { hands } = handsOf(action, renderingOf(advice, { locale }, true))
  return hands ? [...hands.says, ...hands.call] : []
}

/** What helps to do something at once where little room is. */
interface InShort {
  readonly numbers: readonly string[]
  readonly call: readonly string[]
  readonly says: readonly string[]
}

/** The same where little room is: by which numbers, whom they reach, and in which words. */
export function inShort(action: AdvisedAction, advice: Advice, locale: InterfaceLanguage): InShort {
  const rendering = renderingOf(advice, { locale }, true)
  const contacts = contactsWith(action, rendering)
  return {
    numbers: numbersOf(contacts, rendering),
    call: contactLines(contacts, rendering, true),
    says: (action.says ?? []).map((words) => `“${rendering.say(words)}”`),
  }
}

/** What was said to be done at once and is not any more, and why, as far as the advice tells. */
function goneWords(gone: AdvisedAction, advice: Advice, locale: InterfaceLanguage): string {
  const { say } = speechIn(locale)
  const why = goneBecause(gone.action, advice, locale)
  return why === undefined ? say(gone.label) : `${say(gone.label)} – ${why}`
}

function goneBecause(action: string, advice: Advice, locale: InterfaceLanguage): string | undefined {
  const { w, render, say } = speechIn(locale)
  const waiting = atOnce(advice).waiting.find((one) => one.action.action === action)
  if (waiting) return w.nowOnlyOnce(waitingWords(waiting, locale))
  const [winner] = advice.setAside.find((one) => one.action === action)?.gaveWayTo ?? []
  if (winner) {
    const because = advice.rules[winner.rule]?.because
    if (because) return `${render.because} ${say(because)}`
    const principle = advice.principles[winner.principle]?.label
    return `${w.givesWay} ${principle ? say(principle) : winner.principle}`
  }
  const still = advice.actions.find((one) => one.action === action)
  return still && w.nowSaid(`${render.status[still.status]}, ${w.soon[still.urgency]}`)
}
