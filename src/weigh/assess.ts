import type { Known } from '../decide/compiledPack.js'
import { decide, type Finding } from '../decide/decide.js'
import type { Pack } from '../pack/pack.js'
import type { Rule } from '../pack/rule.js'
import type { Kind, Status, Urgency } from '../vocabulary.js'
import { type Assumptions, certainties } from './certainty.js'
import { type Claim, strength } from './claims.js'
import { divisionsIn } from './divisions.js'
import { urgencyOf } from './urgency.js'
import { type Label, setAsideClaims, type Weighing, weigh } from './weigh.js'

/** The day and the framework that a caller may choose. */
export interface WeighOptions {
  /**
   * The day whose rules are in force, as `YYYY-MM-DD`. Without it that is the day to which the pack was written (`asOf`), for ever: no
   * clock is read, so that the same call says the same. Who wants the law of today passes today. An advice says its day (`on`).
   */
  readonly on?: string | undefined
  /** The one framework that settles what neither exception nor force does; without it, those that speak must agree. */
  readonly framework?: string | undefined
}

/** What the rules say of a situation in short: a status an action, and how soon. */
export interface Outlook {
  readonly statuses: ReadonlyMap<string, Status>
  readonly urgency: Urgency
}

/** What stands and what gives way, and from it a status for every action that is spoken of. */
export interface WeighedActions {
  readonly weighing: Weighing
  readonly statuses: Outlook['statuses']
}

/** All of it, and how sure each claim is. */
export interface Assessment extends Outlook, WeighedActions {
  readonly assumptions: ReadonlyMap<Claim, Assumptions>
}

/** Decides and weighs without confirmation. */
export function assess<S>(known: Known, pack: Pack<S>, options: WeighOptions): Assessment {
  return assessFindings(decide(known, pack, options.on), known, pack, options)
}

/** Weighs what was found. */
export function assessFindings<S>(
  findings: readonly Finding[],
  known: Known,
  pack: Pack<S>,
  options: WeighOptions,
): Assessment {
  const weighed = weighActions(findings, known, pack, options)
  const { weighing } = weighed
  return {
    ...weighed,
    urgency: urgencyOf(() => weighing, known, pack),
    assumptions: certainties(weighing, known, pack),
  }
}

/**
 * Weighs what was found, and asks neither how soon nor how sure.
 * @param claiming the rules that claim, where others do than those that were found
 */
export function weighActions<S>(
  findings: readonly Finding[],
  known: Known,
  pack: Pack<S>,
  { framework }: WeighOptions,
  claiming?: readonly Rule[],
): WeighedActions {
  const weighing = weigh(findings, known, pack, framework, claiming)
  return { weighing, statuses: statusesOf(weighing) }
}

/**
 * The status of every action that a claim standing or undecided speaks of: of the strongest claim that stands, where none that is
 * undecided is as strong.
 */
function statusesOf({ labels }: Weighing): ReadonlyMap<string, Status> {
  const spoken = new Map<string, Status>()
  const undecided: Claim[] = []
  for (const [claim, label] of labels) {
    if (label === 'out') continue
    const { action, force } = claim
    const before = spoken.get(action)
    if (label === 'undecided') undecided.push(claim)
    if (before === undefined) spoken.set(action, label === 'in' ? force : 'contested')
    else if (label === 'in' && (before === 'contested' || strength(force) > strength(before))) spoken.set(action, force)
  }
  for (const { action, force } of undecided) {
    const status = spoken.get(action) as Status
    if (status !== 'contested' && strength(force) >= strength(status)) spoken.set(action, 'contested')
  }
  return spoken
}

/** What sort of situation it is; the first row that holds. Standing duties alone do not make a situation. */
export function kindOf<S>(weighed: WeighedActions, known: Known, pack: Pack<S>, { on }: WeighOptions): Kind {
  const { weighing } = weighed
  if (isDilemma(weighed)) return 'dilemma'
  if (divisionsIn(weighing, known, pack, on).some(({ standing }) => !standing)) return 'divided'
  if (setAsideClaims(weighing).length > 0) return 'settled'
  if ([...weighing.labels.keys()].some(({ rule }) => !rule.standing)) return 'one-sided'
  return weighing.findings.some(({ outcome }) => outcome === 'undetermined') ? 'undetermined' : 'not-covered'
}

/** Whether a duty is contested: nothing decides between it and another. */
export function isDilemma({ weighing, statuses }: WeighedActions): boolean {
  const contested = ([{ action, force }, label]: [Claim, Label]) =>
    label === 'undecided' && strength(force) === 3 && statuses.get(action) === 'contested'
  return [...weighing.labels].some(contested)
}
