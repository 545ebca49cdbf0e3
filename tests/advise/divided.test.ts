import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { whatIf } from '../../src/consult/whatIf.js'
import { screen } from '../../src/embed/screening/screen.js'
import { extendPack } from '../../src/pack/extendPack.js'
import { type AnySituation, createPack, type Pack } from '../../src/pack/pack.js'
import type { RuleSource } from '../../src/pack/rule.js'
import { nested, packSource, position, rule, says, situationOf, unless, when } from '../support/builders.js'
import { runs } from '../support/sample.js'

/* Where published positions differ, both are told. */

const told = position({ name: 'leave-it-to-them', may: ['disclose-to-protect'], sources: ['BOOK-1'] })
const warn = rule({
  name: 'warn',
  must: ['disclose-to-protect', 'tell-first'],
  otherPositions: [told],
  positionsSought: '2026-01-31',
})
const abuse = { abuse: { suspected: true } }

function packOf(...rules: readonly RuleSource[]): Pack {
  return createPack(packSource({ rules }))
}

function adviceOf(situation: AnySituation, ...rules: readonly RuleSource[]): Promise<Advice> {
  return advise(situation, packOf(...rules))
}

const marks = ({ actions }: Advice) =>
  actions.flatMap(({ action, divided = [] }) =>
    divided.map((one) => [action, one.rule, one.position, one.certainty].join(' ')),
  )

describe('an action on which published positions differ', () => {
  test('carries the other position with what it asks for, its reason, its sources and what both agree on', async () => {
    const { actions, kind, sources } = await adviceOf(abuse, warn)
    expect(kind).toBe('divided')
    expect(actions.map(({ action, divided }) => [action, divided])).toEqual([
      [
        'disclose-to-protect',
        [
          {
            rule: 'warn',
            position: 'leave-it-to-them',
            certainty: 'firm',
            asks: [{ action: 'disclose-to-protect', label: says('disclose'), force: 'may' }],
            because: says('leave-it-to-them holds'),
            agreed: says('something is done'),
            sources: ['BOOK-1'],
          },
        ],
      ],
      ['tell-first', undefined],
    ])
    expect(Object.keys(sources)).toContain('BOOK-1')
  })

  test('is also one in whose place the other position asks for something else', async () => {
    const instead = position({ name: 'first-ask', should: ['assess-risk'], insteadOf: ['tell-first'] })
    const advice = await adviceOf(abuse, { ...warn, ...withPositions(warn, instead) })
    expect(marks(advice)).toEqual(['tell-first warn first-ask firm'])
  })

  test('keeps its certainty: what is firm is so whether or not the profession is divided', async () => {
    const plain = rule({ name: 'warn', must: ['disclose-to-protect', 'tell-first'] })
    const certainties = ({ actions }: Advice) => actions.map(({ status, certainty }) => [status, certainty])
    expect(certainties(await adviceOf(abuse, warn))).toEqual(certainties(await adviceOf(abuse, plain)))
  })

  test('is marked no surer than its rule counts', async () => {
    const doubted = rule({ ...warnParts, unless: [unless('client-consents', when('consent.given'))] })
    expect(marks(await adviceOf(abuse, doubted))).toEqual(['disclose-to-protect warn leave-it-to-them presumed'])
    expect(marks(await adviceOf({ ...abuse, consent: { given: true } }, doubted))).toEqual([])
  })

  test('is none while its rule gave way to another', async () => {
    const prevails = rule({ name: 'keep', must: ['keep-confidential'], exceptionTo: ['warn'] })
    const advice = await adviceOf(abuse, rule({ ...warnParts, must: ['disclose-to-protect'] }), prevails)
    expect([marks(advice), advice.kind]).toEqual([[], 'settled'])
  })
})

const warnParts = {
  name: 'warn',
  must: ['disclose-to-protect'],
  otherPositions: [told],
  positionsSought: '2026-01-31',
}

function withPositions({ event }: RuleSource, ...otherPositions: readonly ReturnType<typeof position>[]) {
  return { event: { ...event, params: { ...event.params, otherPositions: [...otherPositions] } } }
}

describe('a position that rests on law', () => {
  const lawful = position({ name: 'as-the-law-says', may: ['disclose-to-protect'], sources: ['LAW-US'] })
  const abroad = { ...warn, ...withPositions(warn, lawful) }

  test.each([
    ['US', ['disclose-to-protect warn as-the-law-says firm'], 'divided'],
    ['ID', [], 'one-sided'],
    [undefined, [], 'one-sided'],
  ])('is one only where that law is in force (%s)', async (jurisdiction, expected, kind) => {
    const situation = { ...abuse, ...(jurisdiction && { case: { jurisdiction } }) }
    const advice = await adviceOf(situation, abroad)
    expect([marks(advice), advice.kind]).toEqual([expected, kind])
  })

  test('is told beside a book that says the same, and is then for comparison', async () => {
    const both = position({ name: 'both', may: ['disclose-to-protect'], sources: ['BOOK-1', 'LAW-US'] })
    const { actions } = await adviceOf(
      { ...abuse, case: { jurisdiction: 'ID' } },
      { ...warn, ...withPositions(warn, both) },
    )
    const [first] = actions[0]?.divided ?? []
    expect([first?.sources, first?.elsewhere]).toEqual([['BOOK-1'], ['LAW-US']])
  })

  test('is one only while that law is in force', async () => {
    const source = packSource({ rules: [abroad] })
    const ended = { ...source, sources: source.sources.map((one) => ({ ...one, inForce: { until: '2026-01-01' } })) }
    const pack = createPack(ended)
    const situation = { ...abuse, case: { jurisdiction: 'US' } }
    expect((await advise(situation, pack)).kind).toBe('one-sided')
    expect((await advise(situation, pack, { on: '2025-12-31' })).kind).toBe('divided')
  })
})

