import type { Place, Slot } from './clauses.js'

/** What holds so far, in the order in which it came to hold, and because of which clause. */
export class Trail {
  /** By literal: 1 holds, -1 does not, 0 is open. */
  value: Int8Array = new Int8Array(128)
  /** By variable: how many things had been tried when it came to hold, or not to. */
  level: Int32Array = new Int32Array(64)
  /** By variable: the clause for which it had to; 0 for none. */
  reason: Int32Array = new Int32Array(64)
  /** By variable: where it stands in the order. */
  at: Int32Array = new Int32Array(64)
  order: Int32Array = new Int32Array(64)
  /** How many literals hold. */
  length = 0
  /** Where in the order each thing that was tried stands. */
  readonly levels: number[] = []

  hold(slot: Slot, because: Place): void {
    const variable = slot >> 1
    this.value[slot] = 1
    this.value[slot ^ 1] = -1
    this.level[variable] = this.levels.length
    this.reason[variable] = because
    this.at[variable] = this.length
    this.order[this.length++] = slot
  }

  levelOf(slot: Slot): number {
    return this.level[slot >> 1] as number
  }

  /** Makes room for variables up to this. */
  know(variable: number): void {
    if (variable < this.level.length) return
    const size = variable * 2
    this.value = grown(this.value, new Int8Array(size * 2))
    this.level = grown(this.level, new Int32Array(size))
    this.reason = grown(this.reason, new Int32Array(size))
    this.at = grown(this.at, new Int32Array(size))
    this.order = grown(this.order, new Int32Array(size))
  }
}

/** A longer row with the same in it. */
export function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}
