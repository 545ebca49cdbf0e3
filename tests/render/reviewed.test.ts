import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { createPack } from '../../src/pack/pack.js'
import type { Source } from '../../src/pack/packSource.js'
import { render } from '../../src/render/render.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { locales } from '../../src/vocabulary.js'
import { renderWords as words } from '../../src/words/renderWords.js'
import { packSource, rule, says } from '../support/builders.js'

/* Who has reviewed what is shown, and since when it is verified. */

const review = { by: says('a social worker'), on: '2026-02-01' }

function packWith(...changes: Partial<Source>[]) {
  const sources = packSource().sources.map((source, i) => ({ ...source, ...changes[i] }))
  return createPack(
    packSource({ sources, rules: [rule({ name: 'one', must: ['tell-first'], sources: ['CODE-1', 'BOOK-1'] })] }),
  )
}

/** The line above the last of an advice that cites the first two sources. */
async function line(...changes: Partial<Source>[]) {
  const advice = await advise({ abuse: { suspected: true } }, packWith(...changes))
  return render(advice, { as: 'text', locale: 'en', width: 1_000 }).trimEnd().split('\n').at(-2)
}

describe('the last lines of an advice', () => {
  test('say that no practitioner has reviewed it, as long as no source shown was', async () => {
    expect(await line()).toBe('No practising social worker has reviewed these rules and sources yet.')
    expect(await line({}, {}, { reviewed: review })).toBe(await line())
  })

  test('say how many of the sources shown were reviewed', async () => {
    expect(await line({ reviewed: review })).toBe('Reviewed by a practising social worker: 1 of 2 sources.')
    expect(await line({ reviewed: review }, { reviewed: review })).toBe(
      'Reviewed by a practising social worker: 2 of 2 sources.',
    )
  })

  test('say once since when they are verified: the earliest day', async () => {
    const [one, other] = [{ verifiedOn: '2026-01-02' }, { verifiedOn: '2025-12-31' }]
    expect(await line(one, { ...other, reviewed: review })).toBe(
      'Reviewed by a practising social worker: 1 of 2 sources. Checked against the text on 2025-12-31 or later: 2 of 2 sources.',
    )
  })

  test('say so of the shipped pack, in both languages, whatever is advised', async () => {
    const advices = await Promise.all([
      advise({}, socialWork),
      advise({ risk: { type: 'suicide', severity: 'serious' } }, socialWork),
    ])
    for (const advice of advices)
      for (const locale of locales)
        for (const as of ['text', 'markdown'] as const)
          expect(render(advice, { as, locale, width: 1_000 })).toContain(words[locale].unreviewed)
  })
})

describe('the advice itself', () => {
  test('carries who has reviewed a source, and when it was verified', async () => {
    const { sources } = await advise(
      { abuse: { suspected: true } },
      packWith({ reviewed: review, verifiedOn: '2026-01-02' }),
    )
    expect([sources['CODE-1']?.reviewed, sources['CODE-1']?.verifiedOn]).toEqual([review, '2026-01-02'])
    expect(Object.keys(sources['BOOK-1'] ?? {})).not.toContain('reviewed')
  })

  test('carries in which text a source was read, and from when to when it is in force', async () => {
    const [read, inForce] = [{ text: 'The code, second edition', on: '2026-01-02' }, { from: '2020-01-01' }]
    const { sources } = await advise({ abuse: { suspected: true } }, packWith({ read, inForce }))
    expect([sources['CODE-1']?.read, sources['CODE-1']?.inForce]).toEqual([read, inForce])
  })
})

describe('a source is refused', () => {
  test.each<readonly [string, object, string]>([
    [
      'with a day of verification though nobody verified it',
      { verified: 'no', verifiedOn: '2026-01-02' },
      'sources · CODE-1: has a day in `verifiedOn` and is not verified',
    ],
    [
      'with a text that was read though nobody verified it',
      { verified: 'no', read: { text: 'The code, second edition', on: '2026-01-02' } },
      'sources · CODE-1: names a text in `read` and is not verified',
    ],
    [
      'with two days on which it was verified',
      { verifiedOn: '2026-01-02', read: { text: 'The code, second edition', on: '2026-01-02' } },
      'sources · CODE-1: says twice when it was verified: in `verifiedOn` and in `read`',
    ],
    ['with a text read on no day', { read: { text: 'The code, second edition' } }, 'sources · CODE-1 · read.on: '],
    [
      'with a term that ends before it begins',
      { inForce: { from: '2026-01-02', until: '2026-01-01' } },
      'sources · CODE-1: `inForce` ends before it begins',
    ],
    ['with a day that is none', { verifiedOn: '2026-02-30' }, 'sources · CODE-1 · verifiedOn: '],
    ['with a review by nobody', { reviewed: { on: '2026-02-01' } }, 'sources · CODE-1 · reviewed.by: '],
  ])('%s', (_, change, message) => {
    expect(() => packWith(change as Partial<Source>)).toThrow(message)
  })
})
