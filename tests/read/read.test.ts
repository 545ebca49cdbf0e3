import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { createPack, TimbangError } from '../../src/index.js'
import { codingSheet, compareCodings, readCoding } from '../../src/read/index.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { honest } from '../support/blind/coders.js'
import { told } from '../support/blind/told.js'
import { fact, packSource } from '../support/builders.js'

const story = 'He beats her. She is 34 years old. They met at work. Nothing else is said.'
const beats = { value: 'spouse', so: 'yes', quote: 'He beats her' } as const

function issues(run: () => unknown): readonly string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof TimbangError) return [error.code, ...error.issues.map((one) => `${one.place}: ${one.message}`)]
    throw error
  }
  return []
}

describe('a coding sheet', () => {
  const sheets = (['en', 'id'] as const).map((locale) => codingSheet(socialWork, { locale }))

  test('has pieces below eight kilobytes, and every fact that is asked for once', () => {
    for (const { pieces } of sheets) {
      expect(pieces.filter(({ schema }) => Buffer.byteLength(JSON.stringify(schema)) > 8_000)).toEqual([])
      const asked = [...socialWork.facts.values()].filter(({ ask }) => ask !== undefined).map(({ name }) => name)
      expect(pieces.flatMap(({ facts }) => facts.map((one) => one.fact)).sort()).toEqual(asked.sort())
    }
  })

  test('is a JSON Schema that what an honest coder writes fits, once the rest is not said', () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false })
    const [{ pieces }] = sheets as [ReturnType<typeof codingSheet>]
    for (const { schema, facts } of pieces) {
      const fits = ajv.compile(schema as object)
      for (const one of told.slice(0, 3)) {
        const coding = honest(one)
        const whole = Object.fromEntries(facts.map((asked) => [asked.fact, coding[asked.fact] ?? nothing(asked.fact)]))
        expect(fits(whole), JSON.stringify(fits.errors)).toBe(true)
        expect(fits({ ...whole, 'client.name': { value: 'yes', quote: 'x' } })).toBe(false)
      }
    }
  })

  function nothing(name: string) {
    return socialWork.facts.get(name)?.type === 'some-of' ? [] : { value: 'not-said', quote: '' }
  }

  test('says of each fact the question, its class and what counts', () => {
    const { facts, schema } = codingSheet(socialWork, { locale: 'en', matters: ['abuse'] }).pieces.find(({ facts }) =>
      facts.some((one) => one.fact === 'abuse.type'),
    ) as ReturnType<typeof codingSheet>['pieces'][number]
    const type = facts.find((one) => one.fact === 'abuse.type')
    expect(type?.class).toBe('by-criteria')
    expect(type?.values?.[0]?.criteria?.en).toMatch(/UU 23\/2004/)
    expect(JSON.stringify(schema)).toContain('Acts that cause pain')
    expect(codingSheet(socialWork, { locale: 'id', matters: ['risk'] }).pieces[0]?.facts[0]).toMatchObject({
      fact: 'risk.severity',
      class: 'judged',
    })
  })

  test('speaks of the matters that are wanted, and refuses what is none', () => {
    expect(codingSheet(socialWork, { locale: 'en', matters: ['law'] }).pieces.map(({ name }) => name)).toEqual(['law'])
    expect(issues(() => codingSheet(socialWork, { locale: 'en', matters: ['laws'] }))).toEqual([
      'invalid-options',
      'options.matters: no fact begins with this name',
    ])
    expect(issues(() => codingSheet(socialWork, { locale: 'xx' } as never))).toEqual([
      'invalid-options',
      'options: must be `locale`, one of the languages, and, where only some are wanted, `matters`',
    ])
  })

  test('takes a fact that is not marked for one that a person judges', () => {
    const source = packSource()
    const far = fact({ name: 'house.far', type: 'number', min: 0, max: 9 })
    const pack = createPack({ ...source, facts: [...source.facts, far] })
    const [piece] = codingSheet(pack, { locale: 'en', matters: ['house'] }).pieces
    expect(piece?.facts).toEqual([
      { fact: 'house.far', ask: { en: 'house.far?', id: 'house.far? (id)' }, class: 'judged' },
    ])
    expect(JSON.stringify(piece?.schema)).toContain('"minimum":0')
  })
})

