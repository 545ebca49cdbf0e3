import { inForce } from '../../../decide/decide.js'
import type { Fact } from '../../../pack/fact.js'
import { typeOf } from '../../../pack/factTypes/factTypes.js'
import type { Rule } from '../../../pack/rule.js'
import { commonDay } from '../daysInForce.js'

/** The actions that a rule says must or should be done. */
export function askedFor({ pushes }: Rule): readonly string[] {
  return pushes.filter(({ force }) => force === 'must' || force === 'should').map(({ action }) => action)
}

/** The rules that ask for something where every fact is known: not those by which danger is found out. */
export function askingRules(rules: Iterable<Rule>): readonly Rule[] {
  return [...rules].filter((rule) => rule.findsOut === undefined && askedFor(rule).length > 0)
}

/** The others of some rules that are in force with one: on the day of the pack where it is, else on a day of its own, which is then told. */
export function rulesBeside(
  rule: Rule,
  rules: readonly Rule[],
  asOf: string,
): { readonly others: readonly Rule[]; readonly on?: string } {
  const own = inForce(rule, asOf) ? undefined : commonDay([rule])
  const others = rules.filter((other) => other !== rule && inForce(other, own ?? asOf))
  return { others, ...(own !== undefined && { on: own }) }
}

/** Whether the words of a fact stand on a scale. */
export function isRanked(fact: Fact): boolean {
  return typeOf(fact).hasWords && typeOf(fact).operators.includes('lessThan')
}
