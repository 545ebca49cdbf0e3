import { compiledPack, type Known } from '../decide/compiled.js'
import type { Finding } from '../decide/decide.js'
import { type Facts, leafTruth, leavesRead, type Value, type Values } from '../pack/conditions.js'
import { type Conditions, type Fact, type Leaf, words } from '../pack/facts.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Rule } from '../pack/rule.js'
import { type Urgency, urgencies } from '../vocabulary.js'
import { firmClaims } from './certainty.js'
import { type Claim, claimGraph, prevailing, type Weighing } from './weigh.js'

/**
 * How soon: the most pressing claim of a rule that holds, or would hold if the danger facts still open turned out harmless, so
 * that leaving a danger fact out never lowers it; and at least prompt while a sign of danger is stated and one is open.
 */
export function urgencyOf<S>(weighing: Weighing, known: Known, pack: Pack<S>): Urgency {
  const { dangerCould } = harmless(pack)
  const surelyDefeated = surelyDefeatedIn(weighing, pack)
  const claimsAt = pressing(pack)
  const pressesFor = (finding: Finding, level: Urgency) => {
    const claims = claimsAt[level].get(finding.rule.name)
    return claims !== undefined && presses(finding, known, pack) && !claims.every(surelyDefeated)
  }
  const least = (level: Urgency) =>
    level === 'routine' || (level === 'prompt' && dangerCould(known.assumed) && dangerOpen(weighing, known, pack))
  return urgencies.find(
    (level) => least(level) || weighing.findings.some((finding) => pressesFor(finding, level)),
  ) as Urgency
}

/** For each urgency the claims that make a situation as urgent, by their rule. */
const pressing = oncePerPack((pack) => {
  const claims = [...claimGraph(pack).claimsOf.values()].flat().filter(({ rule }) => !rule.standing)
  const at = (level: Urgency) => {
    const byRule = new Map<string, Claim[]>()
    for (const claim of claims)
      if (claim.urgency === level) byRule.set(claim.rule.name, [...(byRule.get(claim.rule.name) ?? []), claim])
    return byRule
  }
  return { immediate: at('immediate'), prompt: at('prompt'), routine: at('routine') } satisfies Record<Urgency, unknown>
})

/** Whether a rule that holds, or would if the open danger facts turned out harmless, makes a situation as urgent as its claims. */
export function presses<S>({ rule, possible, unless }: Finding, known: Known, pack: Pack<S>): boolean {
  return possible && !rule.standing && !unless.includes(true) && harmless(pack).couldHold(rule)(known.assumed)
}

/** Whether a firm claim defeats another by exception or force; which are firm is found out only once it matters. */
function surelyDefeatedIn<S>(weighing: Weighing, pack: Pack<S>): (claim: Claim) => boolean {
  const { rivals } = claimGraph(pack)
  let firm: ReadonlySet<Claim> | undefined
  return (claim) => {
    const victors = (rivals.get(claim) ?? []).filter(
      (rival) => weighing.labels.has(rival) && prevailing(claim, rival)?.claim === rival,
    )
    if (victors.length === 0) return false
    firm ??= firmClaims(weighing, pack).claims
    return victors.some((rival) => firm?.has(rival))
  }
}

/** Whether any rule leaves a danger open. */
function dangerOpen<S>({ findings }: Weighing, known: Known, pack: Pack<S>): boolean {
  return findings.some((finding) => opensDanger(finding, known, pack))
}

/** Whether a rule could still apply, or not, and reads a danger fact that is not known. */
export function opensDanger<S>({ rule, outcome, possible }: Finding, known: Known, pack: Pack<S>): boolean {
  if (!possible || outcome === 'applies') return false
  return (
    dangerRead(pack)
      .get(rule)
      ?.some((leaf) => isOpen(leaf, known, pack)) === true
  )
}

/** Whether what a comparison asks is not known: the fact, or of a list the member. */
export function isOpen<S>({ fact, value: member }: Leaf, { values }: Known, pack: Pack<S>): boolean {
  const value = values[compiledPack(pack).slots.get(fact) as number]
  return typeof value === 'object' ? !value.has(member as string) : value === undefined
}

/** The comparisons of danger facts that each rule makes. */
const dangerRead = oncePerPack(({ facts, rules }): ReadonlyMap<Rule, readonly Leaf[]> => {
  const read = (rule: Rule) =>
    [rule, ...rule.unless]
      .flatMap(({ conditions }) => leavesRead(conditions, facts))
      .filter(({ fact }) => facts.get(fact)?.danger !== undefined)
  return new Map([...rules.values()].map((rule) => [rule, read(rule)]))
})

/** Whether something could be so if each danger fact that is open stays open or turns out harmless. */
type Could = (assumed: Values) => boolean

/** What could be so of a rule's conditions, and of the signs of danger; each compiled the first time it is wanted. */
const harmless = oncePerPack((pack) => {
  const { slots, signs } = compiledPack(pack)
  const compiled = (conditions: Conditions) => compileCould(conditions, true, pack.facts, slots)
  const made = new Map<Rule, Could>()
  const couldHold = (rule: Rule): Could => {
    const could = made.get(rule) ?? compiled(rule.conditions)
    made.set(rule, could)
    return could
  }
  return { couldHold, dangerCould: compiled(signs) }
})

type Slots = ReadonlyMap<string, number>

function compileCould(conditions: Conditions, wanted: boolean, facts: Facts, slots: Slots): Could {
  if ('not' in conditions) return compileCould(conditions.not, !wanted, facts, slots)
  if ('fact' in conditions) return compileLeaf(conditions, wanted, facts, slots)
  const [parts, together] = 'all' in conditions ? [conditions.all, wanted] : [conditions.any, !wanted]
  const coulds = parts.map((part) => compileCould(part, wanted, facts, slots))
  return together
    ? (assumed) => coulds.every((could) => could(assumed))
    : (assumed) => coulds.some((could) => could(assumed))
}

/** What is known decides; else the harmless values of the fact, and what it could be derived to be. */
function compileLeaf(leaf: Leaf, wanted: boolean, facts: Facts, slots: Slots): Could {
  const fact = facts.get(leaf.fact) as Fact
  const slot = slots.get(leaf.fact) as number
  const { derivedFrom } = fact
  const truth = leafTruth(leaf, facts)
  const fitting = (value: Value) => truth(value) === wanted
  const harmlessly = harmlessValues(fact).some(fitting)
  const derived = derivedFrom
    ? [true, false].filter(fitting).map((so) => compileCould(derivedFrom, so, facts, slots))
    : []
  return (assumed) => {
    const told = truth(assumed[slot])
    return told === undefined ? harmlessly || derived.some((could) => could(assumed)) : told === wanted
  }
}

/** The values of a danger fact that mark no danger, as they are compared. */
function harmlessValues(fact: Fact): readonly Value[] {
  const { type, danger } = fact
  if (danger === undefined) return []
  if (type === 'yes-no') return [true, false].filter((value) => !danger.includes(value))
  if (type === 'some-of') return [new Map(danger.map((member) => [String(member), false]))]
  return words(fact).flatMap((word, rank) => (danger.includes(word) ? [] : [type === 'scale' ? rank : word]))
}
