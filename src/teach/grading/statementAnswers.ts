import * as z from 'zod'
import { issuesOf, TimbangError } from '../../errors.js'
import { dottedPath } from '../../pack/issuePlace.js'
import { plainCopy } from '../../pack/plainData.js'
import { type Exercise, everyQuestion, parseExercise } from '../exerciseShape.js'
import type { AnswerTable, LearnerAnswers } from './answerTable.js'
import { learnerIn } from './learnerCode.js'

/** As much of a statement of xAPI as is read: which question, what was chosen, and under which account. */
const statementSchema = z.object({
  verb: z.object({ id: z.string() }),
  object: z.object({ id: z.string() }),
  result: z.object({ response: z.string().optional() }).optional(),
  actor: z.object({ account: z.object({ homePage: z.string(), name: z.string() }).optional() }),
})

const limits = { depth: 30, nodes: 500_000, text: 20_000, letters: 20_000_000, keys: 500_000 }
const mostIssues = 50

/**
 * Reads what was chosen from statements of xAPI, as `toXapi` and the practice page make them and a store gives them back. Of
 * several answers of one learner to one question the last in the list counts. Only an account whose name is a code is told
 * apart by it; whoever has another is known by a number, and no name or address is read.
 * @throws TimbangError `invalid-answers`, `invalid-exercise`
 */
export function statementAnswers(json: unknown, exercises: readonly Exercise[]): AnswerTable {
  const parsed = exercises.map(parseExercise)
  const plain = plainCopy(json, 'statements', limits)
  if ('issues' in plain) throw new TimbangError('invalid-answers', plain.issues)
  const read = z.array(statementSchema).safeParse(plain.value, { reportInput: true })
  const place = (path: readonly PropertyKey[]) => dottedPath(['statements', ...path.map(String)]) as string
  if (!read.success) throw new TimbangError('invalid-answers', issuesOf(read.error, place, mostIssues))
  const accounts = new Map<string, number>()
  const found = new Map<string, { learner: string; exercise: string; answers: Record<string, readonly string[]> }>()
  let unread = 0
  for (const { verb, object, result, actor } of read.data) {
    if (!verb.id.endsWith('/answered')) continue
    const chosen = chosenIn(object.id, result?.response ?? '', parsed)
    if (chosen === undefined) {
      unread++
      continue
    }
    const account = `${actor.account?.homePage} ${actor.account?.name}`
    const number = accounts.get(account) ?? accounts.size
    accounts.set(account, number)
    const learner = learnerIn(actor.account?.name, number)
    const key = `${account} ${chosen.exercise}`
    const held = found.get(key) ?? { learner, exercise: chosen.exercise, answers: {} }
    found.set(key, { ...held, answers: { ...held.answers, [chosen.question]: chosen.letters } })
  }
  const answers: readonly LearnerAnswers[] = [...found.values()]
  return { answers, unread }
}

/** The exercise and the question that an object names, and the choices of it; nothing where there are none such. */
function chosenIn(object: string, response: string, exercises: readonly Exercise[]) {
  const [exerciseId, questionId] = object.split('/').slice(-2)
  const exercise = exercises.find(({ id }) => id === exerciseId)
  const question = exercise && everyQuestion(exercise).find(({ id }) => id === questionId)
  if (exercise === undefined || question === undefined) return undefined
  const letters = response === '' ? [] : [...new Set(response.split('[,]'))]
  const fits = letters.every((one) => question.choices.some(({ id }) => id === one))
  const isOne = question.pick === 'several' || letters.length < 2
  return fits && isOne ? { exercise: exercise.id, question: question.id, letters } : undefined
}
