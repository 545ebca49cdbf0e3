import type { Clause, Literal } from './circuit.js'
import { Decisions } from './decisions.js'
import { luby } from './luby.js'

interface Held {
  readonly literals: Literal[]
}

/**
 * Looks for a way to make all clauses hold (conflict-driven clause learning: MiniSat, Eén and Sörensson 2003). What it learns
 * follows from the clauses by unit propagation, and is told one by one: the certificate of a “no”.
 */
export class Solver {
  /** By literal: the clauses that look at its denial. */
  private watching: Held[][] = [[], []]
  /** By variable: 1 holds, -1 does not, 0 is open. */
  private value: Int8Array = new Int8Array(64)
  private level: Int32Array = new Int32Array(64)
  private reason: (Held | undefined)[] = [undefined]
  private readonly trail: Literal[] = []
  private readonly levels: number[] = []
  private looked = 0
  private sound = true
  private variables = 0
  private readonly decisions = new Decisions()
  private marked = new Uint8Array(64)

  constructor(private readonly learned: (clause: Clause) => void = () => {}) {}

  /** Adds a clause, which is the solver's own from then on; it holds in all that is answered afterwards. */
  add(clause: Literal[]): void {
    this.undoTo(0)
    for (const literal of clause) this.know(Math.abs(literal))
    const twice = (literal: Literal) => clause.indexOf(literal) !== clause.lastIndexOf(literal)
    const reducible = clause.some((literal) => this.truth(literal) !== 0 || twice(literal))
    if (reducible || clause.length < 2) this.addReduced(clause)
    else this.watch({ literals: clause })
  }

  /** Adds what is left of a clause once what is settled, or stands twice, is left out. */
  private addReduced(clause: Clause): void {
    if (clause.some((literal) => this.truth(literal) === 1)) return
    const literals = [...new Set(clause)].filter((literal) => this.truth(literal) !== -1)
    if (literals.length === 0) this.sound = false
    else if (literals.length === 1) this.sound = this.assign(literals[0] as Literal) && !this.propagate() && this.sound
    else this.watch({ literals })
  }

  /** Whether all clauses can hold together with what is assumed; nothing once more than `budget` conflicts were met. */
  solve(assumed: readonly Literal[] = [], budget = Number.POSITIVE_INFINITY): boolean | undefined {
    for (const literal of assumed) this.know(Math.abs(literal))
    this.undoTo(0)
    for (let [run, left] = [1, budget]; this.sound; run++) {
      const length = 64 * luby(run)
      const answer = this.search(assumed, Math.min(length, left))
      if (answer !== undefined) return answer
      left -= length
      if (left <= 0) return undefined
      this.undoTo(0)
    }
    return false
  }

  /** Whether a variable holds in the way that was found. */
  holds(variable: number): boolean {
    return this.value[variable] === 1
  }

  /** Of every variable: 1 where it holds in the way that was found. */
  values(): Int8Array {
    return this.value.slice()
  }

  private search(assumed: readonly Literal[], conflicts: number): boolean | undefined {
    for (let met = 0; ; ) {
      const conflict = this.propagate()
      if (conflict) {
        if (this.levels.length === 0) {
          this.sound = false
          return false
        }
        this.learn(conflict)
        if (++met >= conflicts) return undefined
        continue
      }
      const next = this.next(assumed)
      if (next === undefined) return assumed.every((literal) => this.truth(literal) === 1)
      this.levels.push(this.trail.length)
      if (next !== 0) this.assign(next)
    }
  }

  /** What to try next: what is assumed first, then the liveliest open variable; 0 where an assumption holds already. */
  private next(assumed: readonly Literal[]): Literal | undefined {
    const depth = this.levels.length
    if (depth < assumed.length) {
      const literal = assumed[depth] as Literal
      const truth = this.truth(literal)
      if (truth === -1) return undefined
      return truth === 1 ? 0 : literal
    }
    return this.decisions.next((variable) => this.value[variable] === 0)
  }

  private truth(literal: Literal): number {
    const value = this.value[Math.abs(literal)] as number
    return literal > 0 ? value : -value
  }

  private assign(literal: Literal, because?: Held): boolean {
    const truth = this.truth(literal)
    if (truth !== 0) return truth === 1
    const variable = Math.abs(literal)
    this.value[variable] = literal > 0 ? 1 : -1
    this.level[variable] = this.levels.length
    this.reason[variable] = because
    this.trail.push(literal)
    return true
  }

