import type { Fact } from '../../pack/fact.js'
import { type FactType, factTypes, typeOf } from '../../pack/factTypes/factTypes.js'
import { type Operator, operators } from '../../vocabulary.js'
import {
  choices,
  consequence,
  type Defs,
  formerChoices,
  has,
  hasOneOf,
  inAll,
  type JsonSchema,
  ref,
} from './jsonSchema.js'
import type { Vocabulary } from './nameDefs.js'

/**
 * Conditions as an author writes them: `all`, `any` and `not` over comparisons; once a fact is named, exactly the
 * operators and values that fit it. How many comparisons there may be, the loader says.
 */
export function conditionDefs(vocabulary: Vocabulary): Defs {
  const { formerFacts, formerWords } = vocabulary
  const facts = [...vocabulary.facts.values()]
  return {
    conditions: { ...ref('condition'), type: 'object', anyOf: branches.map(has) },
    condition,
    comparison: comparison(facts, formerFacts),
    ...Object.fromEntries(factTypes.map((type) => [`operator.${type}`, operatorsFitting(typeOf({ type }).operators)])),
    operator: operatorsFitting(operators),
    ...Object.fromEntries(facts.map((fact) => [valueName(fact), valuesOf(fact, formerWords)])),
  }
}

/** The values that a fact can have, each with its label; one may tell of any action. */
export function valuesOf(
  { name, type, values = [], members, min, max }: Fact,
  formerWords: Vocabulary['formerWords'],
  action: JsonSchema = ref('action'),
): JsonSchema {
  const { json, hasWords } = typeOf({ type })
  const former = [...(formerWords.get(name) ?? [])].map(([word, present]) => [word, present.join(', ')] as const)
  const words = [...choices(values.map(({ value, label }) => [value, inAll(label)])), ...formerChoices(former)]
  if (json === 'boolean') return { anyOf: choices([[true, 'yes\nya'] as const, [false, 'no\ntidak'] as const]) }
  if (members) return { type: json, anyOf: [...words, action] }
  if (hasWords) return { type: json, anyOf: words }
  return { type: json, ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) }
}

/** Where the values of a fact stand; yes and no stand once for all. */
export function valueName(fact: Fact): string {
  return isYesNo(fact) ? 'value.yes-no' : `value.${fact.name}`
}

function isYesNo(fact: Fact): boolean {
  return typeOf(fact).json === 'boolean'
}

const branches = ['all', 'any', 'not'] as const

const several = { type: 'array', minItems: 1, items: ref('condition') }

const condition: JsonSchema = {
  type: 'object',
  properties: {
    all: { ...several, description: 'All of these hold.' },
    any: { ...several, description: 'At least one of these holds.' },
    not: ref('condition'),
    fact: ref('fact'),
    operator: { title: 'How the fact is compared' },
    value: { title: 'With what the fact is compared' },
  },
  additionalProperties: false,
  if: { anyOf: branches.map(has) },
  [consequence]: { maxProperties: 1 },
  else: ref('comparison'),
}

function comparison(facts: readonly Fact[], former: Vocabulary['formerFacts']): JsonSchema {
  const named = (group: readonly Fact[]) =>
    hasOneOf(
      'fact',
      group.flatMap(({ name }) => [name, ...formerly(name, former)]),
    )
  const yesNo = facts.filter(isYesNo)
  const others = facts.filter((fact) => !isYesNo(fact))
  const groups = [yesNo, ...others.map((fact) => [fact])].filter((group) => group.length > 0)
  return {
    type: 'object',
    properties: { fact: true, operator: true, value: true },
    required: ['fact', 'operator', 'value'],
    allOf: [
      facts.length === 0 ? unknownFact : { if: named(facts), else: unknownFact },
      ...groups.map((group) => ({ if: named(group), [consequence]: fitting(group) })),
    ],
  }
}

/** The names that a fact bore before. */
export function formerly(name: string, former: Vocabulary['formerFacts']): readonly string[] {
  return [...former].flatMap(([before, now]) => (now === name ? [before] : []))
}

/** What may be asked of facts of one type with the same values. */
function fitting(group: readonly Fact[]): JsonSchema {
  const [fact] = group as readonly [Fact]
  return compared(`operator.${fact.type}`, fact.type, ref(valueName(fact)))
}

/** Membership needs a list of values, every other comparison one. */
function compared(operator: string, type: FactType, value: JsonSchema): JsonSchema {
  const one = { properties: { value } }
  if (!typeOf({ type }).operators.includes('in')) return { properties: { operator: ref(operator), value } }
  return {
    properties: { operator: ref(operator) },
    if: hasOneOf('operator', ['in', 'notIn']),
    [consequence]: { properties: { value: { type: 'array', minItems: 1, items: value } } },
    else: one,
  }
}

/** A fact that the pack does not declare may be of any type. */
const unknownFact = compared('operator', 'scale', {
  anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }],
})

const meanings = {
  equal: 'is\nadalah',
  notEqual: 'is known, and is not\ndiketahui, dan bukan',
  in: 'is one of\nadalah salah satu dari',
  notIn: 'is known, and is none of\ndiketahui, dan bukan salah satu dari',
  lessThan: 'is less than\nkurang dari',
  lessThanInclusive: 'is at most\npaling banyak',
  greaterThan: 'is more than\nlebih dari',
  greaterThanInclusive: 'is at least\npaling sedikit',
  contains: 'has among its members\nmencakup',
  doesNotContain: 'is known not to have among its members\ndiketahui tidak mencakup',
} satisfies Record<Operator, string>

function operatorsFitting(fitting: readonly Operator[]): JsonSchema {
  return { type: 'string', anyOf: choices(fitting.map((operator) => [operator, meanings[operator]])) }
}
