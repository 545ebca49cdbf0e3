import { describe, expect, test } from 'vitest'
import { telling as en } from '../../src/words/en/telling.js'
import { telling as id } from '../../src/words/id/telling.js'

describe('what the page counts', () => {
  const counted = ['heard', 'further', 'found', 'told', 'stillOpen'] as const

  test.each(counted)('is one thing or several in English (%s)', (name) => {
    const [one, several] = [en[name](1), en[name](3)]
    expect(one).toMatch(/^One /)
    expect(several).toMatch(/^3 (more )?(things|questions) /)
  })

  test('is nothing in either language while nothing was told', () => {
    expect(en.told(0)).toBe('Nothing told yet')
    expect(id.told(0)).not.toContain('0')
  })

  test.each([...counted, 'more', 'otherMatters', 'ticked', 'storyShorter'] as const)(
    'names its number in both languages (%s)',
    (name) => {
      for (const words of [en, id]) expect(words[name](7)).toContain('7')
    },
  )
})
