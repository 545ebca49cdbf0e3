import { describe, expect, test } from 'vitest'
import type { SaidOf } from '../../../src/author/prove/diff/differences.js'
import { diffPacks, type PackDiff } from '../../../src/author/prove/diff/diffPacks.js'
import { diffReport } from '../../../src/author/prove/diff/diffReport.js'
import { type Seen, seen } from '../../../src/author/prove/replay.js'
import { TimbangError } from '../../../src/errors.js'
import { saids } from '../../../src/pack/invariant.js'
import { type AnySituation, createPack, type Pack } from '../../../src/pack/pack.js'
import type { RuleSource } from '../../../src/pack/rule.js'
import { certainties } from '../../../src/vocabulary.js'
import { fact, nested, packSource, rule, says, unless, when } from '../../support/builders.js'
import { discloseGraveDanger, keepConfidence } from '../../support/secrecy.js'

/* What a comparison of two packs finds is what weighing every situation by both finds: no more, and no less. */

const facts = [
  fact({ name: 'case.jurisdiction', type: 'one-of', values: ['ID', 'other'], background: true }),
  fact({ name: 'abuse.suspected' }),
  fact({ name: 'abuse.victimSafeNow', danger: [false], findOutBy: 'assess-risk' }),
  fact({
    name: 'risk.severity',
    type: 'scale',
    values: ['none', 'serious'],
    danger: ['serious'],
    findOutBy: 'assess-risk',
  }),
  fact({ name: 'client.ageYears', type: 'number', min: 0, max: 120 }),
  fact({ name: 'client.isMinor', derivedFrom: when('client.ageYears', 18, 'lessThan') }),
  fact({ name: 'consent.given', presume: { value: false, because: says('not yet'), sources: ['CODE-1'] } }),
]
const values: Readonly<Record<string, readonly unknown[]>> = {
  'abuse.suspected': [true, false],
  'abuse.victimSafeNow': [true, false],
  'risk.severity': ['none', 'serious'],
  'client.ageYears': [10, 30],
  'client.isMinor': [true, false],
  'consent.given': [true, false],
}
const adult = rule({ name: 'respect-the-adult', conditions: when('client.isMinor', false), should: ['respect-choice'] })
const unsafe = rule({
  name: 'look-closely',
  conditions: when('abuse.victimSafeNow', false),
  should: ['tell-first'],
  urgency: 'prompt',
})
const rules = [keepConfidence, discloseGraveDanger, adult, unsafe]

const packOf = (all: readonly RuleSource[]) => createPack(packSource({ facts, rules: all }))
const instead = (one: RuleSource) => rules.map((old) => (old.name === one.name ? one : old))

const changes: readonly (readonly [string, readonly RuleSource[]])[] = [
  ['nothing', rules],
  ['a rule is gone', rules.filter((one) => one !== unsafe)],
  [
    'a duty becomes a wish',
    instead(rule({ name: 'respect-the-adult', conditions: when('client.isMinor', false), may: ['respect-choice'] })),
  ],
  [
    'a rule no longer prevails over another',
    instead(
      rule({
        name: 'disclose-grave-danger',
        conditions: when('risk.severity', 'serious'),
        must: ['disclose-to-protect'],
        urgency: 'immediate',
      }),
    ),
  ],
  [
    'an exception more',
    instead(
      rule({
        name: 'look-closely',
        conditions: when('abuse.victimSafeNow', false),
        should: ['tell-first'],
        urgency: 'prompt',
        unless: [unless('harmless', when('risk.severity', 'none'))],
      }),
    ),
  ],
  [
    'sooner',
    instead(
      rule({
        name: 'respect-the-adult',
        conditions: when('client.isMinor', false),
        should: ['respect-choice'],
        urgency: 'prompt',
      }),
    ),
  ],
  [
    'another against it',
    [...rules, rule({ name: 'hush', conditions: when('client.isMinor'), 'must-not': ['disclose-to-protect'] })],
  ],
]

/** Every situation that can be stated, but for those that contradict themselves. */
function everySituation(): readonly AnySituation[] {
  const all = Object.entries(values).reduce<readonly (readonly (readonly [string, unknown])[])[]>(
    (sofar, [name, list]) => sofar.flatMap((one) => [one, ...list.map((value) => [...one, [name, value] as const])]),
    [[]],
  )
  return all.map((one) => nested(one)).filter((situation) => isWhole(situation))
}

