import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Difference } from '../../../src/author/prove/diff/differences.js'
import { diffPacks, type PackDiff } from '../../../src/author/prove/diff/diffPacks.js'
import { diffReport } from '../../../src/author/prove/diff/diffReport.js'
import type { Proof } from '../../../src/author/prove/prove.js'
import { counterexampleCases, proveReport } from '../../../src/author/prove/proveReport.js'
import type { Counterexample, Verdict } from '../../../src/author/prove/verdict.js'
import { situationType } from '../../../src/author/situationType.js'
import { type AnySituation, createPack, type Pack } from '../../../src/pack/pack.js'
import { socialWork } from '../../../src/social-work/socialWork.js'
import { packSource, position, rule, says, when } from '../../support/builders.js'

/* How proofs and comparisons are told, in every form that they can have. */

const situation = (severity: string): AnySituation => ({ risk: { severity } })

function counterexample(count: number, parts: Partial<Counterexample> = {}): Counterexample {
  const situations = ['none', 'minor', 'serious', 'moderate', 'unknown'].slice(0, count).map((severity) => ({
    situation: situation(severity),
    told: says(`severity ${severity}`),
    said: [{ action: 'tell-first', label: says('tell'), status: says('must') }],
  }))
  return { about: ['tell-first'], situations, rules: ['tell'], smallest: true, ...parts }
}

function verdict(name: string, parts: Partial<Verdict>): Verdict {
  return { name, because: says(name), verdict: 'holds', questions: 1, failing: [], notProved: [], ...parts }
}

function proofOf(invariants: readonly Verdict[], laws: readonly Verdict[] = []): Proof {
  const pack = { pack: 'tiny', version: '1.0.0', digest: 'd', on: '2026-01-31' }
  return { ...pack, laws, invariants, tested: [says('the order')], questions: 9, holds: false }
}

describe('a proof is told', () => {
  test('what fails first, then what was not proved, what says nothing, and what holds', () => {
    const report = proveReport(
      proofOf(
        [
          verdict('held', {}),
          verdict('idle', { verdict: 'empty' }),
          verdict('open', { verdict: 'not-proved', notProved: [['tell-first', 'consent.given']] }),
          verdict('broken', { verdict: 'fails', failing: [['a'], ['b', 'c']], counterexample: counterexample(1) }),
        ],
        [verdict('law', {})],
      ),
      'en',
    )
    const heads = report.split('\n').filter((line) => /^(holds|FAILS|EMPTY|NOT PROVED) /.test(line))
    expect(heads).toEqual([
      'holds  law (law)',
      'FAILS  broken (broken)',
      'NOT PROVED  open (open)',
      'EMPTY  idle (idle)',
      'holds  held (held)',
    ])
    expect(report).toContain('    fails for: a; b · c')
    expect(report).toContain('    not proved within the budget for: tell-first · consent.given')
    expect(report).toContain('    says nothing: what it looks at cannot be')
    expect(report).toContain('1 FAILS · 1 NOT PROVED · 1 EMPTY · 2 holds (9 questions')
  })

  test('one situation as where it is so, two as before and after, more as the first and others, three of them at most', () => {
    const headings = (count: number) =>
      proveReport(proofOf([verdict('v', { verdict: 'fails', counterexample: counterexample(count) })]), 'en')
        .split('\n')
        .flatMap((line) => /^ {4}(\w+): severity (\w+)$/.exec(line)?.slice(1, 3).join(' ') ?? [])
    expect(headings(1)).toEqual(['in none'])
    expect(headings(2)).toEqual(['before none', 'after minor'])
    expect(headings(5)).toEqual(['in none', 'or minor', 'or serious'])
  })

  test('and that fewer facts may do; where nothing is said, and by no rule, neither is told', () => {
    const [first] = counterexample(1).situations
    const bare = counterexample(1, {
      rules: [],
      smallest: false,
      situations: [{ ...(first as object), said: [] } as never],
    })
    const report = proveReport(proofOf([verdict('v', { verdict: 'fails', counterexample: bare })]), 'en')
    expect(report).toContain('    whether fewer facts suffice was not decided')
    expect(report).not.toMatch(/ {4}rules:| {6}says:/)
  })

  test('as cases: two situations of a counterexample as two, one without any as none', () => {
    const proof = proofOf([verdict('v', { counterexample: counterexample(2) }), verdict('w', {})])
    expect(counterexampleCases(proof).cases).toEqual([
      { name: 'v', note: 'v', situation: situation('none') },
      { name: 'v, after', note: 'v', situation: situation('minor') },
    ])
  })
})

