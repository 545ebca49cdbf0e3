import { type Certificate, Ledger } from './certificate.js'
import { always, type Circuit, type Clause, type Literal } from './circuit.js'
import { Solver } from './solver.js'

/** Whether something can be: yes, with what then holds; no, proved; or the budget did not suffice. */
export type Answer = Found | 'impossible' | 'not decided'

/** A way in which something can be. */
export interface Found {
  readonly holds: (literal: Literal) => boolean
}

/**
 * Questions about some parts of a circuit. Every “impossible” has been shown a second time: what the solver learned on the way is
 * checked, step by step, by a program that shares nothing with it.
 */
export class Question {
  private readonly numbers = new Map<number, number>([[always, always]])
  private readonly seen = new Set<number>()
  private readonly clauses: Clause[] = []
  private readonly steps: Clause[] = []
  private readonly solver = new Solver((clause) => this.steps.push(clause))
  private readonly ledger = new Ledger()
  private checked = { clauses: 0, steps: 0 }
  /** How many conflicts each question may meet. */
  private readonly budget: number

  constructor(
    private readonly circuit: Circuit,
    { budget = 100_000 }: { readonly budget?: number } = {},
  ) {
    this.budget = budget
    this.take([always])
  }

  /** Whether all of these can hold together. */
  ask(literals: readonly Literal[], budget = this.budget): Answer {
    const [found, assumed] = this.look(literals, budget)
    if (found === undefined) return 'not decided'
    if (!found) return this.certify(assumed)
    return this.found()
  }

  /** Whether a variable bears on anything that was asked. */
  bears(variable: number): boolean {
    return this.seen.has(variable)
  }

  /** What shows that these cannot hold together, where that was answered. */
  certificate(literals: readonly Literal[]): Certificate {
    const units = literals.map((literal) => [this.numbered(literal)])
    return { clauses: [...this.clauses, ...units], steps: this.steps }
  }

  private certify(assumed: readonly Literal[]): Answer {
    for (; this.checked.clauses < this.clauses.length; this.checked.clauses++)
      this.ledger.take(this.clauses[this.checked.clauses] as Clause)
    for (; this.checked.steps < this.steps.length; this.checked.steps++)
      if (!this.ledger.learn(this.steps[this.checked.steps] as Clause)) return 'not decided'
    return this.ledger.refutes(assumed) ? 'impossible' : 'not decided'
  }

  /** A way in which all of these hold, where one is found; that none is found is not checked, and proves nothing. */
  find(literals: readonly Literal[], budget = this.budget): Found | undefined {
    return this.look(literals, budget)[0] ? this.found() : undefined
  }

  private look(literals: readonly Literal[], budget: number): [boolean | undefined, readonly Literal[]] {
    this.reach(literals)
    const assumed = literals.map((literal) => this.numbered(literal))
    return [this.solver.solve(assumed, budget), assumed]
  }

  private found(): Found {
    const held = new Set([...this.numbers].flatMap(([number, own]) => (this.solver.holds(own) ? [number] : [])))
    return { holds: (literal) => held.has(Math.abs(literal)) === literal > 0 }
  }

  /** Takes in what these mean, so that what is found says whether they hold. */
  reach(literals: readonly Literal[]): void {
    const clauses = this.circuit.clausesBelow(literals, this.seen)
    for (const clause of clauses) this.take(clause.map((literal) => this.numbered(literal)))
  }

  private take(clause: Clause): void {
    this.clauses.push(clause)
    this.solver.add(clause)
  }

  /** Variables numbered without gaps. */
  private numbered(literal: Literal): Literal {
    const number = Math.abs(literal)
    const own = this.numbers.get(number) ?? this.numbers.size + 1
    this.numbers.set(number, own)
    return literal > 0 ? own : -own
  }
}
