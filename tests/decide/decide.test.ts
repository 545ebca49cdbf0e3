import { describe, expect, test } from 'vitest'
import { decide, type Finding, knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { leaves } from '../../src/pack/conditions.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import type { RuleSource } from '../../src/pack/rule.js'
import { type FactSource, fact, packSource, rule, says, unless, when } from '../support/builders.js'

const suspected = fact({ name: 'abuse.suspected' })
const consent = fact({ name: 'consent.given' })
const capacity = fact({
  name: 'client.hasCapacity',
  presume: { value: true, because: says('presumed'), sources: ['LAW-ID'] },
})

describe('what one rule says of a situation', () => {
  const pack = packOf(
    [suspected, consent],
    rule({ name: 'keep', must: ['keep-confidential'], unless: [unless('consents', when('consent.given'))] }),
  )
  const [holds, fails, unknown] = [{ suspected: true }, { suspected: false }, {}]
  const [so, not, open] = [{ given: true }, { given: false }, {}]

  test.each<readonly [object, object, Omit<Finding, 'rule'>]>([
    [holds, not, { outcome: 'applies', holds: true, unless: [false], open: [false], possible: true }],
    [holds, open, { outcome: 'presumed', holds: true, unless: [undefined], open: [true], possible: true }],
    [holds, so, { outcome: 'excepted', holds: true, unless: [true], open: [false], possible: false }],
    [unknown, not, { outcome: 'undetermined', holds: undefined, unless: [false], open: [false], possible: true }],
    [unknown, open, { outcome: 'undetermined', holds: undefined, unless: [undefined], open: [true], possible: true }],
    [unknown, so, { outcome: 'excepted', holds: undefined, unless: [true], open: [false], possible: false }],
    [fails, not, { outcome: 'does-not-apply', holds: false, unless: [false], open: [false], possible: false }],
    [fails, open, { outcome: 'does-not-apply', holds: false, unless: [undefined], open: [true], possible: false }],
    [fails, so, { outcome: 'does-not-apply', holds: false, unless: [true], open: [false], possible: false }],
  ])('abuse %j, consent %j', (abuse, given, expected) => {
    expect(findings({ abuse, consent: given }, pack)).toEqual([{ ...expected, rule: pack.rules.get('keep') }])
  })

  test('where one of two exceptions holds, it is excepted, and while one is open, presumed', () => {
    const two = [unless('consents', when('consent.given')), unless('unable', when('client.hasCapacity', false))]
    const both = packOf(
      [suspected, consent, capacity],
      rule({ name: 'keep', must: ['keep-confidential'], unless: two }),
    )
    const said = [
      { consent: { given: false }, client: { hasCapacity: true } },
      { consent: { given: false }, client: { hasCapacity: false } },
      { consent: { given: false } },
      { client: { hasCapacity: true } },
    ].map((more) => brief({ abuse: { suspected: true }, ...more }, both))
    expect(said).toEqual([['keep applies'], ['keep excepted'], ['keep presumed'], ['keep presumed']])
  })
})

test('a rule of several facts is looked at again whichever of them is stated', () => {
  const both = { all: ['abuse.suspected', 'consent.given'].flatMap((name) => leaves(when(name))) }
  const pack = packOf([suspected, consent], rule({ name: 'both', conditions: both, must: ['tell-first'] }))
  const said = [{ abuse: { suspected: false } }, { consent: { given: false } }, { consent: { given: true } }]
  expect(said.map((situation) => brief(situation, pack))).toEqual([
    ['both does-not-apply'],
    ['both does-not-apply'],
    ['both undetermined'],
  ])
})

describe('what is presumed', () => {
  const able = fact({ name: 'client.isAble', derivedFrom: when('client.hasCapacity') })
  const pack = packOf(
    [suspected, capacity, able],
    rule({ name: 'able', conditions: when('client.hasCapacity'), must: ['respect-choice'] }),
    rule({ name: 'follows', conditions: when('client.isAble'), must: ['tell-first'] }),
    rule({ name: 'unable', conditions: when('client.isAble', false), must: ['assess-risk'] }),
  )

  test('holds while nothing is stated, with what follows from it, and could still turn out otherwise', () => {
    expect(findings({}, pack).map(({ rule: { name }, outcome, possible }) => [name, outcome, possible])).toEqual([
      ['able', 'presumed', true],
      ['follows', 'presumed', true],
      ['unable', 'does-not-apply', true],
    ])
  })

  test('gives way to what is stated, and is then no presumption', () => {
    expect(brief({ client: { hasCapacity: true } }, pack)).toEqual([
      'able applies',
      'follows applies',
      'unable does-not-apply',
    ])
    expect(brief({ client: { hasCapacity: false } }, pack)).toEqual([
      'able does-not-apply',
      'follows does-not-apply',
      'unable applies',
    ])
  })
})

test('an exception that is presumed to hold excepts, until the contrary is stated', () => {
  const able = unless('able', when('client.hasCapacity'))
  const pack = packOf([suspected, capacity], rule({ name: 'act-for', must: ['assess-risk'], unless: [able] }))
  const abuse = { suspected: true }
  expect(brief({ abuse }, pack)).toEqual(['act-for excepted'])
  expect(brief({ abuse, client: { hasCapacity: false } }, pack)).toEqual(['act-for applies'])
})

describe('a rule that is in force for a time', () => {
  const pack = packOf(
    [suspected],
    rule({ name: 'always', must: ['tell-first'] }),
    rule({ name: 'from', must: ['tell-first'], inForce: { from: '2026-02-01' } }),
    rule({ name: 'range', must: ['tell-first'], inForce: { from: '2026-02-01', until: '2026-02-28' } }),
    rule({
      name: 'until',
      must: ['tell-first'],
      inForce: { until: '2026-02-28' },
      unless: [unless('never', when('abuse.suspected', false))],
    }),
  )
  const applying = (on?: string) =>
    decide(knownFrom(parseSituation({ abuse: { suspected: true } }, pack), pack), pack, on).flatMap(
      ({ rule: { name }, outcome }) => (outcome === 'applies' ? [name] : []),
    )

  test.each([
    ['2026-01-31', ['always', 'until']],
    ['2026-02-01', ['always', 'from', 'range', 'until']],
    ['2026-02-28', ['always', 'from', 'range', 'until']],
    ['2026-03-01', ['always', 'from']],
  ])('holds from its first to its last day: on %s', (on, names) => {
    expect(applying(on)).toEqual(names)
  })

  test('is weighed on the day of the pack where no day is told', () => {
    expect(applying()).toEqual(applying(pack.asOf))
  })

  test('says nothing at all on any other day', () => {
    const known = knownFrom(parseSituation({ abuse: { suspected: true } }, pack), pack)
    expect(decide(known, pack, '2026-03-01').find((one) => one.rule.name === 'until')).toEqual({
      rule: pack.rules.get('until'),
      outcome: 'does-not-apply',
      holds: false,
      unless: [undefined],
      open: [false],
      possible: false,
    })
  })
})

describe('finding out a danger', () => {
  const severity = fact({
    name: 'risk.severity',
    type: 'scale',
    values: ['none', 'serious'],
    danger: ['serious'],
    findOutBy: 'assess-risk',
  })
  const safe = fact({ name: 'abuse.victimSafeNow', danger: [false], findOutBy: 'assess-risk' })
  const pack = packOf([suspected, severity, safe], rule({ name: 'other', must: ['tell-first'] }))
  const found = (situation: object) =>
    findings(situation, pack).flatMap(({ rule: { name }, outcome, possible }) =>
      name === 'find-out.assess-risk' ? [outcome, possible] : [],
    )

  test.each<readonly [object, string, boolean]>([
    [{}, 'undetermined', true],
    [{ risk: { severity: 'none' } }, 'undetermined', true],
    [{ risk: { severity: 'serious' } }, 'applies', true],
    [{ abuse: { victimSafeNow: false } }, 'applies', true],
    [{ risk: { severity: 'serious' }, abuse: { victimSafeNow: true } }, 'does-not-apply', false],
    [{ risk: { severity: 'none' }, abuse: { victimSafeNow: true } }, 'does-not-apply', false],
  ])('is asked while a sign of it is stated and one is open: %j', (situation, outcome, possible) => {
    expect(found(situation)).toEqual([outcome, possible])
  })
})

function packOf(facts: readonly FactSource[], ...rules: readonly RuleSource[]): Pack {
  return createPack(packSource({ facts: [...facts], rules, frameworks: [], pack: { openers: ['abuse.suspected'] } }))
}

function findings(situation: object, pack: Pack): readonly Finding[] {
  return decide(knownFrom(parseSituation(situation, pack), pack), pack)
}

function brief(situation: object, pack: Pack): string[] {
  return findings(situation, pack).map(({ rule: { name }, outcome }) => `${name} ${outcome}`)
}
