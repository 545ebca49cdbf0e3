import type { Pack } from '../../pack/pack.js'
import { settlements } from '../../vocabulary.js'
import { actionParts, caseFileSchema } from '../cases/caseFile.js'
import { conditionDefs } from './conditionDefs.js'
import { described, fileSchema, type JsonSchema, ref, shapeOf } from './jsonSchema.js'
import { nameDefs, type SchemaOptions } from './nameDefs.js'
import { situationDefs } from './situationSchema.js'

/** The JSON Schema of a file of cases. Whether a name stands in it twice, the reading of cases says. */
export function casesSchema<S>(pack: Pack<S>, options: SchemaOptions = {}): JsonSchema {
  const defs = { ...conditionDefs(pack), ...nameDefs(pack, options), ...situationDefs(pack, options) }
  return fileSchema(
    `${pack.name}:cases`,
    'A file of cases',
    whatTheyAre,
    described(shapeOf(caseFileSchema), parts),
    defs,
  )
}

const whatTheyAre = 'Situations with all that the advice says of force, sets aside, leaves undecided and asks.'

const expect = 'cases.*.expect'

const marks = {
  always: 'Those of the actions that are standing duties.',
  firm: 'Those of the actions that hold whatever is still not known.',
  depends: 'Those of the actions that depend on a danger not yet known; what is neither firm nor depends is presumed.',
  divided: 'Those of the actions of which published positions say different things.',
}

const actions: JsonSchema = { type: 'array', items: ref('action') }
const side: JsonSchema = { type: 'string', anyOf: [ref('principle'), ref('rule')] }

const parts: Readonly<Record<string, string | JsonSchema>> = {
  $schema: 'Which schema fits this file; for editors only.',
  'cases.*.name': 'A sentence that a supervisor could confirm.',
  'cases.*.note': 'What a reader should know besides.',
  'cases.*.situation': ref('situation'),
  'cases.*.options': 'The framework that the advice is to follow, and the day whose rules are in force.',
  'cases.*.options.framework': ref('framework'),
  [expect]: 'All that the advice says of force, sets aside, leaves undecided and asks; what is empty is left out.',
  ...Object.fromEntries(actionParts.map((part) => [`${expect}.${part}.*`, ref('action')])),
  ...Object.fromEntries(Object.entries(marks).map(([mark, meaning]) => [`${expect}.${mark}`, meaning])),
  [`${expect}.setAside`]: {
    description: 'What gave way, each with what is still owed to it.',
    propertyNames: ref('action'),
    additionalProperties: actions,
  },
  [`${expect}.settledBy`]: {
    description: 'What settled it, for each that gave way.',
    propertyNames: ref('action'),
    additionalProperties: { type: 'array', minItems: 1, items: { enum: settlements } },
  },
  [`${expect}.dilemmas`]: 'The principles, or the rules, between which nothing decides.',
  [`${expect}.dilemmas.*`]: { prefixItems: [side, side] },
  [`${expect}.questions`]: {
    description: 'The facts asked for, in their order.',
    anyOf: [
      { const: 'openers', description: 'Nothing but what is asked first.' },
      { type: 'array', minItems: 1, items: ref('fact') },
    ],
  },
}
