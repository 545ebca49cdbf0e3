import { describe, expect, test } from 'vitest'
import { askedFact } from '../../src/ask/question.js'
import { answered, elicited, wasElicited } from '../../src/mcp/elicitation.js'
import type { Desk } from '../../src/mcp/tools/tool.js'
import type { Fact } from '../../src/pack/fact.js'
import { socialWork } from '../../src/social-work/socialWork.js'

const desk = { locale: 'en', pack: socialWork, say: (text: { en: string }) => text.en } as unknown as Desk
const asked = (name: string) => askedFact(socialWork.facts.get(name) as Fact)
const accepted = (fact: string, content: unknown) => ({ [fact]: { action: 'accept', content } })
const value = (fact: string, content: unknown) => answered(asked(fact), accepted(fact, content))?.value

describe('what a person answered', () => {
  test('to yes or no has a third answer', () => {
    const fact = 'abuse.suspected'
    expect(['yes', 'no', 'not-known', 'x'].map((answer) => value(fact, { answer }))).toEqual([true, false, null, null])
  })

  test('of words is one of them, or not known', () => {
    const fact = 'risk.severity'
    expect([value(fact, { answer: 'minor' }), value(fact, { answer: 'not-known' })]).toEqual(['minor', null])
  })

  test('of members is told of each, and what is left out is not known', () => {
    expect(value('abuse.victim', { child: 'yes', spouse: 'no' })).toMatchObject({
      child: true,
      spouse: false,
      'older-person': null,
    })
  })

  test('of a number is a number, or not known', () => {
    expect([value('client.ageYears', { answer: 15 }), value('client.ageYears', {})]).toEqual([15, null])
  })

  test('is nothing where nobody was asked, or the person declined', () => {
    const fact = 'abuse.suspected'
    expect(answered(asked(fact), undefined)).toBeUndefined()
    expect(answered(asked(fact), { [fact]: { action: 'decline' } })).toBeUndefined()
    expect([wasElicited(asked(fact), {}), wasElicited(asked(fact), { [fact]: { action: 'decline' } })]).toEqual([
      false,
      true,
    ])
  })
})

test('a question is put with every answer that there is, and with one for what is not known', () => {
  const form = (fact: string) => JSON.stringify(elicited(asked(fact), desk))
  expect(form('abuse.suspected')).toContain('not-known')
  expect(form('risk.severity')).toContain('life-threatening')
  expect(form('abuse.victim')).toContain('older-person')
  expect(form('client.ageYears')).toContain('minimum')
})
