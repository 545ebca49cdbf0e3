import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { knownFrom, knownOrContradiction } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import type { StatedFacts } from '../../src/decide/statedFacts.js'
import { leaves } from '../../src/pack/conditions.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import { type AnySituation, createPack, type Pack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import type { RuleSource } from '../../src/pack/rule.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import type { WeighOptions } from '../../src/weigh/assess.js'
import {
  arbitraryPack,
  fact,
  framework,
  packSource,
  rule,
  says,
  situationOf,
  unless,
  when,
} from '../support/builders.js'
import { answers, broken, brokenByAdvice, type Extension, truth, withAnswer, written } from '../support/laws.js'
import { runs, sampleOf } from '../support/sample.js'

const shipped = socialWork as Pack

describe('the laws of advice hold in random packs', () => {
  test('consistency, learning and silence about danger, as weighed', () => {
    fc.assert(
      fc.property(randomCase(), ([source, situation, choice]) => {
        const pack = createPack(source)
        expect(broken(parseSituation(situation, pack), pack, options(pack, choice))).toEqual([])
      }),
      runs(2_000, 20),
    )
  })

  test('consistency, real witnesses and danger asked first, in the advice', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase(), async ([source, situation, choice]) => {
        const pack = createPack(source)
        expect(await brokenByAdvice(parseSituation(situation, pack), pack, options(pack, choice))).toEqual([])
      }),
      runs(2_000, 20),
    )
  })
})

describe('the laws of advice hold in the shipped pack', () => {
  test('consistency, learning and silence about danger, as weighed', () => {
    fc.assert(
      fc.property(sparseSituation(), fc.noBias(fc.nat(96)), (stated, choice) => {
        const some = (_: Extension, i: number) => i % 97 === choice
        expect(broken(stated, shipped, options(shipped, choice), some)).toEqual([])
      }),
      runs(1_000, 5),
    )
  })

  test('consistency, real witnesses and danger asked first, in the advice', async () => {
    await fc.assert(
      fc.asyncProperty(sparseSituation(), fc.noBias(fc.nat(96)), async (stated, choice) => {
        expect(await brokenByAdvice(stated, shipped, options(shipped, choice))).toEqual([])
      }),
      runs(100, 2),
    )
  })
})

describe('the laws of advice hold in every situation of a small pack', () => {
  test.each(Object.entries(smallPacks()))('%s', async (_, source) => {
    const pack = createPack(source)
    const every = everySituation(pack)
    const failing: unknown[] = []
    for (const stated of sampleOf(every, 15, 2)) {
      const found = [...broken(stated, pack, {}), ...(await brokenByAdvice(stated, pack, {}))]
      if (found.length > 0) failing.push({ situation: written(stated), found })
    }
    expect(failing).toEqual([])
    expect(every.length).toBeGreaterThan(100)
  })
})

