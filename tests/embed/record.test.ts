import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { recordSchema } from '../../src/author/schemas/recordSchema.js'
import {
  cards,
  type DecisionRecord,
  overrideReasons,
  parseFeedback,
  parseRecord,
  parseRequest,
  pseudonym,
  type RecordOptions,
  record,
  redact,
  replay,
  screen,
  version,
} from '../../src/embed/index.js'
import { TimbangError } from '../../src/errors.js'
import { createPack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { arbitraryPack, packSource, rule, says, situationOf } from '../support/builders.js'
import { runs, sampleOf } from '../support/sample.js'
import { strictest } from '../support/strictest.js'

const key = new Uint8Array(32).fill(7)
const id = '8d3a2c4e-6b0f-4d5e-9c1a-2f7b8e9d0a1c'
const violence: SocialWorkSituation = {
  case: { jurisdiction: 'ID' },
  abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
  disclosure: { secrecyRequested: true },
  risk: { severity: 'life-threatening', imminence: 'likely', credibility: 'high' },
}
const plain = {
  id,
  at: '2026-01-31T09:30:00Z',
  actor: pseudonym('worker 1', key),
  decision: 'accepted',
  locale: 'id',
} as const

interface Story {
  readonly name: string
  readonly situation: SocialWorkSituation
  readonly options?: { readonly framework?: string; readonly on?: string }
}
const stories = readdirSync('tests/cases').flatMap(
  (file) => (JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')) as { cases: Story[] }).cases,
)

let made: Promise<Advice> | undefined
/** The advice on violence told in confidence, made once. */
function ofViolence(): Promise<Advice> {
  made ??= advise(violence, socialWork)
  return made
}

async function recorded(more: Partial<RecordOptions<SocialWorkSituation>> = {}): Promise<DecisionRecord> {
  const { situation = violence } = more
  return record(situation === violence ? await ofViolence() : await advise(situation, socialWork), {
    ...plain,
    ...more,
    situation,
    pack: socialWork,
  })
}

const validate = strictest().compile(recordSchema())

describe('a record', () => {
  test('names packs, engine, day, findings by rule and what the person decided', async () => {
    const made = await recorded({
      decision: 'overridden',
      reason: 'agreed-in-supervision',
      step: 'report-to-police',
      taken: ['ensure-immediate-safety'],
      key,
      keyName: 'key-1',
    })
    const { findings, actions, setAside, dilemmas, questions, adviceDigest, packs, on, ...rest } = made
    expect(rest).toMatchInlineSnapshot(`
      {
        "actor": "4b0a150dfc522df4710b0d96a9914529",
        "at": "2026-01-31T09:30:00Z",
        "danger": true,
        "decision": {
          "choice": "overridden",
          "reason": {
            "code": "agreed-in-supervision",
            "system": "urn:timbang:override-reason",
          },
          "step": "report-to-police",
          "taken": [
            "ensure-immediate-safety",
          ],
        },
        "engine": {
          "name": "timbang",
          "version": "0.1.0",
        },
        "erased": [],
        "facts": [
          "abuse.suspected",
          "abuse.victim",
          "abuse.victimSafeNow",
          "case.jurisdiction",
          "disclosure.secrecyRequested",
          "risk.credibility",
          "risk.imminence",
          "risk.severity",
        ],
        "format": 1,
        "id": "8d3a2c4e-6b0f-4d5e-9c1a-2f7b8e9d0a1c",
        "kind": "settled",
        "locale": "id",
        "masked": [],
        "situationDigest": {
          "algorithm": "HMAC-SHA-256",
          "key": "key-1",
          "value": "a2adca45d18215e55a17820ec01d6222ab2602cd20781f396088d97096371f0d",
        },
        "urgency": "immediate",
      }
    `)
    expect(findings.find((one) => one.rule === 'disclose-to-prevent-grave-harm')).toEqual({
      rule: 'disclose-to-prevent-grave-harm',
      outcome: 'presumed',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(actions[0]).toEqual({
      action: 'ensure-immediate-safety',
      status: 'must',
      certainty: 'firm',
      urgency: 'immediate',
      because: expect.arrayContaining([expect.any(String)]),
    })
    expect({ setAside: setAside.length > 0, dilemmas, questions: questions?.[0] }).toEqual({
      setAside: true,
      dilemmas: [],
      questions: 'abuse.perpetratorHasAccess',
    })
    expect({ packs, on }).toEqual({
      packs: [{ name: socialWork.name, version: socialWork.version, digest: socialWork.digest }],
      on: socialWork.asOf,
    })
    expect(adviceDigest).toMatch(/^[0-9a-f]{64}$/)
  })

  test('of every tenth case fits the shape and the shipped JSON Schema', async () => {
    for (const { situation, options } of sampleOf(
      stories.filter((_, i) => i % 10 === 0),
      45,
      5,
    )) {
      const advice = await advise(situation, socialWork, { ...options, questions: false })
      const made = record(advice, { ...plain, situation, pack: socialWork, values: true, key })
      expect(validate(JSON.parse(JSON.stringify(made))) ? [] : validate.errors).toEqual([])
      expect(parseRecord(JSON.parse(JSON.stringify(made)))).toEqual(made)
    }
  })

  test('holds the values of facts only if the host asks, and never the summary', async () => {
    const situation = { ...violence, summary: 'Ibu Sari' }
    expect(await recorded({ situation })).not.toHaveProperty('situation')
    expect((await recorded({ situation, values: true })).situation).toEqual(violence)
    expect(JSON.stringify(await recorded({ situation, values: true, key }))).not.toContain('Sari')
  })

  test('tells a situation by a keyed digest that does not depend on the order of its keys, nor on the summary', async () => {
    const { risk, ...others } = violence
    const turned = { summary: 'x', risk: Object.fromEntries(Object.entries(risk ?? {}).reverse()), ...others }
    const digest = async (situation: SocialWorkSituation, with_ = key) =>
      (await recorded({ situation, key: with_ })).situationDigest?.value
    expect(await digest(turned as SocialWorkSituation)).toBe(await digest(violence))
    expect(await digest({ ...violence, abuse: {} })).not.toBe(await digest(violence))
    expect(await digest(violence, new Uint8Array(32).fill(8))).not.toBe(await digest(violence))
  })

  test('is refused for an advice of another situation or pack, or decided otherwise without a reason', async () => {
    const advice = await advise(violence, socialWork)
    const refused = (more: object) =>
      issuesOf(() => record(advice, { ...plain, situation: violence, pack: socialWork, ...more } as never))
    const other = 'options: the advice is not of this situation and pack'
    expect(refused({ situation: { relationship: { giftPurpose: 'bribe' } } })).toEqual([other])
    expect(refused({ pack: createPack(packSource()), situation: { abuse: { suspected: true } } })).toEqual([other])
    expect(refused({ decision: 'overridden' })).toEqual([
      'options.reason: is missing; who decides otherwise gives a reason',
    ])
    expect(refused({ reason: 'already-done' })).toEqual(['options.reason: is only for who decides otherwise'])
    expect(refused({ decision: 'postponed', reason: 'he told me so' })).toEqual([
      'options.reason: must be a code of those offered',
    ])
    expect(refused({ step: 'no-such-step' })).toEqual(['options.step: no action of the pack has this name'])
    expect(refused({ taken: ['no-such-step'] })).toEqual(['options.taken[0]: no action of the pack has this name'])
    expect(refused({ key: new Uint8Array(8) })).toEqual(['key: must be at least 16 bytes'])
    expect(refused({ actor: 'sari' })).toEqual([
      'options.actor: must be a UUID or 16 to 64 hexadecimal digits, as `pseudonym` makes them',
    ])
    expect(refused({ decision: 'postponed', reason: 'already-don' })).toEqual([
      'options.reason: must be a code of those offered',
    ])
    expect(refused({ at: new Date() })).toEqual(['options.at: must be a plain object'])
    expect(refused({ at: 'yesterday' })).toEqual(['options.at: must be a moment in UTC such as `2026-01-31T09:30:00Z`'])
  })

  test('bears the version of the package', () => {
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })
})

describe('what was erased or masked', () => {
  test('is gone, and stands in the record', async () => {
    const made = await recorded({ values: true, key, subject: pseudonym('case 7', key) })
    const less = redact(made, {
      erase: ['/situation/disclosure', '/situationDigest', '/facts'],
      mask: ['/actor', '/situation/risk/severity', '/situation/risk/type'],
    })
    expect(less.erased).toEqual(['/facts', '/situation/disclosure', '/situationDigest'])
    expect(less.masked).toEqual(['/actor', '/situation/risk/severity'])
    expect(less).not.toHaveProperty('situationDigest')
    expect(less.situation).toEqual({
      ...violence,
      disclosure: undefined,
      risk: { ...violence.risk, severity: 'masked' },
    })
    expect(validate(JSON.parse(JSON.stringify(less)))).toBe(true)
    expect(redact(less, { erase: ['/situation'] })).toMatchObject({
      erased: ['/facts', '/situation', '/situation/disclosure', '/situationDigest'],
      masked: ['/actor'],
    })
  })

  test('is never what a record stands on', async () => {
    const made = await recorded()
    const place = 'redaction.erase.0'
    for (const pointer of ['/packs', '/findings/0', '/decision', 'actor', '/situation/a b'])
      expect(issuesOf(() => redact(made, { erase: [pointer] }))).toEqual([
        expect.stringContaining(`${place}: must point to`),
      ])
    expect(issuesOf(() => redact(made, { mask: ['/facts'] }))).toHaveLength(1)
  })
})

describe('a replay', () => {
  test('gives the advice of every twentieth case byte for byte', async () => {
    for (const { name, situation, options } of sampleOf(
      stories.filter((_, i) => i % 20 === 0),
      60,
      10,
    )) {
      const advice = await advise(situation, socialWork, options)
      const stored = JSON.stringify(record(advice, { ...plain, situation, pack: socialWork, key }))
      const again = await replay(JSON.parse(stored), situation, socialWork, { key })
      expect({ name, advice: JSON.stringify(again.advice) }).toEqual({ name, advice: JSON.stringify(advice) })
      expect(again).toMatchObject({ says: 'same', situation: 'same', packs: [], rules: [], actions: [] })
    }
  })

  test('goes by the framework of the advice', async () => {
    const advice = await advise(violence, socialWork, { framework: 'reamer', questions: false })
    const made = record(advice, { ...plain, situation: violence, pack: socialWork, key })
    const again = await replay(made, violence, socialWork, { key })
    expect([made.framework, again.advice.framework, again.says]).toEqual(['reamer', 'reamer', 'same'])
  })

  test('tells another situation, where something tells it', async () => {
    const other = { ...violence, risk: { severity: 'minor' } } as SocialWorkSituation
    const told = async (more: object, by?: Uint8Array) =>
      (await replay(await recorded(more), other, socialWork, by ? { key: by } : {})).situation
    expect(await told({ key }, key)).toBe('different')
    expect(await told({ values: true })).toBe('different')
    expect(await told({ key })).toBe('not-checked')
    const again = await replay(await recorded({ values: true }), { ...violence, summary: 'x' }, socialWork)
    expect(again.situation).toBe('same')
  })

  test('tells other words from other advice', async () => {
    const [before, reworded] = [packSource(), packSource()].map((source) => createPack(source))
    const source = packSource()
    const words = createPack({
      ...source,
      actions: source.actions.map((one) => ({ ...one, label: says(`now ${one.name}`) })),
    })
    const situation = { abuse: { suspected: true } }
    const pack = before as NonNullable<typeof before>
    const made = record(await advise(situation, pack), { ...plain, situation, pack })
    expect((await replay(made, situation, reworded as typeof pack)).says).toBe('same')
    expect(await replay(made, situation, words)).toMatchObject({ says: 'reworded', rules: [], actions: [] })
  })

  test('refuses a former pack that is another', async () => {
    const made = await recorded()
    const former = createPack(packSource())
    await expect(replay(made, violence, socialWork, { formerPack: former })).rejects.toThrow(
      'options.formerPack: is not the pack of the record',
    )
  })

  const changedPack = arbitraryPack().chain((source) => {
    const pack = createPack(source)
    return fc.record({
      source: fc.constant(source),
      pack: fc.constant(pack),
      situation: situationOf(pack),
      n: fc.nat(20),
      change: fc.constantFrom('removed', 'added', 'changed') as fc.Arbitrary<'removed' | 'added' | 'changed'>,
    })
  })

  test('tells exactly which rule was changed, added or removed, and what it moved', async () => {
    const property = fc.asyncProperty(changedPack, async ({ source, pack, situation, n, change }) => {
      const changed = changedBy(change, source, n)
      const now = createPack(changed.source)
      const advice = await advise(situation, pack)
      const made = record(advice, { ...plain, situation, pack })
      const again = await replay(made, situation, now, { formerPack: pack })
      expect(again.rules.map(({ rule: name, content }) => ({ rule: name, content }))).toEqual([
        { rule: changed.rule, content: change },
      ])
      const before = new Map(advice.actions.map(({ action, status }) => [action, status]))
      const after = new Map(again.advice.actions.map(({ action, status }) => [action, status]))
      const differing = [...new Set([...before.keys(), ...after.keys()])]
        .filter((action) => before.get(action) !== after.get(action))
        .sort()
      expect(again.actions).toEqual(
        differing.map((action) => ({
          action,
          was: before.get(action) ?? null,
          now: after.get(action) ?? null,
          by: [changed.rule],
        })),
      )
      if (differing.length > 0) expect(again.says).toBe('different')
      const unaided = await replay(made, situation, now)
      expect(unaided.rules.every(({ rule: name }) => name === changed.rule)).toBe(true)
      expect(unaided.actions).toEqual(again.actions)
    })
    await fc.assert(property, runs(150))
  })
})

describe('what a person typed', () => {
  /** Letters that no pack and no message holds. */
  const secret = fc.string({ unit: fc.constantFrom(...'zqxjkv'), minLength: 8, maxLength: 20 })
  const places = [
    'summary',
    'key',
    'nested',
    'value',
    'group',
    'ref',
    'list',
    'reason',
    'actor',
    'comment',
    'all',
  ] as const

  test('is in no record, card, error, result of screening or feedback', async () => {
    const property = fc.asyncProperty(
      secret,
      fc.constantFrom(...places),
      fc.constantFrom(...stories),
      async (word, place, { situation }) => {
        const typed = typedInto(situation, word, place)
        const out: unknown[] = []
        const tried = async (run: () => unknown) => {
          try {
            out.push(await run())
          } catch (error) {
            if (!(error instanceof TimbangError)) throw error
            out.push(error.message, error.issues, String(error.stack).split('\n    at ')[0])
          }
        }
        const whole = place === 'all' ? { ...situation, summary: word } : typed
        await tried(() => advise(whole as SocialWorkSituation, socialWork, { questions: false }))
        await tried(() =>
          parseRequest({ hook: word, hookInstance: word, context: { situation: whole, step: word, [word]: 1 } }),
        )
        await tried(() => ({
          ...parseRequest({ hook: 'a.b.c', hookInstance: id, context: { situation: {}, [word]: 1 }, [word]: word }),
        }))
        for await (const result of screen(
          [whole, JSON.stringify(whole), `${word}{`, { ref: word, situation }, { ref: '1', situation, [word]: 1 }],
          socialWork,
          { confirm: 1 },
        ))
          out.push(result)
        const advice = await advise(situation, socialWork, { questions: false })
        const reason = { reason: word, actor: word, keyName: word, step: word, subject: word, [word]: word, id: word }
        await tried(() => record(advice, { ...plain, ...reason, situation: whole, pack: socialWork } as never))
        await tried(() =>
          record(advice, {
            ...plain,
            decision: 'postponed',
            reason: word,
            situation: whole as SocialWorkSituation,
            pack: socialWork,
          }),
        )
        const withSummary = { ...situation, summary: word }
        const made = record(advice, { ...plain, situation: withSummary, pack: socialWork, values: true, key })
        out.push(made)
        await tried(() =>
          parseRecord({
            ...made,
            [word]: word,
            actor: word,
            situation: { [`${word} ${word}`]: word, a: { b: `${word} ${word}` } },
          }),
        )
        await tried(() => redact(made, { erase: [word], mask: [`/situation/${word}/ ${word}`] }))
        await tried(async () => (await replay(made, withSummary, socialWork, { key })).rules)
        await tried(() => cards(advice, { locale: 'en', instance: word, [word]: word } as never))
        out.push(cards(advice, { locale: 'en', instance: id }))
        const item = { card: id, outcome: 'overridden', outcomeTimestamp: plain.at }
        const overrideReason = { reason: { code: word, system: `urn:${word}`, display: word }, userComment: word }
        out.push(parseFeedback({ feedback: [{ ...item, overrideReason, [word]: word }] }).outcomes)
        await tried(() => parseFeedback({ feedback: [{ ...item, card: word, outcome: word, outcomeTimestamp: word }] }))
        expect(JSON.stringify(out)).not.toContain(word)
      },
    )
    await fc.assert(property, runs(120, 11))
  })

  function typedInto(situation: object, word: string, place: (typeof places)[number]): unknown {
    if (place === 'summary') return { ...situation, summary: word }
    if (place === 'key') return { ...situation, [word]: true }
    if (place === 'nested') return { ...situation, risk: { [word]: 'serious' } }
    if (place === 'group') return { ...situation, risk: word }
    if (place === 'list') return { ...situation, relationship: { dual: [word] } }
    return { ...situation, risk: { severity: word } }
  }
})

test('each reason has words in both languages that differ', () => {
  for (const { en, id: indonesian } of Object.values(overrideReasons)) expect(en).not.toBe(indonesian)
})

function changedBy(change: 'removed' | 'added' | 'changed', source: PackSource, n: number) {
  const [[file, held]] = Object.entries(source.rules) as [[string, PackSource['rules'][string]]]
  const rules = held.rules
  const put = (changed: typeof rules) => ({ ...source, rules: { [file]: { ...held, rules: changed } } })
  const last = rules.at(-1) as (typeof rules)[number]
  if (change === 'removed') return { rule: last.name, source: put(rules.slice(0, -1)) }
  if (change === 'added') {
    const added = rule({ ...paramsOf(last), name: 'added-rule', conditions: last.conditions as never })
    return { rule: 'added-rule', source: put([...rules, added]) }
  }
  const one = rules[n % rules.length] as typeof last
  const force = one.event.params.must ? 'should' : 'must'
  const { must, should, may, ...others } = one.event.params
  const pushed = [...(must ?? []), ...(should ?? []), ...(may ?? [])]
  const params = pushed.length > 0 ? { ...others, [force]: pushed } : { ...one.event.params, because: says('changed') }
  const changed = { ...one, event: { ...one.event, params } }
  return { rule: one.name, source: put(rules.map((other) => (other === one ? changed : other))) }
}

function paramsOf({ event: { type, params } }: PackSource['rules'][string]['rules'][number]) {
  const { principles: _, exceptionTo: __, ...rest } = params
  return { ...rest, principle: type }
}

function issuesOf(run: () => unknown): readonly string[] {
  try {
    run()
    return []
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    return error.issues.map(({ place, message }) => `${place}: ${message}`)
  }
}
