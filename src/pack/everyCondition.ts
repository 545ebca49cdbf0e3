import type { Conditions } from './conditions.js'
import type { Pack } from './pack.js'
import { conditionsOf } from './rule.js'

/** Everything that a pack compares: conditions of rules, of what limits them, of derived facts and of guidelines. */
export function everyCondition({ rules, facts, frameworks }: Pack<unknown>): readonly Conditions[] {
  const ofRules = [...rules.values()].flatMap(conditionsOf)
  const derived = [...facts.values()].flatMap(({ derivedFrom }) => derivedFrom ?? [])
  const guidelines = [...frameworks.values()].flatMap((framework) => framework.guidelines)
  return [...ofRules, ...derived, ...guidelines.flatMap(({ when }) => when ?? [])]
}
