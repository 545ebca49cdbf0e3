import type { Known } from '../../../decide/compiledPack.js'
import type { Facts } from '../../../pack/fact.js'
import { type Cell, cellsIn, type FactCells } from './cells.js'
import { KeptAnswers, notFound } from './keptAnswers.js'
import { Keys } from './keys.js'
import { closed, type Lookup } from './lookups.js'

/**
 * Answers to what is looked up, for one situation after the other. What is told of it adds up to a key for each lookup that it
 * bears on, and to none that it does not; under the key stands what was found the last time. The arrays are the same for every
 * situation.
 */
export class Tables {
  /** What each lookup answers to what was told. */
  readonly answers: Uint8Array
  private readonly untold: Uint8Array
  private readonly untoldNumbers: Uint16Array
  private readonly numbers: Uint16Array
  private readonly told: number[] = []
  private readonly keyOf: Float64Array
  /** The lookups that have a key, and how many they are. */
  private readonly touched: Int32Array
  private count = 0
  private readonly kept: KeptAnswers
  private readonly keys: Keys

  constructor(
    private readonly lookups: readonly Lookup[],
    facts: readonly FactCells[],
    declared: Facts,
    nothingKnown: Known,
  ) {
    const cells: readonly Cell[] = cellsIn(facts)
    this.keys = new Keys(lookups, facts, declared, nothingKnown)
    this.kept = new KeptAnswers(lookups.length)
    this.untold = Uint8Array.from(lookups, ({ found }) => found(nothingKnown))
    this.answers = this.untold.slice()
    this.untoldNumbers = Uint16Array.from(cells, ({ untold }) => untold)
    this.numbers = this.untoldNumbers.slice()
    this.keyOf = new Float64Array(lookups.length)
    this.touched = new Int32Array(lookups.length)
  }

  /** Forgets what was told. */
  clear(): void {
    for (let i = 0; i < this.count; i++) {
      const lookup = this.touched[i] as number
      this.keyOf[lookup] = 0
      this.answers[lookup] = this.untold[lookup] as number
    }
    for (const cell of this.told) this.numbers[cell] = this.untoldNumbers[cell] as number
    this.count = 0
    this.told.length = 0
  }

  tell(cell: number, number: number): void {
    if (this.numbers[cell] === number) return
    this.numbers[cell] = number
    this.told.push(cell)
    const { at, by, alone } = this.keys.moved(cell, number)
    const { keyOf, touched, answers } = this
    for (let i = 0; i < at.length; i++) {
      const lookup = at[i] as number
      const key = keyOf[lookup] as number
      if (key === 0) touched[this.count++] = lookup
      keyOf[lookup] = key + (by[i] as number)
      answers[lookup] = key === 0 ? (alone[i] as number) : notFound
    }
  }

  /** The answer of one lookup to what was told so far. */
  look(lookup: number, known: Known): number {
    const answer = this.answers[lookup] as number
    if (answer !== notFound) return answer
    const key = this.keyOf[lookup] as number
    if (key === Number.POSITIVE_INFINITY) return closed
    const before = this.kept.at(lookup, key)
    if (before !== notFound) return before
    const found = (this.lookups[lookup] as Lookup).found(known)
    this.kept.keep(lookup, key, found)
    return found
  }

  /** Answers all on which bears what was told. */
  lookAll(known: Known): void {
    const { answers, touched } = this
    for (let i = 0; i < this.count; i++) {
      const lookup = touched[i] as number
      if (answers[lookup] === notFound) answers[lookup] = this.look(lookup, known)
    }
  }
}
