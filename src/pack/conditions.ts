import { type Issue, unknownName } from '../errors.js'
import { operators } from '../vocabulary.js'
import { type Conditions, type Fact, hasValue, type Leaf, leaves, operatorsOf, type Scalar, words } from './facts.js'
import { all, any, not, type Truth } from './truth.js'

export type Facts = ReadonlyMap<string, Fact>

const mostComparisons = 1_000

/** What is wrong with conditions as an author wrote them: their size, their shape, their facts, operators and values. */
export function conditionIssues(conditions: unknown, place: string, facts: Facts): Issue[] {
  if (comparisons(conditions) > mostComparisons)
    return [{ place, message: `has more than ${mostComparisons} comparisons` }]
  return partIssues(conditions, place, facts)
}

function comparisons(conditions: unknown): number {
  if (!isRecord(conditions)) return 1
  const parts = [conditions.all, conditions.any, conditions.not].flat().filter((part) => part !== undefined)
  return parts.length === 0 ? 1 : parts.reduce<number>((sum, part) => sum + comparisons(part), 0)
}

function partIssues(conditions: unknown, place: string, facts: Facts): Issue[] {
  if (!isRecord(conditions)) return [{ place, message: 'must be a condition' }]
  const keys = Object.keys(conditions)
  const branch = (['all', 'any', 'not'] as const).find((key) => key in conditions)
  if (branch && keys.length > 1) return [twoKeys(place, keys)]
  if (branch === undefined) return leafIssues(conditions, place, facts)
  if (branch === 'not') return partIssues(conditions.not, `${place}.not`, facts)
  const parts = conditions[branch]
  if (!Array.isArray(parts) || parts.length === 0)
    return [{ place: `${place}.${branch}`, message: 'must be a list of at least one condition' }]
  return parts.flatMap((part, i) => partIssues(part, `${place}.${branch}[${i}]`, facts))
}

function twoKeys(place: string, keys: readonly string[]): Issue {
  return { place, message: `must have one key, not ${keys.map((key) => `\`${key}\``).join(' and ')}` }
}

/** What the stock engine admits in a condition and this rule language does not. */
const refused = new Map([
  ['path', '`path` is not allowed: a rule reads facts, it never searches in them'],
  ['params', '`params` is not allowed: a fact takes no parameters'],
  ['priority', '`priority` is not allowed: the order of rules and conditions means nothing'],
  ['condition', 'a reference to a shared condition is not allowed'],
  ['name', 'a condition has no name'],
])

function leafIssues(leaf: Record<string, unknown>, place: string, facts: Facts): Issue[] {
  const odd = Object.keys(leaf).filter((key) => !['fact', 'operator', 'value'].includes(key))
  if (odd.length > 0)
    return odd.map((key) => ({ place, message: refused.get(key) ?? `\`${key}\` is not part of a condition` }))
  if (typeof leaf.fact !== 'string') return [{ place, message: 'names no fact' }]
  const fact = facts.get(leaf.fact)
  if (!fact) return [unknownName(place, `no fact is named \`${leaf.fact}\``, leaf.fact, facts.keys())]
  return [...operatorIssues(leaf.operator, place, fact), ...valueIssues(leaf.operator, leaf.value, place, fact)]
}

function operatorIssues(operator: unknown, place: string, fact: Fact): Issue[] {
  if (typeof operator !== 'string') return [{ place, message: 'has no operator' }]
  const fitting: readonly string[] = operatorsOf[fact.type]
  if (fitting.includes(operator)) return []
  const known: readonly string[] = operators
  const message = known.includes(operator)
    ? `\`${operator}\` does not fit \`${fact.name}\`, which is of type ${fact.type} and takes ${named(fitting)}`
    : `no operator is named \`${operator}\``
  return [unknownName(place, message, operator, known.includes(operator) ? [] : fitting)]
}

