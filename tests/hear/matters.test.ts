import { describe, expect, test } from 'vitest'
import { matters } from '../../src/hear/index.js'
import { firstAsked, mattersOf } from '../../src/hear/matters.js'
import { hasValue } from '../../src/pack/fact.js'
import { socialWork } from '../../src/social-work/hear.js'
import { locales } from '../../src/vocabulary.js'

/* What a story can be about, as it stands before a person who ticks. */

const all = matters(socialWork)
const asked = [...socialWork.facts.values()].filter(({ ask }) => ask !== undefined)

describe('the matters of the shipped pack', () => {
  test('are some thirty, about a dozen of them open at first sight, none twice', () => {
    expect(all.length).toBeGreaterThanOrEqual(28)
    const open = all.filter((one) => one.open).length
    expect(open).toBeGreaterThanOrEqual(10)
    expect(open).toBeLessThanOrEqual(15)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  test('hold every fact that can be told', () => {
    const held = new Set(all.flatMap(({ statements, facts }) => [...facts, ...statements.map(({ fact }) => fact)]))
    expect(asked.filter(({ name }) => !held.has(name)).map(({ name }) => name)).toEqual([])
  })

  test('say each statement in both languages, shortly, and of a value that the fact has', () => {
    for (const { statements } of all)
      for (const { fact, value, label } of statements) {
        const declared = socialWork.facts.get(fact)
        expect(declared && hasValue(declared, value)).toBe(true)
        for (const locale of locales) expect(label[locale].length).toBeLessThan(90)
      }
  })

  test('stand in an order of their own', () => {
    expect(all[0]?.name).toBe('who-and-where')
    expect(mattersOf({ fact: 'risk.type', value: 'suicide' }, socialWork)).toEqual(['suicide'])
    expect(mattersOf({ fact: 'risk.severity' }, socialWork)).toContain('how-dangerous')
  })
})

test('everybody is asked first who is in danger, who the client is in it, how old, and in which country', () => {
  const first = firstAsked(socialWork)
  expect(first.map(({ fact }) => fact)).toEqual([
    'risk.imminence',
    'client.roleInHarm',
    'client.ageYears',
    'case.jurisdiction',
  ])
  for (const { fact, label, values } of first) {
    const declared = socialWork.facts.get(fact)?.values ?? []
    expect([...values.keys()].sort()).toEqual(declared.map(({ value }) => value).sort())
    for (const locale of locales) expect(label[locale].length).toBeLessThan(40)
  }
})

test('every fact that can be told has sayings in each language, three thousand and more in all', () => {
  const said = socialWork.sayings.flatMap(({ sayings = [] }) => sayings)
  for (const locale of locales) {
    const told = new Set(said.filter(({ says }) => (says[locale] ?? []).length > 0).map(({ fact }) => fact))
    expect(asked.filter(({ name }) => !told.has(name)).map(({ name }) => name)).toEqual([])
    expect(said.reduce((sum, { says }) => sum + (says[locale] ?? []).length, 0)).toBeGreaterThan(3_000)
  }
})
