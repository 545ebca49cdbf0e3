import { Ledger, type Step } from './certificate.js'
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
  /** By the number of a variable or gate: that under which the solver knows it, without gaps; 0 for none. */
  private numbers: Int32Array
  private numbered = 0
  private readonly clauses: Clause[] = []
  private readonly steps: Step[] = []
  private readonly solver = new Solver((clause, from) => this.steps.push({ clause, from }))
  private readonly ledger = new Ledger(this.clauses, this.steps)
  /** How many conflicts each question may meet. */
  private readonly budget: number

  constructor(
    private readonly circuit: Circuit,
    { budget = 100_000 }: { readonly budget?: number | undefined } = {},
  ) {
    this.budget = budget
    this.numbers = new Int32Array(circuit.size() + 64)
    this.reach([always])
  }

  /** Whether all of these can hold together. */
  ask(literals: readonly Literal[], budget = this.budget): Answer {
    const [found, assumed] = this.look(literals, budget)
    if (found === undefined) return 'not decided'
    return found ? this.found() : this.certify(assumed)
  }

  /** A way in which all of these hold, where one is found; that none is found is not checked, and proves nothing. */
  find(literals: readonly Literal[], budget = this.budget): Found | undefined {
    return this.look(literals, budget)[0] ? this.found() : undefined
  }

  /** What was shown impossible just now is used in all that is asked afterwards: one more step, which follows. */
  keep(literals: readonly Literal[]): void {
    this.solver.keep(literals.map((literal) => this.own(literal)))
  }

  /** Whether a variable bears on anything that was asked. */
  bears(variable: number): boolean {
    return (this.numbers[variable] ?? 0) > 0
  }

  /** Takes in what these mean, so that what is found says whether they hold. */
  reach(literals: readonly Literal[]): void {
    const { circuit } = this
    const waiting: number[] = []
    const own = (literal: Literal): Literal => {
      const number = Math.abs(literal)
      if (!this.bears(number)) {
        this.admit(number)
        waiting.push(number)
      }
      return this.own(literal)
    }
    for (const literal of literals) own(literal)
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const inputs = circuit.inputsOf(next)?.map(own)
      const gate = this.own(next)
      if (inputs) this.take([gate, ...inputs.map((input) => -input)])
      for (const input of inputs ?? []) this.take([-gate, input])
      for (const clause of circuit.boundTo(next)) this.take(clause.map(own))
    }
  }

  private look(literals: readonly Literal[], budget: number): [boolean | undefined, readonly Literal[]] {
    this.reach(literals)
    const assumed = literals.map((literal) => this.own(literal))
    return [this.solver.solve(assumed, budget), assumed]
  }

  private found(): Found {
    const values = this.solver.values()
    return { holds: (literal) => (values[this.numbers[Math.abs(literal)] ?? 0] === 1) === literal > 0 }
  }

  private certify(assumed: readonly Literal[]): Answer {
    return this.ledger.shows(assumed, this.solver.because) ? 'impossible' : 'not decided'
  }

  private take(clause: Literal[]): void {
    this.clauses.push(clause)
    this.solver.add(clause)
  }

  private admit(number: number): void {
    if (number >= this.numbers.length) {
      const grown = new Int32Array(number * 2)
      grown.set(this.numbers)
      this.numbers = grown
    }
    this.numbers[number] = ++this.numbered
  }

  private own(literal: Literal): Literal {
    const number = this.numbers[Math.abs(literal)] as number
    return literal > 0 ? number : -number
  }
}
