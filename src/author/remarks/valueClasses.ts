import type { Leaf, Scalar } from '../../pack/conditions.js'
import { leafTruth } from '../../pack/evaluation.js'
import type { Fact, Facts } from '../../pack/fact.js'
import type { Value } from '../../pack/factTypes/factType.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'

/** A value that stands for all that a set of comparisons cannot tell from it: as it is stated, and as it is compared. */
export interface ValueClass {
  readonly stated: Scalar
  readonly compared: Exclude<Value, ReadonlyMap<string, boolean> | undefined>
}

/** The values of a fact, or of one member of a list, one for each class that the comparisons tell apart. */
export function valueClasses(fact: Fact, comparisons: readonly Leaf[], facts: Facts): readonly ValueClass[] {
  if (typeOf(fact).input === 'members') return yesOrNo
  const truths = [...new Set(comparisons)].map((leaf) => leafTruth(leaf, facts))
  const classes = new Map<string, ValueClass>()
  for (const one of allValues(fact, comparisons)) {
    const key = truths.map((truth) => truth(one.compared)).join()
    if (!classes.has(key)) classes.set(key, one)
  }
  return [...classes.values()]
}

const yesOrNo: readonly ValueClass[] = [true, false].map((value) => ({ stated: value, compared: value }))

function allValues(fact: Fact, comparisons: readonly Leaf[]): readonly ValueClass[] {
  const type = typeOf(fact)
  const values = type.input === 'number' ? numbers(fact, comparisons) : type.values(fact, [])
  return values.map((value) => ({ stated: value, compared: type.compared(fact, value) }))
}

/** Every constant that a number is compared with, and one number below, between and above them; whole ones where there are. */
function numbers({ min, max }: Fact, comparisons: readonly Leaf[]): readonly number[] {
  const [least, most] = [min ?? -Number.MAX_SAFE_INTEGER, max ?? Number.MAX_SAFE_INTEGER]
  const constants = comparisons.flatMap(({ value }) => value as number | readonly number[])
  const inside = constants.filter((value) => value >= least && value <= most)
  const points = [...new Set([least, ...inside, most])].sort((a, b) => a - b)
  const between = points.slice(1).map((above, i) => middle(points[i] as number, above))
  return [...inside, ...between, least, most]
}

function middle(below: number, above: number): number {
  const next = Math.floor(below) + 1
  return next < above ? next : (below + above) / 2
}
