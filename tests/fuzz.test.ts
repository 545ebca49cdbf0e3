import { expect, test } from 'vitest'
import { fuzz } from './support/fuzz.js'

test('packs and situations changed at random are refused as they should be, or keep every promise', async () => {
  const { failing, ...figures } = await fuzz(300, Number(process.env.SEED ?? 1))
  expect(failing).toBeUndefined()
  expect(figures.packs).toBe(300)
  expect(figures.accepted / figures.packs).toBeGreaterThan(0.3)
  expect(figures.weighed / figures.situations).toBeGreaterThan(0.3)
}, 120_000)
