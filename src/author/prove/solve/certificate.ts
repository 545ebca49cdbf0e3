import type { Clause, Literal } from './circuit.js'

/** Why some clauses cannot hold together: what was learned on the way, each step following from what stands before it. */
export interface Certificate {
  readonly clauses: readonly Clause[]
  readonly steps: readonly Clause[]
}

/**
 * Whether a certificate shows what it says. It shares nothing with the solver: each step is denied, and what then must hold is
 * followed until two things contradict each other (reverse unit propagation); at the end, with nothing denied, the same.
 */
export function isProof({ clauses, steps }: Certificate): boolean {
  const ledger = new Ledger()
  for (const clause of clauses) ledger.take(clause)
  return steps.every((step) => ledger.learn(step)) && ledger.refutes([])
}

/** Clauses taken as given, and steps that were found to follow. */
export class Ledger {
  /** By literal: the clauses that wait for its denial. */
  private readonly waiting: Literal[][][] = []
  /** By literal: whether it is taken to hold. */
  private held = new Uint8Array(64)
  private readonly order: Literal[] = []
  private broken = false

  /** Takes a clause as given. */
  take(clause: Clause): void {
    const literals = distinct(clause)
    this.know(literals)
    let open = 0
    for (let i = 0; i < literals.length && open < 2; i++) {
      const literal = literals[i] as Literal
      if (this.holds(-literal)) continue
      literals[i] = literals[open] as Literal
      literals[open++] = literal
    }
    if (open === 2) for (const literal of literals.slice(0, 2)) this.waiting[place(literal)]?.push(literals)
    else if (open === 0 || !this.follow(literals.slice(0, 1))) this.broken = true
  }

  /** Takes a step where it follows from what stands already; whether it does. */
  learn(step: Clause): boolean {
    if (!this.refutes(step.map((literal) => -literal))) return false
    this.take(step)
    return true
  }

  /** Whether following what is assumed ends in a contradiction. */
  refutes(assumed: readonly Literal[]): boolean {
    if (this.broken) return true
    this.know(assumed)
    const before = this.order.length
    const stands = this.follow(assumed)
    for (let i = before; i < this.order.length; i++) this.held[place(this.order[i] as Literal)] = 0
    this.order.length = before
    return !stands
  }

  private holds(literal: Literal): boolean {
    return this.held[place(literal)] === 1
  }

  /** Takes literals to hold, and all that then must; whether nothing contradicts it. */
  private follow(literals: readonly Literal[]): boolean {
    let next = this.order.length
    for (const literal of literals) if (!this.hold(literal)) return false
    while (next < this.order.length) if (!this.deny(-(this.order[next++] as Literal))) return false
    return true
  }

  /** Takes a literal to hold; whether its denial does not. */
  private hold(literal: Literal): boolean {
    if (this.holds(-literal)) return false
    if (!this.holds(literal)) {
      this.held[place(literal)] = 1
      this.order.push(literal)
    }
    return true
  }

  /** A literal is denied: each clause that waits for it waits for another, or what is left of it must hold. */
  private deny(denied: Literal): boolean {
    const list = this.waiting[place(denied)] as Literal[][]
    let [kept, stands] = [0, true]
    for (const clause of list) {
      if (stands && this.turn(clause, denied)) this.waiting[place(clause[1] as Literal)]?.push(clause)
      else {
        list[kept++] = clause
        if (stands) stands = this.hold(clause[0] as Literal)
      }
    }
    list.length = kept
    return stands
  }

  /** Puts another literal that is not denied in the place of the one that is; whether there was one. */
  private turn(clause: Literal[], denied: Literal): boolean {
    if (clause[0] === denied) {
      clause[0] = clause[1] as Literal
      clause[1] = denied
    }
    if (this.holds(clause[0] as Literal)) return false
    for (let i = 2; i < clause.length; i++) {
      const other = clause[i] as Literal
      if (this.holds(-other)) continue
      clause[1] = other
      clause[i] = denied
      return true
    }
    return false
  }

  private know(literals: readonly Literal[]): void {
    for (const literal of literals) {
      const most = 2 * Math.abs(literal) + 2
      while (this.waiting.length < most) this.waiting.push([])
      if (this.held.length >= most) continue
      const grown = new Uint8Array(most * 2)
      grown.set(this.held)
      this.held = grown
    }
  }
}

function place(literal: Literal): number {
  return literal > 0 ? 2 * literal : -2 * literal + 1
}

/** A clause of its own, without what stands twice in it. */
function distinct(clause: Clause): Literal[] {
  for (let i = 1; i < clause.length; i++) if (clause.indexOf(clause[i] as Literal) < i) return [...new Set(clause)]
  return clause.slice()
}
