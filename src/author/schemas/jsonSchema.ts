import * as z from 'zod'
import { TimbangError } from '../../errors.js'
import { textSchema } from '../../pack/texts/textSchema.js'
import { locales, type Text } from '../../vocabulary.js'

/** A JSON Schema (2020-12) as plain data: what an editor or a validator reads to know what a file may hold. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** Parts of a schema that others refer to, by name. */
export type Defs = Readonly<Record<string, JsonSchema>>

/**
 * The JSON Schema of a zod shape. Texts in every language become one definition; no `format` is used, since a pattern
 * says the same and validators do not agree on formats; no list of types, which strict validators refuse.
 * @param named parts that become definitions, by name
 */
export function shapeOf(shape: z.ZodType, named: Readonly<Record<string, z.ZodType>> = {}): JsonSchema {
  const metadata = z.registry<{ id: string }>()
  for (const [id, part] of Object.entries({ text: textSchema, ...named })) metadata.add(part, { id })
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', metadata, unrepresentable: 'any' })
  return strict(schema) as JsonSchema
}

/** What strict validators accept: one type each, and patterns in the place of formats. */
function strict(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(strict)
  if (typeof part !== 'object' || part === null) return part
  const { type, format, ...rest } = Object.fromEntries(Object.entries(part).map(([key, held]) => [key, strict(held)]))
  return {
    ...(Array.isArray(type) ? { anyOf: type.map((one) => ({ type: one })) } : type !== undefined && { type }),
    ...(typeof format === 'object' && { format }),
    ...rest,
  }
}

/**
 * Words and parts for places of a shape: `event.params.must.*` are the members of a list. A text is a description;
 * a schema with `$ref` stands in the place of what was there, any other is added to it.
 * @throws TimbangError `broken-invariant` where the shape has no such place
 */
export function described(schema: JsonSchema, parts: Readonly<Record<string, string | JsonSchema>>): JsonSchema {
  return Object.entries(parts).reduce((held, [path, part]) => changedAt(held, path.split('.'), part), schema)
}

function changedAt(schema: unknown, [step, ...rest]: readonly string[], part: string | JsonSchema): JsonSchema {
  if (typeof schema !== 'object' || schema === null)
    throw new TimbangError('broken-invariant', [{ place: ['schema', step].join('.'), message: 'is no part of it' }])
  const held = schema as JsonSchema
  if (step === undefined) return changed(held, part)
  if (step === '*') return { ...held, items: changedAt(held.items, rest, part) }
  const properties = held.properties as JsonSchema | undefined
  return { ...held, properties: { ...properties, [step]: changedAt(properties?.[step], rest, part) } }
}

function changed(held: JsonSchema, part: string | JsonSchema): JsonSchema {
  if (typeof part === 'string') return { ...held, description: part }
  return '$ref' in part ? part : { ...held, ...part }
}

/** The keyword for what must hold where `if` does; an object with it under its own name would read like a promise. */
export const consequence = 'then'

/** What stands under a name among the definitions. */
export function ref(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` }
}

/** An object that has the key. */
export function has(key: string): JsonSchema {
  return { properties: { [key]: true }, required: [key] }
}

/** An object whose text under the key is one of some. */
export function hasOneOf(key: string, texts: readonly string[]): JsonSchema {
  return { properties: { [key]: { enum: texts } }, required: [key] }
}

/** One of some values, each with what it means; an editor offers them and shows the meaning. */
export function choices(values: Iterable<readonly [value: unknown, meaning: string]>): readonly JsonSchema[] {
  return [...values].map(([value, description]) => ({ const: value, description }))
}

/** Names that something bore before: still understood, and marked so that the present name is taken. */
export function formerChoices(names: Iterable<readonly [former: string, present: string]>): readonly JsonSchema[] {
  return [...names].map(([former, present]) => ({ const: former, deprecated: true, description: `now ${present}` }))
}

/** The same in every language in which it is, one a line. */
export function inAll(text: Text): string {
  return locales.flatMap((locale) => text[locale] ?? []).join('\n')
}

/** A key that names the schema of a file, for editors. */
export const schemaKey = { $schema: { type: 'string', description: 'Which schema fits this file; for editors only.' } }

/** The schema with texts in some languages only. */
export function inLocales(schema: JsonSchema, languages: readonly string[]): JsonSchema {
  const { text, ...others } = (schema.$defs ?? {}) as Record<string, JsonSchema>
  if (text?.required === undefined) return schema
  const [known, shape] = [text.properties as JsonSchema, Object.values(text.properties as JsonSchema)[0]]
  const properties = Object.fromEntries(languages.map((one) => [one, known[one] ?? shape]))
  return { ...schema, $defs: { ...others, text: { ...text, properties, required: languages } } }
}

/** The schema of a file: what it is called and holds, and of the definitions those that it uses. */
export function fileSchema(id: string, title: string, description: string, shape: JsonSchema, defs: Defs): JsonSchema {
  const { $defs: own, ...rest } = shape
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:timbang:${id.replaceAll(' ', '')}`,
    title,
    description,
  }
  const whole = { ...head, ...rest }
  const used = usedBy(whole, { ...defs, ...(own as Defs | undefined) })
  return Object.keys(used).length === 0 ? whole : { ...whole, $defs: used }
}

/** The shape of a file that may name its schema. */
export function withSchemaKey(shape: JsonSchema): JsonSchema {
  return { ...shape, properties: { ...schemaKey, ...(shape.properties as JsonSchema | undefined) } }
}

function usedBy(schema: JsonSchema, defs: Defs): Defs {
  const used: Record<string, JsonSchema> = {}
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    const name = String((part as JsonSchema).$ref ?? '').replace('#/$defs/', '')
    const def = defs[name]
    if (def && !(name in used)) {
      used[name] = def
      visit(def)
    }
    for (const inner of Object.values(part)) visit(inner)
  }
  visit(schema)
  return Object.fromEntries(Object.entries(defs).filter(([name]) => name in used))
}
