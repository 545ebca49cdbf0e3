import type { StepGround } from '../../vocabulary.js'

/** What a sentence about a step names: the step, what comes first, and what is to be asked. */
export interface StepNames {
  readonly step: string
  readonly first: string
  readonly ask: string
}

/** The one sentence that a person reads of a step, by why it is answered so, in one language. */
export type StepWords = Readonly<Record<StepGround, (names: StepNames) => string>>
