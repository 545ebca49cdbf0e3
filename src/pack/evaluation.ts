import { type Conditions, isScalar, type Leaf, type Scalar } from './conditions.js'
import type { Fact, Facts } from './fact.js'
import { remembered } from './factsRead.js'
import type { Value } from './factTypes/factType.js'
import { typeOf } from './factTypes/factTypes.js'
import { all, any, not, type Truth } from './truth.js'

/** The values of all facts of a pack, in the order of its declarations. */
export type Values = readonly Value[]

/** Conditions compiled to a function of the values. */
export type Test = (values: Values) => Truth

/** Compiles conditions once, so that evaluating them looks nothing up by name. */
export function compile(conditions: Conditions, facts: Facts, slots: ReadonlyMap<string, number>): Test {
  if ('all' in conditions || 'any' in conditions) {
    const tests = ('all' in conditions ? conditions.all : conditions.any).map((part) => compile(part, facts, slots))
    return 'all' in conditions ? (values) => all(tests, evaluate, values) : (values) => any(tests, evaluate, values)
  }
  if ('not' in conditions) {
    const test = compile(conditions.not, facts, slots)
    return (values) => not(test(values))
  }
  return compileLeaf(conditions, facts, slots)
}

function evaluate(test: Test, values: Values): Truth {
  return test(values)
}

function compileLeaf(leaf: Leaf, facts: Facts, slots: ReadonlyMap<string, number>): Test {
  const slot = slots.get(leaf.fact) as number
  const truth = leafTruth(leaf, facts)
  return (values) => truth(values[slot])
}

/**
 * What a comparison says of a value; of a value that is not known, nothing. Made once for each comparison of a pack, when a
 * value is first compared: most facts are never stated.
 */
export function leafTruth(leaf: Leaf, facts: Facts): (value: Value) => Truth {
  return remembered(facts, leaf, () => {
    let holds: ((value: Value) => Truth) | undefined
    return (value: Value) => {
      if (value === undefined) return undefined
      holds ??= comparison(engineLeaf(leaf, facts))
      return holds(value)
    }
  })
}

/** The comparison of a value that is known; membership may still be not known of one member. */
function comparison({ operator, value: constant }: Leaf): (value: Value) => Truth {
  const list = new Set(Array.isArray(constant) ? constant : [])
  const limit = constant as number
  const member = constant as string
  const comparisons: Record<Leaf['operator'], (value: Value) => Truth> = {
    equal: (value) => value === constant,
    notEqual: (value) => value !== constant,
    in: (value) => list.has(value as Scalar),
    notIn: (value) => !list.has(value as Scalar),
    lessThan: (value) => (value as number) < limit,
    lessThanInclusive: (value) => (value as number) <= limit,
    greaterThan: (value) => (value as number) > limit,
    greaterThanInclusive: (value) => (value as number) >= limit,
    contains: (value) => (value as ReadonlyMap<string, boolean>).get(member),
    doesNotContain: (value) => not((value as ReadonlyMap<string, boolean>).get(member)),
  }
  return comparisons[operator]
}

/** The conditions as the stock engine can compare them: the words of scales replaced by their ranks. */
export function engineConditions(conditions: Conditions, facts: Facts): Conditions {
  if ('all' in conditions) return { all: conditions.all.map((part) => engineConditions(part, facts)) }
  if ('any' in conditions) return { any: conditions.any.map((part) => engineConditions(part, facts)) }
  if ('not' in conditions) return { not: engineConditions(conditions.not, facts) }
  return engineLeaf(conditions, facts)
}

function engineLeaf(leaf: Leaf, facts: Facts): Leaf {
  const fact = facts.get(leaf.fact) as Fact
  const compared = (value: Scalar) => typeOf(fact).compared(fact, value)
  const value = leaf.value as Scalar | readonly Scalar[]
  return { ...leaf, value: isScalar(value) ? compared(value) : value.map(compared) }
}

/** Conditions with what was found of each of their parts. */
export type Judged =
  | { readonly all: readonly Judged[]; readonly truth: boolean | null }
  | { readonly any: readonly Judged[]; readonly truth: boolean | null }
  | { readonly not: Judged; readonly truth: boolean | null }
  | (Leaf & { readonly truth: boolean | null })

/** The tree of the conditions, every part with true, false or not known (`null`). */
export function judge(
  conditions: Conditions,
  values: Values,
  facts: Facts,
  slots: ReadonlyMap<string, number>,
): Judged {
  const inner = (part: Conditions) => judge(part, values, facts, slots)
  const truthOf = ({ truth }: Judged): Truth => truth ?? undefined
  if ('all' in conditions) {
    const parts = conditions.all.map(inner)
    return { all: parts, truth: all(parts, truthOf, undefined) ?? null }
  }
  if ('any' in conditions) {
    const parts = conditions.any.map(inner)
    return { any: parts, truth: any(parts, truthOf, undefined) ?? null }
  }
  if ('not' in conditions) {
    const part = inner(conditions.not)
    return { not: part, truth: not(truthOf(part)) ?? null }
  }
  const { fact, operator, value } = conditions
  return { fact, operator, value, truth: leafTruth(conditions, facts)(values[slots.get(fact) as number]) ?? null }
}
