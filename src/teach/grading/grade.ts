import { type Issue, TimbangError, unknownName } from '../../errors.js'
import { optionsGiven } from '../../options.js'
import { plainCopy } from '../../pack/plainData.js'
import { wording } from '../../pack/texts/languages.js'
import { fallbackLanguage, type InterfaceLanguage } from '../../words/interfaceLanguages.js'
import {
  type Choice,
  checkLanguage,
  type Exercise,
  type ExerciseQuestion,
  everyQuestion,
  exerciseLanguages,
  parseExercise,
} from '../exerciseShape.js'
import { type Answers, questionsAsked } from '../questionsAsked.js'
import { weights } from '../weights.js'
import { checkedRubric, type Rubric } from './rubric.js'

/** How answers are graded, and in which language the feedback is. */
export interface GradeOptions {
  readonly locale?: InterfaceLanguage | undefined
  /** What differs from the usual rubric. */
  readonly rubric?: Partial<Rubric> | undefined
}

/** How one question was answered. `share` is from 0 to 1, `null` where nothing is marked. */
export interface QuestionGrade {
  readonly question: string
  readonly kind: ExerciseQuestion['kind']
  readonly ask: string
  readonly share: number | null
  readonly points: number
  readonly of: number
  /** What was chosen, and what was right and was not. */
  readonly choices: readonly {
    readonly choice: string
    readonly says: string
    readonly chosen: boolean
    readonly mark: Choice['mark']
    readonly feedback: string
    readonly sources: readonly string[]
  }[]
}

/** How far a principle was seen: of the right choices that serve it those taken, and the wrong ones taken in its name. */
export interface PrincipleGrade {
  readonly principle: string
  readonly label: string
  readonly goal: boolean
  readonly seen: number
  readonly of: number
  readonly mistaken: number
}

/** How an exercise was answered, per question and per principle; it holds no name. */
export interface Grade {
  readonly exercise: string
  readonly locale: InterfaceLanguage
  /** From 0 to 1. */
  readonly share: number
  readonly points: number
  readonly of: number
  readonly questions: readonly QuestionGrade[]
  readonly principles: readonly PrincipleGrade[]
}

/**
 * Grades answers by a rubric that can be changed; the pack is not needed. A dilemma is graded on the reasons given: the
 * decision itself is never marked, and what is still owed is asked of the side not taken.
 * @throws TimbangError `invalid-answers`, `invalid-exercise`, `invalid-options`
 */
export function grade(exercise: Exercise, answers: Answers, options: GradeOptions = {}): Grade {
  const { rubric = {}, ...given } = optionsGiven<GradeOptions>(options, { locale: true, rubric: true })
  const parsed = parseExercise(exercise)
  const { id, vignette, principles } = parsed
  const locale = given.locale ?? usualLanguage(parsed)
  checkLanguage(locale, parsed)
  const measure = checkedRubric(rubric)
  const chosen = checkedAnswers(answers, everyQuestion(parsed))
  const questions = questionsAsked(parsed, answers)
  const graded = questions.map((question) => questionGrade(question, chosen(question), measure, exercise, locale))
  const [points, of] = [sum(graded.map((one) => one.points)), sum(graded.map((one) => one.of))]
  return {
    exercise: id,
    locale,
    share: of === 0 ? 0 : rounded(points / of),
    points: rounded(points),
    of: rounded(of),
    questions: graded,
    principles: Object.entries(principles).flatMap(([name, { label }]) => {
      const count = principleCount(name, questions, chosen)
      const goal = vignette.goals.includes(name)
      return count.of + count.mistaken === 0 && !goal
        ? []
        : [{ principle: name, label: wording(label, locale), goal, ...count }]
    }),
  }
}

/** English where the exercise speaks it, else its first language. */
function usualLanguage(exercise: Exercise): InterfaceLanguage {
  const spoken = exerciseLanguages(exercise)
  return spoken.includes(fallbackLanguage) ? fallbackLanguage : (spoken[0] ?? fallbackLanguage)
}

