import { describe, expect, test } from 'vitest'
import { interview } from '../../src/consult/interview.js'
import { parseSituation } from '../../src/decide/situation.js'
import { TimbangError } from '../../src/errors.js'
import { issueCodes, sentenceOf } from '../../src/issueCodes.js'
import { createPack } from '../../src/pack/pack.js'
import { issueWords, refusalLines } from '../../src/render/refusals.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { fact, packSource, rule, when } from '../support/builders.js'

const pack = createPack(
  packSource({
    facts: [
      fact({ name: 'case.jurisdiction', type: 'one-of', values: ['ID', 'US'] }),
      fact({ name: 'a.yes' }),
      fact({ name: 'a.number', type: 'number', min: 1, max: 9 }),
      fact({ name: 'a.free', type: 'number' }),
      fact({ name: 'a.some', type: 'some-of', values: ['one', 'two'] }),
      fact({ name: 'a.word', type: 'one-of', values: ['one', 'two'], aliases: ['a.before'] }),
    ],
    rules: [rule({ name: 'assess', conditions: when('a.yes'), must: ['assess-risk'] })],
    pack: { jurisdiction: ['ID'], openers: ['a.yes'] },
  }),
)

function refused(raise: () => unknown): TimbangError {
  try {
    raise()
  } catch (error) {
    if (error instanceof TimbangError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const atDoor = {
  'a yes or no': { a: { yes: 'x' } },
  'a number': { a: { number: 'x' } },
  'a number without limits': { a: { free: 'x' } },
  'a list': { a: { some: 3 } },
  'a word': { a: { word: 'x' } },
  'a name': { a: { wrod: 'one' } },
  'a summary': { summary: 3 },
  'a group': { a: 3 },
  'a dotted name': { 'a.yes': true },
  'another country': { case: { jurisdiction: 'US' } },
  'a fact told twice': { a: { word: 'one', before: 'one' } },
}

describe('what is wrong with a situation', () => {
  test.each(Object.entries(atDoor))('is said in Indonesian: %s', (_, situation) => {
    const error = refused(() => parseSituation(situation as never, pack))
    for (const issue of error.issues) expect(issueWords(issue, 'id')).not.toContain(issue.message)
  })

  test('is said in Indonesian of every fact of the shipped pack, also where a long list was cut', () => {
    for (const { name } of socialWork.facts.values()) {
      const situation = name.split('.').reduceRight<unknown>((held, key) => ({ [key]: held }), [{}])
      const { issues } = refused(() => parseSituation(situation as never, socialWork))
      for (const issue of issues) expect(issueWords(issue, 'id')).toMatch(/: harus (`true`|angka|daftar|salah satu)/)
    }
  })

  test('is said in Indonesian under every code', () => {
    const params = { values: ['one', 'two'], fact: 'a.yes', written: '{ a: { yes: … } }', most: 7, min: 1, max: 9 }
    for (const code of issueCodes) {
      const message = sentenceOf(code, params as never)
      expect(issueWords({ place: 'p', message, code, params }, 'id')).not.toBe(`p: ${message}`)
    }
  })

  test('carries its code with the names and limits that the pack declares, and nothing that was entered', () => {
    const error = refused(() =>
      parseSituation({ a: { number: 77, some: 'Jalan Mawar' }, 'a.yes': true } as never, pack),
    )
    expect(error.issues.map(({ place, code, params }) => [place, code, params])).toEqual([
      ['situation.a.number', 'must-be-number', { min: 1, max: 9 }],
      ['situation.a.some', 'must-be-some-of', { values: ['one', 'two'] }],
      ['situation', 'must-be-nested', { fact: 'a.yes', written: '{ a: { yes: … } }' }],
    ])
  })

  test('is said in Indonesian of answers that contradict each other, and of a consultation that is none', () => {
    const contradicting = { client: { ageYears: 12, isMinor: false } }
    const errors = [
      refused(() => interview({ situation: contradicting } as never, socialWork)),
      refused(() => interview({ at: 'x' } as never, socialWork)),
      refused(() => interview({ asked: ['x'] } as never, socialWork)),
      refused(() => interview({ at: 3 } as never, socialWork)),
    ]
    expect(errors.flatMap((error) => refusalLines(error, 'id'))).toEqual([
      'situation.client.isMinor: bertentangan dengan fakta yang menjadi dasarnya',
      'state: harus menyatakan sampai di mana konsultasi ini: `situation`, `asked`, dan `at`',
      'state.asked: harus nama fakta yang ditanyakan',
      'state.at: harus suatu tempat di dalam `asked`',
    ])
  })

  test('names the nearest name and never what was entered', () => {
    const error = refused(() => parseSituation({ risk: { severty: 'Jalan Mawar 3' } } as never, socialWork))
    expect(refusalLines(error, 'id')).toEqual([
      'situation.risk: kunci ke-1 bukan nama fakta (maksud Anda `risk.severity`?)',
    ])
    expect(refusalLines(error, 'en')).toEqual(['situation.risk: key 1 names no fact (did you mean `risk.severity`?)'])
  })
})
