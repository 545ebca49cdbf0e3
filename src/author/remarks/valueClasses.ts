import { type Facts, leafTruth, type Value } from '../../pack/conditions.js'
import { type Fact, type Leaf, type Scalar, words } from '../../pack/facts.js'

/**
 * A value that stands for all that a set of comparisons cannot tell from it: as it is stated, and
 * as it is compared.
 */
export interface ValueClass {
  readonly stated: Scalar
  readonly compared: Exclude<Value, ReadonlyMap<string, boolean> | undefined>
}

/**
 * The values of a fact, or of one member of a list, one for each class that the comparisons tell
 * apart.
 */
export function valueClasses(
  fact: Fact,
  comparisons: readonly Leaf[],
  facts: Facts,
): readonly ValueClass[] {
  if (fact.type === 'some-of') return yesOrNo
  const truths = [...new Set(comparisons)].map((leaf) => leafTruth(leaf, facts))
  const classes = new Map<string, ValueClass>()
  for (const one of allValues(fact, comparisons)) {
    const key = truths.map((truth) => truth(one.compared)).join()
    if (!classes.has(key)) classes.set(key, one)
  }
  return [...classes.values()]
}

const yesOrNo: readonly ValueClass[] = [true, false].map((value) => ({
  stated: value,
  compared: value,
}))

function allValues(fact: Fact, comparisons: readonly Leaf[]): readonly ValueClass[] {
  if (fact.type === 'yes-no') return yesOrNo
  if (fact.type === 'number')
    return numbers(fact, comparisons).map((value) => ({ stated: value, compared: value }))
  return words(fact).map((word, rank) => ({
    stated: word,
    compared: fact.type === 'scale' ? rank : word,
  }))
}

/**
 * Every constant that a number is compared with, and one number below, between and above them;
 * whole ones where there are.
 */
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
