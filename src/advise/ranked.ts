import { compareLists } from '../ask/witness.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { type Certainty, type Status, statuses, type Urgency, urgencies } from '../vocabulary.js'
import type { Assumptions } from '../weigh/certainty.js'
import type { Outline, Weighed } from '../weigh/outline.js'
import { type Claim, isTowards, soonest } from '../weigh/weigh.js'
import { isAgainst } from './reasons.js'
import { toldWithin } from './within.js'

/** An action with what the rules together say of it, before it is told how surely and why. */
export interface Ranked {
  readonly action: string
  readonly status: Status
  readonly urgency: Urgency
  /** Owed in nearly every situation, and told last. */
  readonly standing: boolean
  /** The advised action of which this is a part, and within which it is told. */
  readonly within?: string
  /** The claims on it that did not give way. */
  readonly claims: readonly Claim[]
}

/** Every action that is spoken of: standing duties last; before them by status, by urgency, and in the order of the actions file. */
export function ranked<S>(weighed: Weighed, pack: Pack<S>): readonly Ranked[] {
  const order = places(pack)
  const claims = standingClaims(weighed)
  const rank = ({ standing, status, urgency, action }: Ranked) => [
    Number(standing),
    statuses.indexOf(status),
    urgencies.indexOf(urgency),
    order.get(action) as number,
  ]
  const sorted = [...weighed.statuses]
    .map(([action, status]) => rankedAction(action, status, claims.get(action) ?? [], pack))
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => compareLists(a.rank, b.rank))
    .map(({ one }) => one)
  return toldWithin(sorted, pack)
}

/** The first recommendations: of the actions told by themselves those that share the status and the urgency of the first. */
export function firstOf(actions: readonly Ranked[]): readonly Ranked[] {
  const told = actions.filter(({ standing, within }) => !standing && within === undefined)
  const [first] = told
  return told.filter(({ status, urgency }) => status === first?.status && urgency === first.urgency)
}

/** The surest of the claims that bear the status of an action; a contested one is as unsure as its least sure claim. */
export function surestClaim({ status, claims }: Ranked, { sure }: Outline): Claim {
  const order: readonly Certainty[] =
    status === 'contested' ? ['depends', 'presumed', 'firm'] : ['firm', 'presumed', 'depends']
  const rank = (claim: Claim) => `${order.indexOf((sure.get(claim) as Assumptions).certainty)} ${claim.rule.name}`
  const bearing = claims.filter(({ force }) => status === 'contested' || force === status)
  return [...bearing].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0] as Claim
}

const places = oncePerPack(({ actions }) => new Map([...actions.keys()].map((name, place) => [name, place])))

/** The claims on each action that did not give way. */
function standingClaims({ weighing, statuses: said }: Weighed): ReadonlyMap<string, readonly Claim[]> {
  const claims = new Map<string, Claim[]>([...said.keys()].map((action) => [action, []]))
  for (const [claim, label] of weighing.labels) if (label !== 'out') claims.get(claim.action)?.push(claim)
  return claims
}

function rankedAction<S>(action: string, status: Status, claims: readonly Claim[], pack: Pack<S>): Ranked {
  return {
    action,
    status,
    urgency: soonest(
      claims.flatMap(({ force, urgency }) =>
        status === 'contested' || isTowards(force) === isTowards(status) ? [urgency] : [],
      ),
    ),
    standing: claims.every(({ rule }) => rule.standing) || isStanding(action, status, pack),
    claims,
  }
}

/** Whether the pack tells an action last whatever asks for it. */
function isStanding<S>(action: string, status: Status, pack: Pack<S>): boolean {
  return pack.actions.get(action)?.standing === true && status !== 'contested' && !isAgainst(status)
}