describe('what must make no difference makes none', () => {
  test('the order of rules, of their files and of keys', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase(), fc.infiniteStream(fc.noBias(fc.nat(997))), async ([source, situation], order) => {
        const shuffled = reversedKeys({ ...source, rules: reorderedRules(source, order) })
        const advice = await advise(situation, createPack(source))
        const other = await advise(reversedKeys(situation), createPack(shuffled))
        expect(withoutDigest(other)).toEqual(withoutDigest(advice))
      }),
      runs(500, 12),
    )
  })

  test('leaving the questions out: all else is said, and said as surely and as soon', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase(), async ([source, situation, choice]) => {
        const pack = createPack(source)
        const asked = await advise(situation, pack, options(pack, choice))
        const unasked = await advise(situation, pack, { ...options(pack, choice), questions: false })
        const { depending: _, ...rest } = asked as Advice
        expect(unasked).toEqual({ ...rest, questions: null })
      }),
      runs(500, 12),
    )
  })

  test('a fact that no rule reads', async () => {
    const unread = fact({ name: 'other.unread', type: 'one-of', values: ['one', 'two'] })
    await fc.assert(
      fc.asyncProperty(
        randomCase(),
        fc.constantFrom('one', 'two'),
        fc.boolean(),
        async ([source, situation], value, last) => {
          fc.pre(Object.keys(situation).length > 0)
          const facts = last ? [...source.facts, unread] : [unread, ...source.facts]
          const advice = await advise(situation, createPack(source))
          const more = await advise({ ...situation, other: { unread: value } }, createPack({ ...source, facts }))
          expect(withoutDigest(more)).toEqual(withoutDigest(advice))
        },
      ),
      runs(300, 8),
    )
  })

  test('a condition denied twice', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase(), async ([source, situation]) => {
        const pack = createPack(source)
        const twice = createPack(deniedTwice(source))
        const trees = ({ rules, ...advice }: Advice) => ({
          ...withoutDigest(advice as Advice),
          rules: Object.keys(rules),
        })
        expect(trees(await advise(situation, twice))).toEqual(trees(await advise(situation, pack)))
        const { values } = knownFrom(parseSituation(situation, pack), pack)
        for (const { conditions } of pack.rules.values())
          expect(truth({ not: { not: conditions } }, values, pack)).toBe(truth(conditions, values, pack))
      }),
      runs(300, 8),
    )
  })

  test('asking again, a pack created again, a situation that is frozen, and a way through JSON', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase(), async ([source, situation]) => {
        const pack = createPack(source)
        const advice = await advise(situation, pack)
        const json = JSON.stringify(advice)
        expect(JSON.stringify(await advise(situation, pack))).toBe(json)
        expect(JSON.stringify(await advise(frozen(situation), createPack(frozen(source))))).toBe(json)
        expect(JSON.parse(json)).toStrictEqual(advice)
      }),
      runs(300, 8),
    )
  })
})

/* Cases. */

function randomCase(): fc.Arbitrary<[PackSource, AnySituation, number]> {
  return arbitraryPack().chain((source) =>
    fc.tuple(fc.constant(source), situationOf(createPack(source)), fc.noBias(fc.nat(9))),
  )
}

/** No framework named, or one of those of the pack. */
function options(pack: Pack, choice: number): WeighOptions {
  const name = [undefined, ...pack.frameworks.keys()][choice % (pack.frameworks.size + 1)]
  return name === undefined ? {} : { framework: name }
}

/** A situation of the shipped pack of which few or many facts are left. */
function sparseSituation(): fc.Arbitrary<StatedFacts> {
  return fc
    .tuple(situationOf(shipped), fc.integer({ min: 1, max: 4 }), fc.noBias(fc.nat(3)))
    .map(([situation, every, first]) => {
      const stated = [...parseSituation(situation, shipped)].filter((_, i) => i % every === first % every)
      return new Map(stated)
    })
    .filter((stated) => typeof knownOrContradiction(stated, shipped) !== 'string')
}

/** Every way to leave each fact and each member of a list not known or to state it, but for contradictions. */
function everySituation(pack: Pack): StatedFacts[] {
  let all: StatedFacts[] = [new Map()]
  for (const fact of pack.facts.values()) {
    const rounds =
      fact.type === 'some-of'
        ? valueNames(fact).map((member) => [new Map([[member, true]]), new Map([[member, false]])])
        : [answers(fact, pack)]
    for (const round of rounds)
      all = all.flatMap((stated) => [stated, ...round.map((answer) => withAnswer(stated, fact.name, answer))])
  }
  return all.filter((stated) => typeof knownOrContradiction(stated, pack) !== 'string')
}

/* What makes no difference. */

function withoutDigest({ packs, ...advice }: Advice): object {
  return { ...advice, packs: packs.map(({ digest: _, ...pack }) => pack) }
}

function reversedKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversedKeys) as T
  if (typeof value !== 'object' || value === null) return value
  const reversed = Object.entries(value).reverse()
  return Object.fromEntries(reversed.map(([key, held]) => [key, reversedKeys(held)])) as T
}

