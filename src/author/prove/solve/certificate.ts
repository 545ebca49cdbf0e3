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

/*
 * The ledger keeps its clauses one after another in one row of numbers: how many literals, then for its first and its second literal
 * the clause that waits for the denial of the same literal, and its literals. A clause is named by where it begins; 0 is none.
 */
const beforeLiterals = 3

/** Clauses taken as given, and steps that were found to follow. */
export class Ledger {
  private row = new Int32Array(1_024)
  private end = 1
  /** By literal: a clause that waits for its denial. */
  private waiting = new Int32Array(64)
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
    if (open === 2) this.write(literals)
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
    for (let i = before; i < this.order.length; i++) this.held[mark(this.order[i] as Literal)] = 0
    this.order.length = before
    return !stands
  }

  private holds(literal: Literal): boolean {
    return this.held[mark(literal)] === 1
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
      this.held[mark(literal)] = 1
      this.order.push(literal)
    }
    return true
  }

  /** A literal is denied: each clause that waits for it waits for another, or what is left of it must hold. */
  private deny(denied: Literal): boolean {
    const { row, waiting } = this
    let kept = 0
    let clause = waiting[mark(denied)] as number
    while (clause !== 0) {
      const isFirst = row[clause + beforeLiterals] === denied
      const own = isFirst ? 1 : 2
      const next = row[clause + own] as number
      const left = row[clause + beforeLiterals + (isFirst ? 1 : 0)] as Literal
      const other = this.holds(left) ? 0 : this.undenied(clause)
      if (other === 0) {
        kept = clause + own
        if (!this.hold(left)) return false
      } else {
        const literal = row[other] as Literal
        row[other] = denied
        row[clause + 2 + own] = literal
        row[clause + own] = waiting[mark(literal)] as number
        waiting[mark(literal)] = clause
        if (kept === 0) waiting[mark(denied)] = next
        else row[kept] = next
      }
      clause = next
    }
    return true
  }

  /** Where a literal stands after the first two of a clause that is not denied; 0 for nowhere. */
  private undenied(clause: number): number {
    const { row, held } = this
    const end = clause + beforeLiterals + (row[clause] as number)
    for (let at = clause + beforeLiterals + 2; at < end; at++) if (held[mark(-(row[at] as Literal))] === 0) return at
    return 0
  }

  /** Writes a clause down, which waits for the denial of its first two literals. */
  private write(literals: readonly Literal[]): void {
    const clause = this.end
    this.end += beforeLiterals + literals.length
    if (this.end > this.row.length) this.row = longer(this.row, new Int32Array(2 * this.end))
    const { row, waiting } = this
    row[clause] = literals.length
    row.set(literals, clause + beforeLiterals)
    for (const place of [1, 2]) {
      const waited = mark(literals[place - 1] as Literal)
      row[clause + place] = waiting[waited] as number
      waiting[waited] = clause
    }
  }

  private know(literals: readonly Literal[]): void {
    for (const literal of literals) {
      const most = 2 * Math.abs(literal) + 2
      if (most <= this.held.length) continue
      this.held = longer(this.held, new Uint8Array(most * 2))
      this.waiting = longer(this.waiting, new Int32Array(most * 2))
    }
  }
}

/** The place of a literal among what is kept by literal. */
function mark(literal: Literal): number {
  return literal > 0 ? 2 * literal : -2 * literal + 1
}

function longer<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}

/** A clause of its own, without what stands twice in it. */
function distinct(clause: Clause): Literal[] {
  for (let i = 1; i < clause.length; i++) if (clause.indexOf(clause[i] as Literal) < i) return [...new Set(clause)]
  return clause.slice()
}