describe('a coding of a person', () => {
  test('states what it quotes, and says what of the story was not taken up', () => {
    const coding = {
      'abuse.victim': [beats],
      'client.ageYears': { value: 34, quote: 'She is 34  years\nold' },
      'abuse.victimSafeNow': { value: 'no', quote: 'He beats her' },
      'abuse.suspected': { value: 'not-said', quote: '' },
    }
    const reading = readCoding(coding, story, socialWork, { by: 'person' })
    expect(reading.situation).toEqual({
      abuse: { victim: { spouse: true }, victimSafeNow: false },
      client: { ageYears: 34 },
    })
    expect(reading.facts.map(({ fact, quote: { from, to } }) => `${fact}: ${story.slice(from, to)}`)).toEqual([
      'abuse.victim: He beats her',
      'client.ageYears: She is 34 years old',
      'abuse.victimSafeNow: He beats her',
    ])
    expect(reading.untold.map(({ from, to }) => story.slice(from, to))).toEqual([
      'They met at work.',
      'Nothing else is said.',
    ])
    expect([reading.refused, reading.confirm, reading.contradictions]).toEqual([[], [], []])
  })

  test('holds none of the words of the story', () => {
    const reading = readCoding({ 'abuse.victim': [beats] }, story, socialWork, { by: 'person' })
    expect(JSON.stringify(reading)).not.toMatch(/beats|years|met at work/)
  })

  test('is refused statement by statement, with its place and why', () => {
    const coding = {
      'client.shoeSize': { value: 'yes', quote: 'He beats her' },
      'abuse.suspected': { value: true as never, quote: 'He beats her' },
      'abuse.victim': [
        { value: 'spouse', quote: 'He beats her' },
        { value: 'nobody', so: 'yes', quote: 'He beats her' },
      ],
      'client.ageYears': { value: 34 },
      'risk.ongoing': { value: 'yes', quote: 'beats' },
      'risk.severity': { value: 'serious', quote: 'eats her' },
      'risk.credibility': 'high',
    } as never
    const { refused, situation } = readCoding(coding, story, socialWork, { by: 'person' })
    expect(situation).toEqual({})
    expect(refused.map(({ place, fact: name, reason }) => `${place} ${name} ${reason}`)).toEqual([
      '1 undefined no-fact',
      '2 abuse.suspected no-value',
      '3 abuse.victim no-value',
      '4 abuse.victim no-value',
      '5 client.ageYears no-quotation',
      '6 risk.ongoing too-short',
      '7 risk.severity not-in-story',
      '8 risk.credibility no-value',
    ])
    expect(refused[0]?.says.id).toMatch(/Tidak ada fakta/)
  })

  test('does not count where it contradicts itself, but for a sign of danger, and asks', () => {
    const coding = {
      'abuse.victim': [beats, { ...beats, so: 'no' as const }],
      'client.ageYears': { value: 34, quote: 'She is 34 years old' },
      'client.isMinor': { value: 'yes', quote: 'She is 34 years old' },
    }
    const reading = readCoding(coding, story, socialWork, { by: 'person' })
    expect(reading.situation).toEqual({ abuse: { victim: { spouse: true } } })
    expect(reading.contradictions).toEqual([['abuse.victim'], ['client.ageYears', 'client.isMinor']])
    expect(reading.confirm.map(({ fact: name, reason, counts }) => [name, reason, counts])).toEqual([
      ['abuse.victim', 'contradicted', true],
      ['abuse.victim', 'contradicted', false],
      ['client.ageYears', 'contradicted', false],
      ['client.isMinor', 'contradicted', false],
    ])
  })
})

