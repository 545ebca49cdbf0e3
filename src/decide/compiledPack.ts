import { type Conditions, leaves, partsOf } from '../pack/conditions.js'
import { signsOfDanger } from '../pack/dangerSigns.js'
import { type ComesOut, compile, compileSure, type Test, type Values } from '../pack/evaluation.js'
import type { Fact, Facts } from '../pack/fact.js'
import { factsRead, remembered } from '../pack/factsRead.js'
import type { Stated, Value } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Guideline } from '../pack/packSource.js'
import { once } from '../pack/remembered.js'
import { conditionsOf, type Rule } from '../pack/rule.js'
import type { Finding } from './finding.js'
import type { StatedFacts } from './statedFacts.js'

/** What is known of a situation: as stated, with what follows from it, and with what is presumed. */
export interface Known {
  readonly stated: StatedFacts
  readonly values: Values
  readonly assumed: Values
}

/** A pack compiled for deciding; made once per pack. */
export interface CompiledPack {
  readonly facts: readonly Fact[]
  readonly slots: ReadonlyMap<string, number>
  readonly derived: readonly { readonly slot: number; readonly test: Test; readonly name: string }[]
  readonly rules: readonly CompiledRule[]
  /** The place of each rule among them, which is that of its finding among the findings. */
  readonly places: ReadonlyMap<Rule, number>
  readonly rulesOf: readonly (readonly number[])[]
  readonly presumed: Values
  readonly nothingKnown: Known
  /** Whether any rule is in force only for a time. */
  readonly dated: boolean
  /** The conditions that say: a sign of danger is stated. */
  readonly dangerSigns: Conditions
  readonly dangerStated: Test
  /** The condition of each guideline that has one. */
  readonly guidelineTests: ReadonlyMap<Guideline, Test>
  /** What is asked first once a sign of danger is told, and when. */
  readonly panels: readonly { readonly test: Test; readonly asks: readonly string[] }[]
}

/** A rule compiled: what it tests, and what it would find out. */
export interface CompiledRule {
  readonly rule: Rule
  readonly test: Test
  readonly unless: readonly Test[]
  /** Whether each part that it needs holds for sure, and each of its `unless`; compiled when they are first asked, since most rules are touched by few situations. */
  readonly needs: () => readonly ComesOut[]
  readonly excepts: () => readonly ComesOut[]
  readonly findsOut?: readonly number[]
  /** Whether it reads a presumed fact, by itself or through what follows from it; only then does presuming matter. */
  readonly presumes: boolean
  /** What it was found to say before, by how its conditions and each `unless` came out; where these alone decide, and are few. */
  readonly found?: (Finding | undefined)[]
}

/** The pack compiled for deciding. */
export const compiledPack = oncePerPack(compilePack)

function compilePack<S>(pack: Pack<S>): CompiledPack {
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
    places: new Map(rules.map(({ rule }, place) => [rule, place])),
    rulesOf: rulesOfFacts(rules, slots),
    presumed,
    nothingKnown,
    dated: rules.some(({ rule }) => rule.inForce !== undefined),
    guidelineTests: new Map(
      [...pack.frameworks.values()]
        .flatMap(({ guidelines }) => guidelines)
        .flatMap((guideline) => (guideline.when ? [[guideline, test(guideline.when)] as const] : [])),
    ),
    panels: (pack.header.panels ?? []).map(({ when, asks }) => ({ test: test(when as Conditions), asks })),
    dangerSigns: signs,
    dangerStated: test(signs),
  }
}

/** A rule of a pack compiled by itself, also one that the pack does not have: a change of one that it has. */
export function compiledRule(rule: Rule, facts: Facts, slots: CompiledPack['slots']): CompiledRule {
  const test = (conditions: Conditions) => compile(conditions, facts, slots)
  const sure = (conditions: Conditions) => compileSure(conditions, facts, slots)
  const presuming = presumingFacts(facts)
  const presumes = conditionsOf(rule).some((part) => leaves(part).some(({ fact }) => presuming.has(fact)))
  return {
    rule,
    test: test(rule.conditions),
    unless: rule.unless.map(({ conditions }) => test(conditions)),
    needs: once(() => partsOf(rule.conditions).map(sure)),
    excepts: once(() => rule.unless.map(({ conditions }) => sure(conditions))),
    ...(rule.findsOut && { findsOut: rule.findsOut.map((name) => slots.get(name) as number) }),
    presumes,
    ...(!presumes && rule.unless.length <= fewUnless && !rule.findsOut && { found: [] }),
  }
}

const fewUnless = 2

/** The facts that are presumed, and those that follow from them. */
function presumingFacts(facts: Facts): ReadonlySet<string> {
  const isPresumed = (name: string) => facts.get(name)?.presume !== undefined
  const follows = ({ derivedFrom }: Fact) => derivedFrom && [...factsRead(derivedFrom, facts)].some(isPresumed)
  // Kept for the declarations as a whole.
  return remembered(facts, facts, () => {
    const presuming = [...facts.values()].filter((fact) => isPresumed(fact.name) || follows(fact))
    return new Set(presuming.map(({ name }) => name))
  })
}

/** For each fact the rules that name it, in their conditions, an `unless`, or among what they find out. */
function rulesOfFacts(rules: readonly CompiledRule[], slots: CompiledPack['slots']): CompiledPack['rulesOf'] {
  const byFact: number[][] = Array.from(slots, () => [])
  for (const [index, { rule }] of rules.entries()) {
    const name = (fact: string) => {
      const places = byFact[slots.get(fact) as number] as number[]
      if (places.at(-1) !== index) places.push(index)
    }
    for (const part of conditionsOf(rule)) for (const { fact } of leaves(part)) name(fact)
    rule.findsOut?.forEach(name)
  }
  return byFact
}

/** The derived facts, each after those it is derived from: what is derived from another reads more than that other. */
function derivationOrder(facts: Facts): Fact[] {
  const derived = [...facts.values()].filter(({ derivedFrom }) => derivedFrom !== undefined)
  const reach = (fact: Fact) => factsRead(fact.derivedFrom as Conditions, facts).size
  return derived.sort((a, b) => reach(a) - reach(b))
}

/** The value of a fact among the values of all. */
export function valueIn<S>(values: Values, fact: string, pack: Pack<S>): Value {
  return values[compiledPack(pack).slots.get(fact) as number]
}

/** A stated value as it is compared; members said to be not known left out. */
export function comparedValue(fact: Fact, stated: Stated | undefined): Value {
  if (stated === undefined || stated === null) return undefined
  if (typeof stated !== 'object') return typeOf(fact).compared(fact, stated)
  const known = [...stated].filter((entry): entry is [string, boolean] => entry[1] !== null)
  return known.length === 0 ? undefined : new Map(known)
}

function presumedValue(fact: Fact): Value {
  return fact.presume === undefined ? undefined : comparedValue(fact, fact.presume.value)
}
