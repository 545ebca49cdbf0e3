import { Cadical } from 'cadical-wasm'
import { describe, expect, test } from 'vitest'
import { type Certificate, isProof, Ledger, type Step } from '../../../src/author/prove/solve/certificate.js'
import type { Clause } from '../../../src/author/prove/solve/circuit.js'
import { Solver } from '../../../src/author/prove/solve/solver.js'
import { formulas, proved } from '../../support/formulas.js'

/** Clauses for each variable at which three-literal formulas are hardest. */
const hard = 4.26

describe('the solver', () => {
  test('finds what trying every way finds, in 1,500 small random formulas, alone and with assumptions', () => {
    const small = formulas(1_500, hard, 9)
    const differing = small.filter(({ clauses, assumptions }) => {
      const solver = new Solver()
      for (const clause of clauses) solver.add([...clause])
      const units = assumptions.map((literal) => [literal])
      return solver.solve() !== canHold(clauses) || solver.solve(assumptions) !== canHold([...clauses, ...units])
    })
    expect(differing).toEqual([])
    expect(small.filter(({ clauses }) => canHold(clauses)).length).toBeGreaterThan(300)
    expect(small.filter(({ clauses }) => !canHold(clauses)).length).toBeGreaterThan(300)
  })

  test('finds what CaDiCaL finds in 3,000 random formulas near the hard ratio, alone and with assumptions', async () => {
    const cadical = await Cadical.create()
    const differing: number[] = []
    let satisfiable = 0
    for (const [i, { clauses, assumptions }] of formulas(3_000, hard).entries()) {
      const [own, other] = [new Solver(), new Cadical(await moduleOf(cadical))]
      for (const clause of clauses) {
        own.add([...clause])
        other.addClause([...clause])
      }
      const answers = [own.solve(), own.solve(assumptions), own.solve()]
      const expected = [other.solve(), other.solve({ assumptions }), other.solve()].map((one) => one === 'satisfiable')
      if (answers.join() !== expected.join()) differing.push(i)
      if (answers[0]) satisfiable++
      other.dispose()
    }
    expect(differing).toEqual([])
    expect(satisfiable).toBeGreaterThan(500)
    expect(satisfiable).toBeLessThan(2_500)
  })

  test('finds a way in which every clause holds, where it finds one', () => {
    const wrong = formulas(1_000, hard).filter(({ clauses }) => {
      const solver = new Solver()
      for (const clause of clauses) solver.add([...clause])
      return solver.solve() && !clauses.every((clause) => clause.some((one) => solver.holds(Math.abs(one)) === one > 0))
    })
    expect(wrong).toEqual([])
  })

  test('says nothing where the budget does not suffice', () => {
    const solver = new Solver()
    for (const clause of pigeons(7)) solver.add([...clause])
    expect(solver.solve([], 10)).toBeUndefined()
  })

  test('proves that eight do not fit where seven do', () => {
    expect(isProof(proved(pigeons(7)) as Certificate)).toBe(true)
  })
})

