import type { Pack } from '../../pack/pack.js'
import { sayingsFileSchema as sayingsShape } from '../../pack/sayings/sayings.js'
import { described, fileSchema, type JsonSchema, ref, shapeOf, withSchemaKey } from './jsonSchema.js'
import { nameDefs, type SchemaOptions } from './nameDefs.js'

/** The JSON Schema of a file of sayings: how people say facts and values. Which value fits its fact, the loader says. */
export function sayingsFileSchema<S>(pack: Pack<S>, options: SchemaOptions = {}): JsonSchema {
  const shape = described(withSchemaKey(shapeOf(sayingsShape)), parts)
  return fileSchema(
    `${pack.name}:sayings`,
    'How people say the facts of a pack',
    whatTheyAre,
    shape,
    nameDefs(pack, options),
  )
}

const whatTheyAre =
  'In which words a story tells a fact, by language or dialect; it opens matters and offers statements, and changes no advice.'

const parts: Readonly<Record<string, string | JsonSchema>> = {
  matter: 'What a story can be about, as everyday statements to tick.',
  'matter.order': 'Its place among the matters, the lowest first.',
  'matter.open': 'It stands open at first sight.',
  'matter.statements.*.fact': ref('fact'),
  'matter.statements.*.says': 'A short everyday sentence.',
  'matter.facts.*': ref('fact'),
  first: 'What is asked of everybody before anything else, in everyday words.',
  'first.*.fact': ref('fact'),
  'first.*.says': 'The question, as short as can be.',
  'first.*.values': 'What answers are called there; one that is not named keeps its label.',
  'sayings.*.fact': ref('fact'),
  'sayings.*.value': 'The value that is told; without it a number, where `#` stands in the words.',
  'sayings.*.says':
    'By language tag, what people say: `/` between words that may stand for each other, `#` for a number, `=` before a word that is heard only as it is written.',
  'companions.*.of.fact': ref('fact'),
  'companions.*.offer.*': ref('fact'),
  'companions.*.offer': 'What is worth asking once that was heard, the likeliest first.',
  'often.*.fact': ref('fact'),
  'often.*.share': 'In which share of coded stories it is told.',
  'often.*.background': 'It stands behind what happened, and comes after what was heard of that.',
  speech:
    'The words by which a language denies, doubts, passes on what others say, and counts; and words that tell nothing.',
  'speech.forbidden': 'How somebody asks that something be left: what comes after it is not told, but asked not to be.',
  'speech.asking': 'The words by which somebody asks or says something.',
  'speech.unstemmed': 'Words that are no forms of the word to which their endings point.',
  'speech.short': 'What is written short, each with the word that it stands for.',
}
