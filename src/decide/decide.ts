import { codedIssue, TimbangError } from '../errors.js'
import { allComeOut, anyComesOut, type Test } from '../pack/evaluation.js'
import type { Fact } from '../pack/fact.js'
import type { Value } from '../pack/factTypes/factType.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Term } from '../pack/texts/textSchema.js'
import { any, type Truth } from '../pack/truth.js'
import type { Outcome } from '../vocabulary.js'
import { type CompiledPack, type CompiledRule, comparedValue, compiledPack, type Known } from './compiledPack.js'
import type { Finding } from './finding.js'
import type { StatedFacts } from './statedFacts.js'

export type { Finding }

/** Whether a rule claims what it says: it applies, for certain or as presumed. */
export function isClaiming({ outcome }: Finding): boolean {
  return outcome === 'applies' || outcome === 'presumed'
}

/** The names of the rules that claim what they say, in the order of the alphabet. */
export function claimingRules(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(isClaiming)
    .map(({ rule }) => rule.name)
    .sort()
}

/** What every rule says about what is known; only rules that a known fact touches are visited. */
export function decide<S>(known: Known, pack: Pack<S>, on: string = pack.asOf): readonly Finding[] {
  return redecide(baselineOn(pack)(on), compiledPack(pack).nothingKnown, known, pack, on)
}

/** What every rule says on a day while nothing is known; of the day last asked for it is kept, since most ask for the same. */
const baselineOn = oncePerPack((pack): ((on: string) => readonly Finding[]) => {
  let last: { readonly on: string; readonly findings: readonly Finding[] } | undefined
  return (on) => {
    if (!compiledPack(pack).dated) return baseline(pack)
    if (last?.on !== on) last = { on, findings: baseline(pack).map((finding) => onDay(finding, on)) }
    return last.findings
  }
})

/** What every rule says while nothing is known. */
const baseline = oncePerPack((pack): readonly Finding[] => {
  const { rules, nothingKnown } = compiledPack(pack)
  return rules.map((rule) => find(rule, nothingKnown))
})

/** The same from what every rule said before: only rules that read what was not known then are visited. */
export function redecide<S>(
  before: readonly Finding[],
  knownBefore: Known,
  known: Known,
  pack: Pack<S>,
  on: string = pack.asOf,
): readonly Finding[] {
  const { rules, rulesOf } = compiledPack(pack)
  const findings = before.slice()
  // A rule that several changed facts touch is found out about once.
  for (const slot of changedSlots(knownBefore, known))
    for (const index of rulesOf[slot] as readonly number[])
      if (findings[index] === before[index]) findings[index] = findingOn(rules[index] as CompiledRule, known, on)
  return findings
}

/** What one rule says on a day about what is known. */
export function findingOn(rule: CompiledRule, known: Known, on: string): Finding {
  return onDay(find(rule, known), on)
}

/** Whether a rule claims on a day what it says, by what `findingOn` would find of it; nothing else is found out. */
export function claimsOn(
  { rule, needs, excepts, findsOut }: CompiledRule,
  { values, assumed }: Known,
  on: string,
): boolean {
  if (!allComeOut(needs(), assumed) || anyComesOut(excepts(), assumed)) return false
  return inForce(rule, on) && (findsOut === undefined || findsOut.some((slot) => values[slot] === undefined))
}

/** The places of the facts of which something else is known than before. */
function changedSlots(before: Known, { values, assumed }: Known): readonly number[] {
  const changed: number[] = []
  for (let slot = 0; slot < values.length; slot++)
    if (values[slot] !== before.values[slot] || assumed[slot] !== before.assumed[slot]) changed.push(slot)
  return changed
}

function find(compiled: CompiledRule, known: Known): Finding {
  const { test, unless, found } = compiled
  if (!found) return findAnew(compiled, known)
  let way = wayOf(test(known.values))
  for (let i = 0; i < unless.length; i++) way = way * 3 + wayOf((unless[i] as Test)(known.values))
  // In the same way the same is found: most situations make nothing new.
  const before = found[way]
  if (before) return before
  const made = findAnew(compiled, known)
  found[way] = made
  return made
}

