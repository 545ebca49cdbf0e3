import * as z from 'zod'
import { type Issue, issuesOf, TimbangError, unknownName } from '../errors.js'
import { digestOf } from '../pack/identity/digest.js'
import { dottedPath } from '../pack/issuePlace.js'
import { plainCopy } from '../pack/plainData.js'
import { choiceMarks } from '../vocabulary.js'
import {
  type Choice,
  type Exercise,
  type ExerciseQuestion,
  everyQuestion,
  exerciseText,
  parseExercise,
} from './exerciseShape.js'

const name = z.string().max(100)

const choiceOverride = z
  .strictObject({
    choice: name,
    leaveOut: z.literal(true).optional(),
    mark: z.enum(choiceMarks).optional(),
    feedback: exerciseText.optional(),
  })
  .readonly()

const questionOverride = z
  .strictObject({
    question: name,
    leaveOut: z.literal(true).optional(),
    choices: z.array(choiceOverride).min(1).max(10).readonly().optional(),
  })
  .readonly()

/**
 * What a teacher would have otherwise in the key of one exercise: a question or a choice left out, another mark, words of their
 * own. It stands in a file of its own, names the exercise for which it was written, and fits no other.
 */
export const overrideSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  exercise: name,
  questions: z.array(questionOverride).min(1).max(30).readonly(),
})

/** What a teacher would have otherwise in the key of an exercise; see `overrideSchema`. */
export type Override = Readonly<Omit<z.infer<typeof overrideSchema>, '$schema'>>

const limits = { depth: 8, nodes: 5_000, text: 10_000, letters: 200_000, keys: 2_000 }

/**
 * The exercise as a teacher would have it. Whatever is named must be in it, and what comes of it must be an exercise.
 * @throws TimbangError `invalid-override` with every issue and its place, `invalid-exercise`
 */
export function overridden(exercise: Exercise, override: Override): Exercise {
  const { questions, otherwise = [], ...parsed } = parseExercise(exercise)
  const wanted = parseOverride(override, exercise)
  const changed = (question: ExerciseQuestion) => {
    const change = wanted.questions.find((one) => one.question === question.id)
    if (change?.leaveOut) return []
    return [{ ...question, choices: changedChoices(question, change?.choices ?? []) }]
  }
  const left = questions.flatMap(changed)
  const others = otherwise
    .filter(({ insteadOf, where }) => isLeft(left, insteadOf) && isLeft(left, where.question, where.choice))
    .flatMap((one) => changed(one.question).map((question) => ({ ...one, question })))
  const { id, ...content } = { ...parsed, questions: left, ...(others.length > 0 && { otherwise: others }) }
  return parseExercise({ ...content, id: `${content.vignette.name.slice(0, 80)}-${digestOf(content).slice(0, 12)}` })
}

function isLeft(questions: readonly ExerciseQuestion[], question: string, choice?: string): boolean {
  const found = questions.find(({ id }) => id === question)
  return found !== undefined && (choice === undefined || found.choices.some(({ id }) => id === choice))
}

type Change = z.infer<typeof choiceOverride>

function changedChoices({ choices }: ExerciseQuestion, changes: readonly Change[]): readonly Choice[] {
  return choices.flatMap((choice) => {
    const change = changes.find((one) => one.choice === choice.id)
    if (change?.leaveOut) return []
    return [{ ...choice, mark: change?.mark ?? choice.mark, feedback: change?.feedback ?? choice.feedback }]
  })
}

/** Reads it for the exercise that it names. */
export function parseOverride(json: unknown, exercise: Exercise): Override {
  const plain = plainCopy(json, 'override', limits)
  if ('issues' in plain) throw new TimbangError('invalid-override', plain.issues)
  const parsed = overrideSchema.safeParse(plain.value, { reportInput: true })
  const place = (path: readonly PropertyKey[]) => dottedPath(['override', ...path.map(String)]) as string
  if (!parsed.success) throw new TimbangError('invalid-override', issuesOf(parsed.error, place, mostIssues))
  const { $schema, ...override } = parsed.data
  const fits = override.exercise === exercise.id
  const issues = fits ? override.questions.flatMap(issuesIn(everyQuestion(exercise))) : [otherExercise]
  if (issues.length > 0) throw new TimbangError('invalid-override', issues.slice(0, mostIssues))
  return override
}

const mostIssues = 50

const otherExercise: Issue = {
  place: 'override.exercise',
  message: 'was written for another exercise, of other rules, another seed or another story',
}

function issuesIn(questions: readonly ExerciseQuestion[]) {
  const ids = questions.map(({ id }) => id)
  return ({ question: wanted, choices = [] }: Override['questions'][number], i: number): Issue[] => {
    const place = `override.questions[${i}]`
    const question = questions.find(({ id }) => id === wanted)
    if (question === undefined) return [unknownName(`${place}.question`, 'no question has this id', wanted, ids)]
    const known = question.choices.map(({ id }) => id)
    return choices
      .filter(({ choice }) => !known.includes(choice))
      .map(({ choice }) => unknownName(`${place}.choices`, 'no choice has this id', choice, known))
  }
}
