import type { FactChange } from '../consult/changes.js'
import { wording } from '../pack/texts/languages.js'
import { answerText } from '../render/questionSections.js'
import { adviceWords } from '../words/adviceWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { noteWords } from '../words/noteWords.js'
import type { Said, SinceLastTime } from './sinceLastTime.js'

/** What moved since last time, in lines for a worker: what is known otherwise, what became weaker and by which answer, what else moved. */
export function sinceLines({ changes, urgency, moved, weaker }: SinceLastTime, locale: InterfaceLanguage): string[] {
  const { since: w, status, urgency: soon } = noteWords[locale]
  const said = (one: Said | null) => (one ? `${status[one.status]} (${soon[one.urgency]})` : w.none)
  const changed = changes.map((one) => changeText(one, locale))
  const less = weaker.map(({ label, from, to, by, alone }) => {
    const answers = by.map((one) => changeText(one, locale)).join('; ')
    const reason = alone ? w.because(answers) : w.together(answers)
    return `  ${wording(label, locale)}: ${w.isNow(said(from), said(to))} – ${reason}`
  })
  const others = moved.map(({ label, from, to }) => {
    const [before, after] = [from, to].map((one) => (one === null ? w.none : status[one])) as [string, string]
    return `  ${wording(label, locale)}: ${w.isNow(before, after)}`
  })
  return [
    `${w.changed}:`,
    ...(changed.length > 0 ? changed.map((line) => `  ${line}`) : [`  ${w.unchanged}`]),
    ...(urgency.from === urgency.to ? [] : [w.urgency(soon[urgency.from], soon[urgency.to])]),
    ...(less.length > 0 ? [`${w.weaker}:`, ...less, w.secondEyes] : []),
    `${w.moved}:`,
    ...(others.length > 0 ? others : [`  ${w.nothingMoved}`]),
  ]
}

function changeText({ label, from, to }: FactChange, locale: InterfaceLanguage): string {
  const { since: w } = noteWords[locale]
  const words = (answer: FactChange['from']) =>
    answer === null ? w.notTold : answerText(answer, { w: adviceWords[locale], say: (text) => wording(text, locale) })
  return `${wording(label, locale)}: ${w.isNow(words(from), words(to))}`
}
