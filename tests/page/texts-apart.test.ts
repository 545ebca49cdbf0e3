import { describe, expect, test } from 'vitest'
import { apart, joined } from '../../src/page/state/textsApart.js'
import { shippedPart } from '../../src/social-work/shippedPart.js'
import { shippedSayings } from '../../src/social-work/shippedSayings.js'
import { locales } from '../../src/vocabulary.js'

/* The page bears the texts of the pack by language, since they compress better so; what comes back is what was there. */

describe('texts that stand apart by language', () => {
  test.each([
    ['the shipped pack', shippedPart],
    ['how people say its facts', shippedSayings],
  ])('come back where they stood, in %s', (_, data) => {
    const plain = JSON.parse(JSON.stringify(data))
    expect(joined(JSON.parse(JSON.stringify(apart(plain, locales))))).toEqual(plain)
  })

  test('are taken by the names of the languages alone: one text, or a list; no empty lists, dialects or numbers', () => {
    const data = [{ en: 'one', id: ['dua', 'tiga'], su: 'hiji' }, { id: [] }, { en: { en: 'five' } }, null]
    const { rest, texts } = apart(data, ['en', 'id'])
    expect(texts).toEqual({ en: ['one', 'five'], id: ['dua', 'tiga'] })
    expect(JSON.stringify(rest)).not.toContain('dua')
    expect(() => apart([{ en: 4 }], ['en'])).toThrow('a number stands where a text in en should')
  })
})
