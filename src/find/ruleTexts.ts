import type { Leaf } from '../pack/conditions.js'
import type { Facts } from '../pack/fact.js'
import { leavesRead } from '../pack/factsRead.js'
import type { Pack } from '../pack/pack.js'
import { conditionsOf } from '../pack/rule.js'
import type { Text } from '../vocabulary.js'

/** What the rules of a pack say, by the facts that they read and by the actions of which they speak. */
export interface RuleTexts {
  readonly reading: (fact: string) => readonly Text[]
  readonly about: (action: string) => readonly Text[]
}

/** The reasons that rules give, and by the actions also what the facts are called on which these hang. */
export function ruleTexts({ rules, facts }: Pack<unknown>): RuleTexts {
  const byFact = new Map<string, Set<Text>>()
  const byAction = new Map<string, Set<Text>>()
  for (const rule of rules.values()) {
    if (rule.findsOut) continue
    const said = [rule.because, ...rule.unless.map(({ because }) => because)]
    const leaves = conditionsOf(rule).flatMap((conditions) => leavesRead(conditions, facts))
    const called = leaves.flatMap((leaf) => labelsOf(leaf, facts))
    for (const { fact } of leaves) add(byFact, fact, said)
    for (const { action } of rule.pushes) add(byAction, action, [...said, ...called])
  }
  return {
    reading: (fact) => [...(byFact.get(fact) ?? [])],
    about: (action) => [...(byAction.get(action) ?? [])],
  }
}

function add(texts: Map<string, Set<Text>>, name: string, said: readonly Text[]): void {
  const told = texts.get(name) ?? new Set()
  for (const text of said) told.add(text)
  texts.set(name, told)
}

/** What a fact is called, and the values with which it is compared. */
function labelsOf({ fact: name, value }: Leaf, facts: Facts): readonly Text[] {
  const fact = facts.get(name)
  const compared = [value].flat()
  const values = fact?.values?.filter((one) => compared.includes(one.value)) ?? []
  return [...(fact ? [fact.label] : []), ...values.map(({ label }) => label)]
}
