import { type Urgency, urgencies } from '../../vocabulary.js'
import type { Indicator } from '../cards/card.js'
import { type CardKind, type CardPlan, cardKinds } from '../cards/cardDrafts.js'

/** The cards that one case would make, and the names of the rules that hold in it, in their order. */
export interface ToldCase {
  readonly plans: readonly CardPlan[]
  readonly holding: readonly string[]
}

/** What is counted from case to case: numbers and names of the pack, nothing of a case. */
export interface Counted {
  readonly cases: number
  readonly byUrgency: ReadonlyMap<Urgency, number>
  readonly byKind: ReadonlyMap<CardKind, number>
  readonly byRole: ReadonlyMap<string, number>
  readonly byCards: ReadonlyMap<number, number>
  readonly held: ReadonlyMap<string, number>
  /** In how many cases two rules held, by their names with a blank between. */
  readonly together: ReadonlyMap<string, number>
}

/** Counts cards and rules over cases as they come. */
export function countedIn(cases: Iterable<ToldCase>): Counted {
  const [byUrgency, byKind, byRole] = [
    new Map<Urgency, number>(),
    new Map<CardKind, number>(),
    new Map<string, number>(),
  ]
  const [byCards, held, together] = [new Map<number, number>(), new Map<string, number>(), new Map<string, number>()]
  let count = 0
  for (const { plans, holding } of cases) {
    count += 1
    increase(byCards, plans.length)
    for (const plan of plans) {
      increase(byUrgency, urgencyOf[plan.indicator])
      increase(byKind, plan.kind)
      for (const role of rolesOf(plan)) increase(byRole, role)
    }
    for (const [i, one] of holding.entries()) {
      increase(held, one)
      for (const other of holding.slice(i + 1)) increase(together, `${one} ${other}`)
    }
  }
  return { cases: count, byUrgency, byKind, byRole, byCards, held, together }
}

const urgencyOf = { critical: 'immediate', warning: 'prompt', info: 'routine' } as const satisfies Record<
  Indicator,
  Urgency
>

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The roles for which a card holds something. */
function rolesOf(plan: CardPlan): ReadonlySet<string> {
  if (plan.kind === 'act') return new Set(plan.actions.flatMap(({ roles }) => roles))
  return new Set(plan.kind === 'step' ? plan.action?.roles : [])
}

/** The cards that were counted, per hundred cases to one decimal. */
export function cardsIn({ cases, byUrgency, byKind, byRole, byCards }: Counted) {
  const per = (count: number) => (cases === 0 ? 0 : Math.round((1000 * count) / cases) / 10)
  const cards = [...byUrgency.values()].reduce((sum, one) => sum + one, 0)
  const each = urgencies.map((one) => [one, per(byUrgency.get(one) ?? 0)] as const)
  const most = Math.max(-1, ...byCards.keys())
  return {
    cases,
    cards,
    perHundred: Object.fromEntries([...each, ['all', per(cards)]]) as Readonly<Record<Urgency | 'all', number>>,
    kinds: Object.fromEntries(cardKinds.map((kind) => [kind, byKind.get(kind) ?? 0])) as Readonly<
      Record<CardKind, number>
    >,
    perCase: Array.from({ length: most + 1 }, (_, cards) => byCards.get(cards) ?? 0),
    roles: Object.fromEntries([...byRole].sort().map(([role, count]) => [role, per(count)])),
  }
}
