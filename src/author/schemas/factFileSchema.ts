import { type FactType, factTypes, typeOf } from '../../pack/factTypes/factTypes.js'
import type { Pack } from '../../pack/pack.js'
import { packSourceSchema } from '../../pack/packSource.js'
import { conditionDefs } from './conditionDefs.js'
import { consequence, described, fileSchema, has, hasOneOf, type JsonSchema, ref, shapeOf } from './jsonSchema.js'
import { nameDefs, type SchemaOptions } from './nameDefs.js'

/**
 * The JSON Schema of the file of a pack's facts. A fact may be derived from others of the file, so those of the pack are
 * offered and others admitted; circles, values that do not exist and dangers without a safe value the loader finds.
 */
export function factFileSchema<S>(pack: Pack<S>, options: SchemaOptions = {}): JsonSchema {
  const { fact } = nameDefs(pack, { open: true })
  const defs = { ...nameDefs(pack, options), ...conditionDefs(pack), fact: fact as JsonSchema }
  const shape = described(shapeOf(packSourceSchema.shape.facts), parts)
  return fileSchema(`${pack.name}:facts`, 'The facts of a pack', whatFactsAre, shape, defs)
}

const whatFactsAre = 'What can be said of a situation, with the question that asks for it.'

/** What goes with a type of fact, and what does not. */
function withType(type: FactType): JsonSchema {
  const shape = typeOf({ type })
  const value = { type: shape.json }
  const properties = {
    values: shape.hasWords,
    ...(!shape.hasLimits && { min: false, max: false }),
    ...(!shape.canBeDerived && { derivedFrom: false }),
    danger: shape.canMarkDanger && only(value),
    presume: shape.canBePresumed && being(value),
  }
  return { properties, ...(shape.hasWords && { anyOf: [has('values'), has('ofActions')] }) }
}

function only(items: JsonSchema): JsonSchema {
  return { type: 'array', items }
}

function being(value: JsonSchema): JsonSchema {
  return { type: 'object', properties: { value } }
}

const parts: Readonly<Record<string, string | JsonSchema>> = {
  '*': {
    anyOf: [has('ask'), has('derivedFrom'), has('ofActions')],
    dependentRequired: { findOutBy: ['danger'], makesDone: ['ofActions'], class: ['ask'] },
    dependentSchemas: { presume: { properties: { derivedFrom: false, danger: false } } },
    allOf: factTypes.map((type) => ({ if: hasOneOf('type', [type]), [consequence]: withType(type) })),
  },
  '*.name': {
    description: 'A dotted name such as `risk.severity`: a positive statement.',
    not: { pattern: '^summary\\.' },
  },
  '*.label': 'What it says, as it is shown.',
  '*.topic': 'What a worker would say it is about, where a consultation opens with it; else the name is shown.',
  '*.ask': 'The question that asks for it.',
  '*.why': 'Why it is asked.',
  '*.class':
    'How it is told from a story: stated there, following by criteria, or judged by a person alone. What is not marked is judged.',
  '*.criteria': 'What counts, so that two who read a story come to the same; also for each of its values.',
  '*.type': 'What it can be: yes or no, one of a list, some of a list, one on a scale (lowest first), or a number.',
  '*.values': 'The words it can have; of a scale the lowest first.',
  '*.danger': 'The values that mark danger to someone.',
  '*.findOutBy': ref('action'),
  '*.presume': 'The value taken while it is not stated, always shown as an assumption.',
  '*.presume.sources.*': ref('source'),
  '*.presume.where': 'Other reasons, each told instead where its conditions hold: the first of them.',
  '*.presume.where.*.conditions': ref('condition'),
  '*.presume.where.*.sources.*': ref('source'),
  '*.derivedFrom': ref('condition'),
  '*.ofActions': 'Tells which actions of the catalogue are in some state; `values` are those that are asked for.',
  '*.makesDone': 'What is so is done: it is told as done, and not asked for again.',
  '*.makesDone.next': 'What follows where the action says nothing itself.',
  '*.values.*.aliases': 'Words that said it before; situations and rules that still use one mean this one.',
  '*.protected': 'Gender, origin, religion and the like: read by protective rules only.',
  '*.background': 'Says who, where or when; by itself no reason to ask further.',
  '*.toldWithStory':
    'Opens a matter of its own: asked only where its group holds such facts alone and one of them is stated.',
  '*.need':
    'Its values are needs: what a rule asks for on one of them alone answers it, and the check names what asks for that where it is denied.',
  '*.aliases': 'Names that it bore before; situations and rules that still use one mean this fact.',
}
