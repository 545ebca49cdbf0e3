import { describe, expect, test } from 'vitest'
import { parseSituation } from '../../src/decide/situation.js'
import { advise, createPack, interview, TimbangError } from '../../src/index.js'
import type { Conditions } from '../../src/pack/conditions.js'
import type { AnySituation } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import { type FactSource, fact, packSource, rule, says, when } from '../support/builders.js'

/* The state of an action is a fact like any other: which of the catalogue is considered, begun or done, and by whom. */

const others = { type: 'some-of', toldWithStory: true, ofActions: true } as const
const considered: FactSource = { name: 'considered.client', label: says('considered by the client'), ...others }
const done: FactSource = {
  ...{ name: 'done.worker', label: says('done'), ask: says('what was done?'), ...others },
  values: [
    { value: 'assess-risk', label: says('risk assessed'), aliases: ['assessed'] },
    { value: 'consult-supervisor', label: says('consulted'), aliases: ['talked'] },
    { value: 'tell-first', label: says('told'), aliases: ['talked'] },
    { value: 'tea-made', label: says('tea made') },
  ],
  makesDone: { next: says('go on from there') },
  aliases: ['done.before'],
}

const contains = (name: string, value: string, operator: 'contains' | 'doesNotContain' = 'contains'): Conditions => ({
  all: [{ fact: name, operator, value }],
})

const packWith = (...rules: Parameters<typeof rule>[0][]) =>
  createPack(packSource({ facts: [...packSource().facts, considered, done], rules: rules.map(rule) }))
const pack = packWith({ name: 'all', must: ['assess-risk', 'consult-supervisor', 'document-decision'] })

const stated = (situation: AnySituation) => {
  const facts = parseSituation(situation, pack)
  return Object.fromEntries(
    [...facts].map(([name, held]) => [name, held instanceof Map ? Object.fromEntries(held) : held]),
  )
}

describe('which actions are in some state', () => {
  test('is said of any action of the catalogue, of each yes, no or not known, and of no other', () => {
    expect(stated({ considered: { client: 'respect-choice' } })).toEqual({
      'considered.client': { 'respect-choice': true },
    })
    const each = { 'respect-choice': false, 'assess-risk': null }
    expect(stated({ considered: { client: each } })).toEqual({ 'considered.client': each })
    expect(stated({ considered: { client: null } })).toEqual({ 'considered.client': null })
    expect(() => stated({ considered: { client: 'respect-choices' } })).toThrow('situation.considered.client')
    expect(() => stated({ considered: { client: 'tea-made' } })).toThrow('situation.considered.client')
    expect(stated({ done: { worker: 'tea-made' } })).toEqual({ 'done.worker': { 'tea-made': true } })
  })

  test('is read by rules, three-valued, and asked for by none', async () => {
    const conditions = contains('considered.client', 'respect-choice')
    const reading = packWith({ name: 'read', conditions, should: ['consult-supervisor'] })
    const advised = async (client: unknown) => {
      const { actions, kind, questions } = await advise({ considered: { client } } as AnySituation, reading)
      return [actions.map(({ action }) => action), kind, questions.map((one) => one.fact).includes('considered.client')]
    }
    expect(await advised('respect-choice')).toEqual([['consult-supervisor'], 'one-sided', false])
    expect(await advised({ 'respect-choice': false })).toEqual([[], 'undetermined', false])
    expect(await advised('tell-first')).toEqual([[], 'undetermined', false])
  })
})

describe('what is done', () => {
  test('is told as done with what follows, whichever action it is, by whoever it counts for', async () => {
    const situation = { abuse: { suspected: true }, done: { worker: ['document-decision'] } }
    const advice = await advise(situation, pack)
    expect(advice.done?.map(({ action, next }) => [action, next])).toEqual([
      ['document-decision', says('go on from there')],
    ])
    const before = await advise({ abuse: { suspected: true }, considered: { client: 'document-decision' } }, pack)
    expect(before).not.toHaveProperty('done')
  })

  test('has what follows from the action itself, and counts by its own conditions as well', async () => {
    const [first, ...rest] = packSource().actions
    const own = { ...(first as (typeof rest)[number]), done: { conditions: when('consent.given'), next: says('wait') } }
    const source = packSource({
      ...{ facts: [...packSource().facts, considered, done], actions: [own, ...rest] },
      rules: [rule({ name: 'all', must: [own.name] })],
    })
    const told = async (situation: AnySituation) =>
      (await advise({ abuse: { suspected: true }, ...situation }, createPack(source))).done?.map(({ next }) => next)
    expect(await told({ consent: { given: true } })).toEqual([says('wait')])
    expect(await told({ done: { worker: own.name } })).toEqual([says('wait')])
    expect(await told({})).toBeUndefined()
  })
})