function isWhole({ client }: AnySituation): boolean {
  const { ageYears, isMinor } = (client ?? {}) as { readonly ageYears?: number; readonly isMinor?: boolean }
  return ageYears === undefined || isMinor === undefined || ageYears < 18 === isMinor
}

/** What differs between two answers about an action: the status; else the certainty, and the urgency. */
function differences(action: string, before: SaidOf, after: SaidOf): readonly string[] {
  if (before.said !== after.said) return [`${action}: ${before.said} → ${after.said}`]
  const [sure, soon] = [[before.certainty, after.certainty] as const, [before.urgency, after.urgency] as const]
  return [sure, soon].flatMap(([one, other]) => (one === other ? [] : [`${action}: ${before.said} ${one} → ${other}`]))
}

function saidOf(action: string, { look }: Seen): SaidOf {
  const certainty = certainties.find((one) => look.surely(action, [one]))
  const urgency = look.urgency(action)
  return {
    said: saids.find((one) => look.said(action, [one])) ?? 'not-spoken-of',
    ...(certainty && { certainty }),
    ...(urgency && { urgency }),
  }
}

async function byWeighing(before: Pack, after: Pack): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const situation of everySituation()) {
    const [one, other] = [await seen(situation, before, {}), await seen(situation, after, {})]
    for (const action of before.actions.keys())
      for (const difference of differences(action, saidOf(action, one), saidOf(action, other))) found.add(difference)
  }
  return found
}

function byProof({ differences: list }: PackDiff): ReadonlySet<string> {
  return new Set(list.flatMap(({ action, before, after }) => differences(action, before, after)))
}

describe('a comparison of two packs', () => {
  test.each(changes)('finds what weighing every situation finds: %s', async (_, changed) => {
    const [before, after] = [packOf(rules), packOf(changed)]
    const found = await diffPacks(before, after, { most: 1_000 })
    expect(found.notFinished).toEqual([])
    expect([...byProof(found)].sort()).toEqual([...(await byWeighing(before, after))].sort())
    expect(found.differences.every(({ smallest }) => smallest)).toBe(true)
  })

  test('tells the smallest situation of each in words, and groups what one situation shows', async () => {
    const found = await diffPacks(packOf(rules), packOf(rules.filter((one) => one !== unsafe)))
    expect(found.differences.map(({ situation }) => situation)).toEqual([{ abuse: { victimSafeNow: false } }])
    expect(diffReport(found, 'en')).toContain(
      'in: abuse.victimSafeNow: no\n  tell the client first: should, firm, soon →',
    )
    expect(diffReport(await diffPacks(packOf(rules), packOf(rules)), 'en')).toContain('the advice is the same')
  })

  test('follows the names that facts and actions had before', async () => {
    const renamed = packSource({
      facts: facts.map((one) =>
        one.name === 'abuse.suspected' ? { ...one, name: 'abuse.feared', aliases: ['abuse.suspected'] } : one,
      ),
      actions: packSource().actions.map((one) =>
        one.name === 'tell-first' ? { ...one, name: 'tell-before', aliases: ['tell-first'] } : one,
      ),
      rules: [
        { ...keepConfidence, conditions: when('abuse.feared') },
        discloseGraveDanger,
        adult,
        rule({
          name: 'look-closely',
          conditions: when('abuse.victimSafeNow', false),
          should: ['tell-before'],
          urgency: 'prompt',
        }),
      ],
    })
    const found = await diffPacks(packOf(rules), createPack(renamed))
    expect(found.differences).toEqual([])
    expect(found.otherGrounds).toEqual([])
  })

  test('says what only one of the packs can state, and refuses a framework that one does not have', async () => {
    const less = createPack(
      packSource({
        facts: facts.filter(({ name }) => name !== 'abuse.victimSafeNow'),
        rules: [keepConfidence, discloseGraveDanger, adult],
      }),
    )
    const found = await diffPacks(packOf(rules), less)
    expect(found.notInBoth).toEqual(['abuse.victimSafeNow'])
    await expect(diffPacks(packOf(rules), less, { framework: 'none-such' })).rejects.toThrow(TimbangError)
  })
})
