import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { comparedValue } from '../../src/decide/compiledPack.js'
import type { Fact } from '../../src/pack/fact.js'
import { factTypes, toldApart, typeOf } from '../../src/pack/factTypes/factTypes.js'
import { fact } from '../support/builders.js'

const declared = factTypes.map((type): [string, Fact] => {
  const words = typeOf({ type }).hasWords ? { values: ['low', 'middle', 'high'] } : {}
  const limits = typeOf({ type }).hasLimits ? { min: 0, max: 9 } : {}
  return [type, fact({ name: 'a.fact', type, ...words, ...limits }) as Fact]
})

describe.each(declared)('a fact of the type %s', (_, one) => {
  const type = typeOf(one)
  const values = [...new Set([...type.values(one, [0, 5]), ...toldApart(one, [])])]

  test('has every value that is tried of it, and no other', () => {
    expect(values.length).toBeGreaterThan(1)
    expect(values.filter((value) => !type.hasValue(one, value))).toEqual([])
    expect([99, 'none', ''].filter((value) => type.hasValue(one, value))).toEqual([])
  })

  test('takes each answer as it is stated, and compares it as its comparisons do', () => {
    for (const value of values)
      for (const answer of type.answers(value)) {
        const written = answer instanceof Map ? Object.fromEntries(answer) : answer
        const checked = type.schema(one).safeParse(written)
        expect(checked.success).toBe(true)
        expect(type.stated(checked.data)).toEqual(answer)
        expect(comparedValue(one, answer)).not.toBeUndefined()
      }
  })

  test('gives back the value that was compared', () => {
    expect(values.map((value) => type.fromCompared(one, type.compared(one, value)))).toEqual(values)
  })

  test('says what is wrong where something else was stated, and has a type in TypeScript', () => {
    expect(type.schema(one).safeParse({ x: 1 }).success).toBe(false)
    expect(type.misfit('a.fact', one)).toMatchObject({ place: 'a.fact', code: expect.stringMatching(/^must-be-/) })
    expect(type.typeScript(one)).toMatch(/ \| null$|^SomeOf</)
  })
})

test('nothing asks which type a fact has, but for the place where a country must be one of a list', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const asking = files.filter((name) => {
    if (name.startsWith('pack/factTypes/')) return false
    return (
      factTypes.some((type) => readFileSync(`src/${name}`, 'utf8').includes(`type === '${type}'`)) ||
      /type !== '(yes-no|one-of|some-of|scale|number)'/.test(readFileSync(`src/${name}`, 'utf8'))
    )
  })
  expect(asking.sort()).toEqual([
    'author/check/locate.ts',
    'author/schemas/nameDefs.ts',
    'pack/soundness/ruleSoundness.ts',
  ])
})
