import * as z from 'zod'
import { issuesOf, TimbangError } from '../errors.js'
import { dottedPath } from '../pack/issuePlace.js'
import { plainCopy } from '../pack/plainData.js'
import { daySchema, nameSchema } from '../pack/texts/textSchema.js'
import {
  choiceMarks,
  choiceOrigins,
  kinds,
  questionKinds,
  urgencies,
  verifications,
  vignetteLevels,
} from '../vocabulary.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { languagesIn, someLanguages, untranslated } from './textLanguages.js'

/** How an answer is given: one choice, several, or words of one’s own beside a choice that is not marked. */
const picks = ['one', 'several', 'own-words'] as const

/** A text as an exercise carries it, in the languages of the exercise. */
export const exerciseText = someLanguages(10_000)

const names = z.array(z.string().max(200)).max(200).readonly()
const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'must be a name of small letters, digits and hyphens')

export const choiceSchema = z
  .strictObject({
    id: idSchema,
    says: exerciseText,
    mark: z.enum(choiceMarks),
    feedback: exerciseText,
    from: z.enum(choiceOrigins),
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

/**
 * A question that is asked in the place of another of those who chose otherwise before: what is still owed follows the
 * decision.
 */
const otherwiseSchema = z
  .strictObject({
    insteadOf: idSchema,
    where: z.strictObject({ question: idSchema, choice: idSchema }).readonly(),
    question: questionSchema,
  })
  .readonly()

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

/** An exercise: plain JSON with its texts in every language of story and pack, and the rules it comes from, to be graded without the pack. */
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
  /** What is asked instead of those who chose otherwise. */
  otherwise: z.array(otherwiseSchema).min(1).max(10).readonly().optional(),
  principles: z.record(z.string(), principleSchema).readonly(),
  sources: z.record(z.string(), sourceSchema).readonly(),
})

/** An exercise made from a vignette and a pack; see `exerciseSchema`. */
export type Exercise = Readonly<z.infer<typeof exerciseSchema>>

const mostIssues = 50

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
  throw new TimbangError('invalid-exercise', issuesOf(parsed.error, place, mostIssues))
}

/** Every question of an exercise, also those that are asked in the place of others. */
export function everyQuestion({
  questions,
  otherwise = [],
}: Pick<Exercise, 'questions' | 'otherwise'>): readonly ExerciseQuestion[] {
  return [...questions, ...otherwise.map(({ question }) => question)]
}

/** The languages in which an exercise is. */
export function exerciseLanguages({ vignette }: Exercise): readonly InterfaceLanguage[] {
  return languagesIn(vignette.title)
}

/**
 * Refuses a language in which an exercise is not.
 * @throws TimbangError `invalid-options`
 */
export function checkLanguage(locale: InterfaceLanguage, exercise: Exercise): void {
  const spoken = exerciseLanguages(exercise)
  if (spoken.includes(locale)) return
  const message = `must be one of ${spoken.map((name) => `\`${name}\``).join(', ')}`
  throw new TimbangError('invalid-options', [{ place: 'options.locale', message }])
}

/** Every text is in every language of the exercise; what is named in it is in it, and every question and choice has an id of its own. */
function soundExercise(exercise: Exercise): Exercise {
  const { principles, sources, vignette, otherwise = [] } = exercise
  const questions = everyQuestion(exercise)
  const choices = questions.flatMap((question) => question.choices)
  const named = [...vignette.goals, ...[...questions, ...choices].flatMap((one) => one.principles)]
  const issues = [
    ...untranslated(exercise, 'exercise').slice(0, mostIssues),
    ...otherwise.flatMap((one, i) =>
      isPlaced(one, exercise)
        ? []
        : [{ place: `exercise.otherwise[${i}]`, message: 'names a question or a choice that there is not' }],
    ),
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

type Otherwise = z.infer<typeof otherwiseSchema>

function isPlaced({ insteadOf, where }: Otherwise, { questions }: Exercise): boolean {
  const before = questions.find(({ id }) => id === where.question)
  return questions.some(({ id }) => id === insteadOf) && (before?.choices ?? []).some(({ id }) => id === where.choice)
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
