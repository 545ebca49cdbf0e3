import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { advise, createPack, engineForm, TimbangError } from '../../src/index.js'
import { fact, packSource, rule, when } from '../support/builders.js'
import { make, type Refusal } from '../support/refusal.js'

const files = readdirSync('tests/pack/refused').sort()

describe.each(files)('%s', (file) => {
  const refusals = JSON.parse(readFileSync(`tests/pack/refused/${file}`, 'utf8')) as Refusal[]

  test.each(refusals)('$name', ({ change, issues }) => {
    const source = structuredClone(packSource())
    for (const one of change) make(one, source)
    expect(refused(source)).toEqual([...issues].sort())
  })
})

describe('what is no plain data', () => {
  const odd = 'pack: must be a plain object of plain values'
  const plain = 'pack: must be plain data'
  const object = 'pack: must be a plain object'
  const number = 'pack: must be a finite number'
  const list = 'pack: must be a plain list without gaps'
  const unreadable = 'pack: cannot be read as plain data'
  const deep = 'pack: is nested too deeply'
  class Rules {
    readonly standard = 'x'
  }
  const bait: readonly (readonly [string, unknown, string])[] = [
    ['a function', () => true, plain],
    ['a symbol', Symbol('x'), plain],
    ['a number without end', 1n, plain],
    ['what is not a number', Number.NaN, number],
    ['a number past all numbers', Number.POSITIVE_INFINITY, number],
    ['a number that JSON cannot hold', JSON.parse('-1e400'), number],
    [
      'an object with a getter',
      {
        get x() {
          throw new Error('was called')
        },
      },
      odd,
    ],
    ['an object with a setter', { set x(_: unknown) {} }, odd],
    [
      'a list with a getter',
      Object.defineProperty([1], 0, {
        get: () => {
          throw new Error('was called')
        },
      }),
      list,
    ],
    ['a list with gaps', new Array(3), list],
    ['an object with a symbol for a key', { [Symbol('x')]: 1 }, odd],
    ['an object with its own `__proto__`', JSON.parse('{"__proto__": {"polluted": true}}'), odd],
    ['an object with another prototype', Object.create({ polluted: true }), object],
    ['an object of a class', new Rules(), object],
    ['a date', new Date(0), object],
    ['a map', new Map([['x', 1]]), object],
    ['a promise', Promise.resolve(1), object],
    ['a boxed text', new String('x'), object],
    ['what could be awaited', Object.fromEntries([['then', () => undefined]]), plain],
    ['what turns itself into JSON', { toJSON: () => ({}) }, plain],
    ['an object that throws when it is looked at', thrower(), unreadable],
    ['an object that can no longer be looked at', revoked(), unreadable],
    ['an object that holds itself', circular({}), deep],
    ['a list that holds itself many times', circular([]), deep],
    ['a list of a million', new Array(1_000_000).fill(0), 'pack: is too large'],
    ['a text of ten million letters', 'a'.repeat(10_000_000), 'pack: holds a text longer than 5000 characters'],
  ]

  test.each(bait)('%s is refused as a pack', (_, value, issue) => {
    expect(refused(value)).toEqual([issue])
  })

  test.each(bait)('%s is refused inside a rule', (_, value, issue) => {
    const source = structuredClone(packSource())
    make({ at: 'rules · rules/tiny.json · rules · keep-confidence · conditions', set: { all: [value] } }, source)
    expect(refused(source)).toEqual([issue])
  })

  test.each([
    ['nothing', undefined, plain],
    ['null', null, 'pack: must be an object'],
    ['a list', [], 'pack: must be an object'],
    ['a text', '{}', 'pack: must be an object'],
  ])('%s is refused as a pack', (_, value, issue) => {
    expect(refused(value)).toEqual([issue])
  })
})

describe('a pack', () => {
  test('is accepted as the other tests change it', () => {
    expect(refused(packSource())).toEqual([])
  })

  test('is refused without a trace in the prototypes of all objects', () => {
    const before = prototypes()
    for (const file of files)
      for (const { change } of JSON.parse(readFileSync(`tests/pack/refused/${file}`, 'utf8')) as Refusal[]) {
        const source = structuredClone(packSource())
        for (const one of change) make(one, source)
        refused(source)
      }
    expect(prototypes()).toEqual(before)
    expect('polluted' in {}).toBe(false)
  })

  test('is refused in no more than two hundred lines', () => {
    const rules = Array.from({ length: 300 }, (_, i) => rule({ name: `rule-${i}`, must: ['call-the-pope'] }))
    expect(refused(packSource({ rules }))).toHaveLength(200)
    const facts = Array.from({ length: 2_000 }, (_, i) => ({ ...fact({ name: `a.b${i}` }), label: 7 }))
    expect(refused({ ...packSource(), facts })).toHaveLength(200)
  })

  test('of more comparisons in one rule than a person can check is refused', () => {
    const all = Array.from(
      { length: 200_000 },
      () => ({ fact: 'consent.given', operator: 'equal', value: true }) as const,
    )
    expect(
      refused(packSource({ rules: [rule({ name: 'endless', conditions: { all }, must: ['tell-first'] })] })),
    ).toEqual(['rules/tiny.json · endless · conditions: has more than 1000 comparisons'])
  })

  test('keeps nothing of the JSON it was made from', async () => {
    const source = structuredClone(packSource())
    const pack = createPack(source)
    const before = await advise({ abuse: { suspected: true } }, createPack(packSource()))
    for (const file of Object.values(source.rules)) file.rules.length = 0
    source.facts.length = 0
    Object.assign(source.actions[1]!.label, { en: 'changed' })
    expect(await advise({ abuse: { suspected: true } }, pack)).toEqual(before)
  })

  test('is made from JSON that nobody can change', () => {
    const frozen = deepFreeze(structuredClone(packSource()))
    expect(createPack(frozen).digest).toBe(createPack(packSource()).digest)
  })

  test('has the same digest whatever the order of keys, and another when anything is said otherwise', () => {
    const source = structuredClone(packSource())
    const turned = Object.fromEntries(Object.entries(source).reverse())
    const reworded = packSource({ pack: { title: { en: 'Tiny pack!', id: 'Tiny pack (id)' } } })
    const digests = [source, turned, reworded].map((one) => createPack(one).digest)
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(digests[1]).toBe(digests[0])
    expect(digests[2]).not.toBe(digests[0])
  })
})

