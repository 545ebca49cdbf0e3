import type { Verification } from '../../vocabulary.js'

/** The words of an advice that every room says alike: in a rendering, a consultation, an exercise and a card. */
export interface AdviceWords {
  readonly yes: string
  readonly no: string
  readonly not: string
  readonly and: string
  readonly or: string
  readonly undecided: string
  /** Of an action or a situation. */
  readonly unspoken: string
  /** How far a source was verified that was not read itself. */
  readonly unverified: Readonly<Record<Exclude<Verification, 'primary'>, string>>
}
