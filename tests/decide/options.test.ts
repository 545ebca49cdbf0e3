import { describe, expect, test } from 'vitest'
import * as timbang from '../../src/index.js'
import { checkIterable, optionsGiven } from '../../src/options.js'
import { packSource } from '../support/builders.js'

/* What a caller chooses: read once and strictly, so that nothing is passed over in silence. */

interface Chosen {
  readonly width?: number
  readonly locale?: string
}

const names = { width: true, locale: true } as const
const read = (given: unknown) => optionsGiven<Chosen>(given, names)
const pack = timbang.createPack(packSource())

function refused(call: () => unknown): readonly string[] {
  try {
    call()
  } catch (error) {
    if (error instanceof timbang.TimbangError) return error.message.split('\n')
    throw error
  }
  return []
}

describe('options', () => {
  test('are a copy of what is stated, without what is left undefined', () => {
    expect(read({ width: 80, locale: undefined })).toEqual({ width: 80 })
    expect(Object.keys(read({ locale: undefined }))).toEqual([])
    expect(read(Object.create(null))).toEqual({})
  })

  test('that do not exist are told by their place, with a near word, and never by their name', () => {
    expect(refused(() => read({ locale: 'en', widht: 1, Budi: 2 }))).toEqual([
      'invalid-options',
      'options: key 2 is no option (did you mean `width`?)',
      'options: key 3 is no option',
    ])
  })

  const unread = {
    get width(): number {
      throw new Error('was read')
    },
  }
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('was looked at')
      },
    },
  )

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'width'],
    ['a date', new Date()],
    ['what inherits', Object.create({ width: 1 })],
    ['what has a getter', unread],
    ['a symbol', { [Symbol('width')]: 1 }],
    ['what cannot be looked at', hostile],
  ])('are no %s', (_, given) => {
    expect(refused(() => read(given))).toEqual(['invalid-options', 'options: must be a plain object'])
  })
})

describe('every function that takes options refuses one that does not exist', () => {
  const strange = { frmework: 'x' } as never
  const advice = timbang.advise({}, pack)
  const calls: readonly (readonly [string, () => unknown])[] = [
    ['advise', () => timbang.advise({}, pack, strange)],
    ['whatIf', () => timbang.whatIf({}, pack, strange)],
    ['why', () => timbang.why({}, pack, strange)],
    ['whyNot', () => timbang.whyNot({}, pack, strange)],
    ['turningPoints', () => timbang.turningPoints({}, pack, strange)],
    ['compareFrameworks', () => timbang.compareFrameworks({}, pack, strange)],
    ['compareSteps', () => timbang.compareSteps({}, pack, strange)],
    ['unasked', () => timbang.unasked({}, pack, strange)],
    ['nextQuestion', () => timbang.nextQuestion({}, pack, strange)],
    ['interview', () => timbang.interview({}, pack, strange)],
    ['extendPack', () => timbang.extendPack(pack, {}, strange)],
    ['render', async () => timbang.render(await advice, strange)],
  ]

  test.each(calls)('%s', async (_, call) => {
    const error = await (async () => call())().catch((one: unknown) => one)
    expect(error).toBeInstanceOf(timbang.TimbangError)
    expect((error as timbang.TimbangError).code).toBe('invalid-options')
    expect((error as timbang.TimbangError).issues[0]?.message).toBe('key 1 is no option')
  })
})

describe('an advice that is shown', () => {
  test.each([
    ['null', null],
    ['an empty object', {}],
    ['a list', []],
    ['one whose list holds nothing', { format: 1, packs: [null] }],
  ])('is not %s', (_, given) => {
    expect(refused(() => timbang.render(given as never, { as: 'text', locale: 'en' }))).toEqual([
      'invalid-options',
      'advice: must be what `advise` gave',
    ])
  })

  test('is one whose questions were not looked for, too', async () => {
    const advice = await timbang.advise({}, pack, { questions: false })
    expect(timbang.render(advice, { as: 'text', locale: 'en' })).not.toBe('')
  })
})

describe('what is gone over one by one', () => {
  test.each([
    ['nothing', undefined],
    ['a text', 'abc'],
    ['a number', 3],
  ])('is not %s', (_, given) => {
    expect(refused(() => checkIterable(given, 'situations'))).toEqual([
      'invalid-options',
      'situations: must be a list, or something that gives one by one',
    ])
  })

  test('is a list, or what gives one after the other in its own time', () => {
    async function* later() {
      yield 1
    }
    for (const given of [[], new Set(), later()]) expect(refused(() => checkIterable(given, 'situations'))).toEqual([])
  })
})

describe('a situation that came from elsewhere', () => {
  const { parseSituation } = timbang

  test('is read as one of the pack, and told of as every situation is', () => {
    const given: unknown = { abuse: { suspected: true }, summary: 'a story' }
    expect(parseSituation(given, pack)).toEqual(given)
    expect(refused(() => parseSituation({ abuse: { suspected: true, Budi: 1 } }, pack))).toEqual([
      'invalid-situation',
      'situation.abuse: key 2 names no fact',
    ])
  })

  test('is refused where it contradicts itself, as a change that is supposed is told by its own place', () => {
    expect(refused(() => parseSituation({}, undefined as never))[0]).toBe('invalid-pack')
    expect(refused(() => timbang.whatIf({}, pack, { change: { abus: 1 } } as never))).toEqual([
      'invalid-situation',
      'options.change: key 1 names no fact (did you mean `abuse`?)',
    ])
  })
})
