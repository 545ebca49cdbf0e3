import type { Rule } from '../../pack/rule.js'

/** The actions that a rule says must or should be done. */
export function askedFor({ pushes }: Rule): readonly string[] {
  return pushes.filter(({ force }) => force === 'must' || force === 'should').map(({ action }) => action)
}

/** The rules that ask for something where every fact is known: not those by which danger is found out. */
export function askingRules(rules: Iterable<Rule>): readonly Rule[] {
  return [...rules].filter((rule) => rule.findsOut === undefined && askedFor(rule).length > 0)
}
