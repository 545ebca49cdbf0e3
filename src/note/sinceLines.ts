import type { SaidOfAction } from '../advise/rankActions.js'
import type { FactChange } from '../consult/changes.js'
import { wording } from '../pack/texts/languages.js'
import { answerText } from '../render/questionSections.js'
import { adviceWords } from '../words/adviceWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { noteWords } from '../words/noteWords.js'
import type { ByAnswers, MovedSince, SinceLastTime } from './sinceLastTime.js'

/** What moved since last time, in lines for a worker: what is known otherwise, what became weaker and by which answer, what else moved. */
export function sinceLines(
  { changes, urgency, moved, weaker, later }: SinceLastTime,
  locale: InterfaceLanguage,
): string[] {
  const { since: w, status, urgency: soon } = noteWords[locale]
  const said = (one: SaidOfAction | null) => (one ? `${status[one.status]} (${soon[one.urgency]})` : w.none)
  const changed = changes.map((one) => changeText(one, locale))
  const reason = ({ by, alone }: ByAnswers) => {
    const answers = by.map((one) => changeText(one, locale)).join('; ')
    return alone ? w.because(answers) : w.together(answers)
  }
  const line = ({ label, from, to }: MovedSince) => `  ${wording(label, locale)}: ${w.isNow(said(from), said(to))}`
  const whole = w.urgency(soon[urgency.from], soon[urgency.to])
  const less = [
    ...(later ? [`  ${whole} – ${reason(later)}`] : []),
    ...weaker.map((one) => `${line(one)} – ${reason(one)}`),
  ]
  return [
    `${w.changed}:`,
    ...(changed.length > 0 ? changed.map((one) => `  ${one}`) : [`  ${w.unchanged}`]),
    ...(urgency.from === urgency.to || later ? [] : [whole]),
    ...(less.length > 0 ? [`${w.weaker}:`, ...less, w.secondEyes] : []),
    `${w.moved}:`,
    ...(moved.length > 0 ? moved.map(line) : [`  ${w.nothingMoved}`]),
  ]
}

function changeText({ label, from, to }: FactChange, locale: InterfaceLanguage): string {
  const { since: w } = noteWords[locale]
  const words = (answer: FactChange['from']) =>
    answer === null ? w.notTold : answerText(answer, { w: adviceWords[locale], say: (text) => wording(text, locale) })
  return `${wording(label, locale)}: ${w.isNow(words(from), words(to))}`
}
