import { expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { createPack } from '../../src/pack/pack.js'
import type { Source } from '../../src/pack/packSource.js'
import { render } from '../../src/render/render.js'
import { packSource, rule, says } from '../support/builders.js'

/* In which order the sources of a rule are named. */

const act = (name: string, verified: Source['verified']): Source => ({
  name,
  cite: says(name),
  work: name,
  section: '1',
  year: 2026,
  kind: 'law',
  says: says(name),
  verified,
})

/** The line that cites the sources of a rule which names them in this order. */
async function cited(...sources: string[]) {
  const declared = [...packSource().sources, act('ACT-READ', 'primary'), act('ACT-TOLD', 'secondary')]
  const rules = [rule({ name: 'one', must: ['tell-first'], sources })]
  const advice = await advise({ abuse: { suspected: true } }, createPack(packSource({ sources: declared, rules })))
  const lines = render(advice, { as: 'text', locale: 'en', width: 1_000 }).split('\n')
  return lines.find((line) => line.includes('ACT-READ'))?.trim()
}

test('an act that was read is named before codes and books, in a short list too', async () => {
  const order = await cited('CODE-1', 'BOOK-1', 'ACT-TOLD', 'ACT-READ')
  expect(order?.startsWith('ACT-READ · ')).toBe(true)
  expect(order?.split(' · ')).toHaveLength(3)
})

test('what is no act that was read keeps the order of the rule', async () => {
  const order = await cited('ACT-TOLD', 'CODE-1', 'ACT-READ')
  expect(order?.split(' · ').map((one) => one.split(' (')[0])).toEqual(['ACT-READ', 'ACT-TOLD', expect.any(String)])
})
