import type { Reference } from './certificate.js'
import { type Clauses, literalsAt, numberAt, type Place, type Slot } from './clauses.js'
import { grown, type Trail } from './trail.js'

/** What is learned from a conflict: a clause, its first literal the one that then must hold, and what shows it. */
interface Learned {
  readonly clause: Slot[]
  readonly from: readonly Reference[]
}

/** How far back it is looked whether a literal follows from others. */
const mostDepth = 200

/** What was found of a variable: that it stands in the clause, that it follows from what does, or that it does not. */
const [inClause, follows, followsNot] = [1, 2, 3]

/** Finds out why something came to be so, and which clauses show it, in the order in which each tells something. */
export class Reasons {
  private found = new Uint8Array(64)
  private readonly touched: number[] = []
  /** By variable: the clause that says, of itself, that it holds or does not. */
  private unit = new Int32Array(64)
  private readonly units: Reference[] = []
  private readonly following: number[] = []

  constructor(
    private readonly clauses: Clauses,
    private readonly trail: Trail,
    private readonly met: (variable: number) => void,
  ) {}

  know(variable: number): void {
    if (variable < this.found.length) return
    this.found = grown(this.found, new Uint8Array(variable * 2))
    this.unit = grown(this.unit, new Int32Array(variable * 2))
  }

  /** Keeps which clause says of a literal, of itself, that it holds. */
  settle(slot: Slot, by: Reference): void {
    this.unit[slot >> 1] = by
  }

  /** The clause that says of a variable, of itself, that it holds or does not. */
  ofSettled(slot: Slot): Reference {
    return this.unit[slot >> 1] as Reference
  }

  /** What shows that one literal of a clause must hold, or that it cannot hold at all, where all else in it is settled. */
  ofLast(place: Place, last?: Slot): readonly Reference[] {
    const { row } = this.clauses
    const literals = row.subarray(place + literalsAt, place + literalsAt + (row[place] as number))
    const others = Array.from(literals).filter((slot) => slot !== last)
    return [...others.map((slot) => this.ofSettled(slot)), this.numberOf(place)]
  }

  /** What follows from a conflict (first unique implication point), without what follows from the rest of it. */
  ofConflict(conflict: Place): Learned {
    const { trail, found } = this
    const { row } = this.clauses
    const others: Slot[] = []
    const resolved: Reference[] = []
    const depth = trail.levels.length
    let [open, at, place, pivot] = [0, trail.length, conflict, 0]
    do {
      resolved.push(this.numberOf(place))
      const end = place + literalsAt + (row[place] as number)
      for (let i = place + literalsAt; i < end; i++) {
        const slot = row[i] as Slot
        if (slot === pivot || !this.isNew(slot)) continue
        this.met(slot >> 1)
        if (trail.levelOf(slot) === depth) open++
        else others.push(slot)
      }
      do pivot = trail.order[--at] as Slot
      while (found[pivot >> 1] === 0)
      place = trail.reason[pivot >> 1] as Place
    } while (--open > 0)
    const kept = others.filter((slot) => !this.isFollowing(slot >> 1, 0))
    return { clause: [pivot ^ 1, ...kept], from: this.told(resolved) }
  }

  /** What shows that a literal does not hold where all does that was tried. */
  ofDenied(slot: Slot): readonly Reference[] {
    const { trail, found } = this
    const { row } = this.clauses
    const resolved: Reference[] = []
    const start = trail.levels[0] ?? trail.length
    this.isNew(slot)
    for (let at = trail.length - 1; at >= start; at--) {
      const variable = (trail.order[at] as Slot) >> 1
      const place = trail.reason[variable] as Place
      if (found[variable] === 0 || place === 0) continue
      resolved.push(this.numberOf(place))
      const end = place + literalsAt + (row[place] as number)
      for (let i = place + literalsAt; i < end; i++) this.isNew(row[i] as Slot)
    }
    return this.told(resolved)
  }

  /** Whether a literal is met for the first time; of one that is settled, what says so is kept instead. */
  private isNew(slot: Slot): boolean {
    const variable = slot >> 1
    if (this.found[variable] !== 0) return false
    this.found[variable] = inClause
    this.touched.push(variable)
    if (this.trail.level[variable] !== 0) return true
    this.units.push(this.ofSettled(slot))
    return false
  }

  /** Whether a variable follows from those in the clause. */
  private isFollowing(variable: number, depth: number): boolean {
    const place = this.trail.reason[variable] as Place
    if (place === 0 || depth > mostDepth) return false
    const { row } = this.clauses
    const end = place + literalsAt + (row[place] as number)
    for (let i = place + literalsAt; i < end; i++) {
      const slot = row[i] as Slot
      const other = slot >> 1
      const found = this.found[other] as number
      if (other === variable || found === inClause || found === follows) continue
      if (this.trail.level[other] === 0) this.isNew(slot)
      else if (found === followsNot || !this.isFollowing(other, depth + 1)) return this.note(variable, followsNot)
    }
    this.following.push(variable)
    return this.note(variable, follows)
  }

  /** Keeps what was found of a variable; one that stands in the clause goes on standing there for those that follow from it. */
  private note(variable: number, found: number): boolean {
    if (this.found[variable] === 0) this.touched.push(variable)
    if (this.found[variable] !== inClause) this.found[variable] = found
    return found === follows
  }

  /** What was met, in the order in which each tells something: what is settled, what follows, and then the conflict from its start. */
  private told(resolved: Reference[]): readonly Reference[] {
    const { at, reason } = this.trail
    const inOrder = this.following.sort((one, other) => (at[one] as number) - (at[other] as number))
    const from = [
      ...this.units,
      ...inOrder.map((variable) => this.numberOf(reason[variable] as Place)),
      ...resolved.reverse(),
    ]
    for (const variable of this.touched) this.found[variable] = 0
    this.touched.length = 0
    this.units.length = 0
    this.following.length = 0
    return from
  }

  private numberOf(place: Place): Reference {
    return this.clauses.row[place + numberAt] as Reference
  }
}
