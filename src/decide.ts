import { compile, type Facts, factsRead, leavesRead, type Test, type Value, type Values } from './conditions.js'
import { TimbangError } from './errors.js'
import { type Conditions, type Fact, leaves, words } from './facts.js'
import { oncePerPack, type Pack } from './pack.js'
import type { Guideline, Rule } from './rule.js'
import { signsOfDanger } from './ruleForms.js'
import type { Stated, StatedFacts } from './situation.js'
import { any, type Truth } from './truth.js'
import type { Outcome } from './vocabulary.js'

/** What one rule says about one situation. */
export interface Finding {
  readonly rule: Rule
  readonly outcome: Outcome
  /** Whether its conditions hold, with what is presumed. */
  readonly holds: Truth
  /** Whether each of its `unless` holds, with what is presumed. */
  readonly unless: readonly Truth[]
  /** Whether each of its `unless` is still open, presumptions given up. */
  readonly open: readonly boolean[]
  /** Whether it could still apply once more is known, presumptions given up. */
  readonly possible: boolean
}

/** What is known of a situation: as stated, with what follows from it, and with what is presumed. */
export interface Known {
  readonly stated: StatedFacts
  readonly values: Values
  readonly assumed: Values
}

/** A pack compiled for deciding; made once per pack. */
interface Compiled {
  readonly facts: readonly Fact[]
  readonly slots: ReadonlyMap<string, number>
  readonly derived: readonly { readonly slot: number; readonly test: Test; readonly name: string }[]
  readonly rules: readonly CompiledRule[]
  readonly rulesOf: readonly (readonly number[])[]
  readonly presumed: Values
  readonly nothingKnown: Known
  readonly baseline: readonly Finding[]
  /** Whether any rule is in force only for a time. */
  readonly dated: boolean
  /** The conditions that say: a sign of danger is stated. */
  readonly signs: Conditions
  readonly dangerStated: Test
  /** The condition of each guideline that has one. */
  readonly whens: ReadonlyMap<Guideline, Test>
}

interface CompiledRule {
  readonly rule: Rule
  readonly test: Test
  readonly unless: readonly Test[]
  readonly findsOut?: readonly number[]
  /** Whether it reads a presumed fact, by itself or through what follows from it; only then does presuming matter. */
  readonly presumes: boolean
}

/** What every rule says about what is known; only rules that a known fact touches are visited. */
export function decide<S>(known: Known, pack: Pack<S>, on: string = pack.asOf): readonly Finding[] {
  const { baseline, dated, nothingKnown } = compiledPack(pack)
  const before = dated ? baseline.map((finding) => onDay(finding, on)) : baseline
  return redecide(before, nothingKnown, known, pack, on)
}

/** The same from what every rule said before: only rules that read what was not known then are visited. */
export function redecide<S>(
  before: readonly Finding[],
  knownBefore: Known,
  known: Known,
  pack: Pack<S>,
  on: string = pack.asOf,
): readonly Finding[] {
  const { rules } = compiledPack(pack)
  const findings = before.slice()
  for (const index of touchedRules(knownBefore, known, pack))
    findings[index] = onDay(find(rules[index] as CompiledRule, known), on)
  return findings
}

function touchedRules<S>(before: Known, { values, assumed }: Known, pack: Pack<S>): ReadonlySet<number> {
  const { facts, rulesOf } = compiledPack(pack)
  const touched = new Set<number>()
  for (let slot = 0; slot < facts.length; slot++) {
    if (values[slot] === before.values[slot] && assumed[slot] === before.assumed[slot]) continue
    for (const index of rulesOf[slot] as readonly number[]) touched.add(index)
  }
  return touched
}

function find({ rule, test, unless, findsOut, presumes }: CompiledRule, { values, assumed }: Known): Finding {
  const strict = test(values)
  const holds = presumes ? (strict ?? test(assumed)) : strict
  const strictUnless = unless.map((one) => one(values))
  const assumedUnless = presumes ? unless.map((one, i) => strictUnless[i] ?? one(assumed)) : strictUnless
  const excepted = any(assumedUnless, (truth) => truth, undefined)
  const sure = strict === true && strictUnless.every((truth) => truth === false)
  const open = findsOut === undefined || findsOut.some((slot) => values[slot] === undefined)
  return {
    rule,
    outcome: open ? outcomeOf(holds, excepted, sure) : 'does-not-apply',
    holds,
    unless: assumedUnless,
    open: strictUnless.map((truth) => truth === undefined),
    possible: open && strict !== false && !strictUnless.includes(true),
  }
}

