import type { FactClass } from '../../vocabulary.js'

/** Why a statement of a coding is not taken up. */
export const refusalReasons = ['no-fact', 'no-value', 'no-quotation', 'too-short', 'not-in-story'] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Why a person is to confirm what a coding says. */
export const confirmReasons = ['sign-of-danger', 'no-danger', 'calms', 'judged', 'doubtful', 'contradicted'] as const
export type ConfirmReason = (typeof confirmReasons)[number]

/** The wording of a coding sheet and of what a reading says, in one language. */
export interface ReadWords {
  /** What a coder is told. */
  readonly instructions: string
  readonly class: Readonly<Record<FactClass, string>>
  readonly values: string
  readonly refused: Readonly<Record<RefusalReason, string>>
  readonly confirm: Readonly<Record<ConfirmReason, string>>
  /** Words by which a sentence supposes, tells what others say, or denies; with a stroke between them. */
  readonly supposing: string
  readonly others: string
  /** By what a sentence speaks to whoever codes the story. */
  readonly addressing: string
  readonly denying: string
  /** By what the label of a value says that something was refused or is missing, though it denies nothing. */
  readonly refusing: string
  /** Words that join one clause to another. */
  readonly joining: string
  /** The numbers from nought to nineteen, and what makes a greater one of them. */
  readonly numbers: string
  readonly tens: string
}