describe('the checker of certificates', () => {
  const certificates = formulas(400, hard + 1).flatMap(({ clauses }) => proved(clauses) ?? [])

  test('accepts what the solver learned, of every formula in which nothing holds', () => {
    expect(certificates.length).toBeGreaterThan(100)
    expect(certificates.filter((one) => !isProof(one))).toEqual([])
  })

  test('accepts what shows that two literals cannot hold together, one pair after another, each kept for those after it', () => {
    const shown = formulas(300, hard - 1).flatMap(({ clauses }) => {
      const steps: Step[] = []
      const solver = new Solver((clause, from) => steps.push({ clause, from }))
      for (const clause of clauses) solver.add(clause)
      const ledger = new Ledger(clauses, steps)
      const pairs = [1, 2, 3, 4, 5].flatMap((one) =>
        [one, -one].flatMap((first) => [6, -6].map((other) => [first, other])),
      )
      return pairs.flatMap((pair) => {
        if (solver.solve(pair)) return []
        const isShown = ledger.shows(pair, solver.because)
        solver.keep(pair)
        return [isShown && (solver.solve(pair) as boolean) === false && ledger.shows(pair, solver.because)]
      })
    })
    expect(shown.length).toBeGreaterThan(500)
    expect(shown.every(Boolean)).toBe(true)
  })

  test('refuses a certificate from which a clause is missing that was needed', () => {
    const { clauses, steps } = proved(pigeons(4)) as Certificate
    const idle: Clause = [1, -1]
    const without = clauses.map((_, i) => ({ clauses: clauses.map((one, k) => (k === i ? idle : one)), steps }))
    expect(without.filter(isProof)).toEqual([])
  })

  const both: readonly Clause[] = [
    [1, 2],
    [-1, 2],
  ]
  const second = { clause: [2], from: [1, 2] }

  test('accepts steps that follow, each shown by what stands before it', () => {
    const end = { clause: [], from: [3, -1] }
    expect(isProof({ clauses: [...both, [-2]], steps: [second, end] })).toBe(true)
  })

  test('refuses an end that is not reached', () => {
    expect(isProof({ clauses: [[1, 2]], steps: [] })).toBe(false)
    expect(isProof({ clauses: both, steps: [second] })).toBe(false)
    expect(isProof({ clauses: both, steps: [second, { clause: [], from: [-1] }] })).toBe(false)
  })

  test.each([
    ['does not follow', { clause: [1], from: [1, 2] }],
    ['is shown by itself', { clause: [2], from: [-1] }],
    ['is shown by one after it', { clause: [2], from: [-2] }],
    ['is shown by a clause that is not there', { clause: [2], from: [7] }],
    ['is shown by nothing', { clause: [2], from: [] }],
    ['leaves more than one thing open on the way', { clause: [3], from: [1, 2] }],
  ])('refuses a step that %s', (_, step) => {
    const end = { clause: [], from: [3, ...step.clause.map(() => -1)] }
    expect(isProof({ clauses: [...both, [-step.clause[0]!]], steps: [step, end] })).toBe(false)
  })

  test('refuses certificates with a literal turned round wherever the rest then holds', () => {
    const { clauses, steps } = proved(pigeons(4)) as Certificate
    const turned = clauses.map((clause, i) => {
      const other = clauses.map((one, k) => (k === i ? one.map((literal, n) => (n === 0 ? -literal : literal)) : one))
      return { clause, certificate: { clauses: other, steps }, holds: proved(other) === undefined }
    })
    expect(turned.filter(({ holds }) => holds).length).toBeGreaterThan(0)
    expect(turned.filter(({ holds, certificate }) => holds && isProof(certificate))).toEqual([])
  })
})

/** Whether some way makes every clause hold: each way is tried. */
function canHold(clauses: readonly Clause[]): boolean {
  const variables = Math.max(...clauses.flat().map(Math.abs))
  return Array.from({ length: 2 ** variables }, (_, way) => way).some((way) =>
    clauses.every((clause) => clause.some((literal) => ((way >> (Math.abs(literal) - 1)) & 1) === Number(literal > 0))),
  )
}

/** One more pigeon than there are holes: nothing holds, and it is hard to see. */
function pigeons(holes: number): readonly (readonly number[])[] {
  const at = (pigeon: number, hole: number) => pigeon * holes + hole + 1
  const all = Array.from({ length: holes + 1 }, (_, i) => i)
  const each = all.map((pigeon) => Array.from({ length: holes }, (_, hole) => at(pigeon, hole)))
  const apart = all.flatMap((one) =>
    all
      .filter((other) => other > one)
      .flatMap((other) => Array.from({ length: holes }, (_, hole) => [-at(one, hole), -at(other, hole)])),
  )
  return [...each, ...apart]
}

async function moduleOf(cadical: Cadical): Promise<ConstructorParameters<typeof Cadical>[0]> {
  return (cadical as unknown as { readonly _mod: ConstructorParameters<typeof Cadical>[0] })._mod
}
