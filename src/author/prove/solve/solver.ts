import type { Clause, Literal } from './circuit.js'
import { Clauses, literalOf, literalsAt, type Place, type Slot, slotOf } from './clauses.js'
import { Decisions } from './decisions.js'
import { luby } from './luby.js'

/**
 * Looks for a way to make all clauses hold (conflict-driven clause learning: MiniSat, Eén and Sörensson 2003). What it learns
 * follows from the clauses by unit propagation, and is told one by one: the certificate of a “no”.
 */
export class Solver {
  private readonly clauses = new Clauses()
  /** By literal: 1 holds, -1 does not, 0 is open. */
  private value: Int8Array = new Int8Array(128)
  private level: Int32Array = new Int32Array(64)
  /** By variable: the clause for which it had to hold, or not; 0 for none. */
  private reason: Int32Array = new Int32Array(64)
  private readonly trail: Slot[] = []
  private readonly levels: number[] = []
  private looked = 0
  private sound = true
  private variables = 0
  private readonly decisions = new Decisions()
  private marked = new Uint8Array(64)

  constructor(private readonly learned: (clause: Clause) => void = () => {}) {}

  /** Adds a clause; it holds in all that is answered afterwards. */
  add(clause: Clause): void {
    this.undoTo(0)
    const left: Slot[] = []
    let settled = false
    for (const literal of clause) {
      this.know(Math.abs(literal))
      const slot = slotOf(literal)
      if (this.value[slot] === 1) settled = true
      if (this.value[slot] === 0 && !left.includes(slot)) left.push(slot)
    }
    if (settled) return
    if (left.length > 1) this.clauses.add(left)
    else if (left.length === 0) this.sound = false
    else {
      this.assign(left[0] as Slot, 0)
      if (this.propagate() !== 0) this.sound = false
    }
  }

  /** Whether all clauses can hold together with what is assumed; nothing once more than `budget` conflicts were met. */
  solve(assumed: readonly Literal[] = [], budget = Number.POSITIVE_INFINITY): boolean | undefined {
    for (const literal of assumed) this.know(Math.abs(literal))
    const slots = assumed.map(slotOf)
    this.undoTo(0)
    for (let [run, left] = [1, budget]; this.sound; run++) {
      const length = 64 * luby(run)
      const answer = this.search(slots, Math.min(length, left))
      if (answer !== undefined) return answer
      left -= length
      if (left <= 0) return undefined
      this.undoTo(0)
    }
    return false
  }

  /** Whether a variable holds in the way that was found. */
  holds(variable: number): boolean {
    return this.value[2 * variable] === 1
  }

  /** Of every variable: 1 where it holds in the way that was found. */
  values(): Int8Array {
    return this.value.filter((_, slot) => (slot & 1) === 0)
  }

  private search(assumed: readonly Slot[], conflicts: number): boolean | undefined {
    for (let met = 0; ; ) {
      const conflict = this.propagate()
      if (conflict !== 0) {
        if (this.levels.length === 0) {
          this.sound = false
          return false
        }
        this.learn(conflict)
        if (++met >= conflicts) return undefined
        continue
      }
      const next = this.next(assumed)
      if (next === undefined) return assumed.every((slot) => this.value[slot] === 1)
      this.levels.push(this.trail.length)
      if (next !== 0) this.assign(next, 0)
    }
  }

  /** What to try next: what is assumed first, then the liveliest open variable; 0 where an assumption holds already. */
  private next(assumed: readonly Slot[]): Slot | undefined {
    const depth = this.levels.length
    if (depth < assumed.length) {
      const slot = assumed[depth] as Slot
      const value = this.value[slot]
      if (value === -1) return undefined
      return value === 1 ? 0 : slot
    }
    const literal = this.decisions.next((variable) => this.value[2 * variable] === 0)
    return literal && slotOf(literal)
  }

  private assign(slot: Slot, because: Place): void {
    const variable = slot >> 1
    this.value[slot] = 1
    this.value[slot ^ 1] = -1
    this.level[variable] = this.levels.length
    this.reason[variable] = because
    this.trail.push(slot)
  }

  /** Follows what must hold; the clause that then cannot, if there is one. */
  private propagate(): Place {
    while (this.looked < this.trail.length) {
      const conflict = this.deny((this.trail[this.looked++] as Slot) ^ 1)
      if (conflict !== 0) return conflict
    }
    return 0
  }

