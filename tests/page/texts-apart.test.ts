import { describe, expect, test } from 'vitest'
import { unpacked } from '../../src/page/state/packed.js'
import { apart, fromLines, inLines, joined } from '../../src/page/state/textsApart.js'
import { shippedPart } from '../../src/social-work/shippedPart.js'
import { shippedSayings } from '../../src/social-work/shippedSayings.js'
import { packed } from '../../tooling/bundling.js'
import { sampleOf } from '../support/sample.js'

/* The page bears the texts of the pack by the name under which they stand, since they compress better so; what comes back is what was there. */

const asJson = <T>(data: T): T => JSON.parse(JSON.stringify(data))

describe('texts that stand apart by their kind', () => {
  const files = Object.entries(shippedPart.source.rules)
  // To pack takes long.
  const some = {
    ...shippedPart,
    source: {
      ...shippedPart.source,
      rules: Object.fromEntries(sampleOf(files, 80, 1)),
      facts: sampleOf(shippedPart.source.facts, 80, 1),
      sources: sampleOf(shippedPart.source.sources, 80, 1),
      actions: sampleOf(shippedPart.source.actions, 80, 1),
    },
  }

  test.each([
    ['the shipped pack', shippedPart, some],
    ['how people say its facts', shippedSayings, Object.fromEntries(sampleOf(Object.entries(shippedSayings), 10, 1))],
  ])('come back where they stood, in %s', (_, data, some) => {
    const plain = asJson(data)
    expect(joined(fromLines(inLines(apart(plain))))).toEqual(plain)
    expect(unpacked(packed(asJson(some)))).toEqual(asJson(some))
  })

  test('are taken one by one or as a list, and nothing else is: no numbers, empty lists or mixed ones', () => {
    const data = [
      { en: 'one', id: ['dua', 'tiga'] },
      { id: [], en: 4 },
      { en: { en: ['five', 0, null] } },
      null,
      'six',
      true,
    ]
    const { rest, texts } = apart(data)
    expect(texts).toEqual({ '': ['six'], en: ['one', 'five'], id: ['dua', 'tiga'] })
    expect(JSON.stringify(rest)).not.toContain('dua')
    expect(joined({ rest, texts })).toEqual(data)
  })

  test('are written once where they stand twice', () => {
    const data = [{ en: 'the same' }, { en: 'another' }, { en: ['the same', 'no'] }, { en: 'no' }]
    const taken = apart(data)
    expect(taken.texts).toEqual({ en: ['the same', 'another', 0, 'no', 'no'] })
    expect(joined(taken)).toEqual(data)
    expect(inLines(taken).split('\n').slice(1)).toEqual(['the same', 'another', '\t0', 'no', 'no'])
    expect(joined(fromLines(inLines(taken)))).toEqual(data)
  })

  test.each(['two\nlines', '\t1'])('are refused where a line would not tell them: %j', (text) => {
    expect(() => inLines(apart([{ en: text }]))).toThrow('a text is no single line')
  })
})
