import { expect, test } from 'vitest'
import { prove } from '../../../src/author/prove/prove.js'
import { socialWork } from '../../../src/social-work/socialWork.js'

/* Every law of advice and every invariant of the shipped pack, over all situations; one that says nothing would be `empty`. */

test('all that must never be of the shipped pack is proved, and nothing of it is empty', async () => {
  const { laws, invariants, holds } = await prove(socialWork)
  const not = [...laws, ...invariants].filter(({ verdict }) => verdict !== 'holds')
  expect(not.map(({ name, verdict, counterexample }) => ({ name, verdict, counterexample }))).toEqual([])
  expect(laws).toHaveLength(5)
  expect(invariants.length).toBeGreaterThanOrEqual(30)
  expect(holds).toBe(true)
})

test('what the budget does not suffice for is not proved, and the whole does not hold', async () => {
  const { invariants, holds } = await prove(socialWork, { only: ['a-graver-danger-silences-no-protection'], budget: 1 })
  expect(invariants.map(({ verdict }) => verdict)).toEqual(['not-proved'])
  expect(holds).toBe(false)
})
