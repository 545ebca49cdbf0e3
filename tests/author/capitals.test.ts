import { describe, expect, test } from 'vitest'
import { capitalRemarks } from '../../src/author/remarks/words/capitals.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import type { Text } from '../../src/vocabulary.js'
import { fact, type PackParts, packSource, rule, unless, when } from '../support/builders.js'

/* A capital where a text is put into a sentence is remarked, and no name is taken for one. */

const places = (pack: Pack<unknown>) =>
  capitalRemarks({ pack, budget: 0, living: new Set(), collisions: [] }).map(({ place }) => place)
const placesIn = (parts: PackParts) => places(createPack(packSource(parts)))

/** The words that a reason begins with, in a pack of which other reasons write them small. */
function isRemarked(because: Text): boolean {
  const others = {
    en: 'a person of the house hears that children act in the open',
    id: 'anak dan klien tahu bahwa ada undang-undang',
  }
  const rules = [
    rule({ name: 'one', must: ['assess-risk'], because }),
    rule({ name: 'other', must: ['tell-first'], because: others }),
  ]
  return placesIn({ rules }).includes('rules/tiny.json · one · because')
}

describe('a reason that begins with a capital', () => {
  test.each([
    ['in English', { en: 'The person hears it first', id: 'orang itu mendengarnya lebih dahulu' }],
    ['in Bahasa Indonesia', { en: 'the person hears it first', id: 'Klien mendengarnya lebih dahulu' }],
    ['of one letter', { en: 'A person hears it first', id: 'klien mendengarnya lebih dahulu' }],
  ])('is remarked %s', (_, because) => {
    const small = { en: because.en, id: because.id }
    expect(isRemarked(small)).toBe(true)
    expect(isRemarked({ en: small.en.toLowerCase(), id: small.id.toLowerCase() })).toBe(false)
  })

  test.each([
    ['a name of two words', 'Children Act 1989 asks for it'],
    ['an abbreviation', 'UU TPKS asks for it'],
    ['an abbreviation with a hyphen', 'A-levels are near'],
    ['a name that nothing writes small', 'Wales asks for it'],
  ])('is none for %s', (_, en) => {
    expect(isRemarked({ en, id: 'hal itu diminta' })).toBe(false)
  })

  test('is none for what is always written so', () => {
    expect(isRemarked({ en: 'you are tired', id: 'Anda lelah' })).toBe(false)
  })
})

test('the same is told of an `unless`, of a fact and of its values, and not of an action', () => {
  const late = { en: 'The person is late', id: 'orang itu terlambat' }
  const limit = { ...unless('late', when('consent.given')), because: late }
  const early = { en: 'because the hour is early', id: 'jam masih pagi' }
  const hour = fact({ name: 'visit.hour', type: 'one-of' })
  const values = [
    { value: 'early', label: { en: 'Early', id: 'pagi' } },
    { value: 'late', label: { en: 'late', id: 'larut' } },
  ]
  const facts = [...packSource().facts, { ...hour, label: { en: 'The hour', id: 'jam' }, values }]
  const rules = [rule({ name: 'wait', must: ['tell-first'], because: early, unless: [limit] })]
  expect(placesIn({ rules, facts })).toEqual([
    'facts · visit.hour · label',
    'facts · visit.hour · values[0].label',
    'rules/tiny.json · wait · unless[0].because',
  ])
})

test('the shipped pack has none', () => {
  expect(places(socialWork)).toEqual([])
})
