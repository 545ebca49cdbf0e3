import type { Pack } from '../../pack/pack.js'
import type { Defs, JsonSchema } from './jsonSchema.js'
import type { SchemaOptions } from './nameDefs.js'
import { packSchemas } from './schemas.js'

/**
 * The JSON Schemas of a pack as small files that lie in one folder: what several of them define alike stands once, in
 * `names`, and they refer to it there. What an editor shows is cut to a line; `packSchemas` says all, each in itself.
 */
export function schemaFiles<S>(pack: Pack<S>, options: SchemaOptions = {}): Readonly<Record<string, JsonSchema>> {
  const all = Object.entries(packSchemas(pack, options)).map(([name, schema]) => [name, brief(schema)] as const)
  const ofPack = all.filter(([, { $id }]) => String($id).startsWith(`urn:timbang:${pack.name}:`))
  const shared = sharedDefs(ofPack.map(([, schema]) => defsOf(schema)))
  const id = (name: string) => `timbang:/${pack.name}/${name}.json`
  const files = ofPack.map(([name, schema]) => [name, { ...referring(schema, shared), $id: id(name) }])
  return {
    ...Object.fromEntries([...all, ...files]),
    [names]: { ...head, $id: id(names), $defs: shared },
  }
}

const names = 'names'

const head = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The names of a pack',
  description:
    'What several schemas of the pack hold: its facts with their values, actions, principles, rules, sources.',
}

function defsOf({ $defs = {} }: JsonSchema): Defs {
  return $defs as Defs
}

/** The schema without what is shared, to which it refers. */
function referring({ $defs, ...rest }: JsonSchema, shared: Defs): JsonSchema {
  const own = Object.entries(defsOf({ $defs })).filter(([name]) => !(name in shared))
  return pointed({ ...rest, ...(own.length > 0 && { $defs: Object.fromEntries(own) }) }, shared)
}

/** What stands in several schemas and is the same wherever it stands, with all that it refers to. */
function sharedDefs(schemas: readonly Defs[]): Defs {
  const said = new Map<string, readonly string[]>()
  for (const [name, def] of schemas.flatMap((defs) => Object.entries(defs)))
    said.set(name, [...(said.get(name) ?? []), JSON.stringify(def)])
  const alike = [...said].filter(([, texts]) => texts.length > 1 && new Set(texts).size === 1).map(([name]) => name)
  const defs = Object.assign({}, ...schemas) as Defs
  return closed(Object.fromEntries(alike.map((name) => [name, defs[name] as JsonSchema])))
}

/** Those of the definitions that refer to none but each other. */
function closed(defs: Defs): Defs {
  const held = Object.entries(defs).filter(([, def]) => referred(def).every((name) => name in defs))
  return held.length === Object.keys(defs).length ? defs : closed(Object.fromEntries(held))
}

const local = '#/$defs/'

function referred(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return []
  const { $ref } = part as JsonSchema
  return [...(typeof $ref === 'string' ? [$ref.replace(local, '')] : []), ...Object.values(part).flatMap(referred)]
}

/** The part with its references to what is shared leading there. */
function pointed<T>(part: T, shared: Defs): T {
  return changedWithin(part, (key, held) => {
    const shares = key === '$ref' && typeof held === 'string' && held.replace(local, '') in shared
    return shares ? `${names}.json${held}` : held
  })
}

/** How much of a text is shown, of each language. */
const shown = 72

/** The part with its descriptions cut; what nothing is said of but a description, as a text to translate, is named only. */
function brief<T>(part: T): T {
  return changedWithin(part, (key, held) => {
    if (key === 'description' && typeof held === 'string') return held.split('\n').map(excerpt).join('\n')
    return isOnlyDescribed(held) ? {} : held
  })
}

function isOnlyDescribed(held: unknown): boolean {
  return typeof held === 'object' && held !== null && Object.keys(held).join() === 'description'
}

function excerpt(line: string): string {
  if (line.length <= shown) return line
  return `${line.slice(0, line.lastIndexOf(' ', shown))} …`
}

/** The same in which each thing held under a key may be another. */
function changedWithin<T>(part: T, change: (key: string, held: unknown) => unknown): T {
  if (Array.isArray(part)) return part.map((held) => changedWithin(held, change)) as T
  if (typeof part !== 'object' || part === null) return part
  const changed = Object.entries(part).map(([key, held]) => [key, changedWithin(change(key, held), change)])
  return Object.fromEntries(changed) as T
}
