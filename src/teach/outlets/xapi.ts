import { TimbangError } from '../../errors.js'
import { optionsGiven } from '../../options.js'
import { contentUuid } from '../../pack/identity/contentUuid.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { outletWords } from '../../words/outletWords.js'
import type { OutletWords } from '../../words/shapes/outlets.js'
import { type Exercise, type ExerciseQuestion, exerciseLanguages, parseExercise } from '../exerciseShape.js'
import { type Answers, type GradeOptions, grade, type QuestionGrade } from '../grading/grade.js'
import { worded } from '../worded.js'
import type { Outlet } from './outlet.js'

export const xapiOutlet: Outlet = {
  name: 'xapi',
  says: { en: 'statements of xAPI', id: 'pernyataan xAPI' },
  file: { name: 'exercise.xapi', extension: 'json' },
  everyLanguage: true,
  write: (exercise) => `${JSON.stringify(toXapi(exercise, { actor: whoeverAnswers }), null, 2)}\n`,
}

/** A stand-in that the one who runs a class replaces. */
const whoeverAnswers = { homePage: 'https://timbang.example', name: 'learner' }

/** Who answers, under a name that is none: an account at some home page, never an e-mail address. */
export interface XapiActor {
  readonly homePage: string
  readonly name: string
}

/** What the statements are about, and who makes them. */
export interface XapiOptions {
  readonly actor: XapiActor
  /** What was chosen; without it, a statement for every single choice, as it would be made if that one were taken. */
  readonly answers?: Answers | undefined
  /** When, as ISO 8601. */
  readonly timestamp?: string | undefined
  /** The beginning of the IRIs of the exercise and its questions. */
  readonly base?: string | undefined
  readonly rubric?: GradeOptions['rubric'] | undefined
}

/** A statement of xAPI 1.0.3. */
export interface XapiStatement {
  readonly [part: string]: unknown
}

/**
 * What was chosen as xAPI statements: the case was experienced, each question answered, the exercise completed. `success`
 * and a score stand only where there is a right answer: a dilemma has none.
 * @throws TimbangError `invalid-exercise`, `invalid-answers`, `invalid-options`
 */
export function toXapi(given: Exercise, options: XapiOptions): readonly XapiStatement[] {
  const exercise = parseExercise(given)
  const { answers, rubric, ...others } = optionsGiven<XapiOptions>(options, {
    ...{ actor: true, answers: true, timestamp: true, base: true, rubric: true },
  })
  const frame = frameOf(exercise, checkedOptions(others))
  if (answers === undefined)
    return exercise.questions.flatMap((question) =>
      question.choices.map(({ id }) => frame('answered', question, responseOf([id], undefined, question))),
    )
  const graded = grade(exercise, answers, { ...(rubric && { rubric }) })
  const answered = exercise.questions.flatMap((question, i) => {
    const chosen = answers[question.id]
    return chosen === undefined ? [] : [frame('answered', question, responseOf(chosen, graded.questions[i], question))]
  })
  const result = {
    completion: answered.length === exercise.questions.length,
    score: { scaled: graded.share, raw: graded.points, min: 0, max: graded.of },
  }
  return [frame('experienced'), ...answered, frame('completed', undefined, result)]
}

function checkedOptions({ actor, base, timestamp }: XapiOptions) {
  const unfit = (place: string, message: string) =>
    new TimbangError('invalid-options', [{ place: `options.${place}`, message }])
  const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i
  if (typeof actor?.name !== 'string' || actor.name === '' || actor.name.includes('@'))
    throw unfit('actor.name', 'must be a made-up name, and no e-mail address')
  if (!/^https?:\/\//.test(actor.homePage) || !iri.test(actor.homePage))
    throw unfit('actor.homePage', 'must be an address such as `https://example.org`')
  if (base !== undefined && !iri.test(base)) throw unfit('base', 'must be an IRI')
  if (timestamp !== undefined && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(timestamp))
    throw unfit('timestamp', 'must be a time such as `2026-01-31T09:00:00Z`')
  return { actor, base: base ?? 'https://timbang.example/exercises/', ...(timestamp !== undefined && { timestamp }) }
}

type Verb = keyof OutletWords['verbs']

type Result = Readonly<Record<string, unknown>>

/** Makes statements of one learner about one exercise; what is left out is not in them, since xAPI knows no `null`. */
function frameOf(exercise: Exercise, { actor, base, timestamp }: ReturnType<typeof checkedOptions>) {
  const languages = exerciseLanguages(exercise)
  const whole = `${base}${exercise.id}`
  const course = {
    id: whole,
    definition: { type: 'http://adlnet.gov/expapi/activities/assessment', name: exercise.vignette.title },
  }
  return (verb: Verb, question?: ExerciseQuestion, result?: Result): XapiStatement => {
    const statement = {
      actor: { objectType: 'Agent', account: { homePage: actor.homePage, name: actor.name } },
      verb: {
        id: `http://adlnet.gov/expapi/verbs/${verb}`,
        display: worded((_w, _say, language) => outletWords[language].verbs[verb], languages),
      },
      object: question
        ? { objectType: 'Activity', id: `${whole}/${question.id}`, definition: definitionOf(question, languages) }
        : { objectType: 'Activity', ...course },
      ...(result && { result }),
      ...(question && { context: { contextActivities: { parent: [{ objectType: 'Activity', id: whole }] } } }),
      ...(timestamp !== undefined && { timestamp }),
    }
    return { id: contentUuid(statement, 4), ...statement }
  }
}

/** A question as an interaction; a pattern of right answers only where there is one, and not where some choices are not marked. */
function definitionOf({ kind, ask, choices, pick }: ExerciseQuestion, languages: readonly InterfaceLanguage[]) {
  const right = choices.filter(({ mark }) => mark === 'right').map(({ id }) => id)
  const isPartlyOpen = choices.some(({ mark }) => mark === 'open')
  return {
    type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
    name: worded((w) => w.kindName[kind], languages),
    description: ask,
    interactionType: 'choice',
    ...(isClosed(kind, pick) && !isPartlyOpen && { correctResponsesPattern: [right.join('[,]')] }),
    choices: choices.map(({ id, says }) => ({ id, description: says })),
  }
}

/** Whether there is a right answer: not to a decision, nor to the reasons for it, of which many are good. */
function isClosed(kind: ExerciseQuestion['kind'], pick: ExerciseQuestion['pick']): boolean {
  return pick !== 'own-words' && kind !== 'reasons'
}

function responseOf(
  chosen: readonly string[],
  graded: QuestionGrade | undefined,
  { kind, pick }: ExerciseQuestion,
): Result {
  const share = graded?.share ?? null
  return {
    response: chosen.join('[,]'),
    ...(share !== null && { score: { scaled: share } }),
    ...(share !== null && isClosed(kind, pick) && { success: share === 1 }),
  }
}
