import { describe, expect, test } from 'vitest'
import { decide, knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { advise, createPack, render, TimbangError } from '../../src/index.js'
import type { Conditions, Leaf } from '../../src/pack/conditions.js'
import type { Pack } from '../../src/pack/pack.js'
import { type FactSource, fact, nested, packSource, rule, says, when } from '../support/builders.js'

const given = fact({ name: 'consent.given' })
const jurisdiction = fact({ name: 'case.jurisdiction', type: 'one-of', values: ['ID', 'US', 'other'] })
const target = fact({ name: 'risk.target', type: 'some-of', values: ['self', 'child', 'partner'] })
const severity = fact({ name: 'risk.severity', type: 'scale', values: ['none', 'minor', 'moderate', 'serious'] })
const age = fact({ name: 'client.ageYears', type: 'number', min: 0, max: 120 })
const visits = fact({ name: 'case.visits', type: 'number' })

const jurisdictionIs = 'must be one of `ID`, `US`, `other`, or `null`'
const severityIs = 'must be one of `none`, `minor`, `moderate`, `serious`, or `null`'
const someOf =
  'must be a list of at least one of `self`, `child`, `partner`, or an object that says `true`, `false` or `null` of them'

describe('a fact is stated', () => {
  test.each([
    [given, true, true],
    [given, false, false],
    [given, null, null],
    [jurisdiction, 'US', 'US'],
    [jurisdiction, null, null],
    [severity, 'none', 'none'],
    [severity, null, null],
    [age, 0, 0],
    [age, 120, 120],
    [age, 17.5, 17.5],
    [age, -0, 0],
    [age, null, null],
    [visits, -3, -3],
    [visits, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [target, null, null],
    [target, 'child', new Map([['child', true]])],
    [target, ['child', 'self', 'child'], new Map(Object.entries({ child: true, self: true }))],
    [
      target,
      { child: true, self: false, partner: null },
      new Map(Object.entries({ child: true, self: false, partner: null })),
    ],
    [target, { child: undefined }, new Map()],
    [target, {}, new Map()],
  ])('$0.name as $1', (declared, value, stated) => {
    const pack = packOf(declared)
    expect(parseSituation(nested([[declared.name, value]]), pack)).toEqual(new Map([[declared.name, stated]]))
  })

  test.each([given, jurisdiction, severity, age, target])('$name not at all', (declared) => {
    const [group] = declared.name.split('.') as [string]
    for (const situation of [{}, { [group]: {} }, { [group]: undefined }, nested([[declared.name, undefined]])])
      expect(parseSituation(situation, packOf(declared))).toEqual(new Map())
  })
})

describe('a fact is refused', () => {
  test.each([
    [given, 'true', 'must be `true`, `false` or `null`'],
    [given, 1, 'must be `true`, `false` or `null`'],
    [given, [true], 'must be `true`, `false` or `null`'],
    [given, {}, 'must be `true`, `false` or `null`'],
    [jurisdiction, 'id', jurisdictionIs],
    [jurisdiction, '', jurisdictionIs],
    [jurisdiction, true, jurisdictionIs],
    [jurisdiction, ['ID'], jurisdictionIs],
    [jurisdiction, { ID: true }, jurisdictionIs],
    [severity, 'grave', severityIs],
    [severity, 3, severityIs],
    [severity, ['minor'], severityIs],
    [age, -1, 'must be a number from 0 to 120, or `null`'],
    [age, 120.5, 'must be a number from 0 to 120, or `null`'],
    [age, '17', 'must be a number from 0 to 120, or `null`'],
    [age, true, 'must be a number from 0 to 120, or `null`'],
    [visits, 2 ** 53, 'must be a number, or `null`'],
    [target, true, someOf],
    [target, 'children', someOf],
    [target, [], someOf],
    [target, ['self', 'children'], someOf],
    [target, [null], someOf],
    [target, [['self']], someOf],
    [target, { children: true }, someOf],
    [target, { child: 'yes' }, someOf],
    [target, { child: 1 }, someOf],
  ])('$0.name as $1', (declared, value, message) => {
    expect(refusal(nested([[declared.name, value]]), packOf(declared))).toEqual([
      { place: `situation.${declared.name}`, message },
    ])
  })

  test('with its range as far as it has one', () => {
    const [from, to] = [
      fact({ name: 'a.from', type: 'number', min: 5 }),
      fact({ name: 'a.to', type: 'number', max: 5 }),
    ]
    expect(refusal({ a: { from: 4, to: 6 } }, packOf(from, to))).toEqual([
      { place: 'situation.a.from', message: 'must be a number from 5, or `null`' },
      { place: 'situation.a.to', message: 'must be a number to 5, or `null`' },
    ])
  })

  test('together with every other that is wrong', () => {
    const all = [given, jurisdiction, severity, age, target]
    const situation = nested(all.map(({ name }) => [name, 'x'] as const))
    expect(new Set(refusal(situation, packOf(...all)).map(({ place }) => place))).toEqual(
      new Set(all.map(({ name }) => `situation.${name}`)),
    )
  })
})

describe('a comparison', () => {
  const unknown = [undefined, null] as const

  test.each<readonly [FactSource, Leaf['operator'], Leaf['value'], readonly unknown[], readonly unknown[]]>([
    [given, 'equal', true, [true], [false]],
    [given, 'notEqual', true, [false], [true]],
    [given, 'equal', false, [false], [true]],
    [jurisdiction, 'equal', 'ID', ['ID'], ['US', 'other']],
    [jurisdiction, 'notEqual', 'ID', ['US', 'other'], ['ID']],
    [jurisdiction, 'in', ['ID', 'US'], ['ID', 'US'], ['other']],
    [jurisdiction, 'notIn', ['ID', 'US'], ['other'], ['ID', 'US']],
    [severity, 'equal', 'minor', ['minor'], ['none', 'moderate', 'serious']],
    [severity, 'notEqual', 'minor', ['none', 'moderate', 'serious'], ['minor']],
    [severity, 'in', ['none', 'serious'], ['none', 'serious'], ['minor', 'moderate']],
    [severity, 'notIn', ['none', 'serious'], ['minor', 'moderate'], ['none', 'serious']],
    [severity, 'lessThan', 'moderate', ['none', 'minor'], ['moderate', 'serious']],
    [severity, 'lessThanInclusive', 'moderate', ['none', 'minor', 'moderate'], ['serious']],
    [severity, 'greaterThan', 'moderate', ['serious'], ['none', 'minor', 'moderate']],
    [severity, 'greaterThanInclusive', 'moderate', ['moderate', 'serious'], ['none', 'minor']],
    [age, 'equal', 18, [18], [17.9, 0]],
    [age, 'notEqual', 0, [0.1], [0, -0]],
    [age, 'in', [1, 2], [1, 2], [1.5]],
    [age, 'notIn', [1, 2], [0], [2]],
    [age, 'lessThan', 18, [17.99], [18, 19]],
    [age, 'lessThanInclusive', 18, [18], [18.01]],
    [age, 'greaterThan', 18, [18.01], [18]],
    [age, 'greaterThanInclusive', 18, [18, 120], [17.99]],
    [target, 'contains', 'child', ['child', ['self', 'child'], { child: true, self: null }], [{ child: false }]],
    [
      target,
      'doesNotContain',
      'child',
      [{ child: false }, { child: false, self: true }],
      ['child', ['child'], { child: true }],
    ],
  ])('$0.name $1 $2', async (declared, operator, value, holding, failing) => {
    const pack = packOf(
      declared,
      rule({ name: 'r', conditions: when(declared.name, value, operator), must: ['tell-first'] }),
    )
    expect(await Promise.all(holding.map((stated) => truthOf(declared, stated, pack)))).toEqual(holding.map(() => true))
    expect(await Promise.all(failing.map((stated) => truthOf(declared, stated, pack)))).toEqual(
      failing.map(() => false),
    )
    expect(await Promise.all(unknown.map((stated) => truthOf(declared, stated, pack)))).toEqual([undefined, undefined])
  })

  test('with a member of which nothing was said is not known, whatever was said of the others', async () => {
    for (const operator of ['contains', 'doesNotContain'] as const) {
      const pack = packOf(
        target,
        rule({ name: 'r', conditions: when('risk.target', 'child', operator), must: ['tell-first'] }),
      )
      const stated = [
        'self',
        ['self', 'partner'],
        { self: false, partner: false },
        { child: null },
        { child: undefined },
        {},
      ]
      expect(await Promise.all(stated.map((one) => truthOf(target, one, pack)))).toEqual(stated.map(() => undefined))
    }
  })

  test('of words follows the order of the declaration, not of the alphabet', async () => {
    const turned = fact({ name: 'risk.severity', type: 'scale', values: ['serious', 'moderate', 'minor', 'none'] })
    const pack = packOf(
      turned,
      rule({ name: 'r', conditions: when('risk.severity', 'minor', 'greaterThan'), must: ['tell-first'] }),
    )
    expect(await truthOf(turned, 'none', pack)).toBe(true)
    expect(await truthOf(turned, 'serious', pack)).toBe(false)
  })

  test('of a word that reads like a number or like what every object has stays a comparison of words', async () => {
    const odd = fact({ name: 'a.b', type: 'some-of', values: ['constructor', 'toString', 'valueOf', 'a1'] })
    const pack = packOf(
      odd,
      rule({ name: 'r', conditions: when('a.b', 'constructor', 'contains'), must: ['tell-first'] }),
    )
    const stated: unknown[] = [{}, 'toString', { constructor: false }, ['constructor'], { constructor: true }]
    expect(await Promise.all(stated.map((one) => truthOf(odd, one, pack)))).toEqual([
      undefined,
      undefined,
      false,
      true,
      true,
    ])
  })
})

describe('a derived fact', () => {
  const minor = fact({ name: 'client.isMinor', derivedFrom: when('client.ageYears', 18, 'lessThan') })
  const young = rule({ name: 'young', conditions: when('client.isMinor'), must: ['tell-first'] })
  const pack = packOf(age, minor, young)

  test.each([
    [{ ageYears: 17 }, true],
    [{ ageYears: 18 }, false],
    [{}, undefined],
    [{ ageYears: null }, undefined],
    [{ isMinor: true }, true],
    [{ isMinor: false }, false],
    [{ isMinor: null, ageYears: 17 }, true],
    [{ isMinor: true, ageYears: 17 }, true],
  ])('follows: %j', async (client, truth) => {
    expect(await truthOf(minor, undefined, pack, { client })).toBe(truth)
  })

  test.each([
    { isMinor: true, ageYears: 18 },
    { isMinor: false, ageYears: 17 },
  ])('is never contradicted: %j', (client) => {
    expect(refusal({ client }, pack)).toEqual([
      { place: 'situation.client.isMinor', message: 'contradicts the facts from which it follows' },
    ])
  })

  test('that nobody can be asked about is not told as a question without an answer', async () => {
    const advice = await advise({ client: { isMinor: null } }, pack)
    expect(advice.unanswered).toEqual([])
    expect(() => render(advice, { as: 'text', locale: 'id' })).not.toThrow()
  })

  test('follows from others that are derived, through as many as eight in a row', async () => {
    const chain = Array.from({ length: 8 }, (_, i) =>
      fact({ name: `chain.f${i}`, derivedFrom: when(i === 0 ? 'consent.given' : `chain.f${i - 1}`) }),
    )
    const last = rule({ name: 'last', conditions: when('chain.f7'), must: ['tell-first'] })
    const long = packOf(given, ...[...chain].reverse(), last)
    expect(await truthOf(given, true, long)).toBe(true)
    expect(await truthOf(given, false, long)).toBe(false)
  })

  test('contradicted at the end of a chain is found at the first that does not follow', () => {
    const one = fact({ name: 'chain.one', derivedFrom: when('consent.given') })
    const two = fact({ name: 'chain.two', derivedFrom: when('chain.one') })
    expect(refusal({ consent: { given: true }, chain: { two: false } }, packOf(two, one, given))).toEqual([
      { place: 'situation.chain.two', message: 'contradicts the facts from which it follows' },
    ])
  })
})

describe('a presumed fact', () => {
  const because = says('capacity is presumed')
  const capacity = fact({ name: 'client.hasCapacity', presume: { value: true, because, sources: ['CODE-1'] } })
  const pack = packOf(capacity, rule({ name: 'r', conditions: when('client.hasCapacity'), must: ['tell-first'] }))

  test.each([
    [undefined, 'presumed', 'presumed'],
    [null, 'presumed', 'presumed'],
    [true, 'applies', 'firm'],
  ])('stated as %s: the rule %s', async (value, outcome, certainty) => {
    const situation = nested([['client.hasCapacity', value]])
    const known = knownFrom(parseSituation(situation, pack), pack)
    expect(decide(known, pack)[0]?.outcome).toBe(outcome)
    const { actions, presumed } = await advise(situation, pack)
    expect(actions.map((one) => one.certainty)).toEqual([certainty])
    const assumption = {
      fact: 'client.hasCapacity',
      label: says('client.hasCapacity'),
      answer: { value: true },
      because,
    }
    expect(presumed).toEqual(outcome === 'presumed' ? [{ ...assumption, sources: ['CODE-1'] }] : [])
  })

  test('has the first reason whose conditions are known to hold, and else its own', async () => {
    const reason = (name: string, conditions: Conditions) => ({
      ...{ name, conditions },
      ...{ because: says(name), sources: ['BOOK-1'] },
    })
    const where = [reason('child', when('client.isMinor')), reason('young', when('client.ageYears', 30, 'lessThan'))]
    const told = packOf(
      fact({ name: 'client.ageYears', type: 'number', min: 0, max: 120 }),
      fact({ name: 'client.isMinor', derivedFrom: when('client.ageYears', 18, 'lessThan') }),
      { ...capacity, presume: { value: true, because, sources: ['CODE-1'], where } },
      rule({ name: 'r', conditions: when('client.hasCapacity'), must: ['tell-first'] }),
    )
    const presumed = async (ageYears?: number) =>
      (await advise({ client: { ageYears } }, told)).presumed.map(({ because: { en }, sources }) => [en, ...sources])
    expect(await presumed(12)).toEqual([['child', 'BOOK-1']])
    expect(await presumed(20)).toEqual([['young', 'BOOK-1']])
    expect(await presumed(40)).toEqual([['capacity is presumed', 'CODE-1']])
    expect(await presumed()).toEqual([['capacity is presumed', 'CODE-1']])
  })

  test('gives way to what is stated', async () => {
    const advice = await advise({ client: { hasCapacity: false } }, pack)
    expect(advice.actions).toEqual([])
    expect(advice.presumed).toEqual([])
  })
})

function packOf(...parts: readonly (FactSource | ReturnType<typeof rule>)[]): Pack {
  const facts = parts.filter((part) => 'type' in part)
  const rules = parts.filter((part) => 'event' in part)
  const [opener] = facts.filter(({ ask }) => ask !== undefined) as [FactSource]
  const silent = rule({
    name: 'silent',
    conditions: { not: { any: [{ fact: opener.name, ...someLeaf(opener) }] } },
    should: ['assess-risk'],
  })
  return createPack(
    packSource({ facts, pack: { openers: [opener.name] }, frameworks: [], rules: rules.length > 0 ? rules : [silent] }),
  )
}

/** A comparison that fits the type of a fact. */
function someLeaf({ type, values, min = 0 }: FactSource): Omit<Leaf, 'fact'> {
  const [first] = values ?? []
  if (type === 'some-of') return { operator: 'contains', value: first?.value ?? '' }
  return { operator: 'equal', value: type === 'yes-no' ? true : type === 'number' ? min : (first?.value ?? '') }
}

/** What the first rule's conditions are found to be; where they hold, json-rules-engine has confirmed it. */
async function truthOf(declared: FactSource, value: unknown, pack: Pack, situation = nested([[declared.name, value]])) {
  const known = knownFrom(parseSituation(situation, pack), pack)
  const [finding] = decide(known, pack)
  const { actions } = await advise(situation, pack)
  expect(actions.map(({ action }) => action)).toEqual(finding?.holds === true ? ['tell-first'] : [])
  return finding?.holds
}

function refusal(situation: unknown, pack: Pack) {
  try {
    knownFrom(parseSituation(situation, pack), pack)
  } catch (error) {
    if (error instanceof TimbangError && error.code === 'invalid-situation')
      return error.issues.map(({ place, message }) => ({ place, message }))
    throw error
  }
  throw new Error('it was accepted')
}
