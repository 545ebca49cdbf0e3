import type { Conditions } from '../../pack/conditions.js'
import type { AnySituation, Pack } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import { commonDay } from './daysInForce.js'
import { type Goal, situationWhere } from './satisfiable.js'

/** A situation in which rules hold together, with the day where some of them are in force only for a time. */
export interface Witness {
  readonly situation: AnySituation
  readonly on?: string
}

/** A witness; or that there is none; or that the budget did not suffice to say. */
export type JointWitness = Witness | 'impossible' | 'not decided'

/** A pack, and how many partial situations may be looked at for each thing that is asked about it. */
export interface Study {
  readonly pack: Pack<unknown>
  readonly budget: number
}

/** Looks for a situation in which every one of the rules applies and all further goals are met. */
export function jointWitness(rules: readonly Rule[], goals: readonly Goal[], { pack, budget }: Study): JointWitness {
  const day = commonDay(rules)
  if (day === 'none') return 'impossible'
  let answer: JointWitness = 'impossible'
  for (const open of leftOpen(rules)) {
    const found = situationWhere([...rules.map(applies), ...goals], pack, budget, open)
    if (typeof found === 'object') return { ...found, ...(day !== 'any' && { on: day }) }
    if (found === 'not decided') answer = found
  }
  return answer
}

function applies(rule: Rule): Goal {
  return { conditions: application(rule), wanted: true }
}

/** That a rule does not apply, as a goal. */
export function appliesNot(rule: Rule): Goal {
  return { conditions: application(rule), wanted: false }
}

/** What has to be so for a rule to apply: its conditions hold, and no `unless` does. */
export function application(rule: Rule): Conditions {
  const made = applications.get(rule)
  if (made) return made
  const limits = rule.unless.map(({ conditions }) => ({ not: conditions }))
  const conditions = { all: [rule.conditions, ...limits] }
  applications.set(rule, conditions)
  return conditions
}

const applications = new WeakMap<Rule, Conditions>()

/** The facts of which one each must stay not known: a rule that finds out danger holds only while one is open. */
function leftOpen(rules: readonly Rule[]): readonly (readonly string[])[] {
  return rules.reduce<readonly (readonly string[])[]>(
    (ways, { findsOut }) => (findsOut ? ways.flatMap((way) => findsOut.map((name) => [...way, name])) : ways),
    [[]],
  )
}
