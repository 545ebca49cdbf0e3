import { type Issue, TimbangError } from '../../errors.js'
import { plainText } from '../../render/markup.js'
import { csvRows } from '../csvRows.js'
import { type Exercise, type ExerciseQuestion, everyQuestion, parseExercise } from '../exerciseShape.js'
import type { Answers } from '../questionsAsked.js'
import { learnerIn } from './learnerCode.js'

/** What one learner chose in one exercise. A learner is a code, or the number of a line: a name is never read. */
export interface LearnerAnswers {
  readonly learner: string
  /** The id of the exercise. */
  readonly exercise: string
  readonly answers: Answers
}

/** The answers of a class, and how many cells hold something that is no choice of their question. */
export interface AnswerTable {
  readonly answers: readonly LearnerAnswers[]
  readonly unread: number
}

/**
 * Reads what a class chose, from a table as spreadsheets save it: a line a learner, a column a question (`q1` or its whole id) with letters such
 * as `a c`, as the practice page gives them out; or what Moodle saves of a quiz as “Responses”, whose columns hold the words that were
 * chosen. Of columns that name no question only `code` and `exercise` are read, and what somebody wrote is said back in no error.
 * @throws TimbangError `invalid-answers`, `invalid-exercise`
 */
export function answerTable(csv: string, exercises: readonly Exercise[]): AnswerTable {
  const parsed = exercises.map(parseExercise)
  const issues = typeof csv !== 'string' || csv.length > mostLetters ? [tooLong] : []
  if (issues.length > 0) throw new TimbangError('invalid-answers', issues)
  const [head = [], ...rows] = csvRows(csv).filter((row) => row.some((cell) => cell !== ''))
  const titles = head.map((title) => title.trim().toLowerCase())
  const responses = titles.flatMap((title, i) => (responseTitle.test(title) ? [i] : []))
  const read = responses.length > 0 ? fromMoodle(responses, rows, parsed) : fromLetters(titles, rows, parsed)
  if (read !== undefined) return read
  const message = 'no column names a question, as `q1`, by its whole id, or as `Response 1` of Moodle'
  throw new TimbangError('invalid-answers', [{ place: 'answers', message }])
}

const mostLetters = 5_000_000
const tooLong: Issue = { place: 'answers', message: `must be a text of at most ${mostLetters} characters` }

/** How Moodle heads the column of what was answered, in its English and in its Indonesian. */
const responseTitle = /^(?:response|respons|jawaban|tanggapan)\s*\d+$/

type Rows = readonly (readonly string[])[]

function fromLetters(titles: readonly string[], rows: Rows, exercises: readonly Exercise[]): AnswerTable | undefined {
  const [code, which] = [titles.indexOf('code'), titles.indexOf('exercise')]
  const asked = exercises.flatMap(everyQuestion)
  if (!titles.some((title) => asked.some((one) => isCalled(one, title)))) return undefined
  let unread = 0
  const answers = rows.flatMap((row, i) => {
    const exercise = which < 0 ? exercises[0] : exercises.find(({ id }) => id === row[which])
    if (exercise === undefined) unread++
    if (exercise === undefined) return []
    const cells = titles.flatMap((title, column) => {
      const question = everyQuestion(exercise).find((one) => isCalled(one, title))
      const typed = [...new Set((row[column] ?? '').toLowerCase().match(/[a-z0-9-]+/g) ?? [])]
      if (question === undefined || typed.length === 0) return []
      const fits = typed.every((one) => question.choices.some(({ id }) => id === one))
      if (!fits) unread++
      return fits ? [[question.id, typed] as const] : []
    })
    return [{ learner: learnerIn(row[code], i), exercise: exercise.id, answers: Object.fromEntries(cells) }]
  })
  return { answers, unread }
}

/** By its whole id, or by what stands before the first hyphen. */
function isCalled({ id }: ExerciseQuestion, title: string): boolean {
  return id === title || id.startsWith(`${title}-`)
}

interface Placed {
  readonly exercise: Exercise
  readonly question: ExerciseQuestion
}

/** A column belongs to the question whose choices are the words of most of its cells; each question has one column at most. */
function fromMoodle(columns: readonly number[], rows: Rows, exercises: readonly Exercise[]): AnswerTable {
  const open = new Set(exercises.flatMap((exercise) => exercise.questions.map((question) => ({ exercise, question }))))
  const placed = columns.map((column) => {
    const cells = rows.flatMap((row) => (isGiven(row[column]) ? [row[column] as string] : []))
    const fitting = (place: Placed) => cells.filter((cell) => chosenIn(cell, place.question) !== undefined).length
    const [best] = [...open]
      .filter(({ question }) => question.pick !== 'own-words')
      .map((place) => ({ place, count: fitting(place) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
    if (best) open.delete(best.place)
    return { column, place: best?.place }
  })
  let unread = 0
  const answers = rows.flatMap((row, i) =>
    exercises.flatMap((exercise): readonly LearnerAnswers[] => {
      const cells = placed.flatMap(({ column, place }) => {
        if (place?.exercise !== exercise || !isGiven(row[column])) return []
        const chosen = chosenIn(row[column] as string, place.question)
        if (chosen === undefined) unread++
        return chosen === undefined ? [] : [[place.question.id, chosen] as const]
      })
      if (cells.length === 0) return []
      return [{ learner: `#${i + 1}`, exercise: exercise.id, answers: Object.fromEntries(cells) }]
    }),
  )
  return { answers, unread }
}

/** Moodle puts a hyphen where nothing was answered. */
function isGiven(cell: string | undefined): boolean {
  return cell !== undefined && cell !== '' && cell !== '-'
}

/** The choices of which a cell holds the words, one after another with `; ` between; nothing where it holds anything else. */
function chosenIn(cell: string, { choices, pick }: ExerciseQuestion): readonly string[] | undefined {
  const words = choices.flatMap(({ id, says }) => Object.values(says).map((text) => ({ id, text: inOneLine(text) })))
  const rest = (text: string, taken: readonly string[]): readonly string[] | undefined => {
    if (text === '') return taken
    for (const { id, text: said } of words) {
      if (taken.includes(id) || !text.startsWith(said)) continue
      const left = text.slice(said.length)
      const found = left === '' || left.startsWith('; ') ? rest(left.slice(2), [...taken, id]) : undefined
      if (found) return found
    }
    return undefined
  }
  const found = rest(inOneLine(cell), [])
  return found && pick === 'one' && found.length > 1 ? undefined : found
}

function inOneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim()
}
