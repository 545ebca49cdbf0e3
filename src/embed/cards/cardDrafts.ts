import type { Advice, AdvisedAction, Dilemma } from '../../advise/advice.js'
import type { Question } from '../../ask/question.js'
import { type Status, type Urgency, urgencies } from '../../vocabulary.js'
import { type Indicator, indicatorOf, indicators } from './card.js'
import type { Objection } from './objections.js'

/** The sorts of cards: about the step that was planned, what to do, where nothing decides, what to ask first. */
export const cardKinds = ['step', 'act', 'undecided', 'ask'] as const
export type CardKind = (typeof cardKinds)[number]

/** What of an advice cards are made of; an alert budget needs no more to count them. */
export type CardSource = Pick<Advice, 'actions' | 'dilemmas' | 'urgency'> & {
  readonly questions: Advice['questions'] | null
}

interface PlanOptions {
  /** The step that the worker is about to take: one of the actions of the pack. */
  readonly step?: string | undefined
  /** What speaks against it, where the advice says nothing of it. */
  readonly against?: readonly Objection[] | undefined
  /** What is less urgent than this is left out (`routine`: nothing is). */
  readonly least?: Urgency | undefined
}

/** A card before it is worded. */
export type CardPlan = { readonly indicator: Indicator } & (
  | { readonly kind: 'step'; readonly action: AdvisedAction | undefined; readonly against: readonly Objection[] }
  | { readonly kind: 'act'; readonly urgency: Urgency; readonly actions: readonly AdvisedAction[] }
  | { readonly kind: 'undecided'; readonly dilemma: Dilemma }
  | { readonly kind: 'ask'; readonly questions: readonly Question[] }
)

/** Which cards an advice makes: the planned step first, then what is most urgent. Standing duties make none: they would drown the rest. */
export function cardPlans(
  advice: CardSource,
  { step, against = [], least = 'routine' }: PlanOptions,
): readonly CardPlan[] {
  const others = advice.actions.filter((one) => !one.standing && one.within === undefined && one.action !== step)
  const acts = actPlans(others, least)
  return [
    ...(step === undefined
      ? []
      : [
          stepPlan(
            advice.actions.find(({ action }) => action === step),
            against,
          ),
        ]),
    ...acts,
    ...undecidedPlans(advice),
    ...askPlans(advice, acts.length > 0),
  ]
}

/** How much the planned step presses, by what the rules say of it; where they are silent it is held, too. */
const stepIndicator = {
  must: 'info',
  should: 'info',
  may: 'info',
  contested: 'warning',
  'should-not': 'warning',
  'must-not': 'critical',
} as const satisfies Record<Status, Indicator>

function stepPlan(action: AdvisedAction | undefined, against: readonly Objection[]): CardPlan {
  if (!action) return { kind: 'step', action, against, indicator: against.some(forbids) ? 'critical' : 'warning' }
  const unsure = action.certainty === 'depends' ? 'warning' : 'info'
  return { kind: 'step', action, against: [], indicator: more(stepIndicator[action.status], unsure) }
}

/** Whether a step cannot be taken without leaving undone what must be done. */
function forbids({ advised }: Objection): boolean {
  return advised !== undefined && ['must', 'must-not'].includes(advised.status) && !isConditional(advised)
}

/** A card an urgency, where something must or should be done, or not; what may be done is told on it, and makes none. */
function actPlans(actions: readonly AdvisedAction[], least: Urgency): readonly CardPlan[] {
  return urgencies.slice(0, urgencies.indexOf(least) + 1).flatMap((urgency): CardPlan[] => {
    const told = actions.filter((one) => one.urgency === urgency && one.status !== 'contested')
    if (told.every(({ status }) => status === 'may')) return []
    return [{ kind: 'act', urgency, actions: told, indicator: indicatorOf[urgency] }]
  })
}

/** Whether an action depends on a danger not known, so that it must not be told as settled; to find that out does not. */
export function isConditional({ certainty, assumptions }: AdvisedAction): boolean {
  return certainty === 'depends' && assumptions.findsOut.length === 0
}

function undecidedPlans({ dilemmas, urgency }: CardSource): readonly CardPlan[] {
  return dilemmas.map((dilemma) => ({ kind: 'undecided', dilemma, indicator: more('warning', indicatorOf[urgency]) }))
}

/** What to ask, where a danger is open, or nothing else is said. */
function askPlans({ questions }: CardSource, otherwiseAdvised: boolean): readonly CardPlan[] {
  const danger = questions?.some((one) => one.danger) === true
  if (!questions || questions.length === 0 || (otherwiseAdvised && !danger)) return []
  return [{ kind: 'ask', questions, indicator: danger ? 'warning' : 'info' }]
}

function more(one: Indicator, other: Indicator): Indicator {
  return indicators.indexOf(one) > indicators.indexOf(other) ? one : other
}
