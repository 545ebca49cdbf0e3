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
  const compiled = (part: Conditions) => compile(part, facts, slots)
  if ('all' in conditions) return decidedBy(false, conditions.all.map(compiled))
  if ('any' in conditions) return decidedBy(true, conditions.any.map(compiled))
  if ('not' in conditions) {
    const test = compiled(conditions.not)
    return (values) => not(test(values))
  }
  return compileLeaf(conditions, facts, slots)
}

/** `any`, which one that is true decides, or `all`, which one that is false decides; as in `truth.ts`, without a call between. */
function decidedBy(deciding: boolean, tests: readonly Test[]): Test {
  return (values) => {
    let open = false
    for (let i = 0; i < tests.length; i++) {
      const truth = (tests[i] as Test)(values)
      if (truth === deciding) return deciding
      if (truth === undefined) open = true
    }
    return open ? undefined : !deciding
  }
}

/** Most facts are never stated: what compares a value is made when there is one. */
function compileLeaf(leaf: Leaf, facts: Facts, slots: ReadonlyMap<string, number>): Test {
  const slot = slots.get(leaf.fact) as number
  let holds: Comparison | undefined
  return (values) => {
    const value = values[slot]
    if (value === undefined) return undefined
    holds ??= comparisonOf(leaf, facts)
    return holds(value)
  }
}

/** Whether conditions come out as they are wanted. */
export type ComesOut = (values: Values) => boolean

/** Compiles conditions from what each comparison says that is wanted to hold, or not to; the first part that settles it is enough. */
export function compileWanted(
  conditions: Conditions,
  wanted: boolean,
  leafComesOut: (leaf: Leaf, wanted: boolean) => ComesOut,
): ComesOut {
  if ('not' in conditions) return compileWanted(conditions.not, !wanted, leafComesOut)
  if ('fact' in conditions) return leafComesOut(conditions, wanted)
  const [parts, together] = 'all' in conditions ? [conditions.all, wanted] : [conditions.any, !wanted]
  const some = parts.map((part) => compileWanted(part, wanted, leafComesOut))
  return together ? (values) => allComeOut(some, values) : (values) => anyComesOut(some, values)
}

/** Whether some conditions all come out as they are wanted. */
export function allComeOut(some: readonly ComesOut[], values: Values): boolean {
  for (let i = 0; i < some.length; i++) if (!(some[i] as ComesOut)(values)) return false
  return true
}

/** Whether one of them does. */
export function anyComesOut(some: readonly ComesOut[], values: Values): boolean {
  for (let i = 0; i < some.length; i++) if ((some[i] as ComesOut)(values)) return true
  return false
}

/** Whether conditions hold for sure: not while that hangs on what is not known. */
export function compileSure(conditions: Conditions, facts: Facts, slots: ReadonlyMap<string, number>): ComesOut {
  return compileWanted(conditions, true, (leaf, wanted) => leafSure(leaf, wanted, facts, slots))
}

/** Whether a comparison comes out as wanted for sure. */
export function leafSure(leaf: Leaf, wanted: boolean, facts: Facts, slots: ReadonlyMap<string, number>): ComesOut {
  const slot = slots.get(leaf.fact) as number
  let holds: Comparison | undefined
  return (values) => {
    const value = values[slot]
    if (value === undefined) return false
    holds ??= comparisonOf(leaf, facts)
    return holds(value) === wanted
  }
}

/** What a comparison says of a value; of a value that is not known, nothing. */
export function leafTruth(leaf: Leaf, facts: Facts): (value: Value) => Truth {
  return (value) => (value === undefined ? undefined : comparisonOf(leaf, facts)(value))
}

/** The comparison of a value that is known; membership may still be not known of one member. */
type Comparison = (value: Value) => Truth

/** Made once for each comparison of a pack, when a value is first compared: most facts are never stated. */
function comparisonOf(leaf: Leaf, facts: Facts): Comparison {
  return remembered(facts, leaf, () => comparison(engineLeaf(leaf, facts)))
}

function comparison({ operator, value: constant }: Leaf): Comparison {
  const limit = constant as number
  const member = constant as string
  switch (operator) {
    case 'equal':
      return (value) => value === constant
    case 'notEqual':
      return (value) => value !== constant
    case 'in':
      return among(constant as readonly Scalar[], true)
    case 'notIn':
      return among(constant as readonly Scalar[], false)
    case 'lessThan':
      return (value) => (value as number) < limit
    case 'lessThanInclusive':
      return (value) => (value as number) <= limit
    case 'greaterThan':
      return (value) => (value as number) > limit
    case 'greaterThanInclusive':
      return (value) => (value as number) >= limit
    case 'contains':
      return (value) => (value as ReadonlyMap<string, boolean>).get(member)
    case 'doesNotContain':
      return (value) => not((value as ReadonlyMap<string, boolean>).get(member))
  }
}

function among(list: readonly Scalar[], wanted: boolean): Comparison {
  const listed = new Set(list)
  return (value) => listed.has(value as Scalar) === wanted
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
