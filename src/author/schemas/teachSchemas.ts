import type { Pack } from '../../pack/pack.js'
import { concordanceSetSchema } from '../../teach/concordance/setShape.js'
import { exerciseSchema, exerciseText } from '../../teach/exerciseShape.js'
import { overrideSchema } from '../../teach/override.js'
import { vignetteSchema, vignetteText } from '../../teach/vignette.js'
import { conditionDefs } from './conditionDefs.js'
import { described, fileSchema, type JsonSchema, ref, shapeOf } from './jsonSchema.js'
import { nameDefs, type SchemaOptions } from './nameDefs.js'
import { situationDefs } from './situationSchema.js'

/** The JSON Schema of a vignette. Whether story, facts and goals fit together, the reading of vignettes says. */
export function vignetteFileSchema<S>(pack: Pack<S>, options: SchemaOptions = {}): JsonSchema {
  const defs = { ...conditionDefs(pack), ...nameDefs(pack, options), ...situationDefs(pack, options) }
  const shape = described(shapeOf(vignetteSchema, { text: vignetteText }), vignetteWords)
  return fileSchema(`${pack.name}:vignette`, 'A vignette', whatAVignetteIs, shape, defs)
}

const whatAVignetteIs = 'A story to learn from, with the facts that it tells and those that it holds back.'

const vignetteWords: Readonly<Record<string, string | JsonSchema>> = {
  $schema: 'Which schema fits this file; for editors only.',
  format: 'The version of this shape.',
  story: 'The story, sentence by sentence.',
  'story.*.tells': 'The facts that this sentence tells, so that it is known which one to change with a fact.',
  'story.*.tells.*': ref('fact'),
  facts: ref('situation'),
  heldBack: ref('situation'),
  goals: 'The principles to be learned.',
  'goals.*': ref('principle'),
  level: 'How much it asks of a learner.',
  alike: 'The story told otherwise in what must not matter; the facts stay the same.',
  'alike.*.what': 'What differs, and must not matter.',
  'alike.*.instead': 'The sentences that read otherwise.',
  'alike.*.instead.*.sentence': 'Which sentence, counted from 1.',
  firstQuestions: 'What a supervisor would ask for first, of what the rules would ask.',
  'firstQuestions.*': ref('fact'),
  prompts: 'Questions of the author’s own, asked before the others where the case is talked over.',
  notOffered:
    'Actions, rules, facts and single answers (`fact=answer`) that are no choice in this story, because they are beside the point or told in other words.',
}

/** The JSON Schema of an exercise, whatever pack it comes from. */
export function exerciseFileSchema(): JsonSchema {
  const shape = described(shapeOf(exerciseSchema, { text: exerciseText }), exerciseWords)
  return fileSchema('exercise', 'An exercise', whatAnExerciseIs, shape, {})
}

const whatAnExerciseIs = 'Questions made from a vignette and the rules of a pack, with key, feedback and sources.'

const exerciseWords = {
  format: 'The version of this shape.',
  id: 'Made from the content: the same exercise has the same.',
  packs: 'The rules from which it was made, with version and digest.',
  on: 'The day whose rules were in force.',
  framework: 'The framework that the educator named, if any.',
  seed: 'The same seed gives the same exercise.',
  choices: 'How many choices a question could have at most.',
  'vignette.heldBack': 'What the story holds back, to be told to whoever asks.',
  kind: 'What sort of situation it is.',
  'questions.*.pick': 'One choice, several, or words of one’s own beside a choice that is not marked.',
  'questions.*.principles': 'The principles that it exercises.',
  'questions.*.rationale': 'What the educator should know of the whole question.',
  'questions.*.choices.*.mark': '`partly` earns half; `open` is marked neither right nor wrong.',
  'questions.*.choices.*.side': 'Of a dilemma the side that a reason speaks for; `way` where it says how to go on.',
  otherwise: 'What is asked in the place of another question of those who chose otherwise before.',
  'otherwise.*.insteadOf': 'The question in the place of which it is asked.',
  'otherwise.*.where': 'The choice of those who are asked it.',
  principles: 'The principles named above, in words.',
  sources: 'The sources named above, with how far they were verified.',
}

/** The JSON Schema of a concordance set, whatever pack it comes from. */
export function concordanceFileSchema(): JsonSchema {
  const shape = described(shapeOf(concordanceSetSchema, { text: exerciseText }), concordanceWords)
  return fileSchema('concordance', 'A concordance set', whatASetIs, shape, {})
}

const whatASetIs =
  'Options, what one then learns, and how far that moves one; its key is how a panel of people answers.'

const concordanceWords = {
  $schema: 'Which schema fits this file; for editors only.',
  format: 'The version of this shape.',
  packs: 'The rules from which it was made, with version and digest.',
  on: 'The day whose rules were in force.',
  'items.*.id': '`i1`, `i2` and so on, as in the tables of answers.',
  'items.*.option': 'What one thinks of doing.',
  'items.*.newFact': 'What one then learns.',
  'items.*.from': 'Whether the story holds it back, one fact of it is otherwise, or the teacher wrote it (`own`).',
  'items.*.action': 'The action of the pack of which it is made.',
  'items.*.fact': 'The fact of the pack of which it is made.',
}

/** The JSON Schema of what a teacher would have otherwise in the key of an exercise. */
export function overrideFileSchema(): JsonSchema {
  const shape = described(shapeOf(overrideSchema, { text: exerciseText }), overrideWords)
  return fileSchema('override', 'A key of one’s own', whatAnOverrideIs, shape, {})
}

const whatAnOverrideIs = 'What a teacher would have otherwise in the key of one exercise.'

const overrideWords = {
  $schema: 'Which schema fits this file; for editors only.',
  format: 'The version of this shape.',
  exercise: 'The id of the exercise for which it is written; it fits no other.',
  'questions.*.question': 'The id of a question of the exercise: `q6-ask-first`.',
  'questions.*.leaveOut': 'Whether the question is left out.',
  'questions.*.choices.*.choice': 'The letter of a choice of that question.',
  'questions.*.choices.*.leaveOut': 'Whether the choice is left out.',
  'questions.*.choices.*.mark': '`partly` earns half; `open` is marked neither right nor wrong.',
  'questions.*.choices.*.feedback': 'What is said of the choice, in the teacher’s own words.',
}
