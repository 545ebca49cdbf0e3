import type { Fact } from '../../pack/fact.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import type { Pack } from '../../pack/pack.js'
import { formerly, valueName, valuesOf } from './conditionDefs.js'
import { type Defs, fileSchema, inAll, type JsonSchema, ref } from './jsonSchema.js'
import { factWords, nameDefs, type SchemaOptions, type Vocabulary } from './nameDefs.js'

/**
 * The JSON Schema of the situations that a pack understands: its facts, nested, with their questions and values.
 * That what is stated does not contradict what follows from other facts, the library says.
 */
export function situationSchema<S>(pack: Pack<S>, options: SchemaOptions = {}): JsonSchema {
  const { situation, ...values } = situationDefs(pack, options)
  return fileSchema(`${pack.name}:situation`, 'A situation', whatItIs, situation as JsonSchema, values)
}

const whatItIs = 'The stated facts of a case. What is left out is not known; `null`: asked, and still not known.'

/** A situation and the values of its facts, for schemas that hold situations. */
export function situationDefs(pack: Vocabulary, { open = false }: SchemaOptions): Defs {
  const root: Branch = new Map([['summary', summary]])
  const facts = [...pack.facts.values()]
  for (const fact of facts) place(fact.name, ref(statedName(fact, open)), root)
  for (const [former, name] of pack.formerFacts) {
    const schema = statedSchema(pack.facts.get(name) as Fact, open)
    place(former, { ...schema, deprecated: true, description: `now ${name}` }, root)
  }
  const stated = facts.map((fact) => [statedName(fact, open), statedSchema(fact, open)])
  const action = open ? undefined : ref(declaredAction)
  const values = facts.map((fact) => [saidName(fact, open), valuesOf(fact, pack.formerWords, action)])
  return {
    situation: { ...objectOf(root, open), ...onceEach(pack) },
    ...Object.fromEntries([...stated, ...values]),
    ...(!open && facts.some(isOfActions) && { [declaredAction]: nameDefs(pack, {}).action as JsonSchema }),
  }
}

const declaredAction = 'declared.action'

/** Where the values of a fact stand; where only actions of the pack may be said, apart from what rules of other packs may compare. */
function saidName(fact: Fact, open: boolean): string {
  return isOfActions(fact) && !open ? `declared.${valueName(fact)}` : valueName(fact)
}

function statedName(fact: Fact, open: boolean): string {
  return isOfActions(fact) && !open ? `declared.${fact.name}` : `stated.${fact.name}`
}

function isOfActions({ members }: Fact): boolean {
  return members !== undefined
}

/** No fact is stated under two of its names. */
function onceEach({ formerFacts }: Vocabulary): JsonSchema {
  const names = [...new Set(formerFacts.values())].map((name) => [name, ...formerly(name, formerFacts)])
  const pairs = names.flatMap((all) => all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other])))
  return pairs.length === 0 ? {} : { allOf: pairs.map((pair) => ({ not: { allOf: pair.map(states) } })) }
}

function states(name: string): JsonSchema {
  const stated = (held: JsonSchema | true, key: string) => ({
    type: 'object',
    properties: { [key]: held },
    required: [key],
  })
  return name.split('.').reduceRight<JsonSchema | true>(stated, true) as JsonSchema
}

const summary: JsonSchema = {
  type: 'string',
  maxLength: 20_000,
  description: 'Free text for people. No rule reads it, and it reaches no advice.',
}

type Branch = Map<string, Branch | JsonSchema>

function place(name: string, stated: JsonSchema, root: Branch): void {
  const path = name.split('.')
  const last = path.pop() as string
  const branch = path.reduce((outer, part) => {
    const inner = (outer.get(part) as Branch | undefined) ?? new Map()
    outer.set(part, inner)
    return inner
  }, root)
  branch.set(last, stated)
}

/** A group of facts; one in which all names are former ones is no group where nothing is stated in it. */
function objectOf(branch: Branch, open: boolean): JsonSchema {
  const members = [...branch].map(([key, held]) => [key, held instanceof Map ? objectOf(held, open) : held] as const)
  return {
    type: 'object',
    properties: Object.fromEntries(members),
    ...(isFormer(branch) && { minProperties: 1 }),
    ...(!open && { additionalProperties: false }),
  }
}

function isFormer(branch: Branch): boolean {
  return [...branch.values()].every((held) => (held instanceof Map ? isFormer(held) : held.deprecated === true))
}

const notKnown: JsonSchema = {
  const: null,
  description: 'asked, and still not known\nsudah ditanyakan, dan belum diketahui',
}

/** A value of the fact, with the question; of a list of members one, those that are so, or what is said of each. */
function statedSchema(fact: Fact, open: boolean): JsonSchema {
  const description = factWords(fact)
  const value = ref(saidName(fact, open))
  const { input, jsonSchema } = typeOf(fact)
  if (jsonSchema) return { description, anyOf: [jsonSchema(fact), notKnown] }
  if (input !== 'members') return { description, anyOf: [value, notKnown] }
  const several = { type: 'array', minItems: 1, maxItems: 200, items: value }
  return { description, anyOf: [value, several, saidOfEach(fact, open), notKnown] }
}

function saidOfEach(fact: Fact, open: boolean): JsonSchema {
  const { values = [], members: others } = fact
  const so = { anyOf: [{ type: 'boolean' }, notKnown] }
  if (others) return { type: 'object', propertyNames: ref(saidName(fact, open)), additionalProperties: so }
  const members = values.map(({ value, label }) => [value, { description: inAll(label), ...so }])
  return { type: 'object', properties: Object.fromEntries(members), additionalProperties: false }
}
