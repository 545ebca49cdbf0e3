import type { Certainty, Urgency } from '../../vocabulary.js'

/** The words of what is told about a proof, and about what differs between two packs. */
export interface ProofWords {
  readonly verdict: Readonly<Record<'holds' | 'fails' | 'empty' | 'not-proved', string>>
  readonly laws: string
  readonly invariants: string
  readonly rulesOf: (day: string) => string
  readonly situation: string
  readonly before: string
  readonly after: string
  readonly other: string
  readonly saidHere: string
  readonly rules: string
  readonly failsToo: string
  readonly notSmallest: string
  readonly notProved: string
  readonly emptyWhy: string
  readonly tested: string
  readonly questions: (count: number) => string
  readonly nothingDiffers: string
  readonly gaveWay: string
  readonly done: string
  readonly certainty: Readonly<Record<Certainty, string>>
  readonly urgency: Readonly<Record<Urgency, string>>
  readonly notFinished: string
  readonly grounds: string
  readonly otherPositions: string
  readonly notInBoth: string
  /** How many actions are advised as before in every situation, and how many move in each way. */
  readonly asBefore: (count: number) => string
  readonly moved: (count: number) => string
  readonly move: Readonly<Record<MoveOfAdvice, string>>
}

/** In which way the advice about an action moves from one pack to another. */
type MoveOfAdvice =
  | 'asked-for'
  | 'forbidden'
  | 'gives-way'
  | 'contested'
  | 'settled'
  | 'unasked'
  | 'freed'
  | 'force'
  | 'done'
  | 'sureness'
  | 'urgency'
