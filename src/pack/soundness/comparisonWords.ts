import type { Operator } from '../../vocabulary.js'
import type { Fact } from '../fact.js'
import { typeOf } from '../factTypes/factTypes.js'
import { valueNames } from '../factTypes/wordList.js'

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
  return fact.type === 'some-of' ? '; `any` holds a comparison for each' : ''
}

/** What values a fact has. */
export function valuesOf(fact: Fact): string {
  if (fact.type === 'yes-no') return 'it is `true` or `false`, without quotes'
  if (fact.type !== 'number') return `it has ${named(valueNames(fact))}`
  const { min, max } = fact
  return `it is a number${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` to ${max}`}, without quotes`
}

const mostListed = 12

/** Names as they are listed, the first of them. */
export function named(names: readonly string[]): string {
  const told = names.slice(0, mostListed).map((name) => `\`${name}\``)
  return [...told, ...(names.length > mostListed ? [`${names.length - mostListed} others`] : [])].join(', ')
}
