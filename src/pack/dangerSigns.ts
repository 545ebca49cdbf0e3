import type { Conditions } from './conditions.js'
import type { Fact } from './fact.js'

/** The conditions that say: a sign of danger is stated. */
export function signsOfDanger(facts: Iterable<Fact>): Conditions {
  const signs = [...facts].flatMap(({ name: fact, type, danger = [] }): Conditions[] => {
    if (danger.length === 0) return []
    if (type === 'some-of') return danger.map((value) => ({ fact, operator: 'contains', value }))
    if (type === 'yes-no') return danger.map((value) => ({ fact, operator: 'equal', value }))
    return [{ fact, operator: 'in', value: danger }]
  })
  return { any: signs }
}
