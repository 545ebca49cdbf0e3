import type { Answer, Change } from '../../ask/question.js'
import type { Effect } from '../../consult/interview.js'
import type { FirstAction } from '../../consult/whatIf.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { answerText } from '../questionSections.js'
import { speechIn } from './speech.js'

/** An answer in words; what is not known says so. */
export function answerWords(answer: Answer | null, locale: InterfaceLanguage): string {
  const { w, advice, say } = speechIn(locale)
  return answer === null ? w.open : answerText(answer, { w: advice, say })
}

/** “yes”: you must report; no longer keep it confidential. */
export function effectWords({ answer, changes }: Effect, locale: InterfaceLanguage): string {
  const { w } = speechIn(locale)
  const effects = changes.length === 0 ? [w.noEffect] : changesWords(changes, locale)
  return `${answerWords(answer, locale)} → ${effects.join('; ')}`
}

/** What would be said of each action, with what is said of it now. */
export function changesWords(changes: readonly Change[], locale: InterfaceLanguage): readonly string[] {
  const { w, render, say } = speechIn(locale)
  return changes.map(({ label, from, to }) => {
    const before = from === null ? undefined : `“${render.status[from]}”`
    if (to === null) return `${render.noLonger}${before ? ` ${before}` : ''}: ${say(label)}`
    return `${render.status[to]}: ${say(label)}${before ? ` (${w.instead(before)})` : ''}`
  })
}

/** The first recommendations in one line. */
export function firstWords(first: readonly FirstAction[], locale: InterfaceLanguage): string {
  const { render, say } = speechIn(locale)
  const [one] = first
  if (one === undefined) return '–'
  return `${render.status[one.status]}: ${first.map(({ label }) => say(label)).join(' · ')}`
}
