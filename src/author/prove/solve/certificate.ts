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
  private readonly clauses: Literal[][] = []
  /** By literal: the clauses that wait for its denial. */
  private readonly waiting = new Map<Literal, number[]>()
  private readonly held = new Set<Literal>()
  private readonly order: Literal[] = []
  private broken = false

  /** Takes a clause as given. */
  take(clause: Clause): void {
    const literals = [...new Set(clause)]
    const open = literals.filter((literal) => !this.held.has(-literal))
    if (open.length === 0) this.broken = true
    else if (open.length === 1) this.broken = !this.follow([open[0] as Literal]) || this.broken
    else this.keep([...open, ...literals.filter((literal) => this.held.has(-literal))])
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
    const before = this.order.length
    const stands = this.follow(assumed)
    for (const literal of this.order.splice(before)) this.held.delete(literal)
    return !stands
  }

  private keep(literals: Literal[]): void {
    this.clauses.push(literals)
    for (const literal of literals.slice(0, 2)) this.wait(literal, this.clauses.length - 1)
  }

  private wait(literal: Literal, clause: number): void {
    const list = this.waiting.get(literal)
    if (list) list.push(clause)
    else this.waiting.set(literal, [clause])
  }

  /** Takes literals to hold, and all that then must; whether nothing contradicts it. */
  private follow(literals: readonly Literal[]): boolean {
    const queue: Literal[] = []
    const hold = (literal: Literal): boolean => {
      if (this.held.has(-literal)) return false
      if (this.held.has(literal)) return true
      this.held.add(literal)
      this.order.push(literal)
      queue.push(literal)
      return true
    }
    if (!literals.every(hold)) return false
    for (let i = 0; i < queue.length; i++) if (!this.deny(-(queue[i] as Literal), hold)) return false
    return true
  }

  /** A literal is denied: each clause that waits for it waits for another, or what is left of it must hold. */
  private deny(denied: Literal, hold: (literal: Literal) => boolean): boolean {
    const list = this.waiting.get(denied) ?? []
    const kept: number[] = []
    let stands = true
    for (const number of list) {
      const clause = this.clauses[number] as Literal[]
      if (stands && this.turn(clause, denied)) this.wait(clause[1] as Literal, number)
      else {
        kept.push(number)
        if (stands) stands = hold(clause[0] as Literal)
      }
    }
    this.waiting.set(denied, kept)
    return stands
  }

  /** Puts another literal that is not denied in the place of the one that is; whether there was one. */
  private turn(clause: Literal[], denied: Literal): boolean {
    if (clause[0] === denied) [clause[0], clause[1]] = [clause[1] as Literal, denied]
    if (this.held.has(clause[0] as Literal)) return false
    const other = clause.findIndex((literal, i) => i > 1 && !this.held.has(-literal))
    if (other === -1) return false
    ;[clause[1], clause[other]] = [clause[other] as Literal, denied]
    return true
  }
}
