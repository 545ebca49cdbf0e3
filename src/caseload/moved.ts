import type { WasAndNow } from '../embed/record/replay.js'
import { type Kind, type Status, statuses, type Urgency, urgencies } from '../vocabulary.js'
import { isTowards, strength } from '../weigh/claims.js'
import type { Said } from './said.js'

/** An action of which something else is said, and the rules that differ and speak of it: or, where none does, all that differ. */
export interface ActionMoved extends WasAndNow<Status | null> {
  readonly action: string
  readonly by: readonly string[]
}

/** How one advice differs from another on the same situation. */
export interface AdviceMoved {
  readonly kind?: WasAndNow<Kind>
  readonly urgency?: WasAndNow<Urgency>
  readonly actions: readonly ActionMoved[]
  /** The rules that held and hold no longer, and those that hold now. */
  readonly rules: { readonly gone: readonly string[]; readonly come: readonly string[] }
  /** Danger is stated, and less is asked, or less soon, than was before. */
  readonly weakerInDanger: boolean
}

/** The rules that differ between two packs, each with the actions that it speaks of in either. */
export type RuleChanges = Readonly<Record<string, readonly string[]>>

/** Compares what was said of a situation with what is said now; nothing where it is the same, the rules it rests on aside. */
export function adviceMoved(was: Said, now: Said, changes: RuleChanges): AdviceMoved | undefined {
  const rules = { gone: without(was.rules, now.rules), come: without(now.rules, was.rules) }
  const [before, after] = [statusesOf(was), statusesOf(now)]
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  const actions = names.flatMap((action) => {
    const one = { action, was: before.get(action) ?? null, now: after.get(action) ?? null }
    return one.was === one.now ? [] : [{ ...one, by: movers(action, was, now, rules, changes) }]
  })
  const kind = was.kind === now.kind ? {} : { kind: { was: was.kind, now: now.kind } }
  const urgency = was.urgency === now.urgency ? {} : { urgency: { was: was.urgency, now: now.urgency } }
  const moved = { ...kind, ...urgency, actions, rules }
  if (actions.length + Object.keys(kind).length + Object.keys(urgency).length === 0) return undefined
  const later = urgencies.indexOf(now.urgency) > urgencies.indexOf(was.urgency)
  return { ...moved, weakerInDanger: (was.danger || now.danger) && (later || actions.some(isWeaker)) }
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((one) => !others.includes(one))
}

function statusesOf({ actions }: Said): ReadonlyMap<string, Status> {
  return new Map(statuses.flatMap((status) => (actions[status] ?? []).map((action) => [action, status] as const)))
}

/** The rules by which an action moved: those that came or went, or that differ and hold; of these those that speak of it, if any. */
function movers(
  action: string,
  was: Said,
  now: Said,
  { gone, come }: AdviceMoved['rules'],
  changes: RuleChanges,
): readonly string[] {
  const changed = Object.keys(changes).filter((rule) => was.rules.includes(rule) || now.rules.includes(rule))
  const moved = [...new Set([...gone, ...come, ...changed])].sort()
  const direct = moved.filter((rule) => changes[rule]?.includes(action))
  return direct.length > 0 ? direct : moved
}

/** Whether something was asked for, or asked to be left, and now is less, contested or turned round. */
function isWeaker({ was, now }: WasAndNow<Status | null>): boolean {
  if (was === null || was === 'may') return false
  if (was === 'contested') return now === null
  if (now === null || now === 'contested' || isTowards(was) !== isTowards(now)) return true
  return strength(now) < strength(was)
}
