import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { parseSituation, situationAtDoor } from '../../src/decide/situation.js'
import { advise, createPack, TimbangError } from '../../src/index.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { fact, packSource, rule, situationOf, when } from '../support/builders.js'
import { runs } from '../support/sample.js'

const pack = createPack(packSource())

test('what is stated, read fact by fact, is what the schema of all facts finds in it, or refuses alike', () => {
  const some = fc.record({ group: fc.constantFrom('risk', 'client', 'summary', 'else'), held: fc.jsonValue() })
  const key = fc.constantFrom('severity', 'target', 'ageYears', 'else')
  fc.assert(
    fc.property(situationOf(pack), fc.option(some), fc.option(key), (situation, strange, within) => {
      const held = within === null ? strange?.held : { [within]: strange?.held }
      const given = { ...situation, ...(strange && { [strange.group]: held }) }
      const outcome = (read: () => unknown) => {
        try {
          return read()
        } catch (error) {
          return String(error)
        }
      }
      const found = outcome(() => parseSituation(given, pack))
      expect(found).toEqual(outcome(() => parseSituation(situationAtDoor(given, pack), pack)))
    }),
    runs(2_000),
  )
})

describe('what is not a fact is refused, with the nearest that is', () => {
  const unknown = (key = 1) => `key ${key} names no fact`

  test.each<readonly [object, readonly string[]]>([
    [{ risk: { severty: 'serious' } }, [`situation.risk: ${unknown()} (did you mean \`risk.severity\`?)`]],
    [{ rsik: { severity: 'serious' } }, [`situation: ${unknown()} (did you mean \`risk\`?)`]],
    [{ riskSeverity: 'serious' }, [`situation: ${unknown()} (did you mean \`risk.severity\`?)`]],
    [{ abuse: { weather: 'fine' } }, [`situation.abuse: ${unknown()}`]],
    [{ 'Budi Santoso, 3201010101010001': true }, [`situation: ${unknown()}`]],
    [{ summary: 'a story', summery: 'a story' }, [`situation: ${unknown(2)} (did you mean \`summary\`?)`]],
    [{ toString: 1, constructor: {} }, [`situation: ${unknown()}`, `situation: ${unknown(2)}`]],
    [
      { risk: { targt: 'child', level: 3 }, clint: {}, consent: { give: true } },
      [
        `situation.risk: ${unknown()} (did you mean \`risk.target\`?)`,
        `situation.risk: ${unknown(2)}`,
        `situation: ${unknown(2)} (did you mean \`client\`?)`,
        `situation.consent: ${unknown()} (did you mean \`consent.given\`?)`,
      ],
    ],
  ])('%j', (situation, lines) => {
    expect([...refusal(situation)].sort()).toEqual([...lines].sort())
  })

  test('and a fact written with its dotted name is told how to be written', () => {
    expect(refusal({ 'risk.severity': 'serious' })).toEqual([
      'situation: facts are written nested, `risk.severity` as `{ risk: { severity: … } }`',
    ])
  })

  test.each([
    ['a word', 'high'],
    ['a yes', true],
    ['null', null],
    ['a list', []],
    ['a number', 3],
  ])('nor is %s a group of facts', (_, value) => {
    expect(refusal({ risk: value })).toEqual(['situation.risk: must be an object of facts'])
  })

  test.each([
    ['null', null],
    ['a list', []],
    ['a text', '{}'],
    ['a yes', true],
    ['a number', 3],
  ])('nor is %s a situation', (_, value) => {
    expect(refusal(value)).toEqual(['situation: must be an object of facts'])
  })

  test('in groups within groups too', () => {
    const deep = createPack(
      packSource({
        facts: [fact({ name: 'home.family.child.safe' }), fact({ name: 'home.rented' })],
        rules: [rule({ name: 'r', conditions: when('home.family.child.safe'), must: ['tell-first'] })],
        frameworks: [],
        pack: { openers: ['home.rented'] },
      }),
    )
    expect(parseSituation({ home: { rented: null, family: { child: { safe: true } } } }, deep)).toEqual(
      new Map(Object.entries({ 'home.family.child.safe': true, 'home.rented': null })),
    )
    expect(refusal({ home: { family: { child: { save: true }, pets: 2 }, rented: 'no' } }, deep).sort()).toEqual([
      'situation.home.family.child: key 1 names no fact (did you mean `home.family.child.safe`?)',
      'situation.home.family: key 2 names no fact',
      'situation.home.rented: must be `true`, `false` or `null`',
    ])
  })

  test('in no more than fifty lines', () => {
    const unknownKeys = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`x${i}`, i]))
    expect(refusal(unknownKeys(4_000))).toHaveLength(50)
    expect(refusal({ risk: unknownKeys(40), client: unknownKeys(40), ...unknownKeys(40) })).toHaveLength(50)
  })
})

