import type { Answer, Question } from '../ask/question.js'
import type { AdviceWords } from '../words/shapes/advice.js'
import type { Rendering } from './rendering.js'
import type { Entry, Section } from './section.js'

/** How many questions are shown at once; a worker answers one at a time. */
export const questionsShown = 6

const changesShown = 3

/** What to ask first, each question with what its answer would change. */
export function questionSection(rendering: Rendering): Section {
  return { heading: rendering.w.askFirst, tone: 'ask', entries: questionEntries(rendering) }
}

function questionEntries(rendering: Rendering): readonly Entry[] {
  const { advice, w, say } = rendering
  if (advice.questions === null) {
    const depends = advice.actions.some(({ certainty }) => certainty === 'depends')
    return [...(depends ? [line('!', w.dangerSilence)] : []), line('!', w.notLookedFor)]
  }
  const shown = advice.questions.slice(0, questionsShown)
  const rest = advice.questions.length - shown.length
  const asked = shown.map((question, i) => ({
    ...line(`?${i + 1}`, say(question.ask)),
    notes: [witnessNote(question, rendering)],
  }))
  return [
    ...(shown.some(({ danger }) => danger) ? [line('!', w.dangerSilence)] : []),
    ...asked,
    ...(rest > 0 ? [line('…', w.more(rest))] : []),
  ]
}

function line(mark: string, text: string): Entry {
  return { mark, text, notes: [], sources: [] }
}

/** "if yes: must report; no longer keep confidential" */
function witnessNote({ answers: [first], given, wouldChange, urgency }: Question, rendering: Rendering): string {
  const { w, say } = rendering
  const others = given.map(({ label, answer }) => `${w.and} ${say(label)}: ${answerText(answer, rendering)}`)
  const condition = [`${w.ifAnswer} ${answerText(first, rendering)}`, ...others].join(' ')
  const gained = wouldChange.filter(({ to }) => to !== null)
  const lost = wouldChange.filter(({ to }) => to === null)
  const changes = [...gained, ...lost].slice(0, changesShown).map((change) => changeText(change, rendering))
  const rest = wouldChange.length - changes.length
  const sooner = wouldChange.length === 0 ? [w.urgency[urgency.to].mark] : []
  return `${condition} → ${[...changes, ...sooner, ...(rest > 0 ? [w.more(rest)] : [])].join('; ')}`
}

function changeText({ label, from, to }: Question['wouldChange'][number], { w, say }: Rendering): string {
  if (to !== null) return `${w.status[to]}: ${say(label)}`
  const before = from === null ? '' : ` “${w.status[from]}”`
  return `${w.noLonger}${before}: ${say(label)}`
}

/** What is needed to put an answer into words. */
interface AnswerWords extends Pick<Rendering, 'say'> {
  readonly w: AdviceWords
}

/** An answer in words. */
export function answerText({ value, so, label }: Answer, { w, say }: AnswerWords): string {
  if (typeof value === 'boolean') return value ? w.yes : w.no
  const word = label === undefined ? String(value) : say(label)
  return so === false ? `${w.not} ${word}` : word
}

/** What was asked and is still not known. */
export function unansweredSection({ advice, w, say }: Rendering): Section {
  return {
    heading: w.unanswered,
    tone: 'ask',
    entries: advice.unanswered.map(({ ask }) => line('?', say(ask))),
  }
}

/** What is done already, each with what comes next. */
export function doneSection({ advice, w, say }: Rendering): Section {
  return {
    heading: w.done,
    tone: 'plain',
    entries: (advice.done ?? []).map(({ label, next }) => ({ ...line('✓', say(label)), notes: [say(next)] })),
  }
}

/** Whether a question's answers differ in what they say of an action. */
export function changes({ wouldChange }: Question, action: string): boolean {
  return wouldChange.some((change) => change.action === action)
}
