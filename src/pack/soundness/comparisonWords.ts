import type { Operator } from '../../vocabulary.js'
import type { Fact } from '../fact.js'
import { typeOf } from '../factTypes/factTypes.js'

/* What an author is told of comparisons that cannot be: what would fit instead. */

/** Operators as they are written elsewhere. */
export const signs: ReadonlyMap<string, Operator> = new Map([
  ['=', 'equal'],
  ['==', 'equal'],
  ['===', 'equal'],
  ['!=', 'notEqual'],
  ['!==', 'notEqual'],
  ['<', 'lessThan'],
  ['<=', 'lessThanInclusive'],
  ['>', 'greaterThan'],
  ['>=', 'greaterThanInclusive'],
])

/** How several values are compared at once. */
export function several(fact: Fact): string {
  if (typeOf(fact).operators.includes('in')) return '; `in` takes a list'
  return typeOf(fact).input === 'members' ? '; `any` holds a comparison for each' : ''
}