describe('nothing that was entered is repeated', () => {
  /** Letters that neither the pack nor any wording uses, so that any trace of them is a trace of what was entered. */
  const secret = fc.string({ unit: fc.constantFrom(...'αβγδεζ零壹貳'), minLength: 1, maxLength: 30 })
  const secretNumber = fc.integer({ min: 0, max: 999 }).map((n) => 777_777_000 + n)
  const trace = /[αβγδεζ零壹貳]|777777/

  const names = [...socialWork.facts.keys()]
  const parts = [...new Set(names.flatMap((name) => name.split('.')))]
  const words = [
    ...new Set([...socialWork.facts.values()].flatMap(({ values = [] }) => values.map(({ value }) => value))),
  ]
  const nearMiss = fc
    .tuple(fc.constantFrom(...names, ...parts, ...words), secret)
    .map(([name, inserted]) => `${name.slice(0, 3)}${inserted}${name.slice(3)}`)

  const key = fc.oneof(fc.constantFrom(...parts, ...words, 'summary'), secret, nearMiss)
  const scalar = fc.oneof(secret, nearMiss, secretNumber, fc.constantFrom(null, true, false, Number.NaN, ...words))
  const { situation } = fc.letrec((tie) => ({
    situation: fc.dictionary(key, tie('value'), { maxKeys: 6 }),
    value: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('value'), { maxLength: 4 }), tie('situation')),
  }))

  test('in any error, however it is looked at', () => {
    const tried = runs(2_000)
    let refusals = 0
    fc.assert(
      fc.property(situation, (entered) => {
        const error = errorOf(entered)
        if (error === undefined) return
        refusals += 1
        const seen = [
          error.message,
          String(error),
          error.stack,
          JSON.stringify(error),
          inspect(error, { depth: 9, showHidden: true }),
        ]
        expect(seen.filter((text) => trace.test(text ?? ''))).toEqual([])
      }),
      tried,
    )
    expect(refusals).toBeGreaterThan(tried.numRuns / 2)
  })

  test('in any error about a fact that was stated wrongly', () => {
    const wrong = fc.oneof(
      secret,
      nearMiss,
      secretNumber,
      fc.array(fc.oneof(secret, secretNumber), { minLength: 1 }),
      situation,
    )
    fc.assert(
      fc.property(fc.constantFrom(...names), wrong, (name, value) => {
        const [group, leaf] = name.split('.') as [string, string]
        const error = errorOf({ [group]: { [leaf]: value } })
        if (error === undefined) return
        expect(error.message).not.toMatch(trace)
        expect(error.issues.every(({ place }) => place === `situation.${name}` || place === 'situation')).toBe(true)
      }),
      runs(2_000),
    )
  })

  function errorOf(entered: unknown): TimbangError | undefined {
    try {
      parseSituation(entered, socialWork)
      return undefined
    } catch (error) {
      if (error instanceof TimbangError) return error
      throw error
    }
  }

  test('of the summary in an advice', async () => {
    const stated = { case: { jurisdiction: 'ID' }, abuse: { suspected: true, victim: ['child'] } } as const
    const without = await advise(stated, socialWork)
    await fc.assert(
      fc.asyncProperty(fc.oneof(secret, nearMiss, fc.string({ unit: 'binary' })), async (summary) => {
        expect(await advise({ ...stated, summary }, socialWork)).toEqual(without)
      }),
      runs(10, 2),
    )
  })
})