/** The rules in another order, in two files. */
function reorderedRules(source: PackSource, order: fc.Stream<number>): PackSource['rules'] {
  const rules = Object.values(source.rules).flatMap((file) => file.rules)
  const keyed = rules.map((one) => ({ one, key: order.next().value as number }))
  const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ one }) => one)
  const cut = 1 + (shuffled.length >> 1)
  const files: [string, RuleSource[]][] = [
    ['rules/a.json', shuffled.slice(0, cut)],
    ['rules/b.json', shuffled.slice(cut)],
  ]
  const standard = says('Tiny standard')
  return Object.fromEntries(
    files.filter(([, held]) => held.length > 0).map(([file, held]) => [file, { standard, rules: held }]),
  )
}

function deniedTwice(source: PackSource): PackSource {
  const twice = (conditions: unknown) => ({ not: { not: conditions } })
  const files = Object.entries(source.rules).map(([file, { standard, rules }]) => {
    const denied = rules.map(({ conditions, event: { type, params }, ...rest }) => ({
      ...rest,
      conditions: twice(conditions),
      event: {
        type,
        params: {
          ...params,
          ...(params.unless && { unless: params.unless.map((one) => ({ ...one, conditions: twice(one.conditions) })) }),
        },
      },
    }))
    return [file, { standard, rules: denied }]
  })
  return { ...source, rules: Object.fromEntries(files) }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const held of Object.values(value)) frozen(held)
  return Object.freeze(value)
}

/* Small packs, each with what it is to show. */

