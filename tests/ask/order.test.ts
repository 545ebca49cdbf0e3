import { describe, expect, test } from 'vitest'
import { inOrder, mostTelling } from '../../src/ask/order.js'
import type { Change, Question, Supposed } from '../../src/ask/question.js'
import { knownFrom } from '../../src/decide/decide.js'
import { createPack } from '../../src/pack/pack.js'
import { packSource, says, when } from '../support/builders.js'

/* Which of two questions comes first, where they differ in one respect. */

const pack = createPack(packSource())
const [earlier, later] = [...pack.facts.keys()] as [string, string]
const known = (stated: readonly string[] = []) => ({
  ...knownFrom(new Map(), pack),
  stated: new Map(stated.map((name) => [name, null])),
})

const change: Change = { action: 'tell-first', label: says('tell'), from: null, to: 'must' }
const supposed: Supposed = { fact: later, label: says('supposed'), answer: { value: true } }

/** A question that by its fact alone would come last. */
function question(fact: string, parts: Partial<Question> = {}): Question {
  return {
    fact,
    ask: says(`${fact}?`),
    type: 'yes-no',
    danger: false,
    answers: [{ value: true }, { value: false }],
    given: [],
    wouldChange: [change],
    urgency: { from: 'routine', to: 'routine' },
    ...parts,
  }
}

const first = (questions: readonly Question[], stated?: readonly string[]) =>
  inOrder(questions, known(stated), pack)[0]?.fact

const hastens = { urgency: { from: 'routine', to: 'immediate' } } as const

describe('of two questions comes first', () => {
  test.each<readonly [string, Partial<Question>, Partial<Question>]>([
    ['the one about danger, though the other would hasten what is done', { danger: true }, hastens],
    ['the one that would hasten more', hastens, { urgency: { from: 'routine', to: 'prompt' } }],
    ['the one that would hasten, though it hangs on something else', { ...hastens, given: [supposed] }, {}],
    ['the one that matters by itself', {}, { given: [supposed], wouldChange: [change, change] }],
    ['the one that would change more', { wouldChange: [change, change] }, {}],
  ])('%s', (_, one, other) => {
    for (const [fact, beside] of [
      [earlier, later],
      [later, earlier],
    ] as const) {
      expect(first([question(fact, one), question(beside, other)])).toBe(fact)
      expect(first([question(beside, other), question(fact, one)])).toBe(fact)
    }
  })

  test('the one about a fact of which nothing was said yet, unless the other is about danger', () => {
    expect(first([question(earlier, hastens), question(later)], [earlier])).toBe(later)
    expect(first([question(earlier, { danger: true }), question(later)], [earlier])).toBe(earlier)
  })

  test('the one of a matter that is told, though another of which nobody spoke would hasten, unless that is about danger', () => {
    const told = knownFrom(new Map([['client.isMinor', true]]), pack)
    const [own, strange] = [question('client.hasCapacity'), question('abuse.suspected', hastens)]
    const order = (questions: readonly Question[]) => inOrder(questions, told, pack).map(({ fact }) => fact)
    expect(order([strange, own])).toEqual(['client.hasCapacity', 'abuse.suspected'])
    expect(order([own, { ...strange, danger: true }])).toEqual(['abuse.suspected', 'client.hasCapacity'])
  })

  test('where nothing tells them apart, and of what hangs on suppositions, the one whose fact is declared first', () => {
    expect(first([question(later), question(earlier)])).toBe(earlier)
    const hanging = { given: [supposed] }
    expect(first([question(later, { ...hanging, wouldChange: [change, change] }), question(earlier, hanging)])).toBe(
      earlier,
    )
  })
})

describe('what a pack asks first in danger', () => {
  const panel = {
    name: 'home',
    when: when('abuse.suspected'),
    asks: ['risk.severity', 'consent.given'],
    sources: ['CODE-1'],
  }
  const panelled = createPack(packSource({ pack: { panels: [panel] } }))
  const [safe, grave, given] = ['abuse.victimSafeNow', 'risk.severity', 'consent.given'] as const
  const asked = [question(safe, { danger: true, ...hastens }), question(earlier, hastens), question(given)]
  const all = [...asked, question(grave, { danger: true })]
  const order = (suspected: boolean) =>
    inOrder(all, knownFrom(new Map([['abuse.suspected', suspected]]), panelled), panelled).map(({ fact }) => fact)

  test('comes in its own order once the sign is told, what marks danger before all else', () => {
    expect(order(true)).toEqual([grave, safe, given, earlier])
  })

  test('changes nothing while the sign is not told', () => {
    expect(order(false)).toEqual([safe, grave, earlier, given])
  })
})

test('of several ways in which an answer matters the most telling is told, and of these the one that supposes less', () => {
  const [one, two] = [question(earlier, { given: [supposed] }), question(later, { given: [supposed, supposed] })]
  expect(mostTelling([two, one])).toBe(one)
  expect(mostTelling([one, { ...two, ...hastens }])).toEqual({ ...two, ...hastens })
  expect(mostTelling([])).toBeUndefined()
})
