import { compiledPack, type Known } from '../decide/compiled.js'
import type { Finding } from '../decide/decide.js'
import { leavesRead, readsDanger } from '../pack/conditions.js'
import type { Pack } from '../pack/pack.js'
import type { Rule, Unless } from '../pack/rule.js'
import type { Certainty } from '../vocabulary.js'
import { type Claim, claimGraph, prevailing, type Weighing } from './weigh.js'

/** On what a claim that is not firm rests. */
export interface Assumptions {
  readonly certainty: Certainty
  /** Its `unless` that could still turn out to hold. */
  readonly exceptions: readonly Unless[]
  /** The presumed facts that its rule reads. */
  readonly presumed: readonly string[]
  /** The claims that could still turn out to defeat it. */
  readonly defeaters: readonly Claim[]
  /** The danger facts that it is to find out; once they are known, it is done. */
  readonly findsOut: readonly string[]
}

/**
 * How sure each claim is. A claim is firm if its rule applies without presumption and every claim that could defeat it
 * is defeated by a firm one: then nothing that is learned can weaken it. While a sign of danger is stated, a claim that
 * a danger fact could undo depends on that, also where it could only undo what holds a defeater out; the rest is presumed.
 */
export function certainties<S>(weighing: Weighing, known: Known, pack: Pack<S>): ReadonlyMap<Claim, Assumptions> {
  const { claims, threatsLeft, contest } = firmClaims(weighing, pack)
  const findings = findingsByRule(weighing)
  const assumed = new Map(
    [...weighing.labels.keys()].map((claim) => [
      claim,
      assumptions(findings.get(claim.rule) as Finding, claims.has(claim), threatsLeft(claim), known, pack),
    ]),
  )
  if (compiledPack(pack).dangerStated(known.values) !== true) return assumed
  const steady = steadyClaims(weighing, assumed, contest, pack)
  return new Map([...assumed].map(([claim, one]) => [claim, steady(claim) ? one : { ...one, certainty: 'depends' }]))
}

function findingsByRule({ findings }: Weighing): ReadonlyMap<Rule, Finding> {
  return new Map(findings.map((finding) => [finding.rule, finding]))
}

/**
 * The firm claims: those of which every threat is defeated by a firm one; repeated until nothing is added. With them, the
 * threats to a claim that no firm one defeats.
 */
export function firmClaims<S>(weighing: Weighing, pack: Pack<S>) {
  const { rivals } = claimGraph(pack)
  const contest = contestOf(weighing, pack)
  const findings = findingsByRule(weighing)
  const threatsTo = threatsIn(findings, contest, pack)
  const sure = [...weighing.labels.keys()].filter(
    ({ rule }) => findings.get(rule)?.outcome === 'applies' && !rule.findsOut,
  )
  const claims = new Set<Claim>()
  const defeated = (threat: Claim) =>
    (rivals.get(threat) ?? []).some((claim) => claims.has(claim) && contest.surelyDefeats(claim, threat))
  for (let before = -1; before < claims.size; ) {
    before = claims.size
    for (const claim of sure) if (!claims.has(claim) && threatsTo(claim).every(defeated)) claims.add(claim)
  }
  return { claims, contest, threatsLeft: (claim: Claim) => threatsTo(claim).filter((threat) => !defeated(threat)) }
}

/** The claims that could still turn out to defeat another, or to put it in doubt; found once for each. */
function threatsIn<S>(findings: ReadonlyMap<Rule, Finding>, contest: Contest, pack: Pack<S>) {
  const { rivals, alternatives } = claimGraph(pack)
  const possible = ({ rule }: Claim) => findings.get(rule)?.possible === true
  const threats = new Map<Claim, readonly Claim[]>()
  return (claim: Claim): readonly Claim[] => {
    const found = threats.get(claim) ?? [
      ...(rivals.get(claim) ?? []).filter((rival) => possible(rival) && contest.couldDefeat(rival, claim)),
      ...(alternatives.get(claim) ?? []).filter(possible),
    ]
    threats.set(claim, found)
    return found
  }
}