describe('the kind of an advice', () => {
  test('is a dilemma before it is divided, and divided before it is settled', async () => {
    const keep = rule({ name: 'keep', principle: 'justice', must: ['keep-confidential'] })
    const against = rule({ name: 'first', principle: 'justice', 'should-not': ['tell-first'] })
    expect((await adviceOf(abuse, warn, keep)).kind).toBe('dilemma')
    const settled = await adviceOf(abuse, warn, against)
    expect([settled.kind, settled.setAside.map(({ action }) => action)]).toEqual(['divided', ['tell-first']])
  })

  test('is not made by what is owed in nearly every situation, nor by what is done', async () => {
    const standing = rule({ ...warnParts, standing: true })
    expect((await adviceOf(abuse, standing)).kind).not.toBe('divided')
    const source = packSource({ rules: [rule(warnParts)] })
    const done = { conditions: when('consent.given'), next: says('look back') }
    const actions = source.actions.map((one) => (one.name === 'disclose-to-protect' ? { ...one, done } : one))
    const pack = createPack({ ...source, actions })
    expect((await advise({ ...abuse, consent: { given: true } }, pack)).kind).toBe('one-sided')
  })

  test('is the same where it is supposed, and where a caseload is screened', async () => {
    const pack = packOf(warn)
    const asked = { case: { jurisdiction: 'ID' } }
    expect(whatIf(asked, pack, { change: abuse }).kind.to).toBe('divided')
    const lines = []
    for await (const line of screen([abuse], pack)) lines.push(line)
    expect(lines).toMatchObject([{ kind: 'divided' }])
  })
})

describe('learning', () => {
  const pack = packOf(
    rule({ ...warnParts, conditions: when('abuse.suspected'), unless: [unless('agreed', when('consent.given'))] }),
    rule({ ...warnParts, name: 'warn-again', conditions: when('risk.severity', 'serious') }),
    rule({ name: 'keep', must: ['keep-confidential'], conditions: when('client.ageYears', 18, 'lessThan') }),
  )
  const firm = (advice: Advice) => marks(advice).filter((mark) => mark.endsWith('firm'))

  test('takes away no mark that is firm', async () => {
    const steps = fc.record({ now: situationOf(pack), more: situationOf(pack) })
    await fc.assert(
      fc.asyncProperty(steps, async ({ now, more }) => {
        const then = merged(now, more)
        const [before, after] = await Promise.all([attempt(now), attempt(then)])
        if (before && after) expect(firm(after)).toEqual(expect.arrayContaining(firm(before)))
      }),
      runs(200),
    )
  })

  const attempt = (situation: AnySituation) =>
    advise(situation, pack, {}).catch(() => undefined) as Promise<Advice | undefined>
})

/** What was known, and of the rest what is learned. */
function merged(now: AnySituation, more: AnySituation): AnySituation {
  const flat = (one: AnySituation) =>
    Object.entries(one).flatMap(([group, facts]) =>
      Object.entries(facts as object).flatMap(([name, value]) =>
        value === null ? [] : [[`${group}.${name}`, value] as const],
      ),
    )
  return nested(new Map([...flat(more), ...flat(now)]))
}

describe('an agency', () => {
  test('gives the rules of its own their positions, and those of the pack stay as they are', async () => {
    const own = rule({ ...warnParts, name: 'house-rule', must: ['consult-supervisor'] })
    const parts = withPositions(own, position({ name: 'alone', 'should-not': ['consult-supervisor'] }))
    const house = extendPack(packOf(rule({ name: 'warn', must: ['disclose-to-protect'] })), {
      pack: { name: 'house', version: '1.0.0', title: says('House'), extends: 'tiny' },
      rules: { 'house.json': { standard: says('House'), rules: [{ ...own, ...parts }] } },
      translations: { su: { 'rules · house-rule · otherPositions · alone · because': 'sorangan' } },
    })
    const advice = (await advise(abuse, house)) as Advice
    expect(marks(advice)).toEqual(['consult-supervisor house-rule alone firm'])
    const [divided] = advice.actions.flatMap((one) => one.divided ?? [])
    expect(divided?.because).toEqual({ ...says('alone holds'), su: 'sorangan' })
  })
})