describe('a comparison is told', () => {
  const difference = (parts: Partial<Difference>): Difference => ({
    action: 'tell-first',
    label: says('tell'),
    before: { said: 'must', certainty: 'depends', urgency: 'immediate' },
    after: { said: 'not-spoken-of' },
    rules: [['old'], []],
    situation: situation('serious'),
    told: says('severity serious'),
    smallest: true,
    ...parts,
  })
  const diffOf = (parts: Partial<PackDiff>): PackDiff => {
    const pack = { name: 'tiny', version: '1.0.0', digest: 'd', on: '2026-01-31' }
    const nothing = {
      differences: [],
      otherGrounds: [],
      otherPositions: [],
      unchanged: 0,
      notFinished: [],
      notInBoth: [],
    }
    return { packs: [pack, { ...pack, version: '2.0.0' }], ...nothing, ...parts }
  }

  test('by the situation that shows it, what needs least first, each action from what to what and by which rules', () => {
    const longer = { risk: { severity: 'serious' }, abuse: { suspected: true } }
    const report = diffReport(
      diffOf({
        differences: [
          difference({ situation: longer, told: says('more'), before: { said: 'gave-way' }, after: { said: 'done' } }),
          difference({ smallest: false }),
        ],
      }),
      'en',
    )
    expect(report.split('\n').slice(1)).toEqual([
      '',
      'in: severity serious (whether fewer facts suffice was not decided)',
      expect.stringMatching(/^ {2}tell: must, depends on an open danger, at once → /),
      '    old → –',
      '',
      'in: more',
      '  tell: gave way → is done',
      '    old → –',
      '',
      'actions advised as before in every situation, on the same grounds: 0',
      'actions advised otherwise in some: 1',
      '  no longer asked for or permitted: 1',
      '  told as done now: 1',
    ])
  })

  test.each([
    ['must', 'should', 'more or less strongly'],
    ['must-not', 'should-not', 'more or less strongly'],
    ['must-not', 'may', 'no longer forbidden'],
    ['should-not', 'not-spoken-of', 'no longer forbidden'],
    ['contested', 'not-spoken-of', 'no longer contested'],
    ['contested', 'must', 'no longer contested'],
    ['not-spoken-of', 'may', 'asked for or permitted now'],
    ['gave-way', 'must', 'asked for or permitted now'],
    ['gave-way', 'not-spoken-of', 'no longer asked for or permitted'],
    ['must', 'must-not', 'forbidden now'],
    ['not-spoken-of', 'contested', 'contested now'],
    ['should', 'gave-way', 'gives way now, and says so'],
    ['must', 'must', 'sooner or later'],
  ] as const)('in the end by how many actions move: from %s to %s is “%s”', (before, after, move) => {
    const certainty = 'firm' as const
    const differences = [difference({ before: { said: before, certainty }, after: { said: after, certainty } })]
    expect(diffReport(diffOf({ differences }), 'en').split('\n').at(-1)).toBe(`  ${move}: 1`)
  })

  test('of two packs of one name and version, by the folders in which they stand', () => {
    const [head] = diffReport(diffOf({}), 'en', undefined, ['house-before', 'house']).split('\n')
    expect(head).toMatch(/^house-before: \S+ \S+ \(rules of \S+\) → house: \S+ \S+ \(rules of \S+\)$/)
    expect(diffReport(diffOf({}), 'id').split('\n')[0]).not.toContain('house')
  })

  test('other grounds, what was not finished, and what only one of both can state apart', () => {
    const report = diffReport(
      diffOf({
        otherGrounds: [difference({ rules: [['old'], ['new']] })],
        notFinished: ['tell-first'],
        notInBoth: ['risk.severity: huge'],
      }),
      'en',
    )
    expect(report).toContain('other grounds\n  tell: old → new (severity serious)')
    expect(report).toContain('not finished within the budget: tell-first')
    expect(report).toContain('can be stated in one of the packs only: risk.severity: huge')
    expect(report).not.toContain('the advice is the same')
  })
})