  /** Follows what must hold; the clause that then cannot, if there is one. */
  private propagate(): Held | undefined {
    while (this.looked < this.trail.length) {
      const literal = this.trail[this.looked++] as Literal
      const clauses = this.watching[slot(-literal)] as Held[]
      let kept = 0
      for (let i = 0; i < clauses.length; i++) {
        const clause = clauses[i] as Held
        const moved = this.look(clause, -literal)
        if (moved) continue
        clauses[kept++] = clause
        if (!this.assign(clause.literals[0] as Literal, clause)) {
          while (++i < clauses.length) clauses[kept++] = clauses[i] as Held
          clauses.length = kept
          return clause
        }
      }
      clauses.length = kept
    }
    return undefined
  }

  /** Looks at another literal of the clause where one is not denied; whether it did. The one left over comes first. */
  private look(clause: Held, denied: Literal): boolean {
    const { literals } = clause
    const { value } = this
    if (literals[0] === denied) {
      literals[0] = literals[1] as Literal
      literals[1] = denied
    }
    if (this.truth(literals[0] as Literal) === 1) return false
    for (let i = 2; i < literals.length; i++) {
      const other = literals[i] as Literal
      if ((other > 0 ? value[other] : -(value[-other] as number)) === -1) continue
      literals[1] = other
      literals[i] = denied
      this.watching[slot(other)]?.push(clause)
      return true
    }
    return false
  }

  /** Learns why it came to this (first unique implication point), and goes back to where that tells something. */
  private learn(conflict: Held): void {
    const { pivot, others } = this.analyse(conflict)
    const needed = others.filter((literal) => !this.follows(literal))
    for (const literal of others) this.marked[Math.abs(literal)] = 0
    const back = needed.reduce((most, literal) => Math.max(most, this.level[Math.abs(literal)] as number), 0)
    const clause = [pivot, ...needed.sort((a, b) => this.levelOf(b) - this.levelOf(a))]
    this.learned([...clause])
    this.undoTo(back)
    const held = clause.length > 1 ? { literals: clause } : undefined
    if (held) this.watch(held)
    this.assign(pivot, held)
    this.decisions.fade()
  }

  private levelOf(literal: Literal): number {
    return this.level[Math.abs(literal)] as number
  }

  private analyse(conflict: Held): { pivot: Literal; others: Literal[] } {
    const others: Literal[] = []
    let [open, at, clause]: [number, number, Held | undefined] = [0, this.trail.length, conflict]
    let pivot: Literal = 0
    do {
      for (const literal of clause?.literals ?? []) {
        const variable = Math.abs(literal)
        if (literal === pivot || this.marked[variable] === 1 || this.level[variable] === 0) continue
        this.marked[variable] = 1
        this.decisions.enliven(variable)
        if (this.level[variable] === this.levels.length) open++
        else others.push(literal)
      }
      do pivot = this.trail[--at] as Literal
      while (this.marked[Math.abs(pivot)] === 0)
      clause = this.reason[Math.abs(pivot)]
      this.marked[Math.abs(pivot)] = 0
    } while (--open > 0)
    return { pivot: -pivot, others }
  }

  /** Whether a literal of what is learned follows from the others. */
  private follows(literal: Literal): boolean {
    const why = this.reason[Math.abs(literal)]
    return (
      why?.literals.every((one) => one === -literal || this.marked[Math.abs(one)] === 1 || this.levelOf(one) === 0) ??
      false
    )
  }

  private undoTo(level: number): void {
    const start = this.levels[level]
    if (start === undefined) return
    for (let i = this.trail.length - 1; i >= start; i--) {
      const variable = Math.abs(this.trail[i] as Literal)
      this.decisions.free(variable, this.value[variable] === 1)
      this.value[variable] = 0
    }
    this.trail.length = start
    this.levels.length = level
    this.looked = start
  }

  private watch(clause: Held): void {
    for (const literal of clause.literals.slice(0, 2)) this.watching[slot(literal)]?.push(clause)
  }

  private know(variable: number): void {
    if (variable >= this.value.length) {
      this.value = grown(this.value, new Int8Array(variable * 2))
      this.level = grown(this.level, new Int32Array(variable * 2))
      this.marked = grown(this.marked, new Uint8Array(variable * 2))
    }
    while (this.variables < variable) {
      this.watching.push([], [])
      this.reason.push(undefined)
      this.decisions.add(++this.variables)
    }
  }
}

function slot(literal: Literal): number {
  return literal > 0 ? 2 * literal : -2 * literal + 1
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}
