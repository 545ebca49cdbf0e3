import { describe, expect, test } from 'vitest'
import { unpacked } from '../../src/page/state/packed.js'
import { apart, joined } from '../../src/page/state/textsApart.js'
import { shippedPart } from '../../src/social-work/shippedPart.js'
import { shippedSayings } from '../../src/social-work/shippedSayings.js'
import { packed } from '../../tooling/bundling.js'

/* The page bears the texts of the pack by the name under which they stand, since they compress better so; what comes back is what was there. */

describe('texts that stand apart by their kind', () => {
  test.each([
    ['the shipped pack', shippedPart],
    ['how people say its facts', shippedSayings],
  ])('come back where they stood, in %s', (_, data) => {
    const plain = JSON.parse(JSON.stringify(data))
    expect(joined(JSON.parse(JSON.stringify(apart(plain))))).toEqual(plain)
    expect(unpacked(packed(plain))).toEqual(plain)
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
  })
})
