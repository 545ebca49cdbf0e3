import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SaidOfAction } from '../../src/advise/rankActions.js'
import { adviceMoved, isWeaker, type Told } from '../../src/consult/moved.js'
import { statuses, urgencies } from '../../src/vocabulary.js'

/* The one comparison of two advices: what moved, by which rule, and whether advice about danger became weaker. */

type Actions = Readonly<Record<string, SaidOfAction>>

function told({ actions = {}, ...parts }: Partial<Omit<Told, 'actions'>> & { readonly actions?: Actions }): Told {
  return {
    kind: 'one-sided',
    urgency: 'prompt',
    danger: true,
    rules: ['one'],
    ...parts,
    actions: new Map(Object.entries(actions)),
  }
}

const [must, should] = [
  { status: 'must', urgency: 'prompt' },
  { status: 'should', urgency: 'prompt' },
] as const
const contested = { status: 'contested', urgency: 'prompt' } as const
const changes = { one: ['tell-first'], two: ['assess-risk'] }

describe('what moved between two advices on a situation', () => {
  test('is nothing where the same is said, whatever it rests on', () => {
    const base = { actions: { 'tell-first': must } }
    expect(adviceMoved(told(base), told({ ...base, rules: ['two'] }), changes)).toBeUndefined()
  })

  test('is told with the rules that differ and speak of it, or else with all that differ', () => {
    const may = { status: 'may', urgency: 'routine' } as const
    const now = told({
      kind: 'settled',
      actions: { 'tell-first': should, 'respect-choice': may },
      rules: ['one', 'two'],
    })
    expect(adviceMoved(told({ actions: { 'tell-first': must } }), now, changes)).toEqual({
      kind: { was: 'one-sided', now: 'settled' },
      actions: [
        { action: 'respect-choice', was: null, now: may, weaker: false, by: ['one', 'two'] },
        { action: 'tell-first', was: must, now: should, weaker: true, by: ['one'] },
      ],
      rules: { gone: [], come: ['two'] },
      weakerInDanger: true,
    })
  })

  test.each<[string, boolean, Parameters<typeof told>[0], Parameters<typeof told>[0]]>([
    ['less is asked', true, { actions: { a: must } }, { actions: { a: should } }],
    ['more is asked', false, { actions: { a: should } }, { actions: { a: must } }],
    [
      'one is due later, the whole as soon',
      true,
      { actions: { a: must } },
      { actions: { a: { ...must, urgency: 'routine' } } },
    ],
    ['one is due sooner', false, { actions: { a: must } }, { actions: { a: { ...must, urgency: 'immediate' } } }],
    ['more is asked, and later', true, { actions: { a: should } }, { actions: { a: { ...must, urgency: 'routine' } } }],
    ['nothing is asked', true, { actions: { a: { ...must, status: 'should-not' } } }, {}],
    ['the contrary is asked', true, { actions: { a: must } }, { actions: { a: { ...must, status: 'must-not' } } }],
    [
      'what was forbidden is asked',
      true,
      { actions: { a: { ...must, status: 'must-not' } } },
      { actions: { a: must } },
    ],
    ['it is contested', true, { actions: { a: must } }, { actions: { a: contested } }],
    ['what was contested is asked', false, { actions: { a: contested } }, { actions: { a: must } }],
    ['what was contested is asked less', true, { actions: { a: contested } }, { actions: { a: should } }],
    [
      'what was contested is forbidden',
      true,
      { actions: { a: contested } },
      { actions: { a: { ...must, status: 'must-not' } } },
    ],
    ['what was contested is gone', true, { actions: { a: contested } }, {}],
    ['what was permitted is gone', true, { actions: { a: { ...must, status: 'may' } } }, {}],
    ['something new is advised against', false, {}, { actions: { a: { ...must, status: 'should-not' } } }],
    ['the whole is less urgent', true, { urgency: 'immediate' }, { urgency: 'routine' }],
    ['the whole is more urgent', false, { urgency: 'prompt' }, { urgency: 'immediate' }],
    ['no danger is stated', false, { urgency: 'immediate', danger: false }, { urgency: 'routine', danger: false }],
    ['the danger was a sign before', true, { urgency: 'immediate' }, { urgency: 'routine', danger: false }],
    ['the danger is a sign only now', true, { urgency: 'immediate', danger: false }, { urgency: 'routine' }],
  ])('is weaker in danger or not where %s: %s', (_, weaker, was, now) => {
    expect(adviceMoved(told(was), told(now), {})?.weakerInDanger).toBe(weaker)
  })
})

test('what is not weaker is said as strongly and as soon: no way through several advices hides a loss', () => {
  const said = fc.option(fc.record({ status: fc.constantFrom(...statuses), urgency: fc.constantFrom(...urgencies) }))
  fc.assert(
    fc.property(said, said, said, (one, two, three) => {
      expect(isWeaker(one, one)).toBe(false)
      if (!isWeaker(one, two) && !isWeaker(two, three)) expect(isWeaker(one, three)).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})
