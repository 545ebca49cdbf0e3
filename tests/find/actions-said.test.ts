import { describe, expect, test } from 'vitest'
import { actionsMeant, actionsSaid } from '../../src/find/actionsMeant.js'
import { createPack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { packSource, says } from '../support/builders.js'

const denies = (text: string) => /\b(not|jangan|tidak)\b/.test(text)
const said = (words: string) => actionsSaid(words, socialWork, denies).map(({ name }) => name)

describe('what words say of an action', () => {
  test.each([
    ['its name', 'report-to-police', ['report-to-police']],
    ['its label', 'Report to the police', ['report-to-police']],
    ['one way to call it', 'tell the mother', ['involve-parents']],
    ['one way to call it in the other language', 'memberi tahu ibu', ['involve-parents']],
    ['what a worker would say', 'tell the parents', ['involve-parents']],
    ['what a worker would say in Bahasa Indonesia', 'buat rencana keselamatan', ['make-safety-plan']],
    ['what can be done well or badly', 'tutup kasus', ['abandon-client', 'prepare-termination']],
    ['words that stand in one label alone', 'pass on who someone is', ['publish-identity']],
  ])('is meant by %s', (_, words, names) => {
    expect(said(words)).toEqual(names)
  })

  test('is nothing where a word of it stands in none, or where they deny what it says', () => {
    for (const words of ['report to the moon', 'do not report to the police', 'the', ''])
      expect(said(words)).toEqual([])
  })

  test('is each that has all the words where none is called just so', () => {
    expect(said('report').length).toBeGreaterThan(1)
    expect(said('report').every((name) => socialWork.actions.has(name))).toBe(true)
  })

  test('is found in a pack that has no other ways to call its actions', () => {
    const source = packSource()
    const pack = createPack({
      ...source,
      actions: [...source.actions, { name: 'find-a-home', label: says('find a home') }],
    })
    expect(actionsSaid('a home', pack, denies).map(({ name }) => name)).toEqual(['find-a-home'])
    expect(actionsMeant('find-a-home', pack).map(({ name }) => name)).toEqual(['find-a-home'])
    expect(actionsMeant('home', pack).map(({ name }) => name)).toContain('find-a-home')
  })
})
