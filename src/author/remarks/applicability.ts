import type { Rule, Unless } from '../../pack/rule.js'
import { jointWitness, type Study } from './jointWitness.js'
import { notDecided, placeOf, type Remark } from './remark.js'
import { situationWhere } from './satisfiable.js'
import type { Goal } from './searchProblem.js'

/**
 * What each rule written by an author can come to: the rules that can apply (or may, for all the
 * budget says), and remarks.
 */
export function applicability(study: Study): {
  readonly living: ReadonlySet<Rule>
  readonly remarks: readonly Remark[]
} {
  const rules = [...study.pack.rules.values()]
  const found = new Map(
    rules
      .filter(({ findsOut }) => findsOut === undefined)
      .map((rule) => [rule, ruleRemarks(rule, study)]),
  )
  const dead = ({ kind }: Remark) => kind === 'never-applies' || kind === 'unless-always'
  return {
    living: new Set(rules.filter((rule) => !found.get(rule)?.some(dead))),
    remarks: [...found.values()].flat(),
  }
}

function ruleRemarks(rule: Rule, study: Study): readonly Remark[] {
  const hold: Goal = { conditions: rule.conditions, wanted: true }
  const place = placeOf(rule)
  const possible = situationWhere([hold], study.pack, study.budget)
  const never = { kind: 'never-applies', level: 'warning', place } as const
  if (possible === 'impossible')
    return [{ ...never, message: 'can never apply: its conditions exclude each other' }]
  const limits = rule.unless.flatMap((one, i) =>
    unlessRemarks(one, `${place} · unless[${i}]`, hold, study),
  )
  if (limits.some(({ kind }) => kind === 'unless-always')) return limits
  const applies = jointWitness([rule], [], study)
  if (applies === 'not decided') return [...limits, notDecided(place, 'it can ever apply')]
  if (applies !== 'impossible') return limits
  return [
    ...limits,
    {
      ...never,
      message: 'can never apply: whenever its conditions hold, one `unless` or another does',
    },
  ]
}

function unlessRemarks(
  { name, conditions }: Unless,
  place: string,
  hold: Goal,
  { pack, budget }: Study,
): readonly Remark[] {
  const found = [true, false].map((wanted) =>
    situationWhere([hold, { conditions, wanted }], pack, budget),
  )
  if (found[0] === 'impossible')
    return [
      {
        kind: 'unless-never',
        level: 'warning',
        place,
        message: `\`${name}\` can never hold while the conditions of the rule do`,
      },
    ]
  if (found[1] === 'impossible')
    return [
      {
        kind: 'unless-always',
        level: 'warning',
        place,
        message: `\`${name}\` holds whenever the conditions of the rule do, so the rule can never apply`,
      },
    ]
  return found.includes('not decided')
    ? [notDecided(place, `\`${name}\` sometimes holds and sometimes does not`)]
    : []
}
