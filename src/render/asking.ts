import type { Answer, Question } from '../ask/witness.js'
import type { Locale } from '../vocabulary.js'
import type { Entry, Section, View } from './view.js'
import type { Words } from './words.js'

/** How many questions are shown at once; a worker answers one at a time. */
export const questionsShown = 6

const changesShown = 3

export function questionSection(view: View): Section {
  const { advice, w, locale } = view
  const line = (mark: string, text: string): Entry => ({ mark, text, notes: [], sources: [] })
  const section = (entries: readonly Entry[]): Section => ({ heading: w.askFirst, tone: 'ask', entries })
  if (advice.questions === null) {
    const depends = advice.actions.some(({ certainty }) => certainty === 'depends')
    return section([...(depends ? [line('!', w.dangerSilence)] : []), line('!', w.notLookedFor)])
  }
  const shown = advice.questions.slice(0, questionsShown)
  const rest = advice.questions.length - shown.length
  const entries = shown.map((question, i) => ({
    ...line(`?${i + 1}`, question.ask[locale]),
    notes: [witnessNote(question, view)],
  }))
  const silence = shown.some(({ danger }) => danger) ? [line('!', w.dangerSilence)] : []
  return section([...silence, ...entries, ...(rest > 0 ? [line('…', w.more(rest))] : [])])
}

/** "if yes: must report; no longer keep confidential" */
function witnessNote({ answers: [first], given, wouldChange }: Question, { w, locale }: View): string {
  const others = given.map(({ label, answer }) => `${w.andIf} ${label[locale]}: ${answerText(answer, w, locale)}`)
  const gained = wouldChange.filter(({ to }) => to !== null)
  const lost = wouldChange.filter(({ to }) => to === null)
  const told = [...gained, ...lost].slice(0, changesShown)
  const what = told.map(({ label, from, to }) => {
    const before = from === null ? '' : ` “${w.status[from]}”`
    return `${to === null ? `${w.noLonger}${before}` : w.status[to]}: ${label[locale]}`
  })
  const rest = wouldChange.length - told.length
  return `${[`${w.ifAnswer} ${answerText(first, w, locale)}`, ...others].join(' ')} → ${[...what, ...(rest > 0 ? [w.more(rest)] : [])].join('; ')}`
}

/** An answer in words. */
export function answerText({ value, so, label }: Answer, w: Words, locale: Locale): string {
  if (typeof value === 'boolean') return value ? w.yes : w.no
  const word = label?.[locale] ?? String(value)
  return so === false ? `${w.not} ${word}` : word
}

export function unansweredSection({ advice, w, locale }: View): Section {
  return {
    heading: w.unanswered,
    tone: 'ask',
    entries: advice.unanswered.map(({ ask }) => ({ mark: '?', text: ask[locale], notes: [], sources: [] })),
  }
}

/** Whether a question's answers differ in what they say of an action. */
export function changes({ wouldChange }: Question, action: string): boolean {
  return wouldChange.some((change) => change.action === action)
}
