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
  /** Countries by names short enough to stand beside a citation; any other is called as it is in the pack. */
  readonly countries: Readonly<Record<string, string>>
  /** Above what published positions differ on; of an action on which they do; before each position, and before what both agree on. */
  readonly dividedHeading: string
  readonly divided: string
  readonly onePosition: string
  readonly otherPosition: string
  readonly bothAgree: string
  /** Before law that is in force elsewhere only. */
  readonly forComparison: string
  readonly inForceFrom: (day: string) => string
  readonly inForceUntil: (day: string) => string
  /** How far a source was verified that was not read itself. */
  readonly unverified: Readonly<Record<Exclude<Verification, 'primary'>, string>>
}
