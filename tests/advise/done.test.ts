import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import { type AnySituation, createPack } from '../../src/pack/pack.js'
import { render } from '../../src/render/render.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { fact, packSource, rule, says, when } from '../support/builders.js'

/* What is stated to be done is told as done, with what comes next, and is not asked for again. */

const asked = { conditions: when('work.asked'), next: says('wait for the answer') }
const actions = [
  { name: 'ask-for-help', label: says('ask for help'), done: asked },
  { name: 'ring-twice', label: says('ring twice'), partOf: ['ask-for-help'] },
  { name: 'consult-supervisor', label: says('consult') },
  { name: 'document-decision', label: says('document') },
  { name: 'assess-risk', label: says('assess the risk') },
]
const facts = [...packSource().facts, fact({ name: 'work.asked' })]

async function told(situation: AnySituation, rules: Parameters<typeof rule>[0][]) {
  const pack = createPack(packSource({ facts, actions, rules: rules.map(rule) }))
  return advise({ abuse: { suspected: true }, ...situation }, pack)
}

const help = { name: 'help', must: ['ask-for-help', 'ring-twice'] }

describe('an action', () => {
  test('that is done is told with what comes next, and its part by itself', async () => {
    const advice = await told({ work: { asked: true } }, [help])
    expect(advice.actions.map(({ action, within }) => [action, within])).toEqual([['ring-twice', undefined]])
    expect(advice.done).toEqual([
      {
        action: 'ask-for-help',
        label: says('ask for help'),
        status: 'must',
        because: [expect.objectContaining({ rule: 'help' })],
        next: says('wait for the answer'),
      },
    ])
    expect(render(advice, { as: 'text', locale: 'en' })).toContain('Done already\n  ✓   ask for help')
  })

  test.each([
    ['not stated', {}],
    ['stated not to be', { work: { asked: false } }],
    ['asked for and not known', { work: { asked: null } }],
  ])('of which it is %s that it is done is asked for', async (_, situation) => {
    const advice = await told(situation, [help])
    expect(advice.actions.map(({ action }) => action)).toEqual(['ask-for-help', 'ring-twice'])
    expect(advice).not.toHaveProperty('done')
  })

  test('that must not be done is told so, done or not', async () => {
    const advice = await told({ work: { asked: true } }, [{ name: 'never', 'must-not': ['ask-for-help'] }])
    expect(advice.actions.map(({ action, status }) => [action, status])).toEqual([['ask-for-help', 'must-not']])
    expect(advice).not.toHaveProperty('done')
  })

  test('counts as done by facts that are declared, and by no others', () => {
    const [first, ...rest] = actions
    const unsound = { ...first, done: { ...asked, conditions: when('work.askd') } } as (typeof actions)[number]
    expect(() => createPack(packSource({ facts, actions: [unsound, ...rest], rules: [rule(help)] }))).toThrow(
      'actions · ask-for-help · done',
    )
  })
})

describe('in the shipped pack', () => {
  const { facts, rules, actions } = socialWork
  const already = facts.get('done.worker')
  const compared = JSON.stringify([...rules.values(), ...actions.values()].map((one) => one))

  test.each(already ? valueNames(already) : [])('something reads that %s', (value) => {
    expect(compared).toContain(`{"fact":"done.worker","operator":"contains","value":"${value}"}`)
  })
})
