import { describe, expect, test } from 'vitest'
import { apart, inLines } from '../../src/page/state/textsApart.js'
import { fromWordLetters, inWordLetters } from '../../src/page/state/wordLetters.js'
import { shippedPart } from '../../src/social-work/shippedPart.js'

/* The page bears words that come again and again as one letter each; what comes back is what was there. */

describe('words written as letters', () => {
  test.each([
    ['the shipped pack', inLines(apart(JSON.parse(JSON.stringify(shippedPart))))],
    ['capitals', 'worker Worker WORKER wORKER workers, worker’s; Pekerja pekerja'],
    ['letters that could stand for words', 'né é Éa café – ż worker \u0080\u07ff worker'],
    ['nothing', ''],
    ['nothing but lines', '\n\n'],
  ])('are read as they were: %s', (_, text) => {
    expect(fromWordLetters(inWordLetters(text))).toBe(text)
  })

  test('are fewer letters', () => {
    const text = 'the worker tells the client what the worker may tell. '.repeat(50)
    expect(inWordLetters(text).length).toBeLessThan(text.length / 2)
  })

  test('are refused where the mark of a capital stands in the text', () => {
    expect(() => inWordLetters('a\u007fb')).toThrow('the mark of a capital stands in the text')
  })
})