describe('two packs', () => {
  const tell = rule({ name: 'tell', should: ['tell-first'] })

  test('of which one has an action more, and is compared on a day and by a framework', async () => {
    const { actions, ...rest } = packSource({ rules: [tell] })
    const more = rule({ name: 'walk', should: ['walk-along'] })
    const after = createPack({
      ...rest,
      actions: [...actions, { name: 'walk-along', label: says('walk along') }],
      rules: { 'rules/tiny.json': { standard: says('Tiny standard'), rules: [tell, more] } },
    })
    const before = createPack(packSource({ rules: [tell] }))
    const options = { on: '2026-02-01', framework: 'life-first' }
    const there = await diffPacks(before, after, options)
    expect(there.packs.map(({ on }) => on)).toEqual(['2026-02-01', '2026-02-01'])
    expect(there.differences.map(({ action, before: was, after: now }) => [action, was.said, now.said])).toEqual([
      ['walk-along', 'not-spoken-of', 'should'],
    ])
    const back = await diffPacks(after, before, options)
    expect(back.differences.map(({ action, before: was, after: now }) => [action, was.said, now.said])).toEqual([
      ['walk-along', 'should', 'not-spoken-of'],
    ])
  })

  test('of which one knows another published position say which rule carries it', async () => {
    const may = position({ name: 'leave-it', may: ['tell-first'] })
    const divided = rule({ name: 'tell', should: ['tell-first'], otherPositions: [may], positionsSought: '2026-01-31' })
    const packs = [tell, divided].map((one) => createPack(packSource({ rules: [one] })))
    const found = await diffPacks(packs[0] as Pack, packs[1] as Pack)
    expect([found.differences, found.otherPositions]).toEqual([[], ['tell']])
    expect(diffReport(found, 'en')).toContain('other published positions differ in the rules: tell')
    expect(diffReport(found, 'id')).not.toContain('other published')
    expect((await diffPacks(packs[0] as Pack, packs[0] as Pack)).otherPositions).toEqual([])
  })

  test('that give the same advice by another rule differ in their grounds alone', async () => {
    const other = { ...tell, name: 'say-so' }
    const found = await diffPacks(createPack(packSource({ rules: [tell] })), createPack(packSource({ rules: [other] })))
    expect(found.differences).toEqual([])
    expect(found.otherGrounds.map(({ action, rules }) => [action, rules])).toEqual([
      ['tell-first', [['tell'], ['say-so']]],
    ])
  })

  test('of which more differs than is to be told are named as not finished', async () => {
    const grave = rule({ name: 'grave', conditions: when('risk.severity', 'serious'), must: ['tell-first'] })
    const before = createPack(packSource({ rules: [tell] }))
    const found = await diffPacks(before, createPack(packSource({ rules: [grave] })), { most: 1 })
    expect(found.notFinished).toEqual(['tell-first'])
    expect(found.differences).toHaveLength(1)
  })

  test('of which the budget does not suffice to compare an action name it as not finished', async () => {
    const grave = rule({ name: 'grave', conditions: when('risk.severity', 'serious'), must: ['tell-first'] })
    const [before, after] = [createPack(packSource({ rules: [tell] })), createPack(packSource({ rules: [grave] }))]
    expect((await diffPacks(before, after, { budget: 100_000 })).notFinished).toEqual([])
    expect((await diffPacks(before, after, { budget: 0 })).notFinished).toContain('tell-first')
  })

  test('that can state different facts and values say which', async () => {
    const { facts, ...rest } = packSource({ rules: [tell] })
    const pack = createPack({
      ...rest,
      facts: [...facts, { name: 'case.late', label: says('late'), ask: says('late?'), type: 'yes-no' }],
    })
    const found = await diffPacks(pack, createPack({ ...rest, facts }))
    expect(found.notInBoth).toEqual(['case.late'])
    expect((await diffPacks(createPack({ ...rest, facts }), pack)).notInBoth).toEqual(['case.late'])
  })
})

test('the type of a social-work situation that the build writes is the one that the facts give', () => {
  const written = readFileSync('src/social-work/generated/situation.ts', 'utf8')
  expect(situationType(socialWork, 'SocialWorkSituation')).toBe(written)
})
