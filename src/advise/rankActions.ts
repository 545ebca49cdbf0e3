import { sortedBy } from '../ask/order.js'
import { grouped } from '../pack/grouped.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { type Certainty, type Status, statuses, type Urgency, urgencies } from '../vocabulary.js'
import type { Assessment, WeighedActions } from '../weigh/assess.js'
import type { Assumptions } from '../weigh/certainty.js'
import { type Claim, isTowards, soonest } from '../weigh/claims.js'
import type { Weighing } from '../weigh/weigh.js'
import { foldedActions } from './foldedActions.js'
import { partsWithinWholes } from './partsWithinWholes.js'
import { isAgainst } from './reasons.js'

/** An action with what the rules together say of it, before it is told how surely and why. */
export interface RankedAction {
  readonly action: string
  readonly status: Status
  readonly urgency: Urgency
  /** Owed in nearly every situation, and told last. */
  readonly standing: boolean
  /** The advised action of which this is a part, and within which it is told. */
  readonly within?: string
  /** Told after the rest, where there is much to do. */
  readonly folded?: true
  /** The claims on it that did not give way. */
  readonly claims: readonly Claim[]
}

/** How strongly something is said of an action, and how soon it is due. */
export interface SaidOfAction {
  readonly status: Status
  readonly urgency: Urgency
}

/** What is said of every action that is spoken of, done or not. */
export function saidOfActions({ weighing, statuses }: WeighedActions): ReadonlyMap<string, SaidOfAction> {
  const claims = standingClaims(weighing)
  const urgency = (action: string, status: Status) => urgencyOfAction(status, claims.get(action) ?? [])
  return new Map([...statuses].map(([action, status]) => [action, { status, urgency: urgency(action, status) }]))
}

/** Every action that is spoken of and not done: standing duties last; before them by status, by urgency, and in the order of the actions file. */
export function rankActions<S>(
  weighed: WeighedActions,
  pack: Pack<S>,
  done: ReadonlySet<string>,
): readonly RankedAction[] {
  const actions = sortedActions(weighed, pack).filter((one) => !isDone(one, done))
  return foldedActions(partsWithinWholes(actions, pack), pack)
}

/** What would be asked for or permitted and is done. */
export function rankedDone<S>(
  weighed: WeighedActions,
  pack: Pack<S>,
  done: ReadonlySet<string>,
): readonly RankedAction[] {
  return done.size === 0 ? [] : sortedActions(weighed, pack).filter((one) => isDone(one, done))
}

/** The statuses of what is spoken of, without what is done. */
export function leftToDo(
  statuses: ReadonlyMap<string, Status>,
  done: ReadonlySet<string>,
): ReadonlyMap<string, Status> {
  return new Map([...statuses].filter(([action, status]) => !isDone({ action, status }, done)))
}

/** Only what is to be done can be done: what is spoken against, or undecided, is told as before. */
function isDone({ action, status }: Pick<RankedAction, 'action' | 'status'>, done: ReadonlySet<string>): boolean {
  return done.has(action) && status !== 'contested' && !isAgainst(status)
}

function sortedActions<S>(weighed: WeighedActions, pack: Pack<S>): readonly RankedAction[] {
  const order = places(pack)
  const claims = standingClaims(weighed.weighing)
  const rank = ({ standing, status, urgency, action }: RankedAction) => [
    Number(standing),
    statuses.indexOf(status),
    urgencies.indexOf(urgency),
    order.get(action) as number,
  ]
  const actions = [...weighed.statuses].map(([action, status]) =>
    rankedAction(action, status, claims.get(action) ?? [], pack),
  )
  return sortedBy(actions, rank)
}

/** The first recommendations: of the actions told by themselves those that share the status and the urgency of the first. */
export function firstRanked(actions: readonly RankedAction[]): readonly RankedAction[] {
  const byThemselves = actions.filter(({ standing, within }) => !standing && within === undefined)
  const [first] = byThemselves
  return byThemselves.filter(({ status, urgency }) => status === first?.status && urgency === first.urgency)
}

/** The surest of the claims that bear the status of an action; a contested one is as unsure as its least sure claim. */
export function surestClaim({ status, claims }: RankedAction, { assumptions }: Assessment): Claim {
  const order: readonly Certainty[] =
    status === 'contested' ? ['depends', 'presumed', 'firm'] : ['firm', 'presumed', 'depends']
  const certaintyOf = (claim: Claim) => (assumptions.get(claim) as Assumptions).certainty
  const rank = (claim: Claim) => `${order.indexOf(certaintyOf(claim))} ${claim.rule.name}`
  const bearing = claims.filter(({ force }) => status === 'contested' || force === status)
  return [...bearing].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0] as Claim
}

const places = oncePerPack(({ actions }) => new Map([...actions.keys()].map((name, place) => [name, place])))

/** The claims on each action that did not give way. */
function standingClaims({ labels }: Weighing): ReadonlyMap<string, readonly Claim[]> {
  const standing = [...labels].flatMap(([claim, label]) => (label === 'out' ? [] : [claim]))
  return grouped(standing, ({ action }) => action)
}

function rankedAction<S>(action: string, status: Status, claims: readonly Claim[], pack: Pack<S>): RankedAction {
  return {
    action,
    status,
    urgency: urgencyOfAction(status, claims),
    standing: claims.every(({ rule }) => rule.standing) || isStanding(action, status, pack),
    claims,
  }
}

/** How soon an action is due: as the most pressing of the claims on it in the direction of its status. */
function urgencyOfAction(status: Status, claims: readonly Claim[]): Urgency {
  return soonest(
    claims.flatMap(({ force, urgency }) =>
      status === 'contested' || isTowards(force) === isTowards(status) ? [urgency] : [],
    ),
  )
}

/** Whether the pack tells an action last whatever asks for it. */
function isStanding<S>(action: string, status: Status, pack: Pack<S>): boolean {
  return pack.actions.get(action)?.standing === true && status !== 'contested' && !isAgainst(status)
}
