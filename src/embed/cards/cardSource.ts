import type { Advice, AdvisedAction } from '../../advise/advice.js'
import type { Question } from '../../ask/question.js'
import type { Status } from '../../vocabulary.js'

/** What of an advice cards are made of; an alert budget needs no more to count them. */
export type CardSource = Pick<Advice, 'actions' | 'danger' | 'dilemmas' | 'urgency'> & {
  readonly questions: Advice['questions'] | null
}

/** The statuses that say to do something, or that one may. */
export const towards: readonly Status[] = ['must', 'should', 'may']

/** Whether an action depends on a danger not known, so that it must not be told as settled; to find that out does not. */
export function isConditional({ certainty, assumptions }: AdvisedAction): boolean {
  return certainty === 'depends' && assumptions.findsOut.length === 0
}

/** Whether a question about danger is open. */
export function asksDanger(questions: CardSource['questions']): boolean {
  return questions?.some(({ danger }) => danger) === true
}

/** Whether a sign of danger is stated, and not all about it is known. */
export function isDangerOpen({ danger, actions, questions }: CardSource): boolean {
  return danger && (asksDanger(questions) || actions.some(({ certainty }) => certainty === 'depends'))
}

/** The questions that were found to change a step, those about danger first as all are. */
export function bearingOn(step: string, { questions }: CardSource): readonly Question[] {
  return (questions ?? []).filter(({ wouldChange }) => wouldChange.some(({ action }) => action === step))
}
