import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseload } from '../../bench/caseload.js'
import { knownOrContradiction } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { KeptAnswers, notFound } from '../../src/embed/screening/tables/keptAnswers.js'
import { plainLineOf } from '../../src/embed/screening/tables/plainLine.js'
import { WeigherByTables } from '../../src/embed/screening/tables/weigherByTables.js'
import { weighedAlone } from '../../src/embed/screening/weighedAlone.js'
import { contentOf, readJson } from '../../src/json/jsonText.js'
import type { AnySituation } from '../../src/pack/pack.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import type { WeighOptions } from '../../src/weigh/assess.js'
import { arbitraryPack, fact, packSource, situationOf, when } from '../support/builders.js'
import { runs, sampleOf, wholeOr } from '../support/sample.js'

const shipped = socialWork as Pack
const stories = readdirSync('tests/cases')
  .flatMap((file) => JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')).cases as { situation: AnySituation }[])
  .map(({ situation }) => situation)

/** Those that the tables leave to who weighs a situation by itself. */
function leftAlone(situations: Iterable<AnySituation>, pack: Pack, options: WeighOptions = {}): number {
  const weigher = new WeigherByTables(pack, options)
  let left = 0
  for (const situation of situations) {
    const stated = parseSituation(situation, pack)
    if (typeof knownOrContradiction(stated, pack) === 'string') {
      expect(weigher.weighed(stated)).toBeUndefined()
      continue
    }
    const weighed = weigher.weighed(stated)
    if (weighed === undefined) left += 1
    else expect(weighed).toEqual(weighedAlone(stated, pack, options))
  }
  return left
}

function someOf<T>(all: Iterable<T>, count: number): T[] {
  const some: T[] = []
  for (const one of all) if (some.push(one) === count) break
  return some
}

describe('what is weighed by tables', () => {
  const packAndSituations = arbitraryPack()
    .map((source) => createPack(source))
    .chain((pack) =>
      fc.record({
        pack: fc.constant(pack),
        situations: fc.array(situationOf(pack), { minLength: 2, maxLength: 12 }),
        on: fc.constantFrom(undefined, '2025-06-30', '2026-03-01'),
        framework: fc.constantFrom(undefined, ...pack.frameworks.keys()),
      }),
    )

  test('is as each situation is weighed by itself, over random packs, days and frameworks', () => {
    let [weighed, left] = [0, 0]
    const property = fc.property(packAndSituations, ({ pack, situations, on, framework }) => {
      // Each comes twice, so that what was found for another is there.
      left += leftAlone([...situations, ...situations], pack, { on, framework })
      weighed += 2 * situations.length
    })
    fc.assert(property, runs(2_000, 40))
    expect(left).toBeLessThan(weighed / 5)
  })

  test('is as each situation of the shipped pack is weighed by itself', () => {
    const random = someOf(caseload(shipped as never, 7) as Iterable<AnySituation>, wholeOr(4_000, 60, 1_000))
    expect(leftAlone(random, shipped)).toBeLessThan(random.length / 20)
    const told = sampleOf(stories, 40, 2)
    expect(leftAlone(told, shipped)).toBeLessThan(told.length / 4)
    expect(leftAlone(someOf(random, 100), shipped, { on: '2020-01-31' })).toBeLessThan(10)
    const [framework] = shipped.frameworks.keys()
    expect(leftAlone(someOf(random, 100), shipped, { framework })).toBeLessThan(10)
  })

  test('does not hang on what was weighed before', () => {
    const some = sampleOf(stories, 40).map((one) => parseSituation(one, shipped))
    const weigher = new WeigherByTables(shipped, {})
    const first = some.map((one) => weigher.weighed(one))
    const again = [...some].reverse().map((one) => weigher.weighed(one))
    expect(again.reverse()).toEqual(first)
  })

  test('keeps an answer under its key, and begins anew when there are too many', () => {
    const kept = new KeptAnswers(3)
    const keys = (i: number) => [i, 5_000 + i, 2 ** 40 + i * 4_099, 2 ** 52 - 1 - i] as const
    const answer = (lookup: number, key: number) => (lookup + (key % 251)) % 251
    for (let i = 0; i < 10_000; i++)
      for (const key of keys(i)) if (kept.at(i % 3, key) === notFound) kept.keep(i % 3, key, answer(i % 3, key))
    for (let i = 0; i < 10_000; i++) for (const key of keys(i)) expect(kept.at(i % 3, key)).toBe(answer(i % 3, key))
    for (let i = 0; i < 400_000; i++) kept.keep(1, 10_000 + i, 7)
    expect(kept.at(1, 10_000 + 399_999)).toBe(7)
    expect([7, notFound]).toContain(kept.at(1, 10_000))
    kept.keep(0, 2 ** 53, 1)
    expect(kept.at(0, 2 ** 53)).toBe(notFound)
  })
})

describe('a line', () => {
  const spaces = fc.constantFrom(0, 1, '\t')

  test('is plainly read as the careful reader reads it', () => {
    const written = arbitraryPack()
      .map((source) => createPack(source))
      .chain((pack) => fc.tuple(fc.constant(pack), situationOf(pack), spaces))
    const property = fc.property(written, ([pack, situation, space]) => {
      const line = plainLineOf(pack)(JSON.stringify(situation, null, space))
      expect(line?.ref).toBeUndefined()
      expect(line?.stated).toEqual(parseSituation(situation, pack))
      const referred = plainLineOf(pack)(JSON.stringify({ ref: '7-a', situation }, null, space))
      expect(referred).toMatchObject({ ref: '7-a', stated: line?.stated })
    })
    fc.assert(property, runs(1_000))
  })

  test('with characters changed is read as the careful reader reads it, or left to it', () => {
    const pack = createPack(packSource())
    const signs = ['', '{', '}', '[', ']', ',', ':', '"', '1', '.5', '-', 'e9', '\\\\', '\u0001', ' ', 'null', 'true']
    const change = fc.tuple(fc.nat(120), fc.constantFrom(...signs), fc.nat(2))
    const property = fc.property(situationOf(pack), fc.array(change, { maxLength: 2 }), (situation, changes) => {
      const text = changes.reduce(
        (before, [place, instead, gone]) => before.slice(0, place) + instead + before.slice(place + gone),
        JSON.stringify(situation),
      )
      const line = plainLineOf(pack)(text)
      if (!line) return
      const file = readJson({ path: 'line', text })
      expect(file.problems).toEqual([])
      expect(line.stated).toEqual(parseSituation(contentOf(file), pack))
    })
    fc.assert(property, runs(8_000))
  })

  const source = packSource({
    pack: { jurisdiction: ['ID'] },
    facts: [
      ...packSource().facts.map((one) =>
        one.name === 'consent.given' ? { ...one, aliases: ['consent.agreed'] } : one,
      ),
      fact({ name: 'ref.told' }),
      fact({ name: 'client.ofAge', derivedFrom: when('client.ageYears', 18, 'greaterThanInclusive') }),
    ],
  })
  const pack = createPack(source)

  test.each([
    '{"abuse":{"suspected":true},"abuse":{}}',
    '{"abuse":{"suspected":true,"suspected":true}}',
    '{"abuse":{"suspected":"true"}}',
    '{"abuse":{"suspected":1}}',
    '{"abuse":true}',
    '{"abuse":{"suspected":true}} {}',
    '{"abuse":{"suspected":tru}}',
    '{"consent":{"agreed":true}}',
    '{"case":{"jurisdiction":"US"}}',
    '{"risk":{"target":[]}}',
    '{"risk":{"target":["child","cat"]}}',
    '{"risk":{"target":{"child":1}}}',
    '{"risk":{"target":{"child":true,"child":true}}}',
    '{"risk":{"severity":"Serious"}}',
    '{"risk":{"severity":"\\u0073erious"}}',
    '{"client":{"ageYears":121}}',
    '{"client":{"ageYears":1e999}}',
    '{"client":{"ageYears":01}}',
    '{"summary":"\\n"}',
    '{"summary":"\u0001"}',
    '{"summary":7}',
    '{"ref":{"told":true}}',
    '{"ref":"7"}',
    '{"ref":"Budi","situation":{}}',
    '{"ref":"7","situation":{},"situation":{}}',
    '{"ref":"7","situation":{},"x":{}}',
    '{"situation":{}}',
    `{"summary":"${'x'.repeat(10_000)}"}`,
    '\uFEFF{}',
    '',
    'null',
    '{',
  ])('that is not plain is left to the careful reader: %s', (text) => {
    expect(plainLineOf(pack)(text)).toBeUndefined()
  })

  test('may hold a summary, lists in every spelling, and numbers', () => {
    const text =
      ' { "summary" : "she told me" , "risk":{"target":{"child":true,"self":null}}, "client":{"ageYears":4.5e1} } \r\n'
    expect([...(plainLineOf(pack)(text)?.stated ?? [])]).toEqual([
      [
        'risk.target',
        new Map<string, unknown>([
          ['child', true],
          ['self', null],
        ]),
      ],
      ['client.ageYears', 45],
    ])
    expect(plainLineOf(pack)('{"risk":{"target":["child","child"]},"abuse":{}}')?.stated.get('risk.target')).toEqual(
      new Map([['child', true]]),
    )
  })
})
