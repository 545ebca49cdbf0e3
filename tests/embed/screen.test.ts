import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseload } from '../../bench/caseload.js'
import { advise } from '../../src/advise/advise.js'
import {
  type Budget,
  budget,
  budgetChart,
  cards,
  isScreened,
  type Screened,
  screen,
  type Unreadable,
} from '../../src/embed/index.js'
import { TimbangError } from '../../src/errors.js'
import type { AnySituation } from '../../src/pack/pack.js'
import { createPack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { statuses } from '../../src/vocabulary.js'
import { arbitraryPack, packSource, rule, situationOf, when } from '../support/builders.js'
import { runs, sampleOf } from '../support/sample.js'

const stories = readdirSync('tests/cases')
  .flatMap((file) => JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')).cases as { situation: AnySituation }[])
  .map(({ situation }) => situation)

async function all(results: AsyncIterable<Screened | Unreadable>): Promise<(Screened | Unreadable)[]> {
  const list = []
  for await (const result of results) list.push(result)
  return list
}

describe('screening', () => {
  test('says of every fifth case what the advice says', async () => {
    const some = sampleOf(
      stories.filter((_, i) => i % 5 === 0),
      20,
      2,
    )
    const results = await all(screen(some, socialWork))
    for (const [i, result] of results.entries()) {
      const advice = await advise(some[i] as AnySituation, socialWork, { questions: false })
      expect(result).toEqual({
        ...of(advice, i + 1),
        ...(isScreened(result) && result.confirmed && { confirmed: true }),
      })
    }
    expect(results).toHaveLength(some.length)
  })

  test('says what the advice says over random packs', async () => {
    const property = fc.asyncProperty(
      arbitraryPack()
        .map((source) => createPack(source))
        .chain((pack) =>
          fc.record({
            pack: fc.constant(pack),
            situations: fc.array(situationOf(pack), { minLength: 1, maxLength: 4 }),
          }),
        ),
      async ({ pack, situations }) => {
        const results = await all(screen(situations, pack, { confirm: 1 }))
        const advices = await Promise.all(situations.map((one) => advise(one, pack, { questions: false })))
        expect(results).toEqual(advices.map((advice, i) => ({ ...of(advice, i + 1), confirmed: true })))
      },
    )
    await fc.assert(property, runs(150))
  })

  test('tells a bad line with its number, repeats nothing of it, and does the rest', async () => {
    const good = JSON.stringify({ relationship: { giftPurpose: 'bribe' } })
    const lines = [
      good,
      '',
      '{"Budi":1}',
      'Budi',
      '{"ref":"Budi","situation":{}}',
      '{"ref":"7-a","situation":{},"x":1}',
      good,
    ]
    const results = await all(screen(lines, socialWork))
    expect(results.map((result) => (isScreened(result) ? result.line : result))).toEqual([
      1,
      {
        line: 3,
        issues: [
          { place: 'situation', message: 'key 1 names no fact', code: 'unknown-fact', params: { key: 1 }, column: 2 },
        ],
      },
      { line: 4, issues: [{ place: 'line', message: 'is not JSON', column: 1 }] },
      {
        line: 5,
        issues: [
          {
            place: 'ref',
            message: 'must be a reference of digits, hyphens and the letters a to f, which holds no name',
            column: 8,
          },
        ],
      },
      { line: 6, issues: [{ place: 'line', message: 'has more than `ref` and `situation`', column: 1 }] },
      7,
    ])
  })

  test.each([
    ['{"abuse": {"suspected": true, "victm": "child"}}', [31]],
    ['{"abuse": {"victim": "chid"}, "Budi": 1, "risk": {"severity": 3}}', [31, 22, 63]],
    ['{"ref": "7", "situation": {"abuse": {"suspected": "yes"}}}', [51]],
    ['{"ref": "7", "situation": {"one": 1, "abuse": {}, "two": 2}}', [28, 51]],
    ['{"abuse": {"suspected": true, "suspected": false}}', [31]],
    ['{"abuse": {"suspected": true}', [30]],
    ['{"summary": 5}', [13]],
    ['{"client": {"ageYears": 40, "isMinor": true}}', [40]],
    ['{"client": {"ageYears": 40}, "abuse": 7}', [39]],
    ['[]', [1]],
  ])('tells at which character of a text something is wrong: %s', async (text, columns) => {
    const [result] = await all(screen([text], socialWork))
    const found = result && !isScreened(result) ? result.issues.map(({ column }) => column) : []
    expect([...found].sort()).toEqual([...columns].sort())
  })

  test('tells no column of what was not given as text', async () => {
    const [result] = await all(screen([{ abuse: 1 }], socialWork))
    expect(result).toEqual({ line: 1, issues: [expect.not.objectContaining({ column: expect.anything() })] })
  })

  test('keeps the reference, and begins to count where it is told to', async () => {
    const results = await all(screen([{ ref: '2024-007', situation: {} }], socialWork, { first: 41 }))
    expect(results).toMatchObject([{ line: 41, ref: '2024-007', kind: 'undetermined' }])
  })

  test('confirms the share that is wanted, the same ones in every run and from wherever it begins', async () => {
    const pack = createPack(packSource())
    const given = Array.from({ length: 2000 }, () => ({ abuse: { suspected: true } }))
    const confirmed = async (first: number) =>
      (await all(screen(given.slice(first - 1), pack, { confirm: 0.05, first }))).flatMap((one) =>
        isScreened(one) && one.confirmed ? [one.line] : [],
      )
    const whole = await confirmed(1)
    expect(whole.length).toBeGreaterThan(90)
    expect(whole.length).toBeLessThan(110)
    expect(await confirmed(1001)).toEqual(whole.filter((line) => line > 1000))
  })

  test('takes situations as they come, one at a time', async () => {
    let taken = 0
    const endless = (function* () {
      for (const situation of caseload(socialWork, 1)) {
        taken += 1
        yield situation
      }
    })()
    const results = screen(endless, socialWork)
    for (let i = 0; i < 5; i++) expect((await results.next()).value).toMatchObject({ line: i + 1 })
    await results.return()
    expect(taken).toBe(5)
  })

  test('refuses options that do not fit', async () => {
    const refused = (options: object) => all(screen([], socialWork, options))
    await expect(refused({ confirm: 2 })).rejects.toThrow('options.confirm: must be a share from 0 to 1')
    await expect(refused({ first: 0 })).rejects.toThrow('options.first: must be a whole number of at least 1')
    await expect(refused({ on: 'today' })).rejects.toThrow('options.on: must be a day such as `2026-01-31`')
    await expect(refused({ framework: 'none' })).rejects.toThrow(TimbangError)
  })
})

describe('an alert budget', () => {
  const some = sampleOf(
    stories.filter((_, i) => i % 15 === 0),
    24,
  )

  test('counts the cards that the advice makes', async () => {
    const instance = '8d3a2c4e-6b0f-4d5e-9c1a-2f7b8e9d0a1c'
    const made = await Promise.all(
      some.map(async (one) => cards(await advise(one, socialWork), { locale: 'en', instance, least: 'prompt' })),
    )
    const found = budget(some, socialWork, { questions: true, least: 'prompt' })
    const shown = made.flat()
    const per = (indicator: string) =>
      Math.round((1000 * shown.filter((card) => card.indicator === indicator).length) / some.length) / 10
    expect(found.cards).toBe(shown.length)
    expect(found.perHundred).toMatchObject({ immediate: per('critical'), prompt: per('warning'), routine: per('info') })
    expect(found.perCase.reduce((sum, count, n) => sum + count * n, 0)).toBe(shown.length)
    expect(found.perCase.reduce((sum, count) => sum + count, 0)).toBe(some.length)
  })

  const twins = createPack(
    packSource({
      rules: [
        rule({ name: 'one', must: ['assess-risk'] }),
        rule({ name: 'twin', should: ['assess-risk'] }),
        rule({ name: 'other', must: ['keep-confidential'] }),
        rule({ name: 'never', conditions: when('risk.severity', 'serious'), must: ['assess-risk'] }),
      ],
    }),
  )
  const limits = { perHundred: { all: 50, immediate: 100 }, never: 0, always: 5, duplicates: 0 }

  test('tells rules that never or always hold, near-duplicates, what each role sees, and the limits exceeded', () => {
    const situations = Array.from({ length: 4 }, () => ({ abuse: { suspected: true } }))
    expect(budget(situations, twins, { limits })).toMatchInlineSnapshot(`
      {
        "always": [
          "one",
          "other",
          "twin",
        ],
        "cards": 4,
        "cases": 4,
        "duplicates": [
          {
            "both": 4,
            "either": 4,
            "rules": [
              "one",
              "twin",
            ],
          },
        ],
        "exceeded": [
          {
            "found": 100,
            "limit": "perHundred.all",
            "most": 50,
          },
          {
            "found": 2,
            "limit": "never",
            "most": 0,
          },
          {
            "found": 1,
            "limit": "duplicates",
            "most": 0,
          },
        ],
        "kinds": {
          "act": 4,
          "ask": 0,
          "step": 0,
          "undecided": 0,
        },
        "never": [
          "find-out.assess-risk",
          "never",
        ],
        "perCase": [
          0,
          4,
        ],
        "perHundred": {
          "all": 100,
          "immediate": 0,
          "prompt": 0,
          "routine": 100,
        },
        "roles": {},
      }
    `)
  })

  test('calls no rules near-duplicates that seldom hold together', () => {
    const situations = ['serious', 'serious', 'none', 'none'].map((severity) => ({
      abuse: { suspected: true },
      risk: { severity },
    }))
    const named = ({ duplicates }: Budget) => duplicates.map(({ rules }) => rules.join())
    expect(named(budget(situations, twins))).not.toContain('never,one')
    expect(budget(situations.slice(0, 2), twins).duplicates).toContainEqual({
      rules: ['never', 'one'],
      both: 2,
      either: 2,
    })
  })

  test('of nothing is empty', () => {
    expect(budget([], twins)).toMatchObject({
      cases: 0,
      cards: 0,
      perCase: [],
      always: [],
      duplicates: [],
      exceeded: [],
    })
  })

  test('names the case that cannot be read, and refuses limits that are no numbers', () => {
    expect(() => budget([{}, { Budi: 1 }], socialWork as never)).toThrow(
      'invalid-situation\n2 · situation: key 1 names no fact',
    )
    expect(() => budget([], twins, { limits: { never: -1 } })).toThrow(
      'options.limits.never: must be a number of at least 0',
    )
    const none = { perHundred: { urgent: 0 } } as never
    expect(() => budget([], twins, { limits: none })).toThrow('options.limits.perHundred: key 1 is no option')
    expect(() => budget([], twins, { limits: { perHundred: { all: -1 } } })).toThrow(
      'options.limits.perHundred.all: must be',
    )
    expect(() => budget([], twins, { least: 'soon' as never })).toThrow('options.least: must be one of `immediate`')
    expect(() => budget([], twins, { questions: 1 as never })).toThrow('options.questions: must be `true` or `false`')
    expect(() => budget([], twins, { on: 'x' })).toThrow('options.on: must be a day such as `2026-01-31`')
  })

  test('is drawn with its figures in words, in both languages', () => {
    const found = budget(some, socialWork)
    expect(budgetChart(found, 'en', { perHundred: { immediate: 20 } })).toContain('(limit 20)')
    const chart = budgetChart({ perHundred: { immediate: 12.5, prompt: 80, routine: 0, all: 92.5 } } as Budget, 'id')
    expect(chart).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 196" role="img" lang="id" aria-labelledby="title desc" font-family="sans-serif" font-size="14">
      <title id="title">Kartu menurut kemendesakan</title>
      <desc id="desc">Bertindak sekarang: 12,5; Segera: 80; Tidak mendesak: 0. kartu per seratus kasus: 92,5.</desc>
      <rect width="640" height="196" fill="#ffffff"/>
      <text x="16" y="28" font-size="18" fill="#222222">Kartu menurut kemendesakan</text>
      <text x="16" y="48" fill="#555555">kartu per seratus kasus: 92,5</text>
      <text x="168" y="83" text-anchor="end" fill="#222222">Bertindak sekarang</text>
      <rect x="180" y="64" width="58" height="28" fill="#a4262c"/>
      <text x="246" y="83" fill="#222222">12,5</text>
      <text x="168" y="127" text-anchor="end" fill="#222222">Segera</text>
      <rect x="180" y="108" width="370" height="28" fill="#8a5a00"/>
      <text x="558" y="127" fill="#222222">80</text>
      <text x="168" y="171" text-anchor="end" fill="#222222">Tidak mendesak</text>
      <rect x="180" y="152" width="0" height="28" fill="#2d5f8b"/>
      <text x="188" y="171" fill="#222222">0</text>
      </svg>
      "
    `)
    expect(() => budgetChart(found, 'fr' as never)).toThrow('locale: must be one of `en`, `id`')
  })
})

/** What screening says, told by an advice. */
function of(advice: Awaited<ReturnType<typeof advise>>, line: number): Omit<Screened, 'confirmed'> {
  const named = (part: 'status' | 'urgency', words: readonly string[]) =>
    Object.fromEntries(
      words.flatMap((word) => {
        const names = advice.actions.flatMap((one) => (one[part] === word ? [one.action] : [])).sort()
        return names.length > 0 ? [[word, names]] : []
      }),
    )
  return {
    line,
    kind: advice.kind,
    urgency: advice.urgency,
    danger: advice.danger,
    actions: named('status', statuses),
    urgent: named('urgency', ['immediate', 'prompt']),
    rules: Object.keys(advice.rules).sort(),
  }
}
