import type { Leaf, Scalar } from '../../pack/conditions.js'
import { leafTruth } from '../../pack/evaluation.js'
import type { Fact, Facts } from '../../pack/fact.js'
import type { Value } from '../../pack/factTypes/factType.js'
import { toldApart, typeOf } from '../../pack/factTypes/factTypes.js'

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
  for (const stated of toldApart(fact, comparisons)) {
    const compared = typeOf(fact).compared(fact, stated)
    const key = truths.map((truth) => truth(compared)).join()
    if (!classes.has(key)) classes.set(key, { stated, compared })
  }
  return [...classes.values()]
}

const yesOrNo: readonly ValueClass[] = [true, false].map((value) => ({ stated: value, compared: value }))
