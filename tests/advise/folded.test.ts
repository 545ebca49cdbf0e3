import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AdvisedAction } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { createPack } from '../../src/pack/pack.js'
import { render } from '../../src/render/render.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { toldThemselves } from '../support/agreement.js'
import { packSource, rule, says, when } from '../support/builders.js'

/* Where much is to be done, what can wait is told after the rest, and nothing else is. */

const names = Array.from({ length: 16 }, (_, i) => `do-${i + 1}`)
const base = packSource().actions.map(({ partOf: _, ...action }) => action)
const actions = [
  ...base,
  ...names.map((name) => ({ name, label: says(name), ...(name === 'do-16' && { partOf: ['do-15'] }) })),
]

type Params = Parameters<typeof rule>[0]

const three = { all: [when('abuse.suspected'), when('consent.given'), when('risk.severity', 'serious')] }
const situation = {
  abuse: { suspected: true, victimSafeNow: true },
  consent: { given: true },
  risk: { severity: 'serious' },
} as const

async function told(rules: readonly Params[]) {
  const pack = createPack(packSource({ actions, rules: rules.map(rule) }))
  const advice = await advise(situation, pack)
  return { advice, folded: advice.actions.filter((one) => one.folded).map(({ action }) => action) }
}

/** So many things to do, each asked for by a rule of its own. */
const many = (count: number, params: (name: string) => Partial<Params>) =>
  names.slice(0, count).map((name): Params => ({ name: `rule-${name}`, ...params(name) }))

describe('what can wait', () => {
  test('is told with the rest while that is short', async () => {
    expect((await told(many(6, (name) => ({ should: [name] })))).folded).toEqual([])
  })

  test('is folded beyond seven, the last of the actions first', async () => {
    expect((await told(many(9, (name) => ({ should: [name] })))).folded).toEqual(['do-8', 'do-9'])
  })

  test('is folded beyond twelve where it is soon due in a danger', async () => {
    const rules = (count: number) => many(count, (name) => ({ should: [name], urgency: 'prompt', conditions: three }))
    expect((await told(rules(12))).folded).toEqual([])
    expect((await told(rules(14))).folded).toEqual(['do-13', 'do-14'])
  })

  test('is folded later where two rules ask for it, or sooner where it is only permitted', async () => {
    const again = { name: 'again', should: ['do-9'] }
    expect((await told([...many(9, (name) => ({ should: [name] })), again])).folded).toEqual(['do-7', 'do-8'])
    const permitted = many(9, (name) => (name === 'do-9' ? { may: [name], conditions: three } : { should: [name] }))
    expect((await told(permitted)).folded).toEqual(['do-8', 'do-9'])
  })

  test('is told with its parts, and folded last', async () => {
    const { advice, folded } = await told(many(16, (name) => ({ should: [name], conditions: three })))
    expect(folded).toEqual(['do-7', 'do-8', 'do-9', 'do-10', 'do-11', 'do-12', 'do-13', 'do-14'])
    const less = many(16, (name) =>
      Number(name.slice(3)) > 14 ? { should: [name], conditions: three } : { must: [name] },
    )
    const last = await told(less)
    expect(last.folded).toEqual(['do-15'])
    expect(render(last.advice, { as: 'text', locale: 'en' })).toMatch(/less pressing\n {2}\+ +do-15; with it: do-16/)
    expect(advice.actions.find(({ action }) => action === 'do-16')?.within).toBe('do-15')
  })
})

describe('nothing is folded', () => {
  test.each<[string, (name: string) => Partial<Params>]>([
    ['that must be done', (name) => ({ must: [name] })],
    ['that must not be done', (name) => ({ 'must-not': [name] })],
    ['that is better not done', (name) => ({ 'should-not': [name] })],
    ['that cannot wait', (name) => ({ should: [name], urgency: 'immediate' })],
  ])('%s', async (_, params) => {
    const { advice, folded } = await told(many(14, params))
    expect(folded).toEqual([])
    expect(toldThemselves(advice).length).toBeGreaterThan(12)
  })

  test('that finds out about danger', async () => {
    const pack = createPack(packSource({ actions, rules: many(14, (name) => ({ should: [name] })).map(rule) }))
    const advice = await advise({ ...situation, abuse: { suspected: true } }, pack)
    const findsOut = ({ action }: AdvisedAction) => action === 'assess-risk'
    expect(advice.actions.find(findsOut)).not.toHaveProperty('folded')
    expect(advice.actions.filter((one) => one.folded)).toHaveLength(8)
  })
})

test('is opened on the page and in HTML, said in short in a text, and told with why in Markdown', async () => {
  const { advice } = await told(many(9, (name) => ({ should: [name], because: says(`reason of ${name}`) })))
  const [text, markdown, html] = (['text', 'markdown', 'html'] as const).map((as) =>
    render(advice, { as, locale: 'id' }),
  )
  expect(text).toContain('Selain itu, tidak terlalu mendesak')
  expect(text).not.toContain('reason of do-9')
  expect(markdown).toContain('reason of do-9')
  expect(html).toMatch(/<details>\n<summary><h2>Selain itu, tidak terlalu mendesak[\s\S]*reason of do-9/)
})

test('half of the vignettes are told in seven actions at most, and none in more than twelve', async () => {
  const { cases } = JSON.parse(readFileSync('tests/cases/vignettes.json', 'utf8')) as {
    cases: readonly { situation: SocialWorkSituation }[]
  }
  const lengths: number[] = []
  for (const one of cases)
    lengths.push(toldThemselves((await advise(one.situation, socialWork, { questions: false })) as never).length)
  lengths.sort((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(7)
  expect(lengths.at(-1)).toBeLessThanOrEqual(12)
})
