import * as z from 'zod'
import { issuesOf, TimbangError } from '../errors.js'
import { dottedPath } from '../pack/issuePlace.js'
import { plainCopy } from '../pack/plainData.js'
import { daySchema, nameSchema, shownText } from '../pack/texts/textSchema.js'
import { kinds, type Text, urgencies, verifications } from '../vocabulary.js'
import { vignetteLevels } from './vignette.js'

/** What a question asks for. */
export const questionKinds = [
  'is-it-a-dilemma',
  'must',
  'must-not',
  'principle',
  'reasons',
  'decision',
  'ask-first',
  'turning-point',
  'owed',
  'framework',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** How an answer is given: one choice, several, or words of one’s own beside a choice that is not marked. */
const picks = ['one', 'several', 'own-words'] as const

/** Whether a choice is right; `partly` earns half, `open` is marked neither right nor wrong, since nothing decides it. */
const marks = ['right', 'partly', 'wrong', 'open'] as const

/**
 * Where a choice comes from: the rules that hold here, or, of what is not right, a rule in doubt, a rule beside those that
 * hold, or the same case with one fact different. Whether it is a dilemma has a fixed list of answers; of those that no such
 * case would give, the origin is the list.
 */
export const origins = ['key', 'rule-in-doubt', 'neighbouring-rule', 'flipped-case', 'fixed-list'] as const
export type Origin = (typeof origins)[number]

/** A text as an exercise carries it, in every language. */
export const exerciseText: z.ZodType<Text> = z.strictObject({ en: shownText(10_000), id: shownText(10_000) })

const names = z.array(z.string().max(200)).max(200).readonly()
const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'must be a name of small letters, digits and hyphens')

export const choiceSchema = z
  .strictObject({
    id: idSchema,
    says: exerciseText,
    mark: z.enum(marks),
    feedback: exerciseText,
    from: z.enum(origins),
    /** Of a dilemma the side that a reason speaks for; `way` where it says how to go on. */
    side: z.enum(['a', 'b', 'way']).optional(),
    rules: names,
    principles: names,
    sources: names,
  })
  .readonly()
export type Choice = z.infer<typeof choiceSchema>

export const questionSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(questionKinds),
    ask: exerciseText,
    pick: z.enum(picks),
    choices: z.array(choiceSchema).min(2).max(10).readonly(),
    principles: names,
    /** What the educator should know of the whole question. */
    rationale: exerciseText,
  })
  .readonly()
export type ExerciseQuestion = z.infer<typeof questionSchema>

const partSchema = z
  .strictObject({ name: nameSchema, version: z.string().max(100), title: exerciseText, digest: z.string().max(64) })
  .readonly()

const storySchema = z
  .strictObject({
    name: nameSchema,
    title: exerciseText,
    story: z.array(exerciseText).min(1).max(40).readonly(),
    level: z.enum(vignetteLevels),
    goals: z.array(nameSchema).min(1).max(10).readonly(),
    /** What the story holds back, to be told to whoever asks. */
    heldBack: z
      .array(z.strictObject({ ask: exerciseText, answer: exerciseText }).readonly())
      .max(200)
      .readonly(),
  })
  .readonly()

const principleSchema = z.strictObject({ label: exerciseText, means: exerciseText }).readonly()
const sourceSchema = z.strictObject({ cite: exerciseText, verified: z.enum(verifications) }).readonly()

/** An exercise: plain JSON with its texts in every language and the rules it comes from, to be graded without the pack. */
export const exerciseSchema = z.strictObject({
  format: z.literal(1),
  id: idSchema,
  packs: z.array(partSchema).min(1).max(50).readonly(),
  on: daySchema,
  framework: z.string().max(200).optional(),
  seed: z.int(),
  /** How many choices a question could have at most. */
  choices: z.int().min(3).max(8),
  vignette: storySchema,
  kind: z.enum(kinds),
  urgency: z.enum(urgencies),
  questions: z.array(questionSchema).min(1).max(30).readonly(),
  principles: z.record(z.string(), principleSchema).readonly(),
  sources: z.record(z.string(), sourceSchema).readonly(),
})

/** An exercise made from a vignette and a pack; see `exerciseSchema`. */
export type Exercise = Readonly<z.infer<typeof exerciseSchema>>

const limits = { depth: 12, nodes: 50_000, text: 10_000, letters: 5_000_000, keys: 5_000 }

/**
 * Reads an exercise that was kept as JSON.
 * @throws TimbangError `invalid-exercise` with every issue and its place
 */
export function parseExercise(json: unknown): Exercise {
  const plain = plainCopy(json, 'exercise', limits)
  if ('issues' in plain) throw new TimbangError('invalid-exercise', plain.issues)
  const parsed = exerciseSchema.safeParse(plain.value, { reportInput: true })
  if (parsed.success) return soundExercise(parsed.data)
  const place = (path: readonly PropertyKey[]) => dottedPath(['exercise', ...path.map(String)]) as string
  throw new TimbangError('invalid-exercise', issuesOf(parsed.error, place, 50))
}

/** What is named in an exercise is in it, and every question and choice has an id of its own. */
function soundExercise(exercise: Exercise): Exercise {
  const { questions, principles, sources, vignette } = exercise
  const choices = questions.flatMap((question) => question.choices)
  const named = [...vignette.goals, ...[...questions, ...choices].flatMap((one) => one.principles)]
  const issues = [
    ...(distinct(questions) ? [] : [{ place: 'exercise.questions', message: 'two questions have the same id' }]),
    ...questions.flatMap((question, i) =>
      distinct(question.choices)
        ? []
        : [{ place: `exercise.questions[${i}].choices`, message: 'two choices have the same id' }],
    ),
    ...questions.flatMap(({ pick, choices: held }, i) =>
      fits(pick, held) ? [] : [{ place: `exercise.questions[${i}].choices`, message: misfit[pick] }],
    ),
    ...(named.every((name) => Object.hasOwn(principles, name))
      ? []
      : [{ place: 'exercise.principles', message: 'a principle that is named is missing' }]),
    ...(choices.every((one) => one.sources.every((name) => Object.hasOwn(sources, name)))
      ? []
      : [{ place: 'exercise.sources', message: 'a source that is named is missing' }]),
  ]
  if (issues.length > 0) throw new TimbangError('invalid-exercise', issues)
  return exercise
}

const misfit: Readonly<Record<ExerciseQuestion['pick'], string>> = {
  one: 'must hold exactly one that is right',
  several: 'must hold one that is right and one that is wrong or open',
  'own-words': 'must all be open',
}

function fits(pick: ExerciseQuestion['pick'], choices: readonly Choice[]): boolean {
  const right = choices.filter(({ mark }) => mark === 'right').length
  if (pick === 'own-words') return choices.every(({ mark }) => mark === 'open')
  return pick === 'one' ? right === 1 : right > 0 && right < choices.length
}

function distinct(things: readonly { readonly id: string }[]): boolean {
  return new Set(things.map(({ id }) => id)).size === things.length
}