function smallPacks(): Record<string, PackSource> {
  const header = { openers: ['abuse.suspected'] }
  const suspected = fact({ name: 'abuse.suspected', danger: [true] })
  const severity = fact({
    name: 'risk.severity',
    type: 'scale',
    values: ['none', 'minor', 'serious'],
    danger: ['serious'],
    findOutBy: 'assess-risk',
  })
  const safe = fact({ name: 'abuse.victimSafeNow', danger: [false], findOutBy: 'assess-risk' })
  const capacity = fact({
    name: 'client.hasCapacity',
    presume: { value: true, because: says('presumed'), sources: ['LAW-ID'] },
  })
  const consent = fact({ name: 'consent.given' })
  const target = fact({ name: 'risk.target', type: 'some-of', values: ['self', 'child'], danger: ['child'] })
  const age = fact({ name: 'client.ageYears', type: 'number', min: 0, max: 120 })
  const minor = fact({
    name: 'client.isMinor',
    derivedFrom: when('client.ageYears', 18, 'lessThan'),
    ask: says('A minor?'),
  })
  return {
    'exceptions, danger and presumption': packSource({
      pack: header,
      facts: [suspected, severity, safe, capacity, consent],
      rules: [
        rule({
          name: 'keep-confidence',
          principle: 'confidentiality',
          must: ['keep-confidential'],
          whenOverridden: ['tell-first'],
          unless: [unless('consents', when('consent.given')), unless('unsafe', when('abuse.victimSafeNow', false))],
        }),
        rule({
          name: 'disclose',
          conditions: when('risk.severity', 'serious'),
          must: ['disclose-to-protect'],
          urgency: 'immediate',
          exceptionTo: ['keep-confidence'],
          unless: [
            unless('safe-and-agreed', {
              all: [...leaves(when('abuse.victimSafeNow')), ...leaves(when('consent.given'))],
            }),
          ],
        }),
        rule({
          name: 'respect-the-able',
          principle: 'self-determination',
          conditions: when('client.hasCapacity'),
          should: ['respect-choice'],
          'must-not': ['assess-risk'],
          urgency: 'prompt',
          unless: [unless('danger', when('risk.severity', 'minor', 'greaterThan'))],
        }),
        rule({
          name: 'listen',
          conditions: when('risk.severity', 'minor'),
          should: ['tell-first'],
          urgency: 'immediate',
        }),
        rule({
          name: 'leave-in-peace',
          conditions: when('consent.given', false),
          'must-not': ['tell-first'],
          unless: [unless('unsafe', when('abuse.victimSafeNow', false))],
        }),
      ],
    }),
    'what holds a defeater out, and what it waits for': packSource({
      pack: header,
      facts: [suspected, severity, safe, capacity, consent],
      frameworks: [
        framework(
          'grave-first',
          { prevails: ['protection-of-life'], over: ['confidentiality'], when: when('risk.severity', 'serious') },
          { prevails: ['confidentiality'], over: ['protection-of-life'] },
        ),
        framework('life-first', { order: [['protection-of-life'], ['confidentiality', 'self-determination']] }),
        framework('life-always', { order: [['protection-of-life'], ['confidentiality']] }),
      ],
      rules: [
        rule({
          name: 'keep',
          conditions: when('consent.given', false),
          must: ['keep-confidential'],
          urgency: 'prompt',
        }),
        rule({
          name: 'tell',
          conditions: when('consent.given', false),
          must: ['disclose-to-protect'],
          exceptionTo: ['keep'],
        }),
        rule({
          name: 'stop',
          conditions: when('consent.given', false),
          'must-not': ['disclose-to-protect'],
          exceptionTo: ['tell'],
          unless: [unless('grave', when('risk.severity', 'serious'))],
        }),
        rule({
          name: 'wait',
          conditions: when('client.hasCapacity'),
          'must-not': ['disclose-to-protect'],
          exceptionTo: ['tell'],
          unless: [unless('unsafe', when('abuse.victimSafeNow', false))],
        }),
        rule({ name: 'visit', conditions: when('consent.given', false), must: ['respect-choice'] }),
        rule({
          name: 'stay-away',
          conditions: when('consent.given', false),
          principle: 'confidentiality',
          'must-not': ['respect-choice'],
        }),
      ],
    }),
    'frameworks, with conditions of their own': packSource({
      pack: header,
      facts: [suspected, severity, consent, target],
      frameworks: [
        framework('life-first', { order: [['protection-of-life'], ['confidentiality', 'self-determination']] }),
        framework(
          'freedom-first',
          {
            prevails: ['protection-of-life'],
            over: ['self-determination'],
            when: when('risk.target', 'child', 'contains'),
          },
          { prevails: ['self-determination'], over: ['protection-of-life'] },
        ),
        framework('law-first', { basis: ['law', 'code', 'practice'], when: when('risk.severity', 'none', 'notEqual') }),
      ],
      rules: [
        rule({ name: 'disclose', conditions: when('abuse.suspected'), must: ['disclose-to-protect'], basis: 'law' }),
        rule({
          name: 'respect',
          principle: 'self-determination',
          conditions: { not: { fact: 'consent.given', operator: 'equal', value: true } },
          'must-not': ['disclose-to-protect'],
          should: ['respect-choice'],
          basis: 'code',
          whenOverridden: ['tell-first'],
        }),
        rule({
          name: 'keep',
          principle: 'confidentiality',
          conditions: when('risk.target', 'self', 'contains'),
          must: ['keep-confidential'],
          unless: [unless('child', when('risk.target', 'child', 'contains'))],
        }),
        rule({
          name: 'assess',
          conditions: when('risk.severity', 'serious', 'lessThan'),
          'should-not': ['respect-choice'],
          urgency: 'prompt',
        }),
      ],
    }),
    'chains of exceptions, alternatives and what is derived': packSource({
      pack: header,
      facts: [suspected, consent, target, age, minor],
      rules: [
        rule({ name: 'tell', conditions: when('abuse.suspected'), must: ['disclose-to-protect'], urgency: 'prompt' }),
        rule({
          name: 'keep',
          conditions: when('consent.given', false),
          may: ['keep-confidential'],
          exceptionTo: ['tell'],
        }),
        rule({
          name: 'child',
          conditions: when('risk.target', 'child', 'contains'),
          'should-not': ['keep-confidential'],
          exceptionTo: ['keep'],
          unless: [unless('grown', when('client.isMinor', false))],
        }),
        rule({ name: 'choose', conditions: when('client.isMinor'), may: ['disclose-to-protect', 'respect-choice'] }),
        rule({
          name: 'young',
          conditions: when('client.ageYears', 12, 'lessThan'),
          must: ['tell-first'],
          urgency: 'immediate',
        }),
        rule({
          name: 'self',
          conditions: when('risk.target', 'self', 'contains'),
          'must-not': ['tell-first', 'respect-choice'],
        }),
      ],
    }),
  }
}
