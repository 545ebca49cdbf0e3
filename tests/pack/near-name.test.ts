import { describe, expect, test } from 'vitest'
import { nearName } from '../../src/nearName.js'
import { socialWork } from '../../src/social-work/socialWork.js'

/* Which name was most likely meant; better none than one that leads astray. */

const actions = [...socialWork.actions.keys()]
const facts = [...socialWork.facts.keys()]
const principles = [...socialWork.principles.keys()]

describe('the nearest name is offered', () => {
  test.each([
    ['with a letter too few', 'iminent', ['imminent', 'likely'], 'imminent'],
    ['with two letters that changed places', 'lwo', ['high', 'low'], 'low'],
    ['in other capitals', 'Relationship.GiftValue', facts, 'relationship.giftValue'],
    ['with its words in another order', 'determination-self', principles, 'self-determination'],
    ['with a word too many', 'accept-small-gift', actions, 'accept-gift'],
    ['with a word too few', 'giftValue', facts, 'relationship.giftValue'],
    ['with words that are parted otherwise', 'relationship.gift.value', facts, 'relationship.giftValue'],
    ['with one word of two', 'imminence', ['risk.imminence', 'risk.severity'], 'risk.imminence'],
  ])('%s', (_, given, known, meant) => {
    expect(nearName(given, known)).toBe(meant)
  })
})

describe('nothing is offered', () => {
  test.each([
    ['where half of a short name differs', 'mode', ['male', 'role', 'none']],
    ['where a third of a long name differs', 'disclose-to-police', ['dismiss-the-policy']],
    ['where one word of three is the same', 'keep-the-garden', ['keep-the-secret', 'garden-party-plan']],
    ['where several names have as many of its words', 'consent', ['consent.free', 'consent.informed']],
    ['where nothing is known', 'anything', []],
    ['of what is longer than a name', 'x'.repeat(101), ['x'.repeat(100)]],
  ])('%s', (_, given, known) => {
    expect(nearName(given, known)).toBeUndefined()
  })
})

test('of the letters only that part may be misspelt which was not found', () => {
  expect(nearName('risk.sevrity', facts, 'sevrity')).toBe('risk.severity')
  expect(nearName('risk.sad', ['risk.bed', 'risk.sat'], 'sad')).toBe('risk.sat')
  expect(nearName('risk.sad', ['risk.bed'], 'sad')).toBeUndefined()
})