describe('the summary', () => {
  test('is free text of any wording', () => {
    for (const summary of ['', ' ', 'a story\nin lines\u0000', '🙂'.repeat(10_000), '<script>', '{"risk": 1}'])
      expect(parseSituation({ summary }, pack)).toEqual(new Map())
  })

  test.each([
    ['null', null],
    ['a number', 7],
    ['a list', ['a story']],
    ['an object', { text: 'a story' }],
  ])('is not %s', (_, summary) => {
    expect(refusal({ summary })).toEqual(['situation.summary: must be a text'])
  })

  test('is no book', () => {
    expect(refusal({ summary: 'a'.repeat(20_001) })).toEqual(['situation: holds a text longer than 20000 characters'])
  })
})

describe('only plain data is a situation', () => {
  const object = 'situation: must be a plain object'
  const odd = 'situation: must be a plain object of plain values'
  const plain = 'situation: must be plain data'
  const list = 'situation: must be a plain list without gaps'
  const unreadable = 'situation: cannot be read as plain data'
  const deep = 'situation: is nested too deeply'
  const large = 'situation: is too large'
  class Severity {
    readonly severity = 'serious'
  }
  const trap = () => {
    throw new Error('a secret')
  }

  test.each<readonly [string, unknown, string]>([
    ['an object of a class', new Severity(), object],
    ['a date', new Date(0), object],
    ['a map', new Map([['severity', 'serious']]), object],
    ['a function', () => 'serious', plain],
    ['a symbol', Symbol('serious'), plain],
    ['a big number', 7n, plain],
    ['what is not a number', { ageYears: Number.NaN }, 'situation: must be a finite number'],
    ['a number past all numbers', { ageYears: Number.NEGATIVE_INFINITY }, 'situation: must be a finite number'],
    ['what could be awaited', Object.fromEntries([['then', () => undefined]]), plain],
    ['an object with a symbol for a key', { [Symbol('severity')]: 'serious' }, odd],
    ['an object with another prototype', Object.create({ severity: 'serious' }), object],
    ['an object that holds itself', circular({}), deep],
    ['a list that holds itself', circular([]), deep],
    ['a list with gaps', { target: new Array(3) }, list],
    ['an object that throws when it is looked at', new Proxy({}, { ownKeys: trap }), unreadable],
    ['an object that says it is something else', new Proxy({}, { getPrototypeOf: () => Date.prototype }), object],
    ['an object that hides what it holds', new Proxy({ severity: 1 }, { getOwnPropertyDescriptor: trap }), unreadable],
    ['an object that can no longer be looked at', revoked(), unreadable],
    ['a list of a million', { target: new Array(1_000_000).fill('child') }, large],
    ['a list of a million gaps', { target: new Array(1_000_000) }, large],
    ['six thousand facts', Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`x${i}`, i])), large],
    ['a pit', nest(1_000_000), deep],
  ])('%s is refused', (_, value, line) => {
    expect(refusal({ risk: value })).toEqual([line])
  })

  test('a getter is never called', () => {
    let calls = 0
    const get = () => {
      calls += 1
      return 'serious'
    }
    const property = { get, enumerable: true }
    const situations = [
      Object.defineProperty({}, 'risk', property),
      { risk: Object.defineProperty({}, 'severity', property) },
      { risk: Object.defineProperty({}, 'severity', { get }) },
      { risk: { target: Object.defineProperty(['child'], 0, property) } },
      Object.defineProperty({}, 'toJSON', property),
    ]
    expect(situations.map((one) => refusal(one))).toEqual([[odd], [odd], [odd], [list], [odd]])
    expect(calls).toBe(0)
  })

  test('what it looks like at first is what is weighed', () => {
    const answers = ['none', 'serious']
    const turncoat = new Proxy(
      { severity: 'none' },
      {
        getOwnPropertyDescriptor: () => ({
          value: answers.shift(),
          configurable: true,
          enumerable: true,
          writable: true,
        }),
        get: () => 'serious',
      },
    )
    expect(parseSituation({ risk: turncoat }, pack)).toEqual(new Map([['risk.severity', 'none']]))
    expect(answers).toEqual(['serious'])
  })

  test('a list that lies about its length is read no further than the limit', () => {
    const lengths = [1, 4_000_000_000]
    let read = 0
    const liar = new Proxy(['child'], {
      get: (held, key) => (key === 'length' ? lengths.shift() : Reflect.get(held, key)),
      getOwnPropertyDescriptor: () => {
        read += 1
        return { value: 'child', configurable: true, enumerable: true, writable: true }
      },
    })
    expect(() => parseSituation({ risk: { target: liar } }, pack)).not.toThrowError(RangeError)
    expect(read).toBeLessThan(10_000)
  })

  test('an object without a prototype is one, and so is one that cannot be changed', () => {
    const bare = Object.assign(Object.create(null), {
      risk: Object.assign(Object.create(null), { severity: 'serious' }),
    })
    const frozen = Object.freeze({ risk: Object.freeze({ severity: 'serious' }) })
    for (const situation of [bare, frozen])
      expect(parseSituation(situation, pack)).toEqual(new Map([['risk.severity', 'serious']]))
  })

  test('a situation is left as it was', async () => {
    const situation = { summary: 'a story', risk: { target: ['child', 'child'], severity: undefined } }
    const before = structuredClone(situation)
    await advise(situation, pack)
    expect(situation).toEqual(before)
  })
})

