import type { Advice, AdvisedAction } from '../advise/advice.js'
import type { Question } from '../ask/question.js'

/** What must be done at once: without more ado, and only once something is clear. */
export interface AtOnce {
  readonly now: readonly AdvisedAction[]
  readonly waiting: readonly WaitingAction[]
}

/** What must be done at once unless an open danger undoes it, with the question that tells; without one where none is left to ask. */
export interface WaitingAction {
  readonly action: AdvisedAction
  readonly question?: Question
}

/** What is to be said anew about what must be done at once, after what was said before. */
export interface Alarm extends AtOnce {
  /** What was said to be done at once and is not any more. */
  readonly gone: readonly AdvisedAction[]
}

/**
 * What must be done at once. What an open danger could undo is no order: it waits for its question, save where doing it is how
 * the danger is found out, or is right whatever the answer turns out to be.
 */
export function atOnce({ urgency, actions, questions }: Advice): AtOnce {
  if (urgency !== 'immediate') return { now: [], waiting: [] }
  const musts = actions.filter(
    ({ status, urgency: soon, standing }) => status === 'must' && soon === 'immediate' && !standing,
  )
  const held = new Set(musts.filter(waits).map(({ action }) => action))
  // What is right whatever is open is told by itself while the whole of which it is a part still waits.
  const pressing = musts.filter((one) => one.within === undefined || (held.has(one.within) && !waits(one)))
  return {
    now: pressing.filter((one) => !waits(one)),
    waiting: pressing.filter(waits).map((action) => {
      const about = questions.filter(({ wouldChange }) => wouldChange.some((one) => one.action === action.action))
      const question = about.find(({ danger }) => danger) ?? about[0]
      return { action, ...(question && { question }) }
    }),
  }
}

function waits({ certainty, assumptions, neverWaits }: AdvisedAction): boolean {
  return certainty === 'depends' && assumptions.findsOut.length === 0 && !neverWaits
}

/** What of it was not said before, and what was said and holds no more; that is told once, also where it waits from now on. */
export function alarm(before: AtOnce, after: AtOnce): Alarm {
  const [saidBefore, saidNow] = [namesOf(before.now), namesOf(after.now)]
  const waiting = new Map(before.waiting.map((one) => [one.action.action, one.question?.fact ?? '']))
  return {
    now: after.now.filter(({ action }) => !saidBefore.has(action)),
    waiting: after.waiting.filter(
      ({ action: { action }, question }) => !saidBefore.has(action) && waiting.get(action) !== (question?.fact ?? ''),
    ),
    gone: before.now.filter(({ action }) => !saidNow.has(action)),
  }
}

function namesOf(actions: readonly AdvisedAction[]): ReadonlySet<string> {
  return new Set(actions.map(({ action }) => action))
}
