import type { Reference } from './certificate.js'
import type { Literal } from './circuit.js'

/*
 * Clauses in one row of numbers: of each its size, the next clause that watches its first literal, the next that watches its second,
 * by what number it is referred to, and then its literals.
 */

/** A literal as the solver knows it: 2n where the variable n holds, 2n + 1 where it does not. */
export type Slot = number

/** A clause, by its place in the row; 0 for none. */
export type Place = number

export function slotOf(literal: Literal): Slot {
  return literal > 0 ? 2 * literal : 1 - 2 * literal
}

export function literalOf(slot: Slot): Literal {
  return slot & 1 ? -(slot >> 1) : slot >> 1
}

/** Where the number and the first literal of a clause stand, from where the clause does. */
export const numberAt = 3
export const literalsAt = 4

/** Clauses, each watched by two of its literals. */
export class Clauses {
  row = new Int32Array(1024)
  /** By literal: the first clause that watches it. */
  first = new Int32Array(128)
  private end = 1

  /** Adds a clause of two literals at least, watched by the first two; where it stands. */
  add(literals: readonly Slot[], number: Reference): Place {
    const place = this.end
    this.end += literalsAt + literals.length
    if (this.end > this.row.length) this.row = longer(this.row, this.end)
    const { row, first } = this
    row[place] = literals.length
    row[place + numberAt] = number
    for (let i = 0; i < literals.length; i++) row[place + literalsAt + i] = literals[i] as Slot
    for (let i = 0; i < 2; i++) {
      const watched = literals[i] as Slot
      row[place + 1 + i] = first[watched] as number
      first[watched] = place
    }
    return place
  }

  /** Makes room for the literals of variables up to this. */
  know(variable: number): void {
    if (2 * variable + 1 >= this.first.length) this.first = longer(this.first, 2 * variable + 2)
  }
}

function longer(row: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(least, 2 * row.length))
  grown.set(row)
  return grown
}
