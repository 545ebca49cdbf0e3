import { type Assumptions, certainties } from './certainty.js'
import { type Facts, leafTruth, leavesRead, type Value } from './conditions.js'
import { compiledPack, decide, type Finding, type Known } from './decide.js'
import { type Conditions, type Fact, type Leaf, words } from './facts.js'
import type { Pack } from './pack.js'
import { type Kind, type Status, type Urgency, urgencies } from './vocabulary.js'
import {
  type Claim,
  claimGraph,
  type Label,
  prevailing,
  setAsideClaims,
  strength,
  type Weighing,
  weigh,
} from './weigh.js'

/** The day and the framework that a caller may choose. */
export interface WeighOptions {
  /** The day whose rules are in force, as `YYYY-MM-DD`; without it, the day the pack states. */
  readonly on?: string
  /** The one framework that settles what neither exception nor force does; without it, those that speak must agree. */
  readonly framework?: string
}

/** What the rules say of a situation in short: a status an action, and how soon. */
export interface Outline {
  readonly weighing: Weighing
  readonly sure: ReadonlyMap<Claim, Assumptions>
  readonly statuses: ReadonlyMap<string, Status>
  readonly urgency: Urgency
}

/** Decides and weighs without confirmation; what everything that explores a situation uses. */
export function outline<S>(known: Known, pack: Pack<S>, options: WeighOptions): Outline {
  return outlineOf(decide(known, pack, options.on), known, pack, options)
}

/** Weighs what was found. */
export function outlineOf<S>(
  findings: readonly Finding[],
  known: Known,
  pack: Pack<S>,
  { framework }: WeighOptions,
): Outline {
  const weighing = weigh(findings, known, pack, framework)
  const sure = certainties(weighing, known, pack)
  return { weighing, sure, statuses: statusesOf(weighing), urgency: urgencyOf(weighing, sure, known, pack) }
}

/** The status of every action that a claim standing or undecided speaks of. */
function statusesOf({ labels }: Weighing): ReadonlyMap<string, Status> {
  const statuses = new Map<string, Status>()
  const ofAction = new Map<string, Claim[]>()
  for (const [claim, label] of labels)
    if (label !== 'out') ofAction.set(claim.action, [...(ofAction.get(claim.action) ?? []), claim])
  for (const [action, claims] of ofAction) {
    const standing = strongest(claims.filter((claim) => labels.get(claim) === 'in'))
    const undecided = strongest(claims.filter((claim) => labels.get(claim) === 'undecided'))
    const contested = undecided && (!standing || strength(undecided.force) >= strength(standing.force))
    statuses.set(action, contested || !standing ? 'contested' : standing.force)
  }
  return statuses
}

function strongest(claims: readonly Claim[]): Claim | undefined {
  return claims.reduce<Claim | undefined>(
    (best, claim) => (best && strength(best.force) >= strength(claim.force) ? best : claim),
    undefined,
  )
}

/** What sort of situation it is; the first row that holds. Standing duties alone do not make a situation. */
export function kindOf({ weighing, statuses }: Outline): Kind {
  const claims = [...weighing.labels]
  const contested = ([{ action, force }, label]: [Claim, Label]) =>
    label === 'undecided' && strength(force) === 3 && statuses.get(action) === 'contested'
  if (claims.some(contested)) return 'dilemma'
  if (setAsideClaims(weighing).length > 0) return 'settled'
  if (claims.some(([claim]) => !claim.rule.standing)) return 'one-sided'
  return weighing.findings.some(({ outcome }) => outcome === 'undetermined') ? 'undetermined' : 'not-covered'
}

/**
 * How soon: the most pressing rule that holds, or would hold if the danger facts still open turned out harmless, so that
 * leaving a danger fact out never lowers it; and at least prompt while a sign of danger is stated and one is open.
 */
function urgencyOf<S>(weighing: Weighing, sure: Outline['sure'], known: Known, pack: Pack<S>): Urgency {
  const could = harmlessTruth(known, pack)
  const { claimsOf, rivals } = claimGraph(pack)
  const surelyDefeated = (claim: Claim) =>
    (rivals.get(claim) ?? []).some(
      (rival) => sure.get(rival)?.certainty === 'firm' && prevailing(claim, rival)?.claim === rival,
    )
  const pressing = weighing.findings.filter(
    ({ rule, possible, unless }) =>
      possible &&
      !rule.standing &&
      !unless.includes(true) &&
      could.hold(rule.conditions) &&
      !claimsOf.get(rule.name)?.every(surelyDefeated),
  )
  const floor = could.danger && dangerOpen(weighing.findings, known, pack) ? 'prompt' : 'routine'
  const ranks = [floor, ...pressing.map(({ rule }) => rule.urgency)].map((urgency) =>
    urgencies.indexOf(urgency as Urgency),
  )
  return urgencies[Math.min(...ranks)] as Urgency
}

/** Whether a rule that could still apply, or not, reads a danger fact that is not known. */
function dangerOpen<S>(findings: readonly Finding[], known: Known, pack: Pack<S>): boolean {
  const inDoubt = findings.filter(({ outcome, possible }) => possible && outcome !== 'applies')
  return inDoubt.some(({ rule }) =>
    [rule, ...rule.unless].some(({ conditions }) =>
      leavesRead(conditions, pack.facts).some(
        (leaf) => pack.facts.get(leaf.fact)?.danger !== undefined && isOpen(leaf, known, pack),
      ),
    ),
  )
}

/** Whether what a comparison asks is not known: the fact, or of a list the member. */
export function isOpen<S>({ fact, value: member }: Leaf, { values }: Known, pack: Pack<S>): boolean {
  const value = values[compiledPack(pack).slots.get(fact) as number]
  return typeof value === 'object' ? !value.has(member as string) : value === undefined
}

/** What could hold if each danger fact that is open stays open or turns out harmless. */
function harmlessTruth<S>(known: Known, pack: Pack<S>) {
  const { slots, signs } = compiledPack(pack)
  const can = (conditions: Conditions, wanted: boolean): boolean => {
    if ('not' in conditions) return can(conditions.not, !wanted)
    if ('all' in conditions) return conditions.all[wanted ? 'every' : 'some']((part) => can(part, wanted))
    if ('any' in conditions) return conditions.any[wanted ? 'some' : 'every']((part) => can(part, wanted))
    return leafCan(conditions, wanted)
  }
  const leafCan = (leaf: Leaf, wanted: boolean): boolean => {
    const fact = pack.facts.get(leaf.fact) as Fact
    const truth = leafTruth(leaf, pack.facts)
    const told = truth(known.assumed[slots.get(leaf.fact) as number])
    if (told !== undefined) return told === wanted
    const { derivedFrom } = fact
    const follows = derivedFrom ? [true, false].filter((so) => can(derivedFrom, so)) : []
    return [...harmlessValues(fact, pack.facts), ...follows].some((value) => truth(value) === wanted)
  }
  const hold = (conditions: Conditions) => can(conditions, true)
  return { hold, danger: hold(signs) }
}

/** The values of a danger fact that mark no danger, as they are compared. */
function harmlessValues({ type, danger, ...fact }: Fact, facts: Facts): readonly Value[] {
  if (danger === undefined) return []
  if (type === 'yes-no') return [true, false].filter((value) => !danger.includes(value))
  if (type === 'some-of') return [new Map(danger.map((member) => [String(member), false]))]
  const all = words(facts.get(fact.name) as Fact)
  return all.flatMap((word, rank) => (danger.includes(word) ? [] : [type === 'scale' ? rank : word]))
}
