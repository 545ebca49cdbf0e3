import { expect, test } from 'vitest'
import { laws } from '../../../src/author/prove/laws.js'
import { prove } from '../../../src/author/prove/prove.js'
import { socialWork } from '../../../src/social-work/socialWork.js'
import { sampleOf } from '../../support/sample.js'

/*
 * Every law of advice and every invariant of the shipped pack, over all situations; one that says nothing would be `empty`. The
 * laws take the most time: `npm test` proves one of the six, and one invariant in twelve; `timbang prove` all (`.ci/run`).
 */

test('all that must never be of the shipped pack is proved, and nothing of it is empty', async () => {
  const lawful = sampleOf(laws, 6, 2).map(({ name }) => name)
  const all = [...socialWork.invariants.all.keys()]
  const declared = sampleOf(all, 12, 2)
  const proof = await prove(socialWork, { only: [...lawful, ...declared] })
  const not = [...proof.laws, ...proof.invariants].filter(({ verdict }) => verdict !== 'holds')
  expect(not.map(({ name, verdict, counterexample }) => ({ name, verdict, counterexample }))).toEqual([])
  expect(laws).toHaveLength(6)
  expect(proof.laws.map(({ name }) => name)).toEqual(lawful)
  expect(proof.invariants.map(({ name }) => name)).toEqual(declared)
  expect(all.length).toBeGreaterThanOrEqual(30)
  expect(proof.holds).toBe(true)
})

test('what the budget does not suffice for is not proved, and the whole does not hold', async () => {
  const { invariants, holds } = await prove(socialWork, { only: ['a-graver-danger-silences-no-protection'], budget: 1 })
  expect(invariants.map(({ verdict }) => verdict)).toEqual(['not-proved'])
  expect(holds).toBe(false)
})
