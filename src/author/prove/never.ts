import { actionsMeant, type Invariants, type Never, type Said, saids } from '../../pack/invariant.js'
import {
  calmed,
  changed,
  dropped,
  type Logic,
  type Look,
  strengthened,
  type Two,
  weakened,
} from './adviceComparisons.js'

/** One thing that is never so, told of one action or of several together, of open situations as of weighed ones. */
export interface Forbidden {
  /** What it speaks of: an action, or a group of them, by its name. */
  readonly about: readonly string[]
  /** The actions that it speaks of. */
  readonly actions: readonly string[]
  /** Whether it is so of one situation, or between two. */
  readonly isSo: <T>(looks: readonly Look<T>[], logic: Logic<T>) => T
  /** Whether what it forbids is said, or asked for, at all: where it never is, the sentence is empty. */
  readonly isPushed: <T>(looks: readonly Look<T>[], logic: Logic<T>) => T
}

/** What an entry forbids, an action at a time; of none of them, of all together. */
export function forbidden(never: Never, invariants: Invariants, own?: readonly string[]): readonly Forbidden[] {
  const actions = own ?? actionsMeant(never.actions, invariants)
  if (never.calms)
    return [
      {
        about: ['urgency'],
        actions: [],
        isSo: (looks, logic) => calmed(two(looks), logic),
        isPushed: (looks) => first(looks).atLeast('prompt'),
      },
    ]
  if (never.lacks) return [lacking(groupOf(never), actions, never.lacks)]
  if (never.weakens && never.together) return [weakening(groupOf(never), actions, never)]
  const others = never.beside ? actionsMeant(never.beside.actions, invariants) : []
  return actions.map((action) => (never.said ? saidOf(action, never, others) : betweenTwo(action, never)))
}

function groupOf({ actions = [] }: Never): readonly string[] {
  return typeof actions === 'string' ? [actions] : actions
}

function first<T>([look]: readonly Look<T>[]): Look<T> {
  return look as Look<T>
}

function two<T>(looks: readonly Look<T>[]): Two<T> {
  return looks as unknown as Two<T>
}

function saidOf(action: string, { said = [], surely, beside }: Never, others: readonly string[]): Forbidden {
  return {
    about: [action],
    actions: [action],
    isSo: (looks, logic) => {
      const look = first(looks)
      const besides = beside && logic.any(others.map((other) => look.said(other, beside.said)))
      const sure = surely && look.surely(action, surely)
      return logic.all([
        look.said(action, said),
        ...(sure === undefined ? [] : [sure]),
        ...(besides === undefined ? [] : [besides]),
      ])
    },
    isPushed: (looks) => first(looks).said(action, spokenOf),
  }
}

/** What is done does not lack. */
function lacking(about: readonly string[], actions: readonly string[], said: readonly Said[]): Forbidden {
  return {
    about,
    actions,
    isSo: (looks, logic) => logic.all(actions.map((action) => logic.not(first(looks).said(action, [...said, 'done'])))),
    isPushed: (looks, logic) => logic.any(actions.map((action) => first(looks).said(action, spokenOf))),
  }
}

/** Of several actions together: that the strongest said for any of them is weaker. */
function weakening(about: readonly string[], actions: readonly string[], { contested }: Never): Forbidden {
  return {
    about,
    actions,
    isSo: (looks, logic) => weakened(actions, two(looks), contested === true, logic),
    isPushed: (looks, logic) => logic.any(actions.map((action) => first(looks).said(action, spokenOf))),
  }
}

/** All that can be said of an action of which some rule speaks. */
const spokenOf: readonly Said[] = saids.filter((one) => one !== 'not-spoken-of')

function betweenTwo(action: string, { becomes, from, ...verb }: Never): Forbidden {
  const contested = verb.contested === true
  return {
    about: [action],
    actions: [action],
    isSo: (looks, logic) => {
      const both = two(looks)
      if (becomes) return turned(action, from, becomes, both, logic)
      if (verb.weakens) return weakened([action], both, contested, logic)
      if (verb.strengthens) return strengthened(action, both, contested, logic)
      return verb.drops ? dropped(action, both, logic) : changed(action, both, logic)
    },
    isPushed: (looks) => first(looks).said(action, spokenOf),
  }
}

/** Whether this is said in the second and was not, or something else was, in the first. */
function turned<T>(
  action: string,
  from: readonly Said[] | undefined,
  to: readonly Said[],
  [one, other]: Two<T>,
  logic: Logic<T>,
): T {
  return logic.all([other.said(action, to), from ? one.said(action, from) : logic.not(one.said(action, to))])
}
