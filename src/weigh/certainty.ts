import { compiledPack, type Known, valueIn } from '../decide/compiledPack.js'
import type { Finding } from '../decide/decide.js'
import type { Conditions } from '../pack/conditions.js'
import { factsRead, readsDanger } from '../pack/factsRead.js'
import type { Pack } from '../pack/pack.js'
import { rememberedBy } from '../pack/remembered.js'
import { conditionsOf, type Rule, type Unless } from '../pack/rule.js'
import type { Certainty } from '../vocabulary.js'
import { type Claim, claimGraph } from './claims.js'
import { defeatersIn, prevailing, type Weighing } from './weigh.js'

/** On what a claim that is not firm rests. */
export interface Assumptions {
  readonly certainty: Certainty
  /** Its `unless` that could still turn out to hold. */
  readonly unless: readonly Unless[]
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
  const { claims: firm, threatsLeft, contest } = firmClaims(weighing, pack)
  const findingOf = findingsByRule(weighing, pack)
  const assumed = new Map<Claim, Assumptions>()
  for (const claim of weighing.labels.keys()) {
    const finding = findingOf(claim.rule) as Finding
    assumed.set(claim, firm.has(claim) ? nothingAssumed : assumptions(finding, threatsLeft(claim), known, pack))
  }
  if (compiledPack(pack).dangerStated(known.values) !== true) return assumed
  const isSteady = steadyClaims(weighing, assumed, contest, pack)
  const seen = ([claim, one]: [Claim, Assumptions]) =>
    [claim, isSteady(claim) ? one : { ...one, certainty: 'depends' as const }] as const
  return new Map([...assumed].map(seen))
}

const nothingAssumed: Assumptions = { certainty: 'firm', unless: [], presumed: [], defeaters: [], findsOut: [] }

type FindingOf = (rule: Rule) => Finding | undefined

function findingsByRule<S>({ findings }: Weighing, pack: Pack<S>): FindingOf {
  const { places } = compiledPack(pack)
  return (rule) => findings[places.get(rule) as number]
}

/**
 * The firm claims: those of which every threat is defeated by a firm one; repeated until nothing is added. With them, the
 * threats to a claim that no firm one defeats.
 */
export function firmClaims<S>(weighing: Weighing, pack: Pack<S>) {
  const { rivals } = claimGraph(pack)
  const contest = contestOf(weighing, pack)
  const findingOf = findingsByRule(weighing, pack)
  const threatsTo = threatsIn(findingOf, contest, pack)
  const applies = ({ rule }: Claim) => findingOf(rule)?.outcome === 'applies' && !rule.findsOut
  const defeatedBy = (firm: ReadonlySet<Claim>) => (threat: Claim) =>
    rivals.get(threat).some((rival) => firm.has(rival) && contest.surelyDefeats(rival, threat))
  const claims = grownFrom([...weighing.labels.keys()].filter(applies), (claim, firm) =>
    threatsTo(claim).every(defeatedBy(firm)),
  )
  const isDefeated = defeatedBy(claims)
  return { claims, contest, threatsLeft: (claim: Claim) => threatsTo(claim).filter((threat) => !isDefeated(threat)) }
}

/** Of some claims those that belong to a set because of others in it: it grows from none until no more are added. */
function grownFrom(
  claims: readonly Claim[],
  belongs: (claim: Claim, grown: ReadonlySet<Claim>) => boolean,
): ReadonlySet<Claim> {
  const grown = new Set<Claim>()
  let size: number
  do {
    size = grown.size
    for (const claim of claims) if (!grown.has(claim) && belongs(claim, grown)) grown.add(claim)
  } while (grown.size > size)
  return grown
}

/** The claims that could still turn out to defeat another, or to put it in doubt; looked for once for each. */
function threatsIn<S>(findingOf: FindingOf, contest: Contest, pack: Pack<S>) {
  const { rivals, alternatives } = claimGraph(pack)
  const possible = ({ rule }: Claim) => findingOf(rule)?.possible === true
  return rememberedBy((claim: Claim): readonly Claim[] => {
    const possibleRivals = rivals.get(claim).filter(possible)
    const possibleAlternatives = alternatives.get(claim).filter(possible)
    return [...possibleRivals.filter((rival) => contest.couldDefeat(rival, claim)), ...possibleAlternatives]
  })
}

