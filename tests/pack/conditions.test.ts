import { describe, expect, test } from 'vitest'
import { type Conditions, fewest, type Leaf } from '../../src/pack/conditions.js'
import { compile, engineConditions, judge } from '../../src/pack/evaluation.js'
import type { Fact } from '../../src/pack/fact.js'
import { factsRead, leavesRead, readsDanger } from '../../src/pack/factsRead.js'
import { conditionIssues } from '../../src/pack/soundness/conditionSoundness.js'
import type { Truth } from '../../src/pack/truth.js'
import { fact, when } from '../support/builders.js'

const declared = [
  fact({ name: 'a.one' }),
  fact({ name: 'a.two' }),
  fact({ name: 'a.both', derivedFrom: { all: [eq('a.one'), eq('a.two')] } }),
  fact({ name: 'a.rank', type: 'scale', values: ['low', 'middle', 'high'], danger: ['high'] }),
  fact({ name: 'a.grave', derivedFrom: when('a.rank', 'middle', 'greaterThan') }),
] as Fact[]
const facts = new Map(declared.map((one) => [one.name, one]))
const slots = new Map(declared.map(({ name }, slot) => [name, slot]))
const truths: readonly Truth[] = [true, false, undefined]

describe('conditions say of two facts', () => {
  const [one, two] = [eq('a.one'), eq('a.two')]

  test.each<readonly [string, Conditions, readonly Truth[]]>([
    ['all', { all: [one, two] }, [true, false, undefined, false, false, false, undefined, false, undefined]],
    ['any', { any: [one, two] }, [true, true, true, true, false, undefined, true, undefined, undefined]],
    ['not', { not: one }, [false, false, false, true, true, true, undefined, undefined, undefined]],
    [
      'not any',
      { not: { any: [one, two] } },
      [false, false, false, false, true, undefined, false, undefined, undefined],
    ],
    [
      'all in any',
      { any: [{ all: [one, two] }, { not: one }] },
      [true, false, undefined, true, true, true, undefined, undefined, undefined],
    ],
  ])('%s', (_, conditions, expected) => {
    const values = truths.flatMap((first) => truths.map((second) => [first, second]))
    expect(values.map((both) => compile(conditions, facts, slots)(both))).toEqual(expected)
    expect(values.map((both) => judge(conditions, both, facts, slots).truth ?? undefined)).toEqual(expected)
  })

  test('and each of their parts', () => {
    const conditions = { all: [{ not: one }, { any: [two, eq('a.one', false)] }] }
    expect(judge(conditions, [true, undefined], facts, slots)).toEqual({
      all: [
        { not: { ...one, truth: true }, truth: false },
        {
          any: [
            { ...two, truth: null },
            { ...eq('a.one', false), truth: false },
          ],
          truth: null,
        },
      ],
      truth: false,
    })
  })
})

test('a thousand comparisons are looked over and one more is not, however they are grouped', () => {
  const group = (length: number) => ({
    all: [
      { any: Array.from({ length }, () => eq('a.one')) },
      { not: { all: Array.from({ length: 500 }, () => eq('a.two')) } },
    ],
  })
  expect(conditionIssues(group(500), 'here', facts)).toEqual([])
  expect(conditionIssues(group(501), 'here', facts)).toEqual([
    { place: 'here', message: 'has more than 1000 comparisons' },
  ])
})

test.each<readonly [number, Conditions]>([
  [1, eq('a.one')],
  [1, { not: eq('a.one') }],
  [1, { any: [{ all: [eq('a.one'), eq('a.two')] }, eq('a.grave')] }],
  [2, { all: [eq('a.one'), { any: [eq('a.two'), eq('a.grave')] }] }],
])('as few as %d comparisons make them hold: %j', (count, conditions) => {
  expect(fewest(conditions)).toBe(count)
})

describe('what conditions read', () => {
  const conditions = { any: [eq('a.both'), { not: eq('a.grave') }] }

  test('are their comparisons, each followed by those from which its fact is derived', () => {
    expect(leavesRead(conditions, facts)).toEqual([
      eq('a.both'),
      eq('a.one'),
      eq('a.two'),
      eq('a.grave'),
      { fact: 'a.rank', operator: 'greaterThan', value: 'middle' },
    ])
    expect([...factsRead(conditions, facts)]).toEqual(['a.both', 'a.one', 'a.two', 'a.grave', 'a.rank'])
    expect(leavesRead(eq('a.both'), facts)).toEqual([eq('a.both'), eq('a.one'), eq('a.two')])
  })

  test('is danger where a fact is, or follows from one, that marks danger', () => {
    expect(readsDanger(conditions, facts)).toBe(true)
    expect(readsDanger(eq('a.grave'), facts)).toBe(true)
    expect(readsDanger(eq('a.both'), facts)).toBe(false)
  })
})

test('for the stock engine words of a scale are ranks, wherever they stand', () => {
  const ranked = (operator: Leaf['operator'], value: Leaf['value']): Leaf => ({ fact: 'a.rank', operator, value })
  expect(
    engineConditions(
      { all: [{ any: [ranked('in', ['low', 'high'])] }, { not: ranked('lessThan', 'middle') }, eq('a.one')] },
      facts,
    ),
  ).toEqual({ all: [{ any: [ranked('in', [0, 2])] }, { not: ranked('lessThan', 1) }, eq('a.one')] })
})

function eq(name: string, value: Leaf['value'] = true): Leaf {
  return { fact: name, operator: 'equal', value }
}
