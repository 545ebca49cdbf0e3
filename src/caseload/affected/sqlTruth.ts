import type { Conditions, Leaf, Scalar } from '../../pack/conditions.js'
import { leafTruth } from '../../pack/evaluation.js'
import type { Fact, Facts } from '../../pack/fact.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { harmlessValues } from '../../weigh/harmless.js'

/*
 * Conditions as SQL over the normal form of a situation, a column `facts` of the type jsonb. SQL counts in three values as the
 * decision does: NULL is what is not known.
 */

/** As stated, with what follows; or with what is presumed besides. */
type Reading = 'stated' | 'assumed'

/** Whether conditions hold: true, false, or NULL. */
export function truthInSql(conditions: Conditions, facts: Facts, reading: Reading): string {
  if ('not' in conditions) return `NOT ${truthInSql(conditions.not, facts, reading)}`
  if ('fact' in conditions) return leafInSql(conditions, facts, reading)
  const [parts, word] = 'all' in conditions ? [conditions.all, 'AND'] : [conditions.any, 'OR']
  if (parts.length === 0) return word === 'AND' ? 'true' : 'false'
  return `(${parts.map((part) => truthInSql(part, facts, reading)).join(` ${word} `)})`
}

/** Whether conditions could come to this if every danger fact that is open stays open or turns out harmless: true or false. */
export function couldInSql(conditions: Conditions, wanted: boolean, facts: Facts): string {
  if ('not' in conditions) return couldInSql(conditions.not, !wanted, facts)
  if ('fact' in conditions) return leafCouldInSql(conditions, wanted, facts)
  const [parts, together] = 'all' in conditions ? [conditions.all, wanted] : [conditions.any, !wanted]
  if (parts.length === 0) return together ? 'true' : 'false'
  return `(${parts.map((part) => couldInSql(part, wanted, facts)).join(together ? ' AND ' : ' OR ')})`
}

/** Whether what a comparison asks is not known: the fact, or of a list the member. */
export function isNotKnownInSql({ fact: name, value }: Leaf, facts: Facts): string {
  const fact = facts.get(name) as Fact
  return `${isOfMembers(fact) ? memberInSql(name, value as string) : valueInSql(fact, facts, 'stated')} IS NULL`
}

/** Whether nothing is known of a fact. */
export function isOpenInSql(name: string, facts: Facts): string {
  const fact = facts.get(name) as Fact
  return `${isOfMembers(fact) ? `s.facts->${quoted(name)}` : valueInSql(fact, facts, 'stated')} IS NULL`
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function leafCouldInSql(leaf: Leaf, wanted: boolean, facts: Facts): string {
  const fact = facts.get(leaf.fact) as Fact
  const fits = (value: Parameters<ReturnType<typeof leafTruth>>[0]) => leafTruth(leaf, facts)(value) === wanted
  const { derivedFrom } = fact
  const derived = derivedFrom ? [true, false].filter(fits).map((so) => couldInSql(derivedFrom, so, facts)) : []
  const open = harmlessValues(fact).some(fits) ? ['true'] : derived
  const known = leafInSql(leaf, facts, 'assumed')
  return `COALESCE(${wanted ? known : `NOT ${known}`}, ${open.length === 0 ? 'false' : open.join(' OR ')})`
}

function leafInSql(leaf: Leaf, facts: Facts, reading: Reading): string {
  const fact = facts.get(leaf.fact) as Fact
  if (isOfMembers(fact)) {
    const member = memberInSql(fact.name, leaf.value as string)
    return leaf.operator === 'contains' ? member : `NOT ${member}`
  }
  const value = valueInSql(fact, facts, reading)
  if (typeOf(fact).input === 'number') return numberInSql(value, leaf)
  const type = typeOf(fact)
  const fitting = type.values(fact, []).filter((word) => leafTruth(leaf, facts)(type.compared(fact, word)) === true)
  // Of none of its values it is true: false where there is a value, else not known.
  if (fitting.length === 0) return `(${value} IS NULL AND NULL)`
  return `${value} IN (${fitting.map((word) => quoted(String(word))).join(', ')})`
}

const comparisons: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  in: 'IN',
  notIn: 'NOT IN',
}

function numberInSql(value: string, { operator, value: constant }: Leaf): string {
  const list = Array.isArray(constant) ? `(${constant.map(Number).join(', ')})` : String(Number(constant))
  return `(${value})::numeric ${comparisons[operator]} ${list}`
}

function isOfMembers(fact: Fact): boolean {
  return typeOf(fact).input === 'members'
}

function memberInSql(name: string, member: string): string {
  return `(s.facts->${quoted(name)}->>${quoted(member)})::boolean`
}

/** The value of a fact as text: as stated, as presumed, or as it follows. */
function valueInSql({ name, derivedFrom, presume }: Fact, facts: Facts, reading: Reading): string {
  const stated = `s.facts->>${quoted(name)}`
  const follows = (how: Reading) => (derivedFrom ? [`(${truthInSql(derivedFrom, facts, how)})::text`] : [])
  const presumed = reading === 'assumed' && presume ? [quoted(String(presume.value as Scalar))] : []
  const all = [stated, ...follows('stated'), ...presumed, ...(reading === 'assumed' ? follows('assumed') : [])]
  return all.length === 1 ? `(${stated})` : `COALESCE(${all.join(', ')})`
}