/** The first row that holds, as a table: conditions, some `unless`, and whether nothing presumed was needed. */
function outcomeOf(holds: Truth, excepted: Truth, sure: boolean): Outcome {
  if (holds === false) return 'does-not-apply'
  if (excepted === true) return 'excepted'
  if (holds === undefined) return 'undetermined'
  if (excepted === undefined) return 'presumed'
  return sure ? 'applies' : 'presumed'
}

/** Whether a rule is in force on a day. */
export function inForce({ inForce: { from, until } = {} }: Rule, on: string): boolean {
  return (from ?? on) <= on && on <= (until ?? on)
}

/** What a rule says on a day: nothing where it is not in force. */
function onDay(finding: Finding, on: string): Finding {
  const { rule } = finding
  if (inForce(rule, on)) return finding
  const [unless, open] = [rule.unless.map(() => undefined), rule.unless.map(() => false)]
  return { rule, outcome: 'does-not-apply', holds: false, unless, open, possible: false }
}

/**
 * What is known once facts are stated: derived facts follow, presumed ones are taken while not stated.
 * @throws TimbangError `invalid-situation` where a stated value contradicts what it is derived from
 */
export function knownFrom<S>(stated: StatedFacts, pack: Pack<S>): Known {
  const known = tryKnown(stated, pack)
  if (typeof known !== 'string') return known
  const message = 'contradicts the facts from which it follows'
  throw new TimbangError('invalid-situation', [{ place: `situation.${known}`, message }])
}

/** The same, but a contradiction is answered with the name of the fact. */
export function tryKnown<S>(stated: StatedFacts, pack: Pack<S>): Known | string {
  const { facts } = compiledPack(pack)
  const values = facts.map((fact) => comparedValue(fact, stated.get(fact.name)))
  return following(stated, values, pack)
}

/** What is known by the values of stated facts; a contradiction is answered with the name of the fact. */
export function following<S>(stated: StatedFacts, values: Value[], pack: Pack<S>): Known | string {
  const compiled = compiledPack(pack)
  const contradicted = derive(values, compiled)
  if (contradicted !== undefined) return contradicted
  const assumed = values.map((value, slot) => value ?? compiled.presumed[slot])
  derive(assumed, compiled)
  return { stated, values, assumed }
}

/** Fills in what follows; answers the name of a fact whose stated value contradicts it. */
function derive(values: Value[], { derived }: Compiled): string | undefined {
  let contradicted: string | undefined
  for (const { slot, test, name } of derived) {
    const follows = test(values)
    if (values[slot] === undefined) values[slot] = follows
    else if (follows !== undefined && follows !== values[slot]) contradicted ??= name
  }
  return contradicted
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

/** The pack compiled for deciding. */
export const compiledPack = oncePerPack(compilePack)

function compilePack<S>(pack: Pack<S>): Compiled {
  const facts = [...pack.facts.values()]
  const slots = new Map(facts.map(({ name }, slot) => [name, slot]))
  const test = (conditions: Conditions) => compile(conditions, pack.facts, slots)
  const rules = [...pack.rules.values()].map((rule) => compiledRule(rule, test, slots, pack.facts))
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
    rulesOf: facts.map(({ name }) => rules.flatMap(({ rule }, index) => (reads(rule, name) ? [index] : []))),
    presumed,
    nothingKnown,
    baseline: rules.map((rule) => find(rule, nothingKnown)),
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

function compiledRule(
  rule: Rule,
  test: (conditions: Conditions) => Test,
  slots: Compiled['slots'],
  facts: Facts,
): CompiledRule {
  const read = parts(rule).flatMap((part) => leavesRead(part, facts))
  return {
    rule,
    test: test(rule.conditions),
    unless: rule.unless.map(({ conditions }) => test(conditions)),
    ...(rule.findsOut && { findsOut: rule.findsOut.map((name) => slots.get(name) as number) }),
    presumes: read.some(({ fact }) => facts.get(fact)?.presume !== undefined),
  }
}

/** Whether a rule names the fact itself, in its conditions, an `unless`, or among what it finds out. */
function reads(rule: Rule, fact: string): boolean {
  return parts(rule).some((part) => leaves(part).some((leaf) => leaf.fact === fact)) || !!rule.findsOut?.includes(fact)
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