  /** A literal does not hold: each clause that watches it watches another, or what is left of it must hold. */
  private deny(denied: Slot): Place {
    const { value } = this
    const { row, first } = this.clauses
    // Where it stands which clause comes next; in the row, or before it where it is the first of all.
    let link = -1
    for (let place = first[denied] as Place; place !== 0; ) {
      const start = place + literalsAt
      const side = row[start] === denied ? 0 : 1
      const next = row[place + 1 + side] as Place
      const other = row[start + 1 - side] as Slot
      const another = value[other] === 1 ? 0 : this.another(place)
      if (another === 0) {
        link = place + 1 + side
        if (value[other] === -1) return place
        if (value[other] === 0) this.assign(other, place)
      } else {
        const found = row[another] as Slot
        row[start + side] = found
        row[another] = denied
        row[place + 1 + side] = first[found] as Place
        first[found] = place
        if (link < 0) first[denied] = next
        else row[link] = next
      }
      place = next
    }
    return 0
  }

  /** Where in a clause a literal stands that is not watched and may hold; 0 for nowhere. */
  private another(place: Place): number {
    const { value } = this
    const { row } = this.clauses
    const end = place + literalsAt + (row[place] as number)
    for (let i = place + literalsAt + 2; i < end; i++) if (value[row[i] as Slot] !== -1) return i
    return 0
  }

  /** Learns why it came to this (first unique implication point), and goes back to where that tells something. */
  private learn(conflict: Place): void {
    const { pivot, others } = this.analyse(conflict)
    const clause = [pivot, ...others.filter((slot) => !this.follows(slot))]
    for (const slot of others) this.marked[slot >> 1] = 0
    for (let i = 2; i < clause.length; i++)
      if (this.levelOf(clause[i] as Slot) > this.levelOf(clause[1] as Slot)) {
        const [higher, lower] = [clause[i] as Slot, clause[1] as Slot]
        clause[1] = higher
        clause[i] = lower
      }
    this.learned(clause.map(literalOf))
    this.undoTo(clause.length > 1 ? this.levelOf(clause[1] as Slot) : 0)
    this.assign(pivot, clause.length > 1 ? this.clauses.add(clause) : 0)
    this.decisions.fade()
  }

  private levelOf(slot: Slot): number {
    return this.level[slot >> 1] as number
  }

  private analyse(conflict: Place): { pivot: Slot; others: Slot[] } {
    const { marked, level } = this
    const { row } = this.clauses
    const others: Slot[] = []
    let [open, at, place, pivot] = [0, this.trail.length, conflict, 0]
    do {
      const end = place + literalsAt + (row[place] as number)
      for (let i = place + literalsAt; i < end; i++) {
        const slot = row[i] as Slot
        const variable = slot >> 1
        if (slot === pivot || marked[variable] === 1 || level[variable] === 0) continue
        marked[variable] = 1
        this.decisions.enliven(variable)
        if (level[variable] === this.levels.length) open++
        else others.push(slot)
      }
      do pivot = this.trail[--at] as Slot
      while (marked[pivot >> 1] === 0)
      place = this.reason[pivot >> 1] as Place
      marked[pivot >> 1] = 0
    } while (--open > 0)
    return { pivot: pivot ^ 1, others }
  }

  /** Whether a literal of what is learned follows from the others. */
  private follows(slot: Slot): boolean {
    const place = this.reason[slot >> 1] as Place
    if (place === 0) return false
    const { row } = this.clauses
    const end = place + literalsAt + (row[place] as number)
    for (let i = place + literalsAt; i < end; i++) {
      const one = row[i] as Slot
      if (one !== (slot ^ 1) && this.marked[one >> 1] === 0 && this.levelOf(one) > 0) return false
    }
    return true
  }

  private undoTo(level: number): void {
    const start = this.levels[level]
    if (start === undefined) return
    for (let i = this.trail.length - 1; i >= start; i--) {
      const slot = this.trail[i] as Slot
      this.decisions.free(slot >> 1, (slot & 1) === 0)
      this.value[slot] = 0
      this.value[slot ^ 1] = 0
    }
    this.trail.length = start
    this.levels.length = level
    this.looked = start
  }

  private know(variable: number): void {
    if (variable <= this.variables) return
    this.clauses.know(variable)
    if (variable >= this.level.length) {
      this.value = grown(this.value, new Int8Array(variable * 4))
      this.level = grown(this.level, new Int32Array(variable * 2))
      this.reason = grown(this.reason, new Int32Array(variable * 2))
      this.marked = grown(this.marked, new Uint8Array(variable * 2))
    }
    while (this.variables < variable) this.decisions.add(++this.variables)
  }
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}