type Chosen = (question: ExerciseQuestion) => ReadonlySet<string>

const limits = { depth: 3, nodes: 2_000, text: 200, letters: 50_000, keys: 100 }

function checkedAnswers(answers: Answers, questions: readonly ExerciseQuestion[]): Chosen {
  const plain = plainCopy(answers, 'answers', limits)
  if ('issues' in plain) throw new TimbangError('invalid-answers', plain.issues)
  const given = plain.value
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new TimbangError('invalid-answers', [{ place: 'answers', message: 'must be an object of lists' }])
  const ids = questions.map(({ id }) => id)
  const issues = Object.entries(given).flatMap(([name, list]): Issue[] => {
    const question = questions.find(({ id }) => id === name)
    if (question === undefined) return [unknownName('answers', 'no question has this id', name, ids)]
    return answerIssues(list, question, `answers.${question.id}`)
  })
  if (issues.length > 0) throw new TimbangError('invalid-answers', issues.slice(0, 50))
  return ({ id }) => new Set((given as Answers)[id] ?? [])
}

function answerIssues(list: unknown, { choices, pick }: ExerciseQuestion, place: string): Issue[] {
  if (!Array.isArray(list)) return [{ place, message: 'must be a list of choices' }]
  if (!list.every((one) => choices.some(({ id }) => id === one)))
    return [{ place, message: `must hold only ${choices.map(({ id }) => `\`${id}\``).join(', ')}` }]
  if (new Set(list).size < list.length) return [{ place, message: 'holds a choice twice' }]
  return pick !== 'several' && list.length > 1 ? [{ place, message: 'must hold one choice' }] : []
}

function questionGrade(
  question: ExerciseQuestion,
  chosen: ReadonlySet<string>,
  rubric: Rubric,
  { sources }: Exercise,
  locale: InterfaceLanguage,
): QuestionGrade {
  const share = shareOf(question, chosen, rubric)
  const of = share === null ? 0 : rubric.points[question.kind]
  const cited = (name: string) => {
    const source = sources[name]
    return source ? wording(source.cite, locale) : name
  }
  return {
    question: question.id,
    kind: question.kind,
    ask: wording(question.ask, locale),
    share: share === null ? null : rounded(share),
    points: rounded((share ?? 0) * of),
    of,
    choices: question.choices.flatMap((choice) => {
      const taken = chosen.has(choice.id)
      if (!taken && choice.mark !== 'right') return []
      const { id, says, mark, feedback } = choice
      return [
        {
          choice: id,
          says: wording(says, locale),
          chosen: taken,
          mark,
          feedback: wording(feedback, locale),
          sources: choice.sources.map((name) => cited(name)),
        },
      ]
    }),
  }
}

/** What part of a question was answered; nothing where its choices are open. */
function shareOf(question: ExerciseQuestion, chosen: ReadonlySet<string>, rubric: Rubric): number | null {
  if (question.pick === 'own-words') return null
  const taken = [...weights(question, rubric)].flatMap(([id, weight]) => (chosen.has(id) ? [weight] : []))
  const share = Math.max(0, sum(taken))
  return rubric.allOrNothing ? Math.floor(share + 1e-9) : share
}

function principleCount(name: string, questions: readonly ExerciseQuestion[], chosen: Chosen) {
  const bearing = questions.flatMap((question) =>
    question.choices
      .filter(({ principles }) => principles.includes(name))
      .map(({ id, mark }) => ({ mark, taken: chosen(question).has(id) })),
  )
  const right = bearing.filter(({ mark }) => mark === 'right')
  return {
    seen: right.filter(({ taken }) => taken).length,
    of: right.length,
    mistaken: bearing.filter(({ mark, taken }) => mark === 'wrong' && taken).length,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function rounded(number: number): number {
  return Math.round(number * 1e6) / 1e6
}
