import type { Known } from '../decide/compiledPack.js'
import { decide, type Finding } from '../decide/decide.js'
import type { Pack } from '../pack/pack.js'
import type { Force, Kind, Status, Urgency } from '../vocabulary.js'
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
  return { ...weighed, urgency: urgencyOf(weighing, known, pack), assumptions: certainties(weighing, known, pack) }
}

/** Weighs what was found, and asks neither how soon nor how sure. */
export function weighActions<S>(
  findings: readonly Finding[],
  known: Known,
  pack: Pack<S>,
  { framework }: WeighOptions,
): WeighedActions {
  const weighing = weigh(findings, known, pack, framework)
  return { weighing, statuses: statusesOf(weighing) }
}

/** The status of every action that a claim standing or undecided speaks of. */
function statusesOf({ labels }: Weighing): ReadonlyMap<string, Status> {
  const strongest = new Map<string, { in?: Force; undecided?: Force }>()
  for (const [{ action, force }, label] of labels) {
    if (label === 'out') continue
    const best = strongest.get(action)
    if (!best) strongest.set(action, { [label]: force })
    else if (strength(force) > (best[label] ? strength(best[label]) : 0)) best[label] = force
  }
  return new Map([...strongest].map(([action, best]) => [action, statusFrom(best)]))
}

/** Of the strongest claim that stands and the strongest that is undecided: a status that nothing as strong puts in doubt. */
function statusFrom({ in: standing, undecided }: { readonly in?: Force; readonly undecided?: Force }): Status {
  if (standing === undefined) return 'contested'
  return undecided && strength(undecided) >= strength(standing) ? 'contested' : standing
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