/**
 * Whether no danger fact could undo a claim: none is read by its open exceptions, by what could defeat it, or by an open
 * guideline between the two, and what would defeat it now is held out by a claim of which the same is true. Counted up from
 * those that need no other, so that claims which hold each other up prove nothing.
 */
function steadyClaims<S>(
  { labels, collisions }: Weighing,
  assumed: ReadonlyMap<Claim, Assumptions>,
  contest: Contest,
  pack: Pack<S>,
): (claim: Claim) => boolean {
  const defeating = new Map<Claim, Claim[]>()
  for (const { claims, prevails } of collisions)
    for (const [claim, other] of [claims, [claims[1], claims[0]] as const])
      if (prevails !== other) defeating.set(other, [...(defeating.get(other) ?? []), claim])
  const steady = new Set<Claim>()
  const held = (threat: Claim) =>
    (defeating.get(threat) ?? []).some((claim) => steady.has(claim) && !contest.hangsOnDanger(claim, threat))
  const isSteady = (claim: Claim) => {
    const { exceptions, defeaters, certainty } = assumed.get(claim) as Assumptions
    if (certainty === 'firm') return true
    if (claim.rule.findsOut || anyReadsDanger(exceptions, pack)) return false
    return defeaters.every(
      (threat) =>
        !anyReadsDanger([threat.rule, ...threat.rule.unless], pack) &&
        !contest.hangsOnDanger(threat, claim) &&
        (labels.get(threat) !== 'out' || !defeating.get(claim)?.includes(threat) || held(threat)),
    )
  }
  for (let before = -1; before < steady.size; ) {
    before = steady.size
    for (const [claim, label] of labels) if (label === 'in' && isSteady(claim)) steady.add(claim)
  }
  return isSteady
}

type Contest = ReturnType<typeof contestOf>

/** Whether one claim could, or surely does, defeat another, whatever the facts not known turn out to be. */
function contestOf<S>({ voices }: Weighing, pack: Pack<S>) {
  return {
    couldDefeat(claim: Claim, other: Claim): boolean {
      const settled = prevailing(claim, other)
      if (settled) return settled.claim === claim
      const { prevails, sure } = voices(claim.rule, other.rule)
      return !(sure && prevails === other.rule)
    },
    surelyDefeats(claim: Claim, other: Claim): boolean {
      const settled = prevailing(claim, other)
      if (settled) return settled.claim === claim
      const { prevails, sure } = voices(claim.rule, other.rule)
      return sure && prevails !== other.rule
    },
    /** Whether a guideline that would settle it waits for a condition that reads a danger fact. */
    hangsOnDanger(claim: Claim, other: Claim): boolean {
      if (prevailing(claim, other)) return false
      return voices(claim.rule, other.rule).open.some(({ when }) => when !== undefined && readsDanger(when, pack.facts))
    },
  }
}

function assumptions<S>(
  { rule, open }: Finding,
  firm: boolean,
  defeaters: readonly Claim[],
  known: Known,
  pack: Pack<S>,
): Assumptions {
  if (firm) return { certainty: 'firm', exceptions: [], presumed: [], defeaters: [], findsOut: [] }
  const exceptions = rule.unless.filter((_, i) => open[i])
  const presumed = presumedFacts(rule, known, pack)
  const { slots } = compiledPack(pack)
  const findsOut = (rule.findsOut ?? []).filter((name) => known.values[slots.get(name) as number] === undefined)
  return { certainty: 'presumed', exceptions, presumed, defeaters, findsOut }
}

function anyReadsDanger<S>(parts: readonly Pick<Unless, 'conditions'>[], pack: Pack<S>): boolean {
  return parts.some(({ conditions }) => readsDanger(conditions, pack.facts))
}

/** The facts that a rule reads, by itself or through what follows from them, and that are presumed while not stated. */
function presumedFacts<S>({ conditions, unless }: Rule, known: Known, pack: Pack<S>): string[] {
  const read = [conditions, ...unless.map((one) => one.conditions)].flatMap((part) => leavesRead(part, pack.facts))
  const presumed = read.flatMap(({ fact }) => (pack.facts.get(fact)?.presume === undefined ? [] : [fact]))
  return [...new Set(presumed)].filter((name) => (known.stated.get(name) ?? null) === null)
}