describe('the options of a consultation', () => {
  const pack = createPack(packSource())
  const day = 'options.on: must be a day such as `2026-01-31`'

  test.each([
    ['a day that does not exist', { on: '2026-02-30' }, day],
    ['a month that does not exist', { on: '2026-13-01' }, day],
    ['a day in words', { on: 'today' }, day],
    ['a moment', { on: '2026-01-31T12:00:00Z' }, day],
    ['a list that reads like a day', { on: ['2026-01-31'] }, day],
    ['a date object', { on: new Date(0) }, day],
    [
      'a framework that the pack does not have',
      { framework: 'live-first' },
      'options.framework: no framework of the pack has this name (did you mean `life-first`?)',
    ],
    [
      'a name that every object has',
      { framework: 'constructor' },
      'options.framework: no framework of the pack has this name',
    ],
    ['questions in words', { questions: 'no' }, 'options.questions: must be `true` or `false`'],
    ['questions that are null', { questions: null }, 'options.questions: must be `true` or `false`'],
  ])('are refused with %s', async (_, options, issue) => {
    const told = await advise({}, pack, options as never).catch((error: unknown) => error)
    expect(told).toBeInstanceOf(TimbangError)
    expect((told as TimbangError).code).toBe('invalid-options')
    expect(linesOf(told as TimbangError)).toEqual([issue])
  })

  test('are none, a day, a framework', async () => {
    const advices = [{}, { on: '2024-02-29' }, { framework: 'life-first' }].map((options) => advise({}, pack, options))
    const told = (await Promise.all(advices)).map(({ on, framework }) => [on, framework])
    expect(told).toEqual([
      ['2026-01-31', undefined],
      ['2024-02-29', undefined],
      ['2026-01-31', 'life-first'],
    ])
  })

  test.each(['advise', 'stockForm'])('%s takes a pack that was created, not its JSON', async (name) => {
    const source = structuredClone(packSource()) as never
    const asked = async () => (name === 'advise' ? advise({}, source) : engineForm({}, source))
    const told = await asked().catch((error: unknown) => error)
    expect(told).toBeInstanceOf(TimbangError)
    expect(linesOf(told as TimbangError)).toEqual(['pack: must be made by `createPack`'])
  })
})

describe('an error', () => {
  test('says its code and every issue in its message, one a line', () => {
    const source = packSource({ rules: [rule({ name: 'x', conditions: when('risk.severty'), must: ['tell-frist'] })] })
    expect(() => createPack(source)).toThrowError(
      new TimbangError('invalid-pack', [
        {
          place: 'rules/tiny.json · x · conditions.all[0]',
          message: 'no fact is named `risk.severty`',
          suggestion: 'risk.severity',
        },
        { place: 'rules/tiny.json · x', message: 'no action is named `tell-frist`', suggestion: 'tell-first' },
      ]),
    )
    expect(thrown(source)?.message).toBe(
      [
        'invalid-pack',
        'rules/tiny.json · x · conditions.all[0]: no fact is named `risk.severty` (did you mean `risk.severity`?)',
        'rules/tiny.json · x: no action is named `tell-frist` (did you mean `tell-first`?)',
      ].join('\n'),
    )
  })

  test('holds its issues as plain JSON', () => {
    const error = thrown(packSource({ rules: [rule({ name: 'x' })] }))
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'TimbangError',
      code: 'invalid-pack',
      issues: [{ place: 'rules/tiny.json · x', message: 'asks for nothing' }],
    })
    expect(error).toBeInstanceOf(Error)
  })
})

function thrown(source: unknown): TimbangError | undefined {
  try {
    createPack(source)
    return undefined
  } catch (error) {
    if (error instanceof TimbangError) return error
    throw error
  }
}

/** The lines that say what is wrong, in an order of their own; none where the pack is accepted. */
function refused(source: unknown): string[] {
  const error = thrown(source)
  if (error === undefined) return []
  expect(error.code).toBe('invalid-pack')
  return linesOf(error).sort()
}

/** The issues as an author reads them: the lines of the message after its code. */
function linesOf(error: TimbangError): string[] {
  return error.message.split('\n').slice(1)
}

function prototypes(): unknown {
  return [Object, Array, Function, String, Number, Boolean, Map, Set, Promise, RegExp].map(({ prototype }) =>
    Reflect.ownKeys(prototype).map(String),
  )
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) deepFreeze(inner)
  return value
}

function circular<T extends object>(value: T): T {
  return Object.assign(value, { 0: value, 1: value, 2: value })
}

function thrower(): object {
  const trap = () => {
    throw new Error('a secret')
  }
  return new Proxy({}, { get: trap, ownKeys: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap, has: trap })
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