/** A number for each way in which a test can come out. */
function wayOf(truth: Truth): number {
  return truth === undefined ? 0 : truth ? 1 : 2
}

function findAnew({ rule, test, unless, findsOut, presumes }: CompiledRule, { values, assumed }: Known): Finding {
  const strict = test(values)
  const holds = presumes ? (strict ?? test(assumed)) : strict
  const strictUnless: readonly Truth[] = unless.length === 0 ? none : unless.map((one) => one(values))
  const assumedUnless = presumes ? strictUnless.map((truth, i) => truth ?? unless[i]?.(assumed)) : strictUnless
  const excepted = unless.length === 0 ? false : any(assumedUnless, itself, undefined)
  const unpresumed = strict === true && strictUnless.every((truth) => truth === false)
  const open = findsOut === undefined || findsOut.some((slot) => values[slot] === undefined)
  return {
    rule,
    outcome: open ? outcomeOf(holds, excepted, unpresumed) : 'does-not-apply',
    holds,
    unless: assumedUnless,
    open: strictUnless.length === 0 ? none : strictUnless.map((truth) => truth === undefined),
    possible: open && strict !== false && !strictUnless.includes(true),
  }
}

const none: readonly [] = []
const itself = (truth: Truth): Truth => truth

/** The first row that holds, as a table: conditions, some `unless`, and whether nothing presumed was needed. */
function outcomeOf(holds: Truth, excepted: Truth, unpresumed: boolean): Outcome {
  if (holds === false) return 'does-not-apply'
  if (excepted === true) return 'excepted'
  if (holds === undefined) return 'undetermined'
  if (excepted === undefined) return 'presumed'
  return unpresumed ? 'applies' : 'presumed'
}

/** Whether a rule, or a law, is in force on a day. */
export function inForce(
  { inForce: { from, until } = {} }: { readonly inForce?: Term | undefined },
  on: string,
): boolean {
  return (from ?? on) <= on && on <= (until ?? on)
}

/** What a rule says on a day: nothing where it is not in force. */
function onDay(finding: Finding, on: string): Finding {
  const { rule } = finding
  if (rule.inForce === undefined || inForce(rule, on)) return finding
  const [unless, open] = [rule.unless.map(() => undefined), rule.unless.map(() => false)]
  return { rule, outcome: 'does-not-apply', holds: false, unless, open, possible: false }
}

/**
 * What is known once facts are stated: derived facts follow, presumed ones are taken while not stated.
 * @throws TimbangError `invalid-situation` where a stated value contradicts what it is derived from
 */
export function knownFrom<S>(stated: StatedFacts, pack: Pack<S>): Known {
  const known = knownOrContradiction(stated, pack)
  if (typeof known !== 'string') return known
  throw new TimbangError('invalid-situation', [codedIssue(`situation.${known}`, 'contradicted')])
}

/** The same, but a contradiction is answered with the name of the fact. */
export function knownOrContradiction<S>(stated: StatedFacts, pack: Pack<S>): Known | string {
  const compiled = compiledPack(pack)
  const values = compiled.nothingKnown.values.slice()
  for (const [name, value] of stated) {
    const slot = compiled.slots.get(name)
    if (slot !== undefined) values[slot] = comparedValue(compiled.facts[slot] as Fact, value)
  }
  const contradicted = derive(values, compiled)
  if (contradicted !== undefined) return contradicted
  const assumed = values.map((value, slot) => value ?? compiled.presumed[slot])
  derive(assumed, compiled)
  return { stated, values, assumed }
}

/** Fills in what follows; answers the name of a fact whose stated value contradicts it. */
function derive(values: Value[], { derived }: CompiledPack): string | undefined {
  let contradicted: string | undefined
  for (const { slot, test, name } of derived) {
    const follows = test(values)
    if (values[slot] === undefined) values[slot] = follows
    else if (follows !== undefined && follows !== values[slot]) contradicted ??= name
  }
  return contradicted
}
