import type { Conditions } from './conditions.js'
import type { Fact } from './fact.js'
import { typeOf } from './factTypes/factTypes.js'

/** The conditions that say: a sign of danger is stated. */
export function signsOfDanger(facts: Iterable<Fact>): Conditions {
  const signs = [...facts].flatMap((fact) => (fact.danger ? typeOf(fact).hasOneOf(fact.name, fact.danger) : []))
  return { any: signs }
}
