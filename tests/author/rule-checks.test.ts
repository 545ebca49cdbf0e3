import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guardRemarks } from '../../src/author/remarks/duties/guards.js'
import { solved } from '../../src/author/remarks/duties/solved.js'
import { application, appliesNot } from '../../src/author/remarks/jointWitness.js'
import type { RemarkKind } from '../../src/author/remarks/remark.js'
import { remarks } from '../../src/author/remarks/remarks.js'
import { situationWhere } from '../../src/author/remarks/satisfiable.js'
import type { Conditions } from '../../src/pack/conditions.js'
import { createPack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { arbitraryPack, fact, type PackParts, packSource, rule, says, unless, when } from '../support/builders.js'
import { sampleOf } from '../support/sample.js'

/* What is said of values that nothing reads, of needs that are denied, of guards that fall silent, of ratings that silence, and of what is meant. */

const place = 'rules/tiny.json'
const { facts } = packSource()

function told(parts: PackParts, kinds: readonly RemarkKind[], budget?: number): readonly string[] {
  return remarks(createPack(packSource(parts)), budget === undefined ? {} : { budget })
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ level, place, message }) => `${level} ${place}: ${message}`)
}

describe('a value that can be chosen and nothing reads', () => {
  const message = 'can be chosen, and no rule, derivation or guideline reads it'
  const unread = (parts: PackParts) => told(parts, ['value-never-read'])
  const target = (member: string) => when('risk.target', member, 'contains')

  test('is told, each by itself', () => {
    expect(unread({ rules: [rule({ name: 'one', conditions: target('child'), must: ['tell-first'] })] })).toEqual([
      `warning facts · risk.target · self: ${message}`,
      `warning facts · risk.target · partner: ${message}`,
    ])
  })

  test('is none where a rule, or a fact from which another follows that a rule reads, asks for it', () => {
    const near = fact({ name: 'risk.near', derivedFrom: { any: [target('self'), target('partner')] } })
    const rules = [
      rule({ name: 'one', conditions: target('child'), must: ['tell-first'] }),
      rule({ name: 'two', conditions: when('risk.near'), must: ['tell-first'] }),
    ]
    expect(unread({ facts: [...facts, near], rules })).toEqual([])
  })
})

describe('an action that answers a need', () => {
  const needs = fact({ name: 'client.needs', type: 'some-of', values: ['care', 'rest'], need: true })
  const need = (member: string, operator: 'contains' | 'doesNotContain' = 'contains') =>
    when('client.needs', member, operator)
  const answer = rule({ name: 'answer', conditions: need('care'), jurisdiction: ['ID'], should: ['tell-first'] })
  const denied = (others: NonNullable<PackParts['rules']>, budget?: number) =>
    told(
      { facts: [...facts, needs], rules: [answer, ...others] },
      ['asked-though-denied', ...(budget === undefined ? [] : (['not-decided'] as const))],
      budget,
    )

  test('is told where another rule asks for it though the need is denied', () => {
    expect(denied([rule({ name: 'other', must: ['tell-first'] })])).toEqual([
      'warning actions · tell-first: answers `care`, and is asked for where that is denied: by `other`',
    ])
  })

  test('is told with three of the rules, and how many more there are', () => {
    const others = ['a', 'b', 'c', 'd', 'e'].map((name) => rule({ name, must: ['tell-first'] }))
    expect(denied(others)).toEqual([
      'warning actions · tell-first: answers `care`, and is asked for where that is denied: by `a`, `b`, `c` and 2 more',
    ])
  })

  test('is well where each rule that asks for it waits for the need, or is silent where it is denied', () => {
    const both: Conditions = { all: [when('abuse.suspected'), need('care')] }
    const silent = [unless('not-needed', need('care', 'doesNotContain'))]
    expect(
      denied([
        rule({ name: 'waits', conditions: both, must: ['tell-first'] }),
        rule({ name: 'silent', must: ['tell-first'], unless: silent }),
        rule({ name: 'other-need', conditions: need('rest'), must: ['tell-first'] }),
        rule({ name: 'against', must: ['keep-confidential'], 'should-not': ['tell-first'] }),
      ]),
    ).toEqual([])
  })

  test('is not known to be one where the budget does not suffice', () => {
    expect(denied([rule({ name: 'other', must: ['tell-first'] })], 1)).toContain(
      'note actions · tell-first: not decided within the budget: whether `other` asks for it where `care` is denied',
    )
  })
})

