import { parseSituation } from '../decide/situation.js'
import type { Conditions, Leaf, Scalar } from '../pack/conditions.js'
import { type Fact, hasValue } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { labelOf } from '../pack/factTypes/wordList.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import type { Operator, Text } from '../vocabulary.js'

/** Conditions read out in English, as the lines of a nested list in Markdown. */
export function conditionsInWords(conditions: Conditions, pack: Pack<unknown>, indent = ''): readonly string[] {
  const plain = withoutShells(joined(conditions))
  if ('fact' in plain) return [`${indent}- ${leafInWords(plain, pack)}`]
  const [heading, parts] = branch(plain)
  return [`${indent}- ${heading}`, ...parts.flatMap((part) => conditionsInWords(part, pack, `${indent}  `))]
}

/** Of alternatives the members of one list that may be among it, as one comparison. */
function joined(conditions: Conditions): Conditions {
  if (!('any' in conditions)) return conditions
  const first = conditions.any.find(isMember)
  const alike = conditions.any.filter((one): one is Leaf => isMember(one) && one.fact === first?.fact)
  if (first === undefined || alike.length < 2) return conditions
  const value = alike.flatMap((one) => one.value as Scalar)
  return { any: [{ ...first, value }, ...conditions.any.filter((one) => !alike.includes(one as Leaf))] }
}

function isMember(conditions: Conditions): conditions is Leaf {
  return 'fact' in conditions && conditions.operator === 'contains'
}

/** The conditions without lists of one, which say nothing more than the one. */
function withoutShells(conditions: Conditions): Conditions {
  const parts = 'all' in conditions ? conditions.all : 'any' in conditions ? conditions.any : []
  return parts.length === 1 ? withoutShells(parts[0] as Conditions) : conditions
}

function branch(conditions: Exclude<Conditions, Leaf>): readonly [heading: string, parts: readonly Conditions[]] {
  if ('all' in conditions) return ['all of these:', conditions.all]
  return 'any' in conditions ? ['at least one of these:', conditions.any] : ['not so:', [conditions.not]]
}

const comparisons: Readonly<Record<Operator, (values: string) => string>> = {
  equal: (value) => value,
  notEqual: (value) => `anything but ${value}`,
  in: (values) => values,
  notIn: (values) => `neither ${values}`,
  lessThan: (value) => `below ${value}`,
  lessThanInclusive: (value) => `${value} at most`,
  greaterThan: (value) => `above ${value}`,
  greaterThanInclusive: (value) => `${value} at least`,
  contains: (value) => `${value} among them`,
  doesNotContain: (value) => `${value} not among them`,
}

/** One comparison: “nearness of the danger: likely within days at least”. */
function leafInWords({ fact: name, operator, value }: Leaf, pack: Pack<unknown>): string {
  const fact = pack.facts.get(name) as Fact
  const values = [value].flat().map((one) => `*${escaped(valueInWords(fact, one as Scalar))}*`)
  const joined = values.join(operator === 'notIn' ? ' nor ' : ' or ')
  return `${escaped(wording(fact.label, 'en'))}: ${comparisons[operator](joined)}`
}

/** Letters that Markdown or HTML obeys, so that a text stays text. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
}

/** A text in English, or in the language of the pack, as Markdown. */
export function inEnglish(text: Text): string {
  return escaped(wording(text, 'en'))
}

/** A value as it is shown to a worker. */
export function valueInWords(fact: Fact, value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (!hasValue(fact, value)) return String(value)
  const label = labelOf(fact, value)
  return label ? wording(label, 'en') : String(value)
}

/** A situation in English, on one line: what is stated of each fact. */
export function situationInWords(situation: AnySituation, pack: Pack<unknown>): string {
  const stated = [...parseSituation(situation, pack)].map(([name, value]) => {
    const fact = pack.facts.get(name) as Fact
    return `${wording(fact.label, 'en')}: ${statedInWords(value, fact)}`
  })
  return stated.join('; ')
}

function statedInWords(value: Stated, fact: Fact): string {
  if (value === null) return 'not known'
  if (typeof value !== 'object') return valueInWords(fact, value)
  const members = [...value].map(([member, so]) => {
    const label = valueInWords(fact, member)
    return so === null ? `${label} not known` : so ? label : `not ${label}`
  })
  return members.join(', ')
}