describe('the prototype of all objects', () => {
  const polluted = Object.prototype as unknown as Record<string, unknown>
  afterEach(() => {
    for (const name of ['risk', 'severity', 'polluted']) delete polluted[name]
  })

  test.each([
    ['{"__proto__": {"polluted": true}}', 'situation: must be a plain object of plain values'],
    ['{"risk": {"__proto__": {"severity": "serious"}}}', 'situation: must be a plain object of plain values'],
    ['{"risk": {"target": {"__proto__": true}}}', 'situation: must be a plain object of plain values'],
    ['{"constructor": {"prototype": {"polluted": true}}}', 'situation: key 1 names no fact'],
  ])('is not reached by %s', (json, line) => {
    expect(refusal(JSON.parse(json))).toEqual([line])
    expect('polluted' in {}).toBe(false)
  })

  test('states no fact, whatever others have put there', async () => {
    const before = await advise({ consent: { given: true }, client: {} }, pack)
    polluted.risk = { severity: 'serious' }
    polluted.severity = 'serious'
    expect(parseSituation({ consent: { given: true } }, pack)).toEqual(new Map([['consent.given', true]]))
    expect(parseSituation(JSON.parse('{"risk": {}}'), pack)).toEqual(new Map())
    expect(await advise({ consent: { given: true }, client: {} }, pack)).toEqual(before)
  })
})

describe('what was asked and is still not known', () => {
  test('is not asked again, is told, and changes nothing else', async () => {
    const name = 'consent.given'
    const stated = { abuse: { suspected: true } }
    const open = await advise(stated, pack)
    const asked = await advise({ ...stated, consent: { given: null } }, pack)
    expect(open.questions.map((one) => one.fact)).toContain(name)
    expect(asked.questions).toEqual(open.questions.filter((one) => one.fact !== name))
    expect(asked.unanswered).toEqual([{ fact: name, ask: pack.facts.get(name)?.ask }])
    expect({ ...asked, questions: [], unanswered: [] }).toEqual({ ...open, questions: [], unanswered: [] })
  })
})

/** The lines that say what is wrong with a situation. */
function refusal(situation: unknown, of = pack): string[] {
  try {
    parseSituation(situation, of)
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    expect(error.code).toBe('invalid-situation')
    return error.message.split('\n').slice(1)
  }
  throw new Error('it was accepted')
}

function circular<T extends object>(value: T): T {
  return Object.assign(value, { 0: value, 1: value })
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

function nest(levels: number): object {
  let held: object = {}
  for (let i = 0; i < levels; i++) held = { held }
  return held
}
