import type { Certificate, Step } from '../../src/author/prove/solve/certificate.js'
import type { Clause } from '../../src/author/prove/solve/circuit.js'
import { Solver } from '../../src/author/prove/solve/solver.js'

/** A formula of clauses of three literals, and two literals to assume. */
interface Formula {
  readonly clauses: readonly Clause[]
  readonly assumptions: readonly number[]
}

/** Random formulas of 6 variables up to the most, with so many clauses a variable, from a seed that `SEED` may name. */
export function formulas(count: number, ratio: number, most = 35): readonly Formula[] {
  const below = chance(Number(process.env.SEED ?? 1))
  return Array.from({ length: count }, () => {
    const variables = 6 + below(most - 5)
    const literal = () => (1 + below(variables)) * (below(2) === 0 ? -1 : 1)
    const clauses = Array.from({ length: Math.round(variables * ratio) }, () => [literal(), literal(), literal()])
    return { clauses, assumptions: [literal(), literal()] }
  })
}

/** Whole numbers below a limit, the same for the same seed (mulberry32). */
function chance(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** The certificate that nothing holds; none where something does. */
export function proved(clauses: readonly Clause[]): Certificate | undefined {
  const steps: Step[] = []
  const solver = new Solver((clause, from) => steps.push({ clause, from }))
  for (const clause of clauses) solver.add([...clause])
  return solver.solve() ? undefined : { clauses, steps: [...steps, { clause: [], from: solver.because }] }
}
