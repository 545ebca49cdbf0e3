import type { AdvisedAction, Dilemma } from '../../advise/advice.js'
import type { Question } from '../../ask/question.js'
import { type Urgency, urgencies } from '../../vocabulary.js'
import { type Indicator, indicatorOf, more } from './card.js'
import { asksDanger, type CardSource } from './cardSource.js'
import type { Objection } from './objections.js'
import { type StepDraft, stepDraft } from './stepDraft.js'

/** The sorts of cards: about the step that was planned, what to do, where nothing decides, what to ask first. */
export const cardKinds = ['step', 'act', 'undecided', 'ask'] as const
export type CardKind = (typeof cardKinds)[number]

interface DraftOptions {
  /** The step that the worker is about to take: one of the actions of the pack. */
  readonly step?: string | undefined
  /** What speaks against it, where the advice says nothing of it. */
  readonly against?: readonly Objection[] | undefined
  /** What is less urgent than this is left out (`routine`: nothing is). */
  readonly least?: Urgency | undefined
}

/** A card before it is worded. */
export type CardDraft = { readonly indicator: Indicator } & (
  | StepDraft
  | { readonly kind: 'act'; readonly urgency: Urgency; readonly actions: readonly AdvisedAction[] }
  | { readonly kind: 'undecided'; readonly dilemma: Dilemma }
  | { readonly kind: 'ask'; readonly questions: readonly Question[] }
)

export type DraftOf<Kind extends CardKind> = Extract<CardDraft, { readonly kind: Kind }>

/** Which cards an advice makes: the planned step first, then what is most urgent. Standing duties make none: they would drown the rest. */
export function cardDrafts(
  advice: CardSource,
  { step, against = [], least = 'routine' }: DraftOptions,
): readonly CardDraft[] {
  const others = advice.actions.filter((one) => !one.standing && one.within === undefined && one.action !== step)
  const acts = actDrafts(others, least)
  return [
    ...(step === undefined ? [] : [stepDraft(step, against, advice)]),
    ...acts,
    ...undecidedDrafts(advice),
    ...askDrafts(advice, acts.length > 0),
  ]
}

/** A card an urgency, where something must or should be done, or not; what may be done is told on it, and makes none. */
function actDrafts(actions: readonly AdvisedAction[], least: Urgency): readonly CardDraft[] {
  return urgencies.slice(0, urgencies.indexOf(least) + 1).flatMap((urgency): CardDraft[] => {
    const told = actions.filter((one) => one.urgency === urgency && one.status !== 'contested')
    if (told.every(({ status }) => status === 'may')) return []
    return [{ kind: 'act', urgency, actions: told, indicator: indicatorOf[urgency] }]
  })
}

function undecidedDrafts({ dilemmas, urgency }: CardSource): readonly CardDraft[] {
  return dilemmas.map((dilemma) => ({ kind: 'undecided', dilemma, indicator: more('warning', indicatorOf[urgency]) }))
}

/** What to ask, where a danger is open, or nothing else is said. */
function askDrafts({ questions }: CardSource, otherwiseAdvised: boolean): readonly CardDraft[] {
  const danger = asksDanger(questions)
  if (!questions || questions.length === 0 || (otherwiseAdvised && !danger)) return []
  return [{ kind: 'ask', questions, indicator: danger ? 'warning' : 'info' }]
}
