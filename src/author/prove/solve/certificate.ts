import type { Clause, Literal } from './circuit.js'

/**
 * A clause that was given, by its place among those (1 for the first), or a step, by its place among the steps, negative (-1 for the
 * first).
 */
export type Reference = number

/** A clause that follows, and what shows it: each clause in turn leaves one literal that must hold, the last leaves none. */
export interface Step {
  readonly clause: Clause
  readonly from: readonly Reference[]
}

/** Why some clauses cannot hold together: what was learned on the way, each step following from what stands before it. */
export interface Certificate {
  readonly clauses: readonly Clause[]
  readonly steps: readonly Step[]
}

/** Whether a certificate shows what it says: that nothing at all can hold, its last step. */
export function isProof({ clauses, steps }: Certificate): boolean {
  const last = steps.at(-1)
  return last?.clause.length === 0 && new Ledger(clauses, steps).shows([], last.from)
}

/**
 * Looks through what was learned, and shares nothing with the solver that did. A step is denied, and the clauses that are to show it
 * are gone through in turn: what each leaves must hold, until one leaves nothing (linear RAT proofs without RAT: Cruz-Filipe and
 * others 2017). Of the steps only those that something else needs are looked at, each once.
 */
export class Ledger {
  /** By literal: whether it is taken to hold. */
  private held = new Uint8Array(1_024)
  private readonly order: Literal[] = []
  private readonly shown = new Set<Reference>()

  constructor(
    private readonly clauses: readonly Clause[],
    private readonly steps: readonly Step[],
  ) {}

  /** Whether these clauses show that what is assumed cannot hold together. */
  shows(assumed: readonly Literal[], from: readonly Reference[]): boolean {
    return this.stepsFor(from).every((step) => this.follows(step)) && this.refutes(assumed, from)
  }

  /** The steps that are needed and were not looked at, each after those that it needs. */
  private stepsFor(from: readonly Reference[]): readonly Reference[] {
    const needed = new Set<Reference>()
    const waiting: Reference[] = []
    const need = (all: readonly Reference[]) => {
      for (const one of all)
        if (one < 0 && !this.shown.has(one) && !needed.has(one)) {
          needed.add(one)
          waiting.push(one)
        }
    }
    need(from)
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) need(this.steps[-next - 1]?.from ?? [])
    return [...needed].sort((one, other) => other - one)
  }

  private follows(reference: Reference): boolean {
    const step = this.steps[-reference - 1]
    // A step may be shown by those before it alone.
    if (step === undefined || step.from.some((one) => one <= reference)) return false
    const denied = step.clause.map((literal) => -literal)
    if (!this.refutes(denied, step.from)) return false
    this.shown.add(reference)
    return true
  }

  /** Whether what is assumed, and then each clause in turn, ends in a contradiction. */
  private refutes(assumed: readonly Literal[], from: readonly Reference[]): boolean {
    const contradicts = !assumed.every((literal) => this.hold(literal)) || this.contradicts(from)
    for (const literal of this.order) this.held[mark(literal)] = 0
    this.order.length = 0
    return contradicts
  }

  private contradicts(from: readonly Reference[]): boolean {
    for (const reference of from) {
      const clause = reference > 0 ? this.clauses[reference - 1] : this.steps[-reference - 1]?.clause
      if (clause === undefined) return false
      const left = this.leftOf(clause)
      if (left === undefined) return false
      if (left === 0) return true
      this.hold(left)
    }
    return false
  }

  /** The one literal of a clause that is not denied; 0 where all are, nothing where several are not. */
  private leftOf(clause: Clause): Literal | 0 | undefined {
    let left = 0
    for (const literal of clause) {
      if (this.held[mark(-literal)] === 1 || literal === left) continue
      if (left !== 0) return undefined
      left = literal
    }
    return left
  }

  /** Takes a literal to hold; whether its denial does not. */
  private hold(literal: Literal): boolean {
    const own = mark(literal)
    if (own + 1 >= this.held.length) {
      const grown = new Uint8Array(own * 2)
      grown.set(this.held)
      this.held = grown
    }
    if (this.held[mark(-literal)] === 1) return false
    if (this.held[own] === 1) return true
    this.held[own] = 1
    this.order.push(literal)
    return true
  }
}

/** The place of a literal among what is kept by literal. */
function mark(literal: Literal): number {
  return literal > 0 ? 2 * literal : 1 - 2 * literal
}
