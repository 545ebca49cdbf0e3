import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { createPack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { packSource, situationOf } from '../support/builders.js'
import { runs } from '../support/sample.js'

test('advices asked for at once are those asked for one by one', async () => {
  const tiny = createPack(packSource())
  const cases: (() => Promise<Advice>)[] = [
    ...fc.sample(situationOf(socialWork), runs(100, 2)).map((situation) => () => advise(situation, socialWork)),
    ...fc.sample(situationOf(tiny), runs(100, 5)).map((situation) => () => advise(situation, tiny)),
  ]
  const mixed = cases.map((_, i) => cases[(i * 67) % cases.length] as () => Promise<Advice>)
  const single: Advice[] = []
  for (const ask of mixed) single.push(await ask())
  const together = await Promise.all(mixed.map((ask) => ask()))
  expect(together).toEqual(single)
  expect(new Set(single.map((advice) => JSON.stringify(advice))).size).toBeGreaterThan((3 * cases.length) / 4)
})
