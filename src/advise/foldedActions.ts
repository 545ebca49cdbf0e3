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

/** As many as a worker takes in: beyond these what is only permitted, or asked for in general, is told after the rest. */
const readily = 7
/** Beyond these all is that can be. */
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
  const general = beyond(
    weakest.filter((one) => isWeak(one) && !parts.has(one.action)),
    readily,
    own.length,
  )
  const others = weakest.filter((one) => !general.includes(one))
  const folded = new Set([...general, ...beyond(others, atMost, own.length - general.length)])
  return actions.map((one) => (folded.has(one) ? { ...one, folded: true } : one))
}

function canWait({ status, urgency, claims }: Ranked): boolean {
  return (
    (status === 'should' || status === 'may') &&
    urgency !== 'immediate' &&
    !claims.some(({ rule }) => rule.findsOut !== undefined)
  )
}

const fewConditions = 2

/** Whether it is only permitted, or asked for without haste by rules that each read little of this situation. */
function isWeak({ status, urgency, claims }: Ranked): boolean {
  const general = claims.every(({ rule }) => fewest(rule.conditions) <= fewConditions)
  return urgency === 'routine' && (status === 'may' || general)
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