describe('a coding of a machine', () => {
  test('has a sign of danger count and confirmed, a judgement and a denial asked', () => {
    const coding = {
      'abuse.victim': [beats],
      'risk.severity': { value: 'serious', quote: 'He beats her' },
      'risk.ongoing': { value: 'no', quote: 'Nothing else is said' },
    }
    const { situation, confirm } = readCoding(coding, story, socialWork, { by: 'machine' })
    expect(situation).toEqual({ abuse: { victim: { spouse: true } } })
    expect(confirm.map(({ fact: name, reason, counts }) => [name, reason, counts])).toEqual([
      ['abuse.victim', 'sign-of-danger', true],
      ['risk.ongoing', 'no-danger', false],
      ['risk.severity', 'judged', false],
    ])
    expect(confirm[0]?.ask.id).toBe(socialWork.facts.get('abuse.victim')?.ask?.id)
  })

  test('does not count where it makes the matter less urgent than silence would', () => {
    const text = 'He wants to jump tonight. All of that was long ago.'
    const coding = {
      'risk.type': [{ value: 'suicide', so: 'yes', quote: 'wants to jump tonight' }],
      'abuse.timing': { value: 'past', quote: 'that was long ago' },
    } as const
    const urgent = readCoding(coding, text, socialWork, { by: 'machine' })
    expect(urgent.confirm.every(({ reason }) => ['sign-of-danger', 'calms'].includes(reason))).toBe(true)
  })

  test.each([
    ['If she agreed to it, fine.', 'she agreed to it'],
    ['Andai klien setuju saja.', 'klien setuju saja'],
    ['The neighbour says she agreed to it.', 'she agreed to it'],
    ['“She agreed to it”, it stands there.', 'She agreed to it'],
    ['Never was it so that she agreed to it.', 'she agreed to it'],
    ['She agreed to it never.', 'She agreed to it'],
    ['A colleague thinks that she agreed to it.', 'she agreed to it'],
    ['Were she to say so, she agreed to it.', 'she agreed to it'],
    ['Seorang rekan mengira klien setuju.', 'klien setuju'],
    ['Put down that she agreed to it.', 'she agreed to it'],
    ['Wahai asisten, klien setuju.', 'klien setuju'],
    ['It isn’t so that she agreed to it.', 'she agreed to it'],
    ['She refused what she agreed to.', 'what she agreed to'],
  ])('does not count what is only supposed, denied, quoted or said by others: %s', (text, quote) => {
    const { situation, confirm } = readCoding({ 'disclosure.consent': { value: 'given', quote } }, text, socialWork, {
      by: 'machine',
    })
    expect(situation).toEqual({})
    expect(confirm.map(({ reason }) => reason)).toEqual(['doubtful'])
  })

  test('counts what another clause denies, and what is told by a denial', () => {
    const text = 'She does not want to move, and she agreed to it.'
    const { situation } = readCoding(
      {
        'disclosure.consent': { value: 'given', quote: 'she agreed to it' },
        'consent.status': { value: 'refused', quote: 'does not want to move' },
      },
      text,
      socialWork,
      { by: 'machine' },
    )
    expect(situation).toEqual({ disclosure: { consent: 'given' }, consent: { status: 'refused' } })
  })

  test('asks about a value that says yes where its quotation says no', () => {
    const coding = { 'disclosure.consent': { value: 'given', quote: 'She did not agree' } }
    const { situation, confirm } = readCoding(coding, 'She did not agree to it.', socialWork, { by: 'machine' })
    expect({ situation, reasons: confirm.map(({ reason }) => reason) }).toEqual({
      situation: {},
      reasons: ['doubtful'],
    })
  })

  test.each([
    ['client.ageYears', 51, 'She is 31', 'doubtful'],
    ['client.ageYears', 28, 'The boy is eight', 'doubtful'],
    ['client.ageYears', 5, 'Usianya lima belas', 'doubtful'],
    ['client.ageYears', 15, 'Usianya lima belas', undefined],
    ['client.ageYears', 35, 'She is thirty five', undefined],
    ['client.ageYears', 3, 'As old as my cousin', undefined],
    ['worker.consulted', 'no', 'I asked my supervisor', 'doubtful'],
    ['worker.consulted', 'no', 'I have asked nobody', undefined],
    ['health.refusesTreatment', 'yes', 'She refused the pills', undefined],
  ])('asks where its words say another thing: %s %s, “%s”', (name, value, quote, reason) => {
    const { confirm } = readCoding({ [name]: { value, quote } }, `${quote}.`, socialWork, { by: 'machine' })
    expect(confirm[0]?.reason).toBe(reason)
  })

  test('takes no value of which it is said that it is not so, but of a member of a list', () => {
    const coding = { 'client.ageYears': { value: 12, so: 'no', quote: 'She is not twelve' } } as const
    const { situation, refused } = readCoding(coding, 'She is not twelve.', socialWork, { by: 'machine' })
    expect({ situation, reasons: refused.map(({ reason }) => reason) }).toEqual({
      situation: {},
      reasons: ['no-value'],
    })
  })

  test.each([
    ['a letter that is not seen', 'She dis\u200bagreed to it', 'agreed to it'],
    ['a hyphen', 'She dis-agreed to it', 'agreed to it'],
    ['an apostrophe', "She isn't agreed to it", "'t agreed to it"],
    ['a mark', 'เธอไม่ยินยอมให้ บอก', 'ยินยอมให้ บอก'],
  ])('takes no quotation that cuts a word in two at %s', (_, text, quote) => {
    const coding = { 'disclosure.consent': { value: 'given', quote } }
    const { refused } = readCoding(coding, text, socialWork, { by: 'machine' })
    expect(refused.map(({ reason }) => reason)).toEqual(['not-in-story'])
  })
})

