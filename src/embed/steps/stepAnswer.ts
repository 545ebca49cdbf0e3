import type { AdvisedAction } from '../../advise/advice.js'
import type { Asked } from '../../ask/question.js'
import type { StepAnswer, StepGround } from '../../vocabulary.js'
import { type CardSource, isConditional, towards } from '../cards/cardSource.js'
import type { Objection } from '../cards/objections.js'

/** What is known of a step that somebody is about to take: all that an answer rests on. */
export interface StepView {
  /** What the rules together say of it; nothing where none speaks of it. */
  readonly action: AdvisedAction | undefined
  /** What speaks against it where the advice says nothing of it. */
  readonly against: readonly Objection[]
  /** What must be done before it, and what must be done at once while this can wait. */
  readonly before: readonly AdvisedAction[]
  readonly atOnce: readonly AdvisedAction[]
  /** The facts not known on which it hangs, the decisive first. */
  readonly deciding: readonly Asked[]
  readonly dangerOpen: boolean
  /** Whether the pack knows next to no law of the country. */
  readonly lawNotCovered: boolean
}

/** An answer and why it is given. */
export interface Answered {
  readonly answer: StepAnswer
  readonly ground: StepGround
}

/**
 * The answer to a step: the first row that holds. A step is let go by a rule that asks for it or permits it whatever is still
 * to be learned, and by nothing else: what no rule speaks of is a person's matter.
 */
export function stepAnswer(view: StepView): Answered {
  const { action, against, before, atOnce, deciding, dangerOpen, lawNotCovered } = view
  const { status, certainty } = action ?? {}
  const settled = action !== undefined && !isConditional(action)
  const wanted = status !== undefined && towards.includes(status)
  const firm = wanted && certainty === 'firm'
  const rows: readonly [holds: boolean, answer: StepAnswer, ground: StepGround][] = [
    [settled && status === 'must-not', 'do-not', 'forbidden'],
    [settled && status === 'should-not', 'do-not', 'advised-against'],
    [against.some(isSettled), 'do-not', 'objection'],
    [before.length > 0, 'first', 'comes-before'],
    [wanted && atOnce.length > 0, 'first', 'at-once'],
    [!firm && deciding.length > 0, 'missing', 'open'],
    [lawNotCovered, 'person', 'law-not-covered'],
    [status === 'contested', 'person', 'contested'],
    [certainty === 'depends', 'person', 'depends'],
    [certainty === 'presumed', 'person', 'presumed'],
    [action === undefined && dangerOpen, 'person', 'danger-open'],
    [against.some(({ by }) => by === 'exception'), 'person', 'exception'],
    [firm && status !== 'may', 'go', 'asked-for'],
    [firm && status === 'may', 'go', 'permitted'],
  ]
  const [, answer, ground] = rows.find(([holds]) => holds) ?? [true, 'person', 'silent']
  return { answer, ground } as Answered
}

/** What speaks against a step and hangs on no danger that is open; that a duty does not arise forbids nothing. */
function isSettled({ by, advised }: Objection): boolean {
  return by !== 'exception' && !(advised && isConditional(advised))
}

/** What must be done before a step, by what the pack says of actions; of what hangs on an open danger nothing is said yet. */
export function dutiesBefore(step: string, { actions }: CardSource, comesBefore: ReadonlySet<string>) {
  return actions.filter(
    (one) => one.action !== step && one.status === 'must' && comesBefore.has(one.action) && !isConditional(one),
  )
}

/** What must be done at once, beside a step that can wait; a duty that is owed always can be done at any time. */
export function dutiesAtOnce(step: string, { actions }: CardSource): readonly AdvisedAction[] {
  const action = actions.find((one) => one.action === step)
  if (!action || action.urgency === 'immediate' || action.standing) return []
  return actions.filter(
    (one) =>
      one.status === 'must' &&
      one.urgency === 'immediate' &&
      !one.standing &&
      one.within === undefined &&
      one.action !== action.within &&
      !isConditional(one),
  )
}
