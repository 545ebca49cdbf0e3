import type { Conditions } from './conditions.js'
import type { Pack } from './pack.js'

/** Everything that a pack compares: conditions of rules, of what limits them, of derived facts and of guidelines. */
export function everyCondition({ rules, facts, frameworks }: Pack<unknown>): readonly Conditions[] {
  const ofRules = [...rules.values()].flatMap((rule) => [rule, ...rule.unless])
  const derived = [...facts.values()].flatMap(({ derivedFrom }) => derivedFrom ?? [])
  const guidelines = [...frameworks.values()].flatMap((framework) => framework.guidelines)
  return [...ofRules.map(({ conditions }) => conditions), ...derived, ...guidelines.flatMap(({ when }) => when ?? [])]
}
