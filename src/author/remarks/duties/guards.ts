import type { Conditions } from '../../../pack/conditions.js'
import { typeOf } from '../../../pack/factTypes/factTypes.js'
import type { Pack } from '../../../pack/pack.js'
import type { Rule, Unless } from '../../../pack/rule.js'
import { type CheckedPack, isAsked } from '../check.js'
import { appliesNot } from '../jointWitness.js'
import { notDecided, placeOf, type Remark } from '../remark.js'
import { situationWhere } from '../satisfiable.js'
import { askedFor, askingRules, isRanked, rulesBeside } from './asking.js'
import { solved } from './solved.js'

/**
 * Each `unless` that silences a guard: where it holds, the conditions of a rule that protects hold, every danger is rated as high as marks
 * danger, and yet no rule at all asks for anything that protects. An exception would have shown what gave way; an `unless` shows nothing.
 * What protects is said by the groups of actions marked `guards`. Exact over all situations in which every fact is known, on the day
 * of the pack.
 */
export function guardRemarks(checked: CheckedPack): readonly Remark[] {
  const { living, pack } = checked
  const protects = (rule: Rule) => askedFor(rule).some((action) => pack.invariants.guarding.has(action))
  const guards = askingRules(living).filter(protects)
  const asked = guards.filter((rule) => isAsked([rule], checked))
  return asked.flatMap((rule) => rule.unless.flatMap((one) => silenced(rule, one, guards, checked)))
}

function silenced(
  rule: Rule,
  { name, conditions }: Unless,
  guards: readonly Rule[],
  { pack, budget }: CheckedPack,
): readonly Remark[] {
  const goals = [rule.conditions, conditions, ...ratedHigh(pack)].map((one) => ({ conditions: one, wanted: true }))
  const { others, ...day } = rulesBeside(rule, guards, pack.asOf)
  const wanted = [...goals, ...others.map(appliesNot)]
  // The solver is quick to say that nothing can be found; what can be is looked for, to be shown.
  const answer = solved(wanted, pack, budget)
  const found = answer === 'impossible' ? answer : situationWhere(wanted, pack, budget)
  if (found === 'impossible') return []
  const place = `${placeOf(rule)} · ${name}`
  if (answer === 'not decided' && found === 'not decided')
    return [notDecided(place, 'it leaves a danger without anything that protects', [rule.name])]
  const message =
    'silences a guard: where it holds, nothing that protects may be asked for, however grave the danger, and nothing shows what gave way'
  return [
    {
      kind: 'guard-silenced',
      level: 'warning',
      place,
      message,
      rules: [rule.name],
      ...(typeof found === 'object' && { ...found, ...day }),
    },
  ]
}

/** That every danger on a scale is rated as one. */
function ratedHigh({ facts }: Pack<unknown>): readonly Conditions[] {
  return [...facts.values()].flatMap((fact) => {
    const { danger, name } = fact
    return danger && isRanked(fact) ? [{ any: typeOf(fact).hasOneOf(name, danger) }] : []
  })
}
