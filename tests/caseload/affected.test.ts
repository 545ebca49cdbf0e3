import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { saidOfActions } from '../../src/advise/rankActions.js'
import { draftOf } from '../../src/advise/reasons.js'
import { draftExpectation } from '../../src/author/cases/expectation.js'
import { changesOf } from '../../src/author/cases/ruleChanges.js'
import { diffPacks } from '../../src/author/prove/diff/diffPacks.js'
import { affectedWhere } from '../../src/caseload/affected/affectedWhere.js'
import { normalForm } from '../../src/caseload/form/normalForm.js'
import { compiledPack } from '../../src/decide/compiledPack.js'
import { claimingRules, decide, knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { type AnySituation, branded, createPack, type Pack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import type { Rule } from '../../src/pack/rule.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { assessFindings, kindOf } from '../../src/weigh/assess.js'
import { arbitraryPack, packSource, rule, situationOf, when } from '../support/builders.js'
import { runs, sampleOf, wholeOr } from '../support/sample.js'

/* Which cases a change of rules can move is asked of PostgreSQL itself, here inside the process. */

const database = await PGlite.create()
afterAll(() => database.close())

/** The places of the situations that the condition finds. */
async function found(where: string, situations: readonly AnySituation[], pack: Pack): Promise<readonly number[]> {
  const rows = situations.map((situation) => {
    const { findings, known, weighed } = weigh(situation, pack)
    const said = { kind: kindOf(weighed, known, pack, {}), urgency: weighed.urgency, rules: claimingRules(findings) }
    return { facts: normalForm(situation, pack).facts, said }
  })
  const given = `given AS (SELECT i, v->'facts' AS facts, v->'said' AS said FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS g (v, i))`
  const sql = `WITH ${given} SELECT s.i::int - 1 AS place FROM given s JOIN given r ON r.i = s.i WHERE ${where} ORDER BY 1`
  const answer = await database.query<{ place: number }>(sql, [JSON.stringify(rows)])
  return answer.rows.map(({ place }) => place)
}

function weigh(situation: AnySituation, pack: Pack) {
  const known = knownFrom(parseSituation(situation, pack), pack)
  const findings = decide(known, pack)
  return { known, findings, weighed: assessFindings(findings, known, pack, {}) }
}

/** All that an advice says but for what it asks. */
function said(situation: AnySituation, pack: Pack) {
  const { known, weighed } = weigh(situation, pack)
  const danger = compiledPack(pack).dangerStated(known.values) === true
  const urgent = Object.fromEntries(saidOfActions(weighed))
  return { ...draftExpectation(draftOf(weighed, known, pack, {})), danger, urgent }
}

/** The pack with some of its rules changed by small changes, some left out. */
function changed(pack: Pack, seeds: readonly number[]): Pack {
  const rules = new Map(pack.rules)
  for (const seed of seeds) {
    const all = [...rules.values()].filter((one) => one.findsOut === undefined)
    const chosen = all[seed % all.length] as Rule
    const ways = changesOf(chosen, pack.facts)
    const way = ways[Math.floor(seed / all.length) % (ways.length + 1)]
    if (way) rules.set(chosen.name, way.rule)
    else rules.delete(chosen.name)
  }
  return branded({ ...pack, rules })
}

test('whatever the condition leaves out is advised alike by both packs', async () => {
  const all = arbitraryPack().chain((source) =>
    fc.tuple(
      fc.constant(source),
      fc.array(fc.noBias(fc.nat(9_973)), { minLength: 1, maxLength: 3 }),
      fc.array(situationOf(createPack(source)), { minLength: 12, maxLength: 12 }),
    ),
  )
  const tried = runs(2_000, 20)
  let [moved, left] = [0, 0]
  await fc.assert(
    fc.asyncProperty(all, async ([source, seeds, situations]) => {
      const pack = createPack(source)
      const other = changed(pack, seeds)
      for (const [before, after] of [
        [pack, other],
        [other, pack],
      ] as const) {
        const places = await found(affectedWhere({ pack: before }, { pack: after }), situations, before)
        const out = situations.filter((_, i) => !places.includes(i))
        for (const one of out) expect(said(one, after)).toEqual(said(one, before))
        moved += places.length
        left += out.length
      }
    }),
    tried,
  )
  expect(Math.min(moved, left)).toBeGreaterThan(5 * tried.numRuns)
})

test('every situation by which two packs are told to differ is found', async () => {
  const pack = createPack(packSource())
  const changes = [...pack.rules.values()].flatMap((one) => (one.findsOut ? [] : changesOf(one, pack.facts)))
  let told = 0
  for (const { rule: changed } of sampleOf(changes, 6, 1)) {
    const after = branded({ ...pack, rules: new Map([...pack.rules, [changed.name, changed]]) })
    const { differences } = await diffPacks(pack, after)
    const situations = differences.map(({ situation }) => situation)
    const places = await found(affectedWhere({ pack }, { pack: after }), situations, pack)
    expect(places).toEqual(situations.map((_, i) => i))
    told += situations.length
  }
  expect(told).toBeGreaterThan(0)
})

/** The situations of the cases of the shipped pack. */
function caseSituations(): AnySituation[] {
  return readdirSync('tests/cases').flatMap((name) => {
    const { cases } = JSON.parse(readFileSync(`tests/cases/${name}`, 'utf8')) as {
      cases: { situation: AnySituation }[]
    }
    return cases.map(({ situation }) => situation)
  })
}

test('of the shipped pack, too, what is left out is advised alike', async () => {
  const pack = socialWork as Pack
  const situations = sampleOf(caseSituations(), 30, 4)
  const seeds = wholeOr([11, 222, 3_333, 4_444, 5_055, 6_606, 7_707], [222, 3_333, 4_444])
  let [moved, spared] = [0, 0]
  for (const seed of seeds) {
    const after = changed(pack, [seed, seed * 7])
    const places = await found(affectedWhere({ pack }, { pack: after }), situations, pack)
    for (const [i, one] of situations.entries())
      if (!places.includes(i)) expect(said(one, after)).toEqual(said(one, pack))
    // A rule about nearly every case moves nearly every case; most rules are about few.
    if (places.length < situations.length / 2) spared += 1
    moved += places.length
  }
  expect(moved).toBeGreaterThan(0)
  expect(spared).toBeGreaterThanOrEqual(seeds.length / 2)
})

describe('the condition', () => {
  const one = rule({ name: 'one', must: ['tell-first'] })
  const packOf = (...rules: Parameters<typeof rule>[0][]) =>
    createPack(packSource({ rules: [one, ...rules.map(rule)] }))

  test('is false where the wording alone differs, and true where more than rules does', () => {
    const worded = rule({ name: 'one', must: ['tell-first'], because: { en: 'otherwise said', id: 'lain' } })
    const reworded = createPack(packSource({ rules: [worded] }))
    expect(affectedWhere({ pack: packOf() }, { pack: reworded })).toBe('false')
    const source = packSource({ rules: [one] })
    const facts = source.facts.map((fact) =>
      fact.name === 'consent.given' ? { ...fact, danger: [false], findOutBy: 'assess-risk' } : fact,
    )
    expect(affectedWhere({ pack: packOf() }, { pack: createPack({ ...source, facts }) })).toBe('true')
    expect(affectedWhere({ pack: packOf() }, { pack: packOf(), options: { framework: 'life-first' } })).toBe('true')
  })

  test('finds of a rule that is new the cases in which it holds, and of one that goes those in which it held', async () => {
    const added = packOf({ name: 'two', must: ['assess-risk'], conditions: when('risk.target', 'child', 'contains') })
    const situations: AnySituation[] = [
      { abuse: { suspected: true } },
      { abuse: { suspected: true }, risk: { target: ['child', 'self'] } },
      { abuse: { suspected: true }, risk: { target: { child: false, self: true } } },
      { abuse: { suspected: true }, risk: { target: 'child' } },
    ]
    expect(await found(affectedWhere({ pack: packOf() }, { pack: added }), situations, packOf())).toEqual([1, 3])
    expect(await found(affectedWhere({ pack: added }, { pack: packOf() }), situations, added)).toEqual([1, 3])
  })

  const findOut = { ...packSource().pack.findOut, urgency: 'routine' } as NonNullable<PackSource['pack']['findOut']>
  const watching = (watch: Omit<Parameters<typeof rule>[0], 'name'>) =>
    createPack(
      packSource({
        pack: { findOut },
        rules: [one, rule({ name: 'watch', should: ['consult-supervisor'], ...watch })],
      }),
    )
  const safe = (value: boolean) => ({ fact: 'abuse.victimSafeNow', operator: 'equal' as const, value })

  test.each<[string, Pack, Pack, AnySituation]>([
    [
      'presses for hurry while a danger is open',
      watching({ urgency: 'immediate', conditions: { all: [when('abuse.suspected'), safe(true)] } }),
      watching({ urgency: 'prompt', conditions: { all: [when('abuse.suspected'), safe(true)] } }),
      { abuse: { suspected: true } },
    ],
    [
      'alone leaves a danger open',
      watching({ conditions: { all: [when('consent.given'), safe(false)] } }),
      watching({ conditions: { all: [when('consent.given')] } }),
      { abuse: { suspected: true }, risk: { severity: 'serious' } },
    ],
  ])('finds a case in which a rule that makes no claim %s', async (_, before, after, situation) => {
    expect(said(situation, after)).not.toEqual(said(situation, before))
    expect(await found(affectedWhere({ pack: before }, { pack: after }), [situation], before)).toEqual([0])
    expect(await found(affectedWhere({ pack: after }, { pack: before }), [situation], after)).toEqual([0])
  })
})
