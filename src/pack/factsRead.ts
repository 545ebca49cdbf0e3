import { type Conditions, type Leaf, leaves } from './conditions.js'
import type { Facts } from './fact.js'

const memories = new WeakMap<Facts, Map<object, unknown>>()

/** What was made of a part of a pack before, so that exploring a situation makes nothing twice. */
export function remembered<T>(facts: Facts, part: object, make: () => T): T {
  const memory = memories.get(facts) ?? new Map<object, unknown>()
  memories.set(facts, memory)
  if (!memory.has(part)) memory.set(part, make())
  return memory.get(part) as T
}

/** The comparisons that conditions make, and those from which a derived fact among them follows. */
export function leavesRead(conditions: Conditions, facts: Facts): readonly Leaf[] {
  if ('fact' in conditions) return leavesOf(conditions, facts)
  return remembered(facts, conditions, () => leavesOf(conditions, facts))
}

function leavesOf(conditions: Conditions, facts: Facts): readonly Leaf[] {
  const seen = new Set<string>()
  const found: Leaf[] = []
  const visit = (part: Conditions): void => {
    for (const leaf of leaves(part)) {
      found.push(leaf)
      if (seen.has(leaf.fact)) continue
      seen.add(leaf.fact)
      const derived = facts.get(leaf.fact)?.derivedFrom
      if (derived) visit(derived)
    }
  }
  visit(conditions)
  return found
}

/** The names of the facts that conditions read, and of those from which these are derived, each once. */
export function factsRead(conditions: Conditions, facts: Facts): ReadonlySet<string> {
  return new Set(leavesRead(conditions, facts).map(({ fact }) => fact))
}

/** Whether conditions read a danger fact. */
export function readsDanger(conditions: Conditions, facts: Facts): boolean {
  return leavesRead(conditions, facts).some(({ fact }) => facts.get(fact)?.danger !== undefined)
}
