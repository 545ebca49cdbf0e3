import { sortedBy } from '../ask/order.js'
import { fewest } from '../pack/conditions.js'
import { readsDanger } from '../pack/factsRead.js'
import { grouped } from '../pack/grouped.js'
import type { Pack } from '../pack/pack.js'
import { type Status, type Urgency, urgencies } from '../vocabulary.js'
import type { Claim } from '../weigh/claims.js'

/** What is looked at of an action. */
interface Ranked {
  readonly action: string
  readonly status: Status
  readonly urgency: Urgency
  readonly standing: boolean
  readonly within?: string
  readonly claims: readonly Claim[]
}

/** As many as a worker takes in: beyond these all that can wait is told after the rest, unless it is soon due in a danger. */
const readily = 7
/** Beyond these that is, too. */
const atMost = 12

/**
 * Marks what is told after the rest where much is to be done, the weakest first: never what must or must not be done, what is better
 * not done, what cannot wait or what finds out about danger. What tells others within it stays longest, and is told with them.
 */
export function foldedActions<T extends Ranked, S>(
  actions: readonly T[],
  pack: Pack<S>,
): readonly (T & { readonly folded?: true })[] {
  const own = actions.filter(({ standing, within }) => !standing && within === undefined)
  if (own.length <= readily) return actions
  const parts = grouped(actions, ({ within }) => within)
  const foldable = own.filter((one) => [one, ...(parts.get(one.action) ?? [])].every(canWait))
  const weakest = sortedBy(weakestFirst(foldable, pack), ({ action }) => [Number(parts.has(action))])
  const beyond = (some: readonly T[], most: number, left: number) => some.slice(0, Math.max(0, left - most))
  const byCalm = grouped(weakest, (one) => isCalm(one, pack))
  const calm = beyond(byCalm.get(true) ?? [], readily, own.length)
  const folded = new Set([...calm, ...beyond(byCalm.get(false) ?? [], atMost, own.length - calm.length)])
  return actions.map((one) => (folded.has(one) ? { ...one, folded: true } : one))
}

function canWait({ status, urgency, claims }: Ranked): boolean {
  return (
    (status === 'should' || status === 'may') &&
    urgency !== 'immediate' &&
    !claims.some(({ rule }) => rule.findsOut !== undefined)
  )
}

/** Whether it is not urgent, or has nothing to do with danger. */
function isCalm<S>({ urgency, claims }: Ranked, pack: Pack<S>): boolean {
  return urgency === 'routine' || !claims.some(({ rule }) => readsDanger(rule.conditions, pack.facts))
}

/** What is only permitted, is not urgent, has nothing to do with danger, rests on few rules, and on rules that read little, comes first. */
function weakestFirst<T extends Ranked, S>(actions: readonly T[], pack: Pack<S>): readonly T[] {
  const rank = (one: T, place: number) => [
    Number(one.status !== 'may'),
    -urgencies.indexOf(one.urgency),
    Number(one.claims.some(({ rule }) => readsDanger(rule.conditions, pack.facts))),
    one.claims.length,
    Math.max(...one.claims.map(({ rule }) => fewest(rule.conditions))),
    -place,
  ]
  const ranks = new Map(actions.map((one, place) => [one, rank(one, place)]))
  return sortedBy(actions, (one) => ranks.get(one) as number[])
}
