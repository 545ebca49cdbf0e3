import { optionsGiven } from '../../options.js'
import type { Pack } from '../../pack/pack.js'
import { adviceSchema } from './adviceSchema.js'
import { casesSchema } from './casesSchema.js'
import { factFileSchema } from './factFileSchema.js'
import { headerFileSchema, translationsFileSchema } from './headerSchemas.js'
import { invariantsFileSchema } from './invariantsFileSchema.js'
import { inLocales, type JsonSchema } from './jsonSchema.js'
import { listSchema } from './listSchemas.js'
import type { SchemaOptions } from './nameDefs.js'
import { recordSchema } from './recordSchema.js'
import { ruleFileSchema } from './ruleFileSchema.js'
import { sayingsFileSchema } from './sayingsSchema.js'
import { situationSchema } from './situationSchema.js'
import { concordanceFileSchema, exerciseFileSchema, overrideFileSchema, vignetteFileSchema } from './teachSchemas.js'

/**
 * The JSON Schemas (2020-12) of all that an author writes for a pack, of its situations, of an advice and of a decision record,
 * and of vignettes, exercises, keys of one's own and concordance sets, by file name.
 * `open` admits, beside the names of the pack, those that another adds; a situation holds what the pack declares.
 */
export function packSchemas<S>(pack: Pack<S>, given: SchemaOptions = {}): Readonly<Record<string, JsonSchema>> {
  const options = optionsGiven<SchemaOptions>(given, { open: true })
  const schemas = {
    situation: situationSchema(pack),
    rules: ruleFileSchema(pack, options),
    pack: headerFileSchema(pack, options),
    facts: factFileSchema(pack, options),
    principles: listSchema('principles', pack, options),
    actions: listSchema('actions', pack, options),
    roles: listSchema('roles', pack, options),
    sources: listSchema('sources', pack, options),
    frameworks: listSchema('frameworks', pack, options),
    contacts: listSchema('contacts', pack, options),
    translations: translationsFileSchema(pack, options),
    invariants: invariantsFileSchema(pack, options),
    sayings: sayingsFileSchema(pack, options),
    cases: casesSchema(pack, options),
    advice: adviceSchema(),
    vignette: vignetteFileSchema(pack, options),
    exercise: exerciseFileSchema(),
    override: overrideFileSchema(),
    concordance: concordanceFileSchema(),
    record: recordSchema(),
  }
  const { locales } = pack.header
  if (locales === undefined) return schemas
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, inLocales(schema, locales)]))
}
