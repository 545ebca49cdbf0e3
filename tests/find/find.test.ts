import { describe, expect, test } from 'vitest'
import { nameIndex } from '../../src/find/nameIndex.js'
import { socialWork as hearing } from '../../src/social-work/hear.js'
import { socialWork } from '../../src/social-work/socialWork.js'

/* From words of either language to the names of facts, values and actions. */

const { search } = nameIndex(socialWork)
const actions = (words: string) => search(words, ({ kind }) => kind === 'action').map(({ name }) => name)
const facts = (words: string) => search(words, ({ kind }) => kind === 'fact').map(({ name }) => name)

describe('a name is found', () => {
  test.each([
    ['by a word of its label', 'supervisor', 'consult-supervisor'],
    ['by words of its label that are no name', 'accept small gift', 'accept-gift'],
    ['by another form of the word', 'reporting police', 'report-to-police'],
    ['in Bahasa Indonesia', 'melapor ke polisi', 'report-to-police'],
    ['by what its steps say, where no label says it', 'bingkisan', 'accept-gift'],
    ['although a word is misspelt', 'gratifacation', 'report-gratification'],
  ])('%s', (_, words, name) => {
    expect(actions(words)[0]).toBe(name)
  })

  test.each([
    ['hadiah', 'relationship.giftPurpose'],
    ['gift', 'relationship.giftValue'],
    ['kerahasiaan diminta', 'disclosure.secrecyRequested'],
    ['relationship.giftValue', 'relationship.giftValue'],
  ])('of a fact, by %s', (words, name) => {
    expect(facts(words)).toContain(name)
  })

  test('of a value, with its fact', () => {
    expect(search('some value', ({ fact }) => fact === 'relationship.giftValue')[0]).toEqual({
      kind: 'value',
      name: 'moderate',
      fact: 'relationship.giftValue',
      label: { en: 'of some value', id: 'cukup bernilai' },
    })
  })
})

test('a fact is found by how people say it', () => {
  const said = nameIndex(hearing)
  const found = (words: string) => said.search(words, ({ kind }) => kind !== 'action').map(({ name }) => name)
  expect(found('pinjol')).toContain('debt-relief')
  expect(found('palsu')).toContain('organisation.pressureToFalsify')
  expect(found('suicide')[0]).toBe('suicide')
})

test('an index is made once for a pack, finds every action by its whole label, and nothing by words that are everywhere', () => {
  expect(nameIndex(socialWork)).toBe(nameIndex(socialWork))
  for (const locale of ['en', 'id'] as const) {
    const lost = [...socialWork.actions.values()].filter(
      ({ name, label }) => !actions(label[locale]).slice(0, 3).includes(name),
    )
    expect(lost.map(({ name }) => name)).toEqual([])
  }
  expect(search('yang di the', () => true)).toEqual([])
  expect(search('', () => true)).toEqual([])
})
