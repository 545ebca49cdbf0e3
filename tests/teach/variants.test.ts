import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { createPack } from '../../src/pack/pack.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { type Variant, variants } from '../../src/teach/variants.js'
import type { Status } from '../../src/vocabulary.js'
import { fact, packSource, rule, says, when } from '../support/builders.js'
import { vignette, vignetteFiles } from '../support/exercises.js'
import { sampleOf } from '../support/sample.js'

const of = (found: readonly Variant[], kind: Variant['kind']) => found.filter((one) => one.kind === kind)
const statusesOf = async (facts: unknown) => {
  const { actions, kind, urgency } = (await advise(facts as SocialWorkSituation, socialWork, {
    questions: false,
  })) as Advice
  return { statuses: new Map<string, Status>(actions.map(({ action, status }) => [action, status])), kind, urgency }
}

describe('the variants of a vignette', () => {
  test.each(sampleOf(vignetteFiles, 3, 1))(
    'of %s: every contrast differs, one fact apart, and every pair that must not differ does not',
    (name) => {
      const told = vignette(name)
      const found = variants(told, socialWork)
      expect(of(found, 'contrast').length).toBeGreaterThan(2)
      expect(of(found, 'contrast').every(({ differs }) => differs.length > 0)).toBe(true)
      expect(of(found, 'no-matter').every(({ differs }) => differs.length === 0)).toBe(true)
      expect(of(found, 'fairness').length).toBeGreaterThan(0)
      expect(found.every(({ holds }) => holds)).toBe(true)
      expect(of(found, 'retelling')).toHaveLength(told.alike?.length ?? 0)
    },
  )

  test('say what the advice of their facts says', async () => {
    const names = ['fifty-packages-for-two-hundred-families', 'please-tell-nobody', 'the-order-of-the-court']
    for (const name of sampleOf(names, 3).map((one) => `${one}.json`)) {
      const told = vignette(name)
      const before = await statusesOf(told.facts)
      for (const { facts, differs, is, urgency } of variants(told, socialWork)) {
        const after = await statusesOf(facts)
        expect({ is, urgency }).toEqual({ is: after.kind, urgency: after.urgency })
        const actions = new Set([...before.statuses.keys(), ...after.statuses.keys()])
        const changed = [...actions].filter((action) => before.statuses.get(action) !== after.statuses.get(action))
        expect(differs.map(({ action }) => action).sort()).toEqual(changed.sort())
        for (const { action, from, to } of differs)
          expect([from, to]).toEqual([before.statuses.get(action) ?? null, after.statuses.get(action) ?? null])
      }
    }
  })

  test('mark the sentences that tell the changed fact, and change no word of the story', () => {
    for (const name of sampleOf(vignetteFiles, 20, 3)) {
      const told = vignette(name)
      for (const { kind, fact: changed, story, toRewrite, what } of variants(told, socialWork)) {
        if (kind === 'retelling') continue
        expect(story.slice(0, told.story.length).map((one) => one.says)).toEqual(told.story.map((one) => one.says))
        const marked = story.flatMap(({ change }, i) => (change ? [i] : []))
        const telling = told.story.flatMap(({ tells = [] }, i) => (tells.includes(changed as string) ? [i] : []))
        expect(marked).toEqual(telling.length > 0 ? telling : [told.story.length])
        for (const i of marked) expect(story[i]?.change).toEqual(what)
        expect(toRewrite).toBe(true)
      }
    }
  })

  test('retell in the words that their author gave, with the same facts', () => {
    const told = vignette('please-tell-nobody.json')
    const [first] = of(variants(told, socialWork), 'retelling')
    expect(first?.story[2]?.says).toEqual(told.alike?.[0]?.instead[0]?.says)
    expect(first?.story.filter(({ says: words }, i) => words.en !== told.story[i]?.says.en)).toHaveLength(1)
    expect(first).toMatchObject({ toRewrite: false, facts: told.facts, differs: [] })
  })

  test('let a protected fact change nothing but what protective rules add', () => {
    const pack = createPack(
      packSource({
        pack: { openers: ['abuse.suspected'], findOut: undefined as never },
        facts: [
          fact({ name: 'abuse.suspected' }),
          fact({ name: 'client.stigma', protected: true }),
          fact({ name: 'client.faith', type: 'some-of', values: ['one', 'other'], protected: true }),
        ],
        actions: ['assess-risk', 'speak-up', 'consult-supervisor', 'document-decision'].map((name) => ({
          name,
          label: says(name),
        })),
        rules: [
          rule({ name: 'assess', must: ['assess-risk'] }),
          rule({ name: 'speak', conditions: when('client.stigma'), must: ['speak-up'], protective: true }),
        ],
      }),
    )
    const told = {
      format: 1 as const,
      name: 'bare',
      title: says('A case'),
      story: [{ says: says('It is suspected.'), tells: ['abuse.suspected'] }],
      facts: { abuse: { suspected: true } },
      goals: [[...pack.principles.keys()][0] as string],
      level: 'introductory' as const,
    }
    const pairs = of(variants(told, pack), 'fairness')
    expect(pairs.map(({ what, holds, differs }) => [what.en, holds, differs.map(({ action }) => action)])).toEqual([
      ['client.stigma: yes', true, ['speak-up']],
      ['client.stigma: no', true, []],
      ['client.faith: one', true, []],
      ['client.faith: other', true, []],
    ])
  })
})