/**
 * Whether no danger fact could undo a claim: none is read by its open `unless`, by what could defeat it, or by an open
 * guideline between the two, and what would defeat it now is held out by a claim of which the same is true. Counted up from
 * those that need no other, so that claims which hold each other up prove nothing.
 */
function steadyClaims<S>(
  { labels, collisions }: Weighing,
  assumed: ReadonlyMap<Claim, Assumptions>,
  contest: Contest,
  pack: Pack<S>,
): (claim: Claim) => boolean {
  const defeaters = defeatersIn(collisions)
  const isHeldOut = (threat: Claim, steady: ReadonlySet<Claim>) =>
    (defeaters.get(threat) ?? []).some((claim) => steady.has(claim) && !contest.hangsOnDanger(claim, threat))
  const isHarmless = (threat: Claim, claim: Claim, steady: ReadonlySet<Claim>) => {
    if (anyReadsDanger(conditionsOf(threat.rule), pack) || contest.hangsOnDanger(threat, claim)) return false
    const defeatsNow = labels.get(threat) === 'out' && defeaters.get(claim)?.includes(threat)
    return !defeatsNow || isHeldOut(threat, steady)
  }
  const isSteady = (claim: Claim, steady: ReadonlySet<Claim>) => {
    const { unless, defeaters: threats, certainty } = assumed.get(claim) as Assumptions
    if (certainty === 'firm') return true
    const openConditions = unless.map(({ conditions }) => conditions)
    if (claim.rule.findsOut || anyReadsDanger(openConditions, pack)) return false
    return threats.every((threat) => isHarmless(threat, claim, steady))
  }
  const standing = [...labels].flatMap(([claim, label]) => (label === 'in' ? [claim] : []))
  const steady = grownFrom(standing, isSteady)
  return (claim) => isSteady(claim, steady)
}

type Contest = ReturnType<typeof contestOf>

/** Whether one claim could, or surely does, defeat another, whatever the facts not known turn out to be. */
function contestOf<S>({ counselOn }: Weighing, pack: Pack<S>) {
  return {
    couldDefeat(claim: Claim, other: Claim): boolean {
      const settled = prevailing(claim, other)
      if (settled) return settled.claim === claim
      const { prevails, certain } = counselOn(claim.rule, other.rule)
      return !(certain && prevails === other.rule)
    },
    surelyDefeats(claim: Claim, other: Claim): boolean {
      const settled = prevailing(claim, other)
      if (settled) return settled.claim === claim
      const { prevails, certain } = counselOn(claim.rule, other.rule)
      return certain && prevails !== other.rule
    },
    /** Whether a guideline that would settle it waits for a condition that reads a danger fact. */
    hangsOnDanger(claim: Claim, other: Claim): boolean {
      if (prevailing(claim, other)) return false
      const waitingFor = counselOn(claim.rule, other.rule).open.flatMap(({ when }) => when ?? [])
      return anyReadsDanger(waitingFor, pack)
    },
  }
}

/** On what a claim rests that is not firm. */
function assumptions<S>(
  { rule, open }: Finding,
  defeaters: readonly Claim[],
  known: Known,
  pack: Pack<S>,
): Assumptions {
  return {
    certainty: 'presumed',
    unless: rule.unless.filter((_, i) => open[i]),
    presumed: presumedFacts(rule, known, pack),
    defeaters,
    findsOut: (rule.findsOut ?? []).filter((name) => valueIn(known.values, name, pack) === undefined),
  }
}

function anyReadsDanger<S>(some: readonly Conditions[], pack: Pack<S>): boolean {
  return some.some((conditions) => readsDanger(conditions, pack.facts))
}

/** The facts that a rule reads, by itself or through what follows from them, and that are presumed while not stated. */
function presumedFacts<S>(rule: Rule, { stated }: Known, { facts }: Pack<S>): string[] {
  const read = new Set(conditionsOf(rule).flatMap((conditions) => [...factsRead(conditions, facts)]))
  const isPresumed = (name: string) => facts.get(name)?.presume !== undefined && (stated.get(name) ?? null) === null
  return [...read].filter(isPresumed)
}
