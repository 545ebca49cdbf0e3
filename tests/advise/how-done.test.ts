import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { extendPack } from '../../src/pack/extendPack.js'
import { createPack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import { render } from '../../src/render/render.js'
import { type PackParts, packSource, rule, says, unless, when } from '../support/builders.js'

/* What an action says of itself: how it is done, how soon, and in which role. */

const steps = [says('go there'), says('stay')]
const actions: PackSource['actions'] = [
  { name: 'make-safe', label: says('make safe'), steps, urgency: 'immediate', role: 'guardian' },
  { name: 'call-help', label: says('call for help'), partOf: ['make-safe'], steps: [says('ring')] },
  ...packSource().actions,
]
const roles = [...packSource().roles, { name: 'advocate', label: says('advocate') }]

function packOf(...rules: PackParts['rules'] & object) {
  return createPack(packSource({ actions, roles, rules }))
}

async function safe(...rules: PackParts['rules'] & object) {
  const advice = await advise({ abuse: { suspected: true } }, packOf(...rules))
  const found = advice.actions.find(({ action }) => action === 'make-safe')
  return { ...found, whole: advice.urgency, words: Object.keys(advice.roles) }
}

describe('the urgency of an action', () => {
  test.each(['must', 'should'] as const)('holds where it %s be done, and for the whole advice', async (force) => {
    const { urgency, whole } = await safe(rule({ name: 'safe', [force]: ['make-safe'] }))
    expect([urgency, whole]).toEqual(['immediate', 'immediate'])
  })

  test.each([
    ['may be done', rule({ name: 'safe', may: ['make-safe'] })],
    ['is spoken against', rule({ name: 'safe', 'must-not': ['make-safe'] })],
    ['is owed in nearly every situation', rule({ name: 'safe', must: ['make-safe'], standing: true })],
  ])('is left aside where it %s', async (_, only) => {
    const { urgency, whole } = await safe(only)
    expect([urgency, whole]).toEqual(['routine', 'routine'])
  })

  test('is not told of what else the rule asks for', async () => {
    const pack = packOf(rule({ name: 'safe', must: ['make-safe', 'tell-first'] }))
    const { actions: advised } = await advise({ abuse: { suspected: true } }, pack)
    expect(advised.map(({ action, urgency }) => [action, urgency])).toEqual([
      ['make-safe', 'immediate'],
      ['tell-first', 'routine'],
    ])
  })

  test('makes nothing urgent where the claim surely gives way', async () => {
    const against = rule({ name: 'against', 'must-not': ['make-safe'], exceptionTo: ['safe'] })
    const { urgency, whole } = await safe(rule({ name: 'safe', must: ['make-safe', 'tell-first'] }), against)
    expect([urgency, whole]).toEqual(['routine', 'routine'])
  })

  test('is not lost while a danger fact is left out, as it is not once that turns out harmless', async () => {
    const grave = unless('grave', when('risk.severity', 'serious', 'greaterThanInclusive'))
    const pack = packOf(rule({ name: 'safe', must: ['make-safe'], unless: [grave] }))
    const [open, harmless] = await Promise.all([
      advise({ abuse: { suspected: true } }, pack),
      advise({ abuse: { suspected: true }, risk: { severity: 'none' } }, pack),
    ])
    expect([open.urgency, harmless.urgency]).toEqual(['immediate', 'immediate'])
  })
})

describe('the role of an action', () => {
  test('is that of the rule, else its own', async () => {
    expect((await safe(rule({ name: 'safe', must: ['make-safe'] }))).roles).toEqual(['guardian'])
    expect((await safe(rule({ name: 'safe', must: ['make-safe'], role: 'advocate' }))).roles).toEqual(['advocate'])
  })

  test('comes with its words, and belongs to doing it only', async () => {
    expect((await safe(rule({ name: 'safe', must: ['make-safe'] }))).words).toEqual(['guardian'])
    const against = await safe(rule({ name: 'safe', 'must-not': ['make-safe'] }))
    expect([against.roles, against.words]).toEqual([[], []])
  })
})

describe('the steps of an action', () => {
  const both = rule({ name: 'safe', must: ['make-safe', 'call-help'], urgency: 'immediate' })

  test('come with the advice, though not where the action is spoken against', async () => {
    expect((await safe(both)).steps).toEqual(steps)
    expect((await safe(rule({ name: 'safe', 'should-not': ['make-safe'] }))).steps).toBeUndefined()
  })

  test('are shown in text where they are asked for, those of a part below its name', async () => {
    const advice = await advise({ abuse: { suspected: true } }, packOf(both))
    const shown = render(advice, { as: 'text', locale: 'en', steps: true })
    expect(shown).toContain(
      '      because because of safe\n      with it: call for help\n      CODE-1\n' +
        '      1. go there\n      2. stay\n      call for help\n      1. ring\n',
    )
    expect(render(advice, { as: 'text', locale: 'en' })).not.toContain('1. go there')
  })

  test('are shown in Markdown under the action unless they are not wanted', async () => {
    const advice = await advise({ abuse: { suspected: true } }, packOf(both))
    expect(render(advice, { as: 'markdown', locale: 'id' })).toContain(
      '\n   1. go there (id)\n   2. stay (id)\n   - call for help (id)\n     1. ring (id)\n',
    )
    expect(render(advice, { as: 'markdown', locale: 'id', steps: false })).not.toContain('1. go there')
  })

  test('are translated by their place', async () => {
    const translations = { su: { 'actions · make-safe · steps · 2': 'cicing' } }
    const pack = extendPack(packOf(both), {
      pack: { name: 'ours', version: '1.0.0', title: says('ours'), extends: 'tiny' },
      translations,
    })
    const advice = await advise({ abuse: { suspected: true } }, pack)
    const shown = render(advice, { as: 'markdown', locale: 'id', language: 'su' })
    expect(shown).toContain('   1. go there (id)\n   2. cicing\n')
  })
})

describe('an action is refused', () => {
  const refused = (change: object) => () =>
    createPack(packSource({ actions: [{ ...actions[0], ...change } as never, ...packSource().actions] }))

  test.each<readonly [string, object, string]>([
    ['with a role that is not declared', { role: 'guard' }, 'actions · make-safe: no role is named `guard`'],
    [
      'that is owed in nearly every situation and urgent by itself',
      { standing: true },
      'actions · make-safe: is owed in nearly every situation, and has no `urgency` of its own',
    ],
    [
      'with more than ten steps',
      { steps: Array.from({ length: 11 }, () => says('go')) },
      'actions · make-safe · steps: ',
    ],
    ['with a step in one language', { steps: [{ en: 'go' }] }, 'actions · make-safe · steps[0].id: '],
  ])('%s', (_, change, line) => {
    expect(refused(change)).toThrow(line)
  })
})