describe('an `unless` of a rule that protects', () => {
  const look = (limit: Conditions) =>
    rule({
      name: 'look',
      conditions: when('risk.severity', 'serious'),
      must: ['assess-risk'],
      unless: [unless('asked-not-to', limit)],
    })
  const invariants = (guards: boolean) => ({
    groups: [
      {
        name: 'protections',
        label: says('protections'),
        ...(guards && { guards: true as const }),
        actions: ['assess-risk', 'disclose-to-protect'],
      },
    ],
    invariants: [],
  })
  const silenced = (rules: NonNullable<PackParts['rules']>, guards = true, budget?: number) =>
    told(
      { rules, invariants: invariants(guards) },
      ['guard-silenced', ...(budget === undefined ? [] : (['not-decided'] as const))],
      budget,
    )

  test('is told where it leaves a grave danger with nothing that protects', () => {
    expect(silenced([look(when('consent.given'))])).toEqual([
      `warning ${place} · look · asked-not-to: silences a guard: where it holds, nothing that protects may be asked for, however grave the danger, and nothing shows what gave way`,
    ])
  })

  test('is well where another rule protects there, where it holds in lesser danger only, and where nothing is said to protect', () => {
    const other = rule({ name: 'other', conditions: when('consent.given'), should: ['disclose-to-protect'] })
    expect(silenced([look(when('consent.given')), other])).toEqual([])
    const lesser = rule({
      name: 'look',
      must: ['assess-risk'],
      unless: [unless('light', when('risk.severity', 'minor', 'lessThanInclusive'))],
    })
    expect(silenced([lesser])).toEqual([])
    expect(silenced([look(when('consent.given'))], false)).toEqual([])
  })

  test('is decided by the solver where there is too much to look for one by one, and told to be open where that does not suffice either', () => {
    const { pack, living, collisions } = {
      pack: socialWork,
      living: new Set(sampleOf([...socialWork.rules.values()], 8, 1)),
      collisions: [],
    }
    const kindsWith = (budget: number) =>
      new Set(guardRemarks({ pack, living, collisions, budget }).map(({ kind }) => kind))
    expect(silenced([look(when('consent.given'))], true, 1)).toEqual(
      expect.arrayContaining([...silenced([look(when('consent.given'))])]),
    )
    expect(kindsWith(10_000)).toEqual(new Set(['guard-silenced']))
    expect(kindsWith(1)).toEqual(new Set(['not-decided']))
  })

  test('is decided alike by looking and by the solver, over random packs', () => {
    const packs = fc.sample(arbitraryPack(), { numRuns: 30, seed: 7 }).map((source) => createPack(source))
    const answers = packs.flatMap((pack) => {
      const all = [...pack.rules.values()].filter(({ findsOut }) => findsOut === undefined).slice(0, 6)
      return all.flatMap((one) =>
        all.map((other) => {
          const goals = [{ conditions: application(one), wanted: true }, appliesNot(other)]
          const found = situationWhere(goals, pack, 100_000)
          return [typeof found === 'object' ? 'possible' : found, solved(goals, pack, 100_000)]
        }),
      )
    })
    expect(answers.filter(([one, other]) => one !== other)).toEqual([])
    expect(new Set(answers.flat())).toEqual(new Set(['possible', 'impossible']))
  })
})

describe('a duty that a lower rating silences', () => {
  const light = when('risk.severity', 'minor', 'lessThanInclusive')
  const report = (limit: Conditions) => rule({ name: 'report', must: ['tell-first'], unless: [unless('light', limit)] })
  const silenced = (rules: NonNullable<PackParts['rules']>, budget?: number) =>
    told({ rules }, ['rating-silences', ...(budget === undefined ? [] : (['not-decided'] as const))], budget)
  const message = `warning ${place} · report · light: silences \`tell-first\` where \`risk.severity\` is rated low, and nothing else asks for it there`

  test('is told, however its `unless` is written', () => {
    expect(silenced([report(light)])).toEqual([message])
    expect(silenced([report({ not: when('risk.severity', 'serious') })])).toEqual([message])
    expect(silenced([report({ any: [light, when('consent.given')] })])).toEqual([message])
  })

  test('is well where something else asks for the same, where a higher rating silences, and where nothing is ranked', () => {
    expect(silenced([report(light), rule({ name: 'other', should: ['tell-first'] })])).toEqual([])
    expect(silenced([report(when('risk.severity', 'serious'))])).toEqual([])
    expect(silenced([report(when('client.ageYears', 18, 'lessThan'))])).toEqual([])
  })

  test('is not known to be silenced where the budget does not suffice', () => {
    expect(silenced([report(light)], 1)).toContain(
      `note ${place} · report · light: not decided within the budget: whether a low \`risk.severity\` silences what is asked for`,
    )
  })
})

describe('a remark that is meant', () => {
  const light = when('risk.severity', 'none')
  const rules = [rule({ name: 'report', must: ['tell-first'], unless: [unless('light', light)] })]
  const meant = (...at: [string, ...string[]]) => ({
    invariants: [],
    meant: [{ name: 'nothing-is-feared', remark: 'rating-silences', at, because: says('nothing is feared') }],
  })
  const found = (invariants: ReturnType<typeof meant>) =>
    told({ rules, invariants }, ['rating-silences', 'meant-never'])

  test('is a note, with the reason', () => {
    expect(found(meant('report · light'))).toEqual([
      `note ${place} · report · light: silences \`tell-first\` where \`risk.severity\` is rated low, and nothing else asks for it there; it is meant: nothing is feared`,
    ])
  })

  test('and is not made is a warning', () => {
    expect(found(meant('report · light', 'report · heavy'))[1]).toBe(
      'warning invariants · meant · nothing-is-feared: nothing of this kind is remarked at `report · heavy`',
    )
  })

  test('has a name of its own', () => {
    const [one] = meant('report · light').meant
    expect(() => createPack(packSource({ rules, invariants: { invariants: [], meant: [one, one] as never } }))).toThrow(
      'invariants · meant · nothing-is-feared: is declared twice',
    )
  })
})
