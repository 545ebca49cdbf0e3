import { type Conditions, type Leaf, leaves } from '../../../pack/conditions.js'
import type { Fact } from '../../../pack/fact.js'
import type { Rule } from '../../../pack/rule.js'
import { jurisdictionFact } from '../../../vocabulary.js'
import type { CheckedPack } from '../check.js'
import { jointWitness } from '../jointWitness.js'
import { notDecided, type Remark } from '../remark.js'
import { askedFor, askingRules } from './asking.js'

/**
 * Actions that answer a need, and are asked for also where it is said that there is no such need. What a rule asks for on a need alone
 * answers it; any other rule that asks for the same and can apply while all needs that it answers are denied is named. Exact for each
 * rule by itself; whether such a rule gives way to another is not looked at.
 */
export function deniedRemarks(checked: CheckedPack): readonly Remark[] {
  const rules = askingRules(checked.living)
  const needs = [...checked.pack.facts.values()].filter(({ need }) => need)
  return needs.flatMap((fact) =>
    [...answers(fact, rules)].flatMap(([action, needed]) => actionRemarks(action, needed, rules, checked)),
  )
}

/** The needs that an action answers, and the rules by which it does. */
interface Needed {
  readonly leaves: readonly Leaf[]
  readonly by: readonly Rule[]
}

function answers({ name }: Fact, rules: readonly Rule[]): ReadonlyMap<string, Needed> {
  const found = new Map<string, Needed>()
  for (const rule of rules) {
    const read = leaves(rule.conditions).filter(({ fact }) => fact !== jurisdictionFact)
    if (read.some(({ fact, operator }) => fact !== name || operator === 'doesNotContain')) continue
    for (const action of askedFor(rule)) {
      const before = found.get(action)
      found.set(action, { leaves: [...(before?.leaves ?? []), ...read], by: [...(before?.by ?? []), rule] })
    }
  }
  return found
}

function actionRemarks(
  action: string,
  needed: Needed,
  rules: readonly Rule[],
  checked: CheckedPack,
): readonly Remark[] {
  const denied: Conditions = { not: { any: needed.leaves } }
  const others = rules.filter((rule) => !needed.by.includes(rule) && !rule.standing && askedFor(rule).includes(action))
  const found = others.map((rule) => ({
    rule,
    witness: jointWitness([rule], [{ conditions: denied, wanted: true }], checked),
  }))
  const place = `actions · ${action}`
  const needs = [...new Set(needed.leaves.map(({ value }) => `\`${String(value)}\``))].join(', ')
  const open = found.filter(({ witness }) => witness === 'not decided').map(({ rule }) => rule.name)
  const asking = found.flatMap(({ rule, witness }) =>
    typeof witness === 'object' ? [{ name: rule.name, witness }] : [],
  )
  const [first] = asking
  return [
    ...open.map((name) => notDecided(place, `\`${name}\` asks for it where ${needs} is denied`, [name])),
    ...(first === undefined
      ? []
      : [
          {
            kind: 'asked-though-denied',
            level: 'warning',
            place,
            message: `answers ${needs}, and is asked for where that is denied: by ${listed(asking.map(({ name }) => name))}`,
            rules: asking.map(({ name }) => name),
            ...first.witness,
          } as const,
        ]),
  ]
}

const mostNames = 3

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => `\`${name}\``)
  const left = names.length - shown.length
  return left === 0 ? shown.join(', ') : `${shown.join(', ')} and ${left} more`
}
