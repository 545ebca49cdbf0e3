import { type AdvisedAction, openUnless, type Reason } from '../advise/advice.js'
import type { Status } from '../vocabulary.js'
import { inSentence } from '../words/inSentence.js'
import { handsOf } from './hands.js'
import { changes, questionsShown } from './questionSections.js'
import { becauseNote, lawNotes, reasonSources } from './reasons.js'
import { principle, type Rendering } from './rendering.js'
import type { Entry, Section, StepList } from './section.js'

/** The actions of one status; what is owed always, folded, a part of another, or a side of a dilemma, is told elsewhere. */
export function actionSection(status: Status, rendering: Rendering): Section {
  const { advice, w } = rendering
  const own = advice.actions.filter(
    (one) => one.status === status && !one.standing && one.within === undefined && !one.folded,
  )
  const actions = status === 'contested' ? own.filter(({ action }) => !isInDilemma(action, rendering)) : own
  return {
    heading: w.status[status],
    tone: status,
    entries: actions.map((action, i) => actionEntry(action, markOf(status, i), rendering)),
  }
}

/** What can be told after the rest, where there is much to do: each in one line with its parts, and why. */
export function foldedSection(rendering: Rendering): Section {
  const { advice, w } = rendering
  const entries = advice.actions.flatMap((action): Entry[] => {
    if (!action.folded) return []
    const { text, notes, ...entry } = actionEntry(action, '+', rendering)
    const parts = partsNotes(action, rendering)
    const force = action.status === 'should' ? '' : `${w.status[action.status]}: `
    const whole = [`${force}${text}`, ...parts].join('; ')
    return [{ ...entry, text: whole, notes: notes.filter((note) => !parts.includes(note)) }]
  })
  return { heading: w.folded, tone: 'plain', folded: true, entries }
}

function actionEntry(action: AdvisedAction, mark: string, rendering: Rendering): Entry {
  const { say, steps } = rendering
  return {
    action: action.action,
    mark,
    text: say(action.label),
    edge: principle((action.because[0] as Reason).principle, rendering),
    notes: [
      becauseNote(action.because, rendering),
      ...lawNotes(action, rendering),
      ...certaintyNotes(action, rendering),
      ...dividedNote(action, rendering),
      ...partsNotes(action, rendering),
    ],
    ...handsOf(action, rendering),
    sources: reasonSources(action.because, rendering),
    ...(steps && { steps: stepLists(action, rendering) }),
  }
}

/** How an action is done, and then each of the parts that are told within it. */
function stepLists(whole: AdvisedAction, rendering: Rendering): StepList[] {
  const { say } = rendering
  return [whole, ...partsOf(whole, rendering)].flatMap(({ label, steps }, i) =>
    steps ? [{ ...(i > 0 && { of: say(label) }), steps: steps.map(say) }] : [],
  )
}

/** What is told within an action: its parts, each with its force and what it rests on. */
function partsNotes(whole: AdvisedAction, rendering: Rendering): string[] {
  const { w, say } = rendering
  const noted = certaintyNotes(whole, rendering)
  const parts = partsOf(whole, rendering).map((part) => {
    const force = part.status === 'must' ? [] : [inSentence(w.status[part.status])]
    const own = certaintyNotes(part, rendering).filter((note) => !noted.includes(note))
    const notes = [...force, ...own, ...dividedNote(part, rendering)]
    return notes.length === 0 ? say(part.label) : `${say(part.label)} (${notes.join('; ')})`
  })
  return parts.length === 0 ? [] : [`${w.withIt}: ${parts.join(' · ')}`]
}

/** That published positions differ on it; both are told together. */
function dividedNote({ divided }: AdvisedAction, { w }: Rendering): readonly string[] {
  return divided === undefined ? [] : [w.divided]
}

function partsOf(whole: AdvisedAction, { advice }: Rendering): readonly AdvisedAction[] {
  return advice.actions.filter(({ within }) => within === whole.action)
}

/** Whether it stands among the sides of a dilemma and is told there. */
function isInDilemma(action: string, { advice }: Rendering): boolean {
  const sides = advice.dilemmas.flatMap((dilemma) => dilemma.sides)
  return sides.some(({ actions }) => actions.some((one) => one.action === action))
}

function markOf(status: Status, place: number): string {
  if (status === 'must-not') return '✕'
  return status === 'must' ? `${place + 1}.` : '•'
}

/** What an advice that is not firm rests on, with the questions that would tell. */
function certaintyNotes(action: AdvisedAction, rendering: Rendering): string[] {
  const { w, say } = rendering
  if (action.certainty === 'firm') return []
  const { assumptions } = action
  const unless = openUnless(assumptions)
  const asked = askedOf(action.action, rendering)
  const see = asked.length > 0 ? ` (${w.see} ${asked.join(', ')})` : ''
  if (unless.length > 0) {
    const reasons = unless.map(({ because }) => say(because))
    return [`${w.unless} ${reasons.join(`; ${w.or} `)}${see}`]
  }
  if (assumptions.findsOut.length > 0) return [`${w.until}${see}`]
  return see === '' ? [] : [see.trim()]
}

/** The numbers of the questions that are shown and could change an action. */
function askedOf(action: string, { advice }: Rendering): readonly string[] {
  const shown = (advice.questions ?? []).slice(0, questionsShown)
  return shown.flatMap((question, i) => (changes(question, action) ? [`?${i + 1}`] : []))
}