function valueIssues(operator: unknown, value: unknown, place: string, fact: Fact): Issue[] {
  const listed = operator === 'in' || operator === 'notIn'
  if (listed && (!Array.isArray(value) || value.length === 0))
    return [{ place, message: `\`${operator}\` needs a list of values` }]
  if (!listed && Array.isArray(value)) return [{ place, message: 'needs one value, not a list' }]
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => {
    if (!isScalar(one)) return [{ place, message: '`value` must be `true`, `false`, a number or a word' }]
    if (hasValue(fact, one)) return []
    const told = fact.values ? String(one) : JSON.stringify(one)
    const has = fact.values ? `; it has ${named(words(fact))}` : ''
    return [unknownName(place, `\`${fact.name}\` has no value \`${told}\`${has}`, String(one), words(fact))]
  })
}

const mostListed = 12

function named(names: readonly string[]): string {
  const told = names.slice(0, mostListed).map((name) => `\`${name}\``)
  return [...told, ...(names.length > mostListed ? [`${names.length - mostListed} others`] : [])].join(', ')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isScalar(value: unknown): value is Scalar {
  return ['boolean', 'number', 'string'].includes(typeof value)
}

/** A value as it is compared: words of a scale by their rank, members of a list each for itself. */
export type Value = boolean | string | number | ReadonlyMap<string, boolean> | undefined

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

/** What a comparison says of a value; of a value that is not known, nothing. Made once for each comparison of a pack. */
export function leafTruth(leaf: Leaf, facts: Facts): (value: Value) => Truth {
  return remembered(facts, leaf, () => {
    const holds = comparison(stockLeaf(leaf, facts))
    return (value: Value) => (value === undefined ? undefined : holds(value))
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

const memories = new WeakMap<Facts, Map<object, unknown>>()

/** What was made of a part of a pack before, so that exploring a situation makes nothing twice. */
function remembered<T>(facts: Facts, part: object, make: () => T): T {
  const memory = memories.get(facts) ?? new Map<object, unknown>()
  memories.set(facts, memory)
  if (!memory.has(part)) memory.set(part, make())
  return memory.get(part) as T
}

/** The conditions as the stock engine can compare them: the words of scales replaced by their ranks. */
export function stockConditions(conditions: Conditions, facts: Facts): Conditions {
  if ('all' in conditions) return { all: conditions.all.map((part) => stockConditions(part, facts)) }
  if ('any' in conditions) return { any: conditions.any.map((part) => stockConditions(part, facts)) }
  if ('not' in conditions) return { not: stockConditions(conditions.not, facts) }
  return stockLeaf(conditions, facts)
}

function stockLeaf(leaf: Leaf, facts: Facts): Leaf {
  const fact = facts.get(leaf.fact) as Fact
  if (fact.type !== 'scale') return leaf
  const rank = (word: Scalar) => words(fact).indexOf(word as string)
  const value = leaf.value as Scalar | readonly Scalar[]
  return { ...leaf, value: isScalar(value) ? rank(value) : value.map(rank) }
}

/** The comparisons that conditions make, and those from which a derived fact among them follows. */
export function leavesRead(conditions: Conditions, facts: Facts): readonly Leaf[] {
  if ('fact' in conditions) return leavesOf(conditions, facts)
  return remembered(facts, conditions, () => leavesOf(conditions, facts))
}

function leavesOf(conditions: Conditions, facts: Facts): readonly Leaf[] {
  const seen = new Set<string>()
  const visit = (part: Conditions): Leaf[] =>
    leaves(part).flatMap((leaf) => {
      const derived = seen.has(leaf.fact) ? undefined : facts.get(leaf.fact)?.derivedFrom
      seen.add(leaf.fact)
      return derived ? [leaf, ...visit(derived)] : [leaf]
    })
  return visit(conditions)
}

/** The names of the facts that conditions read, and of those from which these are derived, each once. */
export function factsRead(conditions: Conditions, facts: Facts): ReadonlySet<string> {
  return new Set(leavesRead(conditions, facts).map(({ fact }) => fact))
}

/** Whether conditions read a danger fact. */
export function readsDanger(conditions: Conditions, facts: Facts): boolean {
  return leavesRead(conditions, facts).some(({ fact }) => facts.get(fact)?.danger !== undefined)
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
