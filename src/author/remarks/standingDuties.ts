import { compiledPack } from '../../decide/compiledPack.js'
import { factsRead } from '../../pack/factsRead.js'
import type { Rule } from '../../pack/rule.js'
import type { CheckedPack } from './check.js'
import { jointWitness, type Study } from './jointWitness.js'
import { placeOf, type Remark } from './remark.js'
import { type Goal, situationWhere } from './satisfiable.js'

/** Duties owed in nearly every situation that are not marked `standing`, and marked ones that are owed in danger only. */
export function standingRemarks(study: CheckedPack): readonly Remark[] {
  const rules = [...study.living].filter(({ findsOut }) => findsOut === undefined)
  return rules.flatMap((rule): Remark[] => {
    const row = (kind: Remark['kind'], message: string): Remark[] => [
      { kind, level: 'warning', place: placeOf(rule), message, rules: [rule.name] },
    ]
    if (!rule.standing && alwaysHolds(rule, study))
      return row('standing-unmarked', 'holds whatever is stated, and is not marked `standing`')
    if (!rule.standing && asksBackgroundOnly(rule, study))
      return row('standing-unmarked', 'asks only who, where or when it is, and is not marked `standing`')
    if (rule.standing && holdsInDangerOnly(rule, study))
      return row('standing-in-danger', 'is marked `standing` and can apply only where a sign of danger is stated')
    return []
  })
}

function alwaysHolds({ conditions }: Rule, { pack, budget }: Study): boolean {
  return situationWhere([{ conditions, wanted: false }], pack, budget) === 'impossible'
}

/** Whether it reads nothing else than background and what is presumed, and can hold as it is presumed. */
function asksBackgroundOnly({ conditions }: Rule, { pack, budget }: Study): boolean {
  const read = [...factsRead(conditions, pack.facts)].flatMap((name) => pack.facts.get(name) ?? [])
  const given = read.filter(({ derivedFrom }) => derivedFrom === undefined)
  if (!given.every(({ background, presume }) => background || presume)) return false
  const presumed = given.flatMap(({ name, presume }): Goal[] =>
    presume ? [{ conditions: { fact: name, operator: 'equal', value: presume.value }, wanted: true }] : [],
  )
  return typeof situationWhere([{ conditions, wanted: true }, ...presumed], pack, budget) === 'object'
}

function holdsInDangerOnly(rule: Rule, study: Study): boolean {
  const calm = { conditions: compiledPack(study.pack).dangerSigns, wanted: false }
  return jointWitness([rule], [calm], study) === 'impossible'
}
