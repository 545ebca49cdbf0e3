import type { Reference } from './certificate.js'
import type { Clause, Literal } from './circuit.js'
import { Clauses, literalOf, type Place, type Slot, slotOf } from './clauses.js'
import { Decisions } from './decisions.js'
import { Following } from './following.js'
import { luby } from './luby.js'
import { Reasons } from './reasons.js'
import { Trail } from './trail.js'

/**
 * Looks for a way to make all clauses hold (conflict-driven clause learning: MiniSat, Eén and Sörensson 2003). What it learns follows
 * from the clauses, and is told one by one, with what shows it: the certificate of a “no”. The clauses that are given are referred to
 * by 1, 2, 3 …, in the order in which they were; what is learned by -1, -2, -3 …
 */
export class Solver {
  /** After a “no”: what shows that what was assumed cannot hold. */
  because: readonly Reference[] = []
  private readonly clauses = new Clauses()
  private readonly trail = new Trail()
  private readonly decisions = new Decisions()
  private readonly reasons = new Reasons(this.clauses, this.trail, (variable) => this.decisions.enliven(variable))
  private readonly following = new Following(this.clauses, this.trail)
  /** Of how much of what holds it was told what shows it. */
  private settled = 0
  private sound = true
  private readonly taken: Slot[] = []
  private variables = 0
  private given = 0
  private told = 0

  constructor(private readonly learned: (clause: Clause, from: readonly Reference[]) => void = () => {}) {}

  /** Adds a clause; it holds in all that is answered afterwards. */
  add(clause: Clause): void {
    this.take(clause, ++this.given)
  }

  /** Keeps that not all of these can hold, which was shown just now. */
  keep(assumed: readonly Literal[]): void {
    const clause = assumed.map((literal) => -literal)
    this.take(clause, this.tell(clause, this.because))
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
    return this.trail.value[2 * variable] === 1
  }

  /** Of every variable: 1 where it holds in the way that was found. */
  values(): Int8Array {
    return this.trail.value.filter((_, slot) => (slot & 1) === 0)
  }

  private take(clause: Clause, number: Reference): void {
    if (!this.sound) return
    this.undoTo(0)
    const slots = this.distinct(clause)
    const { value } = this.trail
    // What is open stands first, and is watched.
    let open = 0
    for (const [i, slot] of slots.entries()) {
      if (value[slot] === 1) return
      if (value[slot] === -1) continue
      slots[i] = slots[open] as Slot
      slots[open++] = slot
    }
    const [first] = slots
    if (first === undefined) this.fail([number])
    else if (slots.length > 1) this.follow(this.clauses.add(slots, number), open, first)
    else if (open === 1) {
      this.reasons.settle(first, number)
      this.follow(0, open, first)
    } else {
      this.settle()
      this.fail([this.reasons.ofSettled(first), number])
    }
  }

  /** Follows what a new clause says where all but one of its literals are settled. */
  private follow(place: Place, open: number, first: Slot): void {
    if (open > 1) return
    if (open === 1) this.trail.hold(first, place)
    const conflict = open === 0 ? place : this.following.propagate()
    if (conflict !== 0) this.refute(conflict)
  }

  /** The literals of a clause, each once; in a row that the next clause takes over. */
  private distinct(clause: Clause): Slot[] {
    const { taken } = this
    taken.length = 0
    for (const literal of clause) {
      this.know(Math.abs(literal))
      const slot = slotOf(literal)
      if (!taken.includes(slot)) taken.push(slot)
    }
    return taken
  }

  private search(assumed: readonly Slot[], conflicts: number): boolean | undefined {
    const { levels } = this.trail
    for (let met = 0; ; ) {
      const conflict = this.following.propagate()
      if (conflict !== 0) {
        if (levels.length === 0) return this.refute(conflict)
        this.learn(conflict)
        if (++met >= conflicts) return undefined
        continue
      }
      if (levels.length === 0) this.settle()
      const next = this.next(assumed)
      if (next === undefined) return this.isAnswered(assumed)
      levels.push(this.trail.length)
      if (next !== 0) this.trail.hold(next, 0)
    }
  }

  /** What to try next: what is assumed first, then the liveliest open variable; 0 where an assumption holds already. */
  private next(assumed: readonly Slot[]): Slot | undefined {
    const { value, levels } = this.trail
    const slot = assumed[levels.length]
    if (slot === undefined) {
      const literal = this.decisions.next((variable) => value[2 * variable] === 0)
      return literal && slotOf(literal)
    }
    if (value[slot] === -1) return undefined
    return value[slot] === 1 ? 0 : slot
  }

  /** Nothing is left to try: all that was assumed holds, or something of it cannot. */
  private isAnswered(assumed: readonly Slot[]): boolean {
    const denied = assumed.find((slot) => this.trail.value[slot] !== 1)
    if (denied !== undefined) this.because = this.reasons.ofDenied(denied)
    return denied === undefined
  }

  /** Learns why it came to this, and goes back to where that tells something. */
  private learn(conflict: Place): void {
    const { clause, from } = this.reasons.ofConflict(conflict)
    const number = this.tell(clause.map(literalOf), from)
    // The latest of the others is watched beside the first.
    for (let i = 2; i < clause.length; i++)
      if (this.trail.levelOf(clause[i] as Slot) > this.trail.levelOf(clause[1] as Slot)) {
        const [higher, lower] = [clause[i] as Slot, clause[1] as Slot]
        clause[1] = higher
        clause[i] = lower
      }
    const [first, second] = clause as [Slot, ...Slot[]]
    this.undoTo(second === undefined ? 0 : this.trail.levelOf(second))
    if (second === undefined) this.reasons.settle(first, number)
    this.trail.hold(first, second === undefined ? 0 : this.clauses.add(clause, number))
    this.decisions.fade()
  }

  /** Tells what shows each literal that holds whatever is tried. */
  private settle(): void {
    const { order, length, reason } = this.trail
    for (; this.settled < length; this.settled++) {
      const slot = order[this.settled] as Slot
      const place = reason[slot >> 1] as Place
      if (place !== 0) this.reasons.settle(slot, this.tell([literalOf(slot)], this.reasons.ofLast(place, slot)))
    }
  }

  /** A clause cannot hold whatever is tried: nothing can. */
  private refute(conflict: Place): false {
    this.settle()
    return this.fail(this.reasons.ofLast(conflict))
  }

  private fail(from: readonly Reference[]): false {
    this.sound = false
    this.because = from
    return false
  }

  private tell(clause: Clause, from: readonly Reference[]): Reference {
    this.learned(clause, from)
    return -++this.told
  }

  private undoTo(level: number): void {
    const { trail } = this
    const start = trail.levels[level]
    if (start === undefined) return
    for (let i = trail.length - 1; i >= start; i--) {
      const slot = trail.order[i] as Slot
      this.decisions.free(slot >> 1, (slot & 1) === 0)
      trail.value[slot] = 0
      trail.value[slot ^ 1] = 0
    }
    trail.length = start
    trail.levels.length = level
    this.following.undoTo(start)
  }

  private know(variable: number): void {
    if (variable <= this.variables) return
    this.clauses.know(variable)
    this.trail.know(variable)
    this.reasons.know(variable)
    while (this.variables < variable) this.decisions.add(++this.variables)
  }
}
