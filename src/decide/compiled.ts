import { compile, type Facts, factsRead, leavesRead, type Test, type Value, type Values } from '../pack/conditions.js'
import { type Conditions, type Fact, leaves, words } from '../pack/facts.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Guideline, Rule } from '../pack/rule.js'
import { signsOfDanger } from '../pack/ruleForms.js'
import type { Stated, StatedFacts } from './situation.js'

/** What is known of a situation: as stated, with what follows from it, and with what is presumed. */
export interface Known {
  readonly stated: StatedFacts
  readonly values: Values
  readonly assumed: Values
}

/** A pack compiled for deciding; made once per pack. */
export interface Compiled {
  readonly facts: readonly Fact[]
  readonly slots: ReadonlyMap<string, number>
  readonly derived: readonly { readonly slot: number; readonly test: Test; readonly name: string }[]
  readonly rules: readonly CompiledRule[]
  readonly rulesOf: readonly (readonly number[])[]
  readonly presumed: Values
  readonly nothingKnown: Known
  /** Whether any rule is in force only for a time. */
  readonly dated: boolean
  /** The conditions that say: a sign of danger is stated. */
  readonly signs: Conditions
  readonly dangerStated: Test
  /** The condition of each guideline that has one. */
  readonly whens: ReadonlyMap<Guideline, Test>
}

/** A rule compiled: what it tests, and what it would find out. */
export interface CompiledRule {
  readonly rule: Rule
  readonly test: Test
  readonly unless: readonly Test[]
  readonly findsOut?: readonly number[]
  /** Whether it reads a presumed fact, by itself or through what follows from it; only then does presuming matter. */
  readonly presumes: boolean
}

/** The pack compiled for deciding. */
export const compiledPack = oncePerPack(compilePack)

function compilePack<S>(pack: Pack<S>): Compiled {
  const facts = [...pack.facts.values()]
  const slots = new Map(facts.map(({ name }, slot) => [name, slot]))
  const test = (conditions: Conditions) => compile(conditions, pack.facts, slots)
  const rules = [...pack.rules.values()].map((rule) => compiledRule(rule, pack.facts, slots))
  const values = facts.map(() => undefined)
  const derived = derivationOrder(pack.facts).map((fact) => ({
    slot: slots.get(fact.name) as number,
    test: test(fact.derivedFrom as Conditions),
    name: fact.name,
  }))
  const presumed = facts.map(presumedValue)
  const assumed = [...presumed]
  for (const { slot, test } of derived) assumed[slot] ??= test(assumed)
  const nothingKnown = { stated: new Map(), values, assumed }
  const signs = signsOfDanger(facts)
  return {
    facts,
    slots,
    derived,
    rules,
    rulesOf: rulesOfFacts(rules, slots),
    presumed,
    nothingKnown,
    dated: rules.some(({ rule }) => rule.inForce !== undefined),
    whens: new Map(
      [...pack.frameworks.values()]
        .flatMap(({ guidelines }) => guidelines)
        .flatMap((guideline) => (guideline.when ? [[guideline, test(guideline.when)] as const] : [])),
    ),
    signs,
    dangerStated: test(signs),
  }
}

/** A rule of a pack compiled by itself, also one that the pack does not have: a change of one that it has. */
export function compiledRule(rule: Rule, facts: Facts, slots: Compiled['slots']): CompiledRule {
  const test = (conditions: Conditions) => compile(conditions, facts, slots)
  const read = parts(rule).flatMap((part) => leavesRead(part, facts))
  return {
    rule,
    test: test(rule.conditions),
    unless: rule.unless.map(({ conditions }) => test(conditions)),
    ...(rule.findsOut && { findsOut: rule.findsOut.map((name) => slots.get(name) as number) }),
    presumes: read.some(({ fact }) => facts.get(fact)?.presume !== undefined),
  }
}

/** For each fact the rules that name it, in their conditions, an `unless`, or among what they find out. */
function rulesOfFacts(rules: readonly CompiledRule[], slots: Compiled['slots']): Compiled['rulesOf'] {
  const found: number[][] = Array.from(slots, () => [])
  for (const [index, { rule }] of rules.entries()) {
    const named = parts(rule).flatMap((part) => leaves(part).map(({ fact }) => fact))
    for (const fact of new Set([...named, ...(rule.findsOut ?? [])])) found[slots.get(fact) as number]?.push(index)
  }
  return found
}

function parts(rule: Rule): readonly Conditions[] {
  return [rule.conditions, ...rule.unless.map(({ conditions }) => conditions)]
}

/** The derived facts, each after those it is derived from: what is derived from another reads more than that other. */
function derivationOrder(facts: Facts): Fact[] {
  const derived = [...facts.values()].filter(({ derivedFrom }) => derivedFrom !== undefined)
  const reach = (fact: Fact) => factsRead(fact.derivedFrom as Conditions, facts).size
  return derived.sort((a, b) => reach(a) - reach(b))
}

/** A stated value as it is compared: a word of a scale by its rank; members said to be not known left out. */
export function comparedValue(fact: Fact, value: Stated | undefined): Value {
  if (value === undefined || value === null) return undefined
  if (fact.type === 'scale') return words(fact).indexOf(value as string)
  if (typeof value !== 'object') return value
  const told = [...value].filter((entry): entry is [string, boolean] => entry[1] !== null)
  return told.length === 0 ? undefined : new Map(told)
}

function presumedValue(fact: Fact): Value {
  return fact.presume === undefined ? undefined : comparedValue(fact, fact.presume.value)
}
