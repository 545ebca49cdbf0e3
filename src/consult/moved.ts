import type { SaidOfAction } from '../advise/rankActions.js'
import { type Kind, type Urgency, urgencies } from '../vocabulary.js'
import { isTowards, strength } from '../weigh/claims.js'

/* The one comparison of two advices: of a situation by two packs, or by one pack at two times. */

/** Something as it was then and as it is now; `null` where it was not, or is not. */
export interface WasAndNow<T> {
  readonly was: T
  readonly now: T
}

/** What is said of a situation, as far as it is compared. */
export interface Told {
  readonly kind: Kind
  readonly urgency: Urgency
  /** Whether a sign of danger is stated. */
  readonly danger: boolean
  readonly actions: ReadonlyMap<string, SaidOfAction>
  /** The rules that hold. */
  readonly rules: readonly string[]
}

/** An action of which something else is said, and the rules that differ and speak of it: or, where none does, all that differ. */
export interface ActionMoved extends WasAndNow<SaidOfAction | null> {
  readonly action: string
  /** Less is asked, or less soon, or what was said is turned round, in dispute or no longer said. */
  readonly weaker: boolean
  readonly by: readonly string[]
}

/** How one advice differs from another. */
export interface AdviceMoved {
  readonly kind?: WasAndNow<Kind>
  readonly urgency?: WasAndNow<Urgency>
  readonly actions: readonly ActionMoved[]
  /** The rules that held and hold no longer, and those that hold now. */
  readonly rules: { readonly gone: readonly string[]; readonly come: readonly string[] }
  /** Danger was or is stated, and an action is said more weakly than before, or the whole is less urgent. */
  readonly weakerInDanger: boolean
}

/** Rules that differ, each with the actions that it speaks of, then or now. */
export type RuleChanges = Readonly<Record<string, readonly string[]>>

/** Compares what was said with what is said now; nothing where it is the same, the rules it rests on aside. */
export function adviceMoved(was: Told, now: Told, changes: RuleChanges): AdviceMoved | undefined {
  const rules = rulesMoved(was, now)
  const names = [...new Set([...was.actions.keys(), ...now.actions.keys()])].sort()
  const actions = names.flatMap((action): readonly ActionMoved[] => {
    const [before, after] = [was.actions.get(action) ?? null, now.actions.get(action) ?? null]
    if (before?.status === after?.status && before?.urgency === after?.urgency) return []
    const by = movers(action, was, now, rules, changes)
    return [{ action, was: before, now: after, weaker: isWeaker(before, after), by }]
  })
  const kind = was.kind === now.kind ? {} : { kind: { was: was.kind, now: now.kind } }
  const urgency = was.urgency === now.urgency ? {} : { urgency: { was: was.urgency, now: now.urgency } }
  if (actions.length + Object.keys(kind).length + Object.keys(urgency).length === 0) return undefined
  const less = isLater(was.urgency, now.urgency) || actions.some(({ weaker }) => weaker)
  return { ...kind, ...urgency, actions, rules, weakerInDanger: (was.danger || now.danger) && less }
}

/** The rules that held and hold no longer, and those that hold now and did not. */
export function rulesMoved(was: Pick<Told, 'rules'>, now: Pick<Told, 'rules'>): AdviceMoved['rules'] {
  return { gone: without(was.rules, now.rules), come: without(now.rules, was.rules) }
}

/**
 * Whether of an action less is said than before. Whatever was said must still be said, in the same direction, at least as strongly and
 * at least as soon: a permission that is gone counts, too. What was in dispute was perhaps owed: it is weaker unless it must be done now.
 */
export function isWeaker(was: SaidOfAction | null, now: SaidOfAction | null): boolean {
  if (was === null) return false
  if (now === null || isLater(was.urgency, now.urgency)) return true
  if (was.status === now.status) return false
  if (was.status === 'contested') return now.status !== 'must'
  if (now.status === 'contested' || isTowards(was.status) !== isTowards(now.status)) return true
  return strength(now.status) < strength(was.status)
}

/** Whether something is less urgent than it was. */
export function isLater(was: Urgency, now: Urgency): boolean {
  return urgencies.indexOf(now) > urgencies.indexOf(was)
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((one) => !others.includes(one))
}

/** The rules by which an action moved: those that came or went, or that differ and hold; of these those that speak of it, if any. */
function movers(
  action: string,
  was: Told,
  now: Told,
  { gone, come }: AdviceMoved['rules'],
  changes: RuleChanges,
): readonly string[] {
  const changed = Object.keys(changes).filter((rule) => was.rules.includes(rule) || now.rules.includes(rule))
  const moved = [...new Set([...gone, ...come, ...changed])].sort()
  const direct = moved.filter((rule) => changes[rule]?.includes(action))
  return direct.length > 0 ? direct : moved
}
