import { describe, expect, test } from 'vitest'
import type { TimbangError } from '../../src/errors.js'
import { createPack } from '../../src/pack/pack.js'
import { checkedSayings } from '../../src/pack/sayings/packWithSayings.js'
import { socialWork as hearing } from '../../src/social-work/hear.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { packSource } from '../support/builders.js'

/* How people say the facts of a pack: data beside it, which must speak of its facts and values. */

const file = 'rules/sayings/child.json'
const withSayings = (content: object) => ({ ...packSource(), sayings: { [file]: content } })

function refused(source: unknown): readonly string[] {
  try {
    createPack(source)
    return []
  } catch (error) {
    return (error as TimbangError).issues.map(({ place, message, suggestion }) => {
      const near = suggestion === undefined ? '' : ` (did you mean \`${suggestion}\`?)`
      return `${place}: ${message}${near}`
    })
  }
}

const says = { en: ['a child'], id: ['seorang anak'] }
const text = { en: 'Who?', id: 'Siapa?' }

describe('sayings are refused', () => {
  test.each([
    [
      'of a fact that there is not',
      { sayings: [{ fact: 'risk.targets', value: 'child', says }] },
      'sayings[0]: no fact is named `risk.targets` (did you mean `risk.target`?)',
    ],
    [
      'of a value that the fact does not have',
      { sayings: [{ fact: 'risk.target', value: 'childs', says }] },
      'sayings[0]: `risk.target` has no value `childs` (did you mean `child`?)',
    ],
    [
      'of a yes-no fact with a word',
      { sayings: [{ fact: 'abuse.suspected', value: 'yes', says }] },
      'sayings[0]: `abuse.suspected` has no value `yes`',
    ],
    [
      'with companions that there are not',
      { companions: [{ of: { fact: 'risk.target' }, offer: ['risk.nothing'] }] },
      'companions[0].offer[0]: no fact is named `risk.nothing`',
    ],
    [
      'beside what there is not',
      { companions: [{ of: { fact: 'risk.nothing' }, offer: ['risk.target'] }] },
      'companions[0].of: no fact is named `risk.nothing`',
    ],
    [
      'with a fact that is often told, twice',
      {
        often: [
          { fact: 'risk.target', share: 0.5 },
          { fact: 'risk.target', share: 0.4 },
        ],
      },
      'often: has `risk.target` twice',
    ],
    [
      'that ask first for what there is not',
      { first: [{ fact: 'risk.targets', says: text }] },
      'first[0]: no fact is named `risk.targets` (did you mean `risk.target`?)',
    ],
    [
      'that call an answer which there is not',
      { first: [{ fact: 'risk.target', says: text, values: [{ value: 'childs', says: text }] }] },
      'first[0].values[0]: `risk.target` has no value `childs` (did you mean `child`?)',
    ],
    ['with a share that is none', { often: [{ fact: 'risk.target', share: 2 }] }, 'often[0].share: '],
  ])('%s', (_, content, issue) => {
    const [first = ''] = refused(withSayings(content))
    expect(first.startsWith(`${file} · ${issue}`)).toBe(true)
  })

  test('of a fact that follows from others, since nobody tells it', () => {
    const derived = {
      name: 'risk.child',
      label: { en: 'a child', id: 'anak' },
      type: 'yes-no',
      derivedFrom: { all: [{ fact: 'risk.target', operator: 'contains', value: 'child' }] },
    }
    const { facts } = packSource()
    const source = {
      ...withSayings({ sayings: [{ fact: 'risk.child', value: true, says }] }),
      facts: [...facts, derived],
    }
    expect(refused(source)).toEqual([`${file} · sayings[0]: \`risk.child\` follows from others, and nobody tells it`])
  })

  test('also where they are checked by themselves', () => {
    const wrong = { 'a.json': { sayings: [{ fact: 'risk.typ', says }] } }
    expect(() => checkedSayings(socialWork, wrong)).toThrow('no fact is named `risk.typ`')
    expect(checkedSayings(socialWork, {})).toEqual({})
  })
})

describe('sayings', () => {
  const pack = createPack(withSayings({ sayings: [{ fact: 'risk.target', value: 'child', says }] }))

  test('stand in the pack and are no part of its digest', () => {
    expect(pack.sayings).toEqual([{ sayings: [{ fact: 'risk.target', value: 'child', says }] }])
    expect(pack.digest).toBe(createPack(packSource()).digest)
  })

  test('of the shipped pack are sound', () => {
    expect(Object.keys(hearing.parts[0].sayings ?? {}).length).toBe(hearing.sayings.length)
    expect(() => checkedSayings(socialWork, hearing.parts[0].sayings)).not.toThrow()
  })
})
