import { type Issue, unknownName } from '../../errors.js'
import { quotedSome } from '../../issueCodes.js'
import { operators } from '../../vocabulary.js'
import { isScalar } from '../conditions.js'
import { type Fact, type Facts, hasValue } from '../fact.js'
import { typeOf } from '../factTypes/factTypes.js'
import { everyName } from '../factTypes/wordList.js'
import { signs } from './operatorSigns.js'

const mostComparisons = 1_000

/** What is wrong with conditions as an author wrote them: their size, their shape, their facts, operators and values. */
export function conditionIssues(conditions: unknown, place: string, facts: Facts): Issue[] {
  if (comparisons(conditions) > mostComparisons)
    return [{ place, message: `has more than ${mostComparisons} comparisons` }]
  return partIssues(conditions, place, facts)
}

function comparisons(conditions: unknown): number {
  if (!isRecord(conditions)) return 1
  const parts = [conditions.all, conditions.any, conditions.not].flat().filter((part) => part !== undefined)
  return parts.length === 0 ? 1 : parts.reduce<number>((sum, part) => sum + comparisons(part), 0)
}

function partIssues(conditions: unknown, place: string, facts: Facts): Issue[] {
  if (!isRecord(conditions)) return [{ place, message: 'must be a condition' }]
  const keys = Object.keys(conditions)
  const branch = (['all', 'any', 'not'] as const).find((key) => key in conditions)
  if (branch && keys.length > 1) return [twoKeys(place, keys)]
  if (branch === undefined) return leafIssues(conditions, place, facts)
  if (branch === 'not') return partIssues(conditions.not, `${place}.not`, facts)
  const parts = conditions[branch]
  if (!Array.isArray(parts) || parts.length === 0)
    return [{ place: `${place}.${branch}`, message: 'must be a list of at least one condition' }]
  return parts.flatMap((part, i) => partIssues(part, `${place}.${branch}[${i}]`, facts))
}

function twoKeys(place: string, keys: readonly string[]): Issue {
  return { place, message: `must have one key, not ${keys.map((key) => `\`${key}\``).join(' and ')}` }
}

/** What the stock engine admits in a condition and this rule language does not. */
const refused = new Map([
  ['path', '`path` is not allowed: a rule reads facts, it never searches in them'],
  ['params', '`params` is not allowed: a fact takes no parameters'],
  ['priority', '`priority` is not allowed: the order of rules and conditions means nothing'],
  ['condition', 'a reference to a shared condition is not allowed'],
  ['name', 'a condition has no name'],
])

function leafIssues(leaf: Record<string, unknown>, place: string, facts: Facts): Issue[] {
  const odd = Object.keys(leaf).filter((key) => !['fact', 'operator', 'value'].includes(key))
  if (odd.length > 0)
    return odd.map((key) => ({ place, message: refused.get(key) ?? `\`${key}\` is not part of a condition` }))
  if (typeof leaf.fact !== 'string') return [{ place, message: 'names no fact' }]
  const fact = facts.get(leaf.fact)
  if (!fact) return [unknownName(place, `no fact is named \`${leaf.fact}\``, leaf.fact, facts.keys())]
  return [...operatorIssues(leaf.operator, place, fact), ...valueIssues(leaf.operator, leaf.value, place, fact)]
}

function operatorIssues(operator: unknown, place: string, fact: Fact): Issue[] {
  if (typeof operator !== 'string') return [{ place, message: 'has no operator' }]
  const fitting: readonly string[] = typeOf(fact).operators
  if (fitting.includes(operator)) return []
  const known: readonly string[] = operators
  if (known.includes(operator)) {
    const takes = `\`${fact.name}\`, which is of type ${fact.type} and takes ${quotedSome(fitting)}`
    return [{ place, message: `\`${operator}\` does not fit ${takes}` }]
  }
  const message = `no operator is named \`${operator}\`; \`${fact.name}\` takes ${quotedSome(fitting)}`
  const meant = signs.get(operator)
  if (meant && fitting.includes(meant)) return [{ place, message, suggestion: meant }]
  return [unknownName(place, message, operator, fitting)]
}

function valueIssues(operator: unknown, value: unknown, place: string, fact: Fact): Issue[] {
  const listed = operator === 'in' || operator === 'notIn'
  if (listed && (!Array.isArray(value) || value.length === 0))
    return [{ place, message: `\`${operator}\` needs a list of values` }]
  if (!listed && Array.isArray(value)) return [{ place, message: `needs one value, not a list${several(fact)}` }]
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => {
    if (!isScalar(one)) return [{ place, message: '`value` must be `true`, `false`, a number or a word' }]
    if (hasValue(fact, one)) return []
    const written = typeof one === 'string' && typeOf(fact).hasWords ? String(one) : JSON.stringify(one)
    const message = `\`${fact.name}\` has no value \`${written}\`; ${typeOf(fact).inMessages(fact)}`
    return [unknownName(place, message, String(one), everyName(fact))]
  })
}

/** How several values are compared at once. */
function several(fact: Fact): string {
  if (typeOf(fact).operators.includes('in')) return '; `in` takes a list'
  return typeOf(fact).input === 'members' ? '; `any` holds a comparison for each' : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
