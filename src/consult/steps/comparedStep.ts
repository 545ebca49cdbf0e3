import type { Advice, Ground, NamedAction, Reason } from '../../advise/advice.js'
import type { Answer, Asked, Change } from '../../ask/question.js'
import type { Status } from '../../vocabulary.js'
import type { Label } from '../../weigh/weigh.js'

/**
 * One reason for a step or against it: what it says of which action, and whether it stands. Of an action of which no rule says
 * anything here, it may be one that speaks against it wherever a rule speaks of it.
 */
export interface StepReason extends Reason, NamedAction {
  readonly stands: Label
}

/** A question on which a step hangs, with what its first answer would say of it. */
export interface StepQuestion extends Pick<Asked, 'fact' | 'ask' | 'danger'> {
  readonly answer: Answer
  readonly changes: readonly Change[]
}

/** One step as it stands beside the others. */
export interface ComparedStep {
  /** What is done; nothing where one waits. */
  readonly actions: readonly (NamedAction & { readonly status: Status | null })[]
  /** What the rules together say of it: of a plan the worst that is said against a part, else the most that is said for one. */
  readonly says: Status | null
  /** Whether no rule speaks of it, which is no permission. */
  readonly unspoken: boolean
  readonly for: readonly StepReason[]
  readonly against: readonly StepReason[]
  /** The actions of a plan that exclude each other. */
  readonly apart: readonly (readonly [NamedAction, NamedAction])[]
  /** What would still be owed to the duties that it leaves unmet. */
  readonly owed: readonly NamedAction[]
  /** What must be done before it. */
  readonly first: readonly NamedAction[]
  readonly hangsOn: readonly StepQuestion[]
  /** The actions of which the frameworks would not all say the same, by the name of each. */
  readonly parts: readonly (NamedAction & { readonly by: Readonly<Record<string, Status | null>> })[]
  /** Whether the rules put it no lower than the one before. */
  readonly level: boolean
}

/** Steps side by side, in the order in which the rules put them, with what is cited. */
export interface StepComparison extends Pick<Advice, 'on' | 'jurisdiction' | 'sources'> {
  readonly steps: readonly ComparedStep[]
  readonly rules: Readonly<Record<string, Pick<Ground, 'sources' | 'elsewhere'>>>
  readonly principles: Readonly<Record<string, Pick<Advice['principles'][string], 'label'>>>
  readonly frameworks: Readonly<Record<string, NamedAction['label']>>
}
