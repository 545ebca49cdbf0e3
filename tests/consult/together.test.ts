import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { interview } from '../../src/consult/interview.js'
import { companionsOf } from '../../src/consult/together.js'
import { parseSituation } from '../../src/decide/situation.js'
import { socialWork } from '../../src/social-work/hear.js'
import type { SocialWorkSituation } from '../../src/social-work/socialWork.js'
import { sampleOf } from '../support/sample.js'

const told: readonly SocialWorkSituation[] = [
  { abuse: { suspected: true, victim: { child: true } }, case: { jurisdiction: 'ID' } },
  { risk: { type: { suicide: true }, imminence: 'imminent' }, client: { ageYears: 34 } },
  { relationship: { dual: { social: true }, giftPurpose: 'thanks' } },
  {},
]

/** A form on which nothing is touched, as it is handed on. */
function leftAlone(together: readonly { readonly fact: string }[]): Readonly<Record<string, null>> {
  return Object.fromEntries(together.map(({ fact }) => [fact, null]))
}

describe('what is asked on one form', () => {
  test.each(told)('begins with the question, is short, and holds nothing twice: %j', (situation) => {
    const { question, together } = interview({ situation }, socialWork)
    const facts = together.map(({ fact }) => fact)
    expect(together[0]).toEqual(question)
    expect(facts.length).toBeLessThanOrEqual(8)
    expect(new Set(facts).size).toBe(facts.length)
  })

  test.each(sampleOf(told, 2, 1))('hangs on no other answer of it: %j', (situation) => {
    const { together } = interview({ situation }, socialWork)
    together.forEach((one, place) => {
      const before = together.slice(0, place).map(({ fact }) => fact)
      const supposed = 'given' in one ? one.given.map(({ fact }) => fact) : []
      expect(supposed.filter((fact) => before.includes(fact))).toEqual([])
    })
  })

  test('is all that is open about danger before anything else', () => {
    const { together } = interview({ situation: { abuse: { suspected: true } } }, socialWork)
    const asked = together.filter((one) => 'wouldChange' in one)
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.every(({ danger }) => danger)).toBe(true)
  })

  test('is the question alone where one has gone back to it', () => {
    const { state } = interview({ situation: { abuse: { suspected: true } } }, socialWork, { step: { answer: null } })
    const back = interview(state, socialWork, { step: { go: 'back' } })
    expect(back.together).toEqual([back.question])
  })

  test('is nothing where nothing is asked', () => {
    let now = interview<SocialWorkSituation>({ situation: told[2] as SocialWorkSituation }, socialWork)
    for (let form = 0; now.question && form < 30; form++)
      now = interview(now.state, socialWork, { step: { answers: leftAlone(now.together) } })
    expect(now.question).toBeNull()
    expect(now.together).toEqual([])
  })
})

describe('a form that is handed on', () => {
  test.each(sampleOf(told, 2, 1))(
    'says of what was left alone that it is not known, and weakens nothing: %j',
    async (situation) => {
      const { state, together } = interview({ situation }, socialWork)
      const after = interview(state, socialWork, { step: { answers: leftAlone(together) } }).state
      const open = together.map(({ fact }) => fact)
      expect(after.asked).toEqual(open)
      expect(JSON.stringify(after.situation)).not.toContain('false')
      const [before, then] = [await advise(state.situation, socialWork), await advise(after.situation, socialWork)]
      const said = ({ actions }: typeof before) =>
        actions.map(({ action, status, urgency }) => [action, status, urgency])
      expect(said(then)).toEqual(said(before))
      expect(then.urgency).toBe(before.urgency)
      expect(then.depending).toEqual(before.depending)
    },
  )

  test('comes to what its answers come to one by one', () => {
    const { state } = interview({ situation: { abuse: { suspected: true } } }, socialWork)
    const answers = { 'abuse.victimSafeNow': false, 'risk.ongoing': true, 'risk.target': { child: true } } as const
    const atOnce = interview(state, socialWork, { step: { answers } })
    let now = state
    for (const [fact, answer] of Object.entries(answers))
      now = interview(now, socialWork, { step: { fact, answer } }).state
    expect(atOnce.state).toEqual(now)
  })

  test('takes nothing back of a list of which nothing more is known, and what is said to be not known of a member', () => {
    const { state } = interview({ situation: { risk: { type: { suicide: true, violence: false } } } }, socialWork)
    const kept = interview(state, socialWork, { step: { answers: { 'risk.type': null } } }).state.situation
    expect(kept.risk?.type).toMatchObject({ suicide: true, violence: false, neglect: null })
    const taken = interview(state, socialWork, { step: { answers: { 'risk.type': { suicide: null } } } }).state
      .situation
    expect(taken.risk?.type).toMatchObject({ suicide: null, violence: false })
  })

  test('is refused where its answers contradict each other, or name what is not asked for', () => {
    const refused = (answers: Record<string, number | boolean>) => () =>
      interview({}, socialWork, { step: { answers } })
    expect(refused({ 'client.ageYears': 40, 'client.isMinor': true })).toThrow('client.isMinor')
    expect(refused({ 'no.such': true })).toThrow('options.step.answers: must be the name of a fact that is asked for')
  })
})

test('what is worth telling does not hang on what was told first', () => {
  const facts = [...parseSituation({ abuse: { suspected: true }, risk: { severity: 'serious' } }, socialWork)]
  const there = companionsOf(new Map(facts), socialWork)
  expect(there.length).toBeGreaterThan(2)
  expect(companionsOf(new Map(facts.reverse()), socialWork)).toEqual(there)
  expect(companionsOf(new Map([['abuse.suspected', null]]), socialWork)).toEqual([])
})
