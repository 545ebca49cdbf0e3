import type { AdvisedAction } from '../../advise/advice.js'
import type { Question } from '../../ask/question.js'
import type { Status, StepAnswer } from '../../vocabulary.js'
import { dutiesAtOnce, stepAnswer } from '../steps/stepAnswer.js'
import { type Indicator, indicatorOf, more } from './card.js'
import { bearingOn, type CardSource, isConditional, isDangerOpen, towards } from './cardSource.js'
import type { Objection } from './objections.js'

/** The card about a planned step before it is worded. */
export interface StepDraft {
  readonly kind: 'step'
  /** What is answered of it, by the table by which an agent is answered. */
  readonly answer: StepAnswer
  readonly indicator: Indicator
  readonly action: AdvisedAction | undefined
  readonly against: readonly Objection[]
  /** Whether a person is to be asked now, since neither to hold the step nor to go on is safe. */
  readonly askPerson: boolean
  /** What is not known and decides it: what was found to change it, else what is open about the danger. */
  readonly deciding: readonly Question[]
}

/** What a card says of a planned step: what the rules say of it, or what speaks against it where they ask for nothing. */
export function stepDraft(step: string, against: readonly Objection[], advice: CardSource): StepDraft {
  const action = advice.actions.find((one) => one.action === step)
  const { answer } = stepAnswer({
    action,
    against,
    before: [],
    atOnce: dutiesAtOnce(step, advice),
    deciding: bearingOn(step, advice),
    dangerOpen: isDangerOpen(advice),
    lawNotCovered: false,
  })
  const askPerson = against.length === 0 && undecided.includes(answer) && wantsPerson(action, advice)
  return {
    kind: 'step',
    answer,
    action,
    against,
    askPerson,
    deciding: askPerson ? openAbout(step, advice) : [],
    indicator: more(pressing(action, against), askPerson ? indicatorOf[advice.urgency] : 'info'),
  }
}

/** The answers by which a step is neither let go nor refused. */
const undecided: readonly StepAnswer[] = ['first', 'missing', 'person']

/** How much the planned step presses, by what the rules say of it. */
const stepIndicator = {
  must: 'info',
  should: 'info',
  may: 'info',
  contested: 'warning',
  'should-not': 'warning',
  'must-not': 'critical',
} as const satisfies Record<Status, Indicator>

/** The same of one on which the rules are silent, too, which is no permission. */
function pressing(action: AdvisedAction | undefined, against: readonly Objection[]): Indicator {
  if (!action) return against.some(forbids) ? 'critical' : 'warning'
  return more(stepIndicator[action.status], action.certainty === 'depends' ? 'warning' : 'info')
}

/** Whether a step cannot be taken without leaving undone what must be done. */
function forbids({ advised }: Objection): boolean {
  return advised !== undefined && ['must', 'must-not'].includes(advised.status) && !isConditional(advised)
}

/**
 * Whether neither to hold a step nor to go on is safe: nothing decides it while someone is in danger or may be; or it hangs on
 * what is open while something must be done at once.
 */
function wantsPerson(action: AdvisedAction | undefined, advice: CardSource): boolean {
  const atOnce = advice.urgency === 'immediate'
  if (!action || action.status === 'contested') return atOnce || isDangerOpen(advice)
  return atOnce && isConditional(action) && towards.includes(action.status)
}

/** The questions that were found to change a step, those about danger first as all are; where none was, those about danger. */
function openAbout(step: string, advice: CardSource): readonly Question[] {
  const bearing = bearingOn(step, advice)
  return bearing.length > 0 ? bearing : (advice.questions ?? []).filter(({ danger }) => danger)
}
