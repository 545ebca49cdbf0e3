import { type Conditions, leaves } from '../../../pack/conditions.js'
import { leafTruth } from '../../../pack/evaluation.js'
import type { Fact, Facts } from '../../../pack/fact.js'
import { typeOf } from '../../../pack/factTypes/factTypes.js'
import { valueNames } from '../../../pack/factTypes/wordList.js'
import type { Rule, Unless } from '../../../pack/rule.js'
import type { CheckedPack } from '../check.js'
import { appliesNot } from '../jointWitness.js'
import { notDecided, placeOf, type Remark } from '../remark.js'
import { type Goal, situationWhere } from '../satisfiable.js'
import { askedFor, askingRules, isRanked, rulesBeside } from './asking.js'

/**
 * Duties that a lower rating silences: an `unless` that holds because something ranked is rated low, would not with the highest rating,
 * and leaves no rule that asks for the same. Exact over all situations in which every fact is known, on the day of the pack, for ratings
 * that the `unless` reads itself. A duty that waits for a higher rating is none: it is open while that is not known, and is asked about.
 */
export function ratingRemarks(checked: CheckedPack): readonly Remark[] {
  const rules = askingRules(checked.living)
  return rules.flatMap((rule) =>
    rule.unless.flatMap((one) =>
      ratings(one, checked.pack.facts).flatMap((fact) => silenced(rule, one, fact, rules, checked)),
    ),
  )
}

/** The facts on a scale that conditions compare. */
function ratings({ conditions }: Unless, facts: Facts): readonly Fact[] {
  const read = [...new Set(leaves(conditions).map(({ fact }) => fact))].flatMap((name) => facts.get(name) ?? [])
  return read.filter(isRanked)
}

function silenced(
  rule: Rule,
  { name, conditions }: Unless,
  fact: Fact,
  rules: readonly Rule[],
  { pack, budget }: CheckedPack,
): readonly Remark[] {
  const atTop = (part: Conditions) => highest(part, fact, pack.facts)
  const goals: readonly Goal[] = [
    { conditions: rule.conditions, wanted: true },
    { conditions, wanted: true },
    { conditions: atTop(rule.conditions), wanted: true },
    { conditions: atTop(conditions), wanted: false },
  ]
  const place = `${placeOf(rule)} · ${name}`
  const { others, ...day } = rulesBeside(rule, rules, pack.asOf)
  const found = askedFor(rule).map((action) => {
    const asking = others.filter((other) => askedFor(other).includes(action)).map(appliesNot)
    return { action, witness: situationWhere([...goals, ...asking], pack, budget) }
  })
  const lost = found.flatMap(({ action, witness }) => (typeof witness === 'object' ? [{ action, witness }] : []))
  const [first] = lost
  if (first === undefined)
    return found.some(({ witness }) => witness === 'not decided')
      ? [notDecided(place, `a low \`${fact.name}\` silences what is asked for`, [rule.name])]
      : []
  const silent = lost.map(({ action }) => `\`${action}\``).join(', ')
  const message = `silences ${silent} where \`${fact.name}\` is rated low, and nothing else asks for it there`
  return [{ kind: 'rating-silences', level: 'warning', place, message, rules: [rule.name], ...first.witness, ...day }]
}

/** The same conditions, were a fact rated as high as can be. */
function highest(conditions: Conditions, fact: Fact, facts: Facts): Conditions {
  if ('all' in conditions) return { all: conditions.all.map((part) => highest(part, fact, facts)) }
  if ('any' in conditions) return { any: conditions.any.map((part) => highest(part, fact, facts)) }
  if ('not' in conditions) return { not: highest(conditions.not, fact, facts) }
  if (conditions.fact !== fact.name) return conditions
  const top = typeOf(fact).compared(fact, valueNames(fact).at(-1) as string)
  return leafTruth(conditions, facts)(top) ? { all: [] } : { any: [] }
}