describe('a word that a fact had before', () => {
  test.each([
    ['one', 'assessed', { 'assess-risk': true }],
    ['one that is several now', 'talked', { 'consult-supervisor': true, 'tell-first': true }],
    [
      'a list',
      ['assessed', 'talked', 'tea-made'],
      { 'assess-risk': true, 'consult-supervisor': true, 'tell-first': true, 'tea-made': true },
    ],
    [
      'what is said of each',
      { talked: false, assessed: null },
      { 'consult-supervisor': false, 'tell-first': false, 'assess-risk': null },
    ],
    [
      'a present one beside it, which stands',
      { talked: true, 'tell-first': false },
      { 'consult-supervisor': true, 'tell-first': false },
    ],
    ['nothing known', null, null],
  ])('is read in present words: %s', (_, told, present) => {
    expect(stated({ done: { worker: told } } as AnySituation)).toEqual({ 'done.worker': present })
    expect(stated({ done: { before: told } } as AnySituation)).toEqual({ 'done.worker': present })
  })

  test('is read so in rules, where several say it now as any of them, or none', () => {
    const read = (conditions: Conditions) =>
      packWith({ name: 'r', conditions, must: ['assess-risk'] }).rules.get('r')?.conditions
    const now = (value: string, operator: 'contains' | 'doesNotContain' = 'contains') => ({
      fact: 'done.worker',
      operator,
      value,
    })
    expect(read(contains('done.before', 'assessed'))).toEqual({ all: [now('assess-risk')] })
    const both = (operator: 'contains' | 'doesNotContain') => [
      now('consult-supervisor', operator),
      now('tell-first', operator),
    ]
    expect(read(contains('done.worker', 'talked'))).toEqual({ all: [{ any: both('contains') }] })
    expect(read(contains('done.worker', 'talked', 'doesNotContain'))).toEqual({
      all: [{ all: both('doesNotContain') }],
    })
  })
})

test('an answer keeps what was told of actions that it does not offer', () => {
  const situation = { abuse: { suspected: true }, done: { worker: ['document-decision'] } }
  const sitting = interview({ situation }, pack, { step: { fact: 'done.worker', answer: ['assess-risk'] } })
  expect(sitting.state.situation).toMatchObject({
    done: { worker: { 'document-decision': true, 'assess-risk': true, 'consult-supervisor': null, 'tea-made': null } },
  })
})

test('what goes on as long as it is asked for is not done with, though it was done so far', async () => {
  const { actions } = packSource()
  const going = createPack(
    packSource({
      facts: [...packSource().facts, considered, done],
      actions: actions.map((one) => (one.name === 'assess-risk' ? { ...one, continuing: true } : one)),
      rules: [rule({ name: 'all', must: ['assess-risk', 'consult-supervisor'] })],
    }),
  )
  const situation = { abuse: { suspected: true }, done: { worker: ['assess-risk', 'consult-supervisor'] } }
  const advice = await advise(situation, going)
  expect(advice.actions.map(({ action }) => action)).toEqual(['assess-risk'])
  expect(advice.done?.map(({ action }) => action)).toEqual(['consult-supervisor'])
})

describe('a pack is refused', () => {
  const refused = (facts: readonly FactSource[], actions: PackSource['actions'] = packSource().actions) => {
    try {
      createPack(packSource({ facts: [...packSource().facts, ...facts], actions }))
    } catch (error) {
      if (error instanceof TimbangError) return error.issues.map(({ place, message }) => `${place}: ${message}`)
      throw error
    }
    return []
  }
  const [first, ...rest] = packSource().actions as [PackSource['actions'][number], ...PackSource['actions']]

  test.each([
    [
      'whose fact of actions is no list',
      refused([fact({ name: 'done.it', ofActions: true })]),
      ['facts · done.it: tells of actions, and is no list of members'],
    ],
    [
      'whose fact makes done what are no actions',
      refused([fact({ name: 'done.it', makesDone: { next: says('x') } })]),
      ['facts · done.it: `makesDone` needs `ofActions`'],
    ],
    [
      'in which a list has neither values nor actions',
      refused([{ name: 'done.it', label: says('x'), ask: says('x?'), type: 'some-of' }]),
      ['facts · done.it: needs `values`'],
    ],
    [
      'in which what is offered is not asked for',
      refused([{ ...considered, values: [{ value: 'x', label: says('x') }] }]),
      ['facts · considered.client: needs a question in `ask`'],
    ],
    [
      'in which a former word stands for something else',
      refused([{ ...done, values: [{ value: 'x', label: says('x'), aliases: ['assess-risk'] }] }]),
      ['facts · done.worker: its former word `assess-risk` stands for something else'],
    ],
    [
      'in which an action is done without any conditions',
      refused([], [{ ...first, done: { next: says('x') } }, ...rest]),
      [`actions · ${first.name}: \`done\` needs \`conditions\`, or a fact that \`makesDone\``],
    ],
    [
      'in which what goes on as long as it is asked for is done',
      refused([], [{ ...first, continuing: true, done: { next: says('x') } }, ...rest]),
      [`actions · ${first.name}: goes on as long as it is asked for, and has no \`done\``],
    ],
  ])('%s', (_, issues, expected) => {
    expect(issues).toEqual(expected)
  })
})
