import { describe, expect, test } from 'vitest'
import { all, any, not, type Truth } from '../../src/pack/truth.js'

const truths: readonly Truth[] = [true, false, undefined]
const itself = (truth: Truth) => truth

describe('of two conditions, in three values', () => {
  test.each<readonly [Truth, readonly Truth[], readonly Truth[]]>([
    [true, [true, false, undefined], [true, true, true]],
    [false, [false, false, false], [true, false, undefined]],
    [undefined, [undefined, false, undefined], [true, undefined, undefined]],
  ])('%s with yes, no and not known: all of them %j, any of them %j', (one, both, either) => {
    expect(truths.map((other) => all([one, other], itself, undefined))).toEqual(both)
    expect(truths.map((other) => any([one, other], itself, undefined))).toEqual(either)
    expect(truths.map((other) => all([other, one], itself, undefined))).toEqual(both)
    expect(truths.map((other) => any([other, one], itself, undefined))).toEqual(either)
  })

  test('of none, all hold and not any', () => {
    expect([all([], itself, undefined), any([], itself, undefined)]).toEqual([true, false])
  })

  test('no more are looked at than decide', () => {
    const looked: Truth[] = []
    const look = (truth: Truth) => {
      looked.push(truth)
      return truth
    }
    expect([all([undefined, false, true], look, undefined), any([undefined, true, false], look, undefined)]).toEqual([
      false,
      true,
    ])
    expect(looked).toEqual([undefined, false, undefined, true])
  })
})

test('the opposite of what is not known is not known', () => {
  expect(truths.map(not)).toEqual([false, true, undefined])
})
