import { expect, test } from 'vitest'
import { fuzz } from '../support/fuzz.js'
import { runs } from '../support/sample.js'

test('packs and situations changed at random are refused as they should be, or keep every promise', async () => {
  const { numRuns, seed } = runs(300, 30)
  const { failing, ...figures } = await fuzz(numRuns, seed)
  expect(failing).toBeUndefined()
  expect(figures.packs).toBe(numRuns)
  expect(figures.accepted / figures.packs).toBeGreaterThan(0.3)
  expect(figures.weighed / figures.situations).toBeGreaterThan(0.3)
})
