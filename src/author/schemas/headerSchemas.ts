import type { Pack } from '../../pack/pack.js'
import { mergedParts } from '../../pack/packParts.js'
import { extensionHeaderSchema, headerSchema, translationsSchema } from '../../pack/packSource.js'
import { textsOf } from '../../pack/texts/translations.js'
import { conditionDefs } from './conditionDefs.js'
import {
  consequence,
  described,
  fileSchema,
  has,
  inAll,
  type JsonSchema,
  ref,
  schemaKey,
  shapeOf,
  withSchemaKey,
} from './jsonSchema.js'
import { nameDefs, type SchemaOptions } from './nameDefs.js'

/** The JSON Schema of `pack.json`: what a pack says of itself, or one that extends another. */
export function headerFileSchema<S>(pack: Pack<S>, options: SchemaOptions = {}): JsonSchema {
  const { $defs, ...header } = described(withSchemaKey(shapeOf(headerSchema)), { ...common, ...whole })
  const { $defs: _, ...extension } = described(withSchemaKey(shapeOf(extensionHeaderSchema)), {
    ...common,
    extends: based,
  })
  const shape = { type: 'object', $defs, if: has('extends'), [consequence]: ref('extension'), else: ref('header') }
  return fileSchema(`${pack.name}:pack`, 'The head of a pack', whatAHeadIs, shape, {
    ...nameDefs(pack, options),
    ...conditionDefs(pack),
    header,
    extension,
  })
}

const whatAHeadIs = 'Name and version, what is asked first, how danger is found out, what to do where nothing decides.'

const common: Readonly<Record<string, string | JsonSchema>> = {
  name: 'A name in kebab-case, by which others extend it and an advice cites it.',
  version: 'A version such as `1.0.0`.',
  title: 'As it is shown.',
  locales: 'The languages of its texts, where it does not speak all of them.',
  asOf: 'The day whose rules are in force where no other is asked for, as `YYYY-MM-DD`.',
  openers: 'The facts that are asked for first, with nothing stated.',
  'openers.*': ref('fact'),
}

const whole: Readonly<Record<string, string | JsonSchema>> = {
  panels:
    'What is asked first once a sign of danger is told, the same of everybody; it changes only the order of questions.',
  'panels.*.name': 'A name in kebab-case.',
  'panels.*.when': ref('condition'),
  'panels.*.asks': 'The facts that are asked for, in this order; those about danger before all others.',
  'panels.*.asks.*': ref('fact'),
  'panels.*.sources.*': ref('source'),
  jurisdiction: 'The countries for whose law alone it is made; of another it refuses a situation.',
  'jurisdiction.*': ref('jurisdiction'),
  findOut: 'How danger is found out: by the action that an open danger fact names, while a sign of danger is stated.',
  'findOut.principle': ref('principle'),
  'findOut.role': ref('role'),
  'findOut.sources.*': ref('source'),
  whenUndecided: 'What to do where serious duties collide and nothing settles which prevails.',
  'whenUndecided.actions.*': ref('action'),
  'whenUndecided.sources.*': ref('source'),
}

const based = 'The name of the pack that this one adds to.'

/**
 * The JSON Schema of other words for the texts of a pack, in its languages or in more; each text is offered by its place,
 * and what it says now is shown.
 */
export function translationsFileSchema<S>(pack: Pack<S>, { open = false }: SchemaOptions = {}): JsonSchema {
  const texts = [...textsOf(mergedParts(pack.parts).source)].map(([place, text]) => [
    place,
    { description: inAll(text) },
  ])
  const { tag, words } = translationParts()
  const worded = {
    type: 'object',
    properties: Object.fromEntries(texts),
    allOf: [{ additionalProperties: ref('words') }],
    ...(!open && { additionalProperties: false }),
  }
  const shape = {
    type: 'object',
    properties: schemaKey,
    propertyNames: { anyOf: [{ const: '$schema' }, tag] },
    additionalProperties: ref('worded'),
  }
  return fileSchema(`${pack.name}:translations`, 'Translations of a pack', whatTranslationsAre, shape, {
    words,
    worded,
  })
}

const whatTranslationsAre = 'By language, then by the place of a text: `actions · assess-risk · label`.'

/** What a language is written as, and what a text may hold. */
function translationParts() {
  const { propertyNames, additionalProperties } = shapeOf(translationsSchema)
  const { additionalProperties: words } = additionalProperties as { additionalProperties: JsonSchema }
  return { tag: propertyNames as JsonSchema, words }
}