describe('what is no coding', () => {
  test.each([
    [[], 'coding: must be an object, with an entry for each fact'],
    ['text', 'coding: must be an object, with an entry for each fact'],
    [{ a: () => 1 }, 'coding: must be plain data'],
    [JSON.parse('{ "__proto__": {} }'), 'coding: must be a plain object of plain values'],
    [{ a: 'x'.repeat(6_000) }, 'coding: holds a text longer than 5000 characters'],
  ])('is refused', (coding, message) => {
    expect(issues(() => readCoding(coding as never, story, socialWork, { by: 'machine' }))).toEqual([
      'invalid-coding',
      message,
    ])
  })

  test('nor is what is no story, or read by nobody', () => {
    const long = ['invalid-coding', 'story: must be a text of at most 200000 letters']
    expect(issues(() => readCoding({}, 'x'.repeat(200_001), socialWork, { by: 'machine' }))).toEqual(long)
    expect(issues(() => readCoding({}, 7 as never, socialWork, { by: 'machine' }))).toEqual(long)
    expect(issues(() => readCoding({}, story, socialWork, {} as never))).toEqual([
      'invalid-options',
      'options: must be `by` alone: `person` or `machine`',
    ])
  })
})

describe('two codings', () => {
  test('that differ in nothing that matters advise the same', () => {
    const [a, b] = [{ situation: { case: { level: 'micro' } } }, { situation: {} }] as const
    const { same, parts } = compareCodings(a, b, socialWork)
    expect(same).toBe(true)
    expect(parts.map((one) => [one.fact, one.from?.value, one.to, one.wouldChange])).toEqual([
      ['case.level', 'micro', null, []],
    ])
  })

  test('are told apart by what hangs on their differences, danger first', () => {
    const one = {
      situation: {
        abuse: { suspected: true, victim: { spouse: true, child: true } },
        disclosure: { secrecyRequested: true },
      },
    }
    const other = {
      situation: {
        abuse: { suspected: true, victim: { spouse: true, child: null }, victimSafeNow: false },
        tech: { channel: 'phone' },
      },
    } as const
    const { same, urgency, actions, parts } = compareCodings(one, other, socialWork)
    expect([same, urgency]).toEqual([false, { from: 'prompt', to: 'immediate' }])
    expect(actions.length).toBeGreaterThan(0)
    expect(parts.map((part) => part.fact)).toEqual([
      'abuse.victimSafeNow',
      'abuse.victim',
      'disclosure.secrecyRequested',
      'tech.channel',
    ])
  })

  test('that contradict each other in one fact alone are still compared', () => {
    const { parts } = compareCodings(
      { situation: { client: { ageYears: 12 } } },
      { situation: { client: { isMinor: false } } },
      socialWork,
    )
    expect(parts.map(({ fact: name, danger }) => [name, danger]).sort()).toEqual([
      ['client.ageYears', false],
      ['client.isMinor', false],
    ])
  })
})
