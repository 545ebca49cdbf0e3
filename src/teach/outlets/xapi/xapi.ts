import { optionsGiven } from '../../../options.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import {
  type Exercise,
  type ExerciseQuestion,
  everyQuestion,
  exerciseLanguages,
  parseExercise,
} from '../../exerciseShape.js'
import { type GradeOptions, grade, type QuestionGrade } from '../../grading/grade.js'
import { type Answers, questionsAsked } from '../../questionsAsked.js'
import { worded } from '../../worded.js'
import type { Outlet } from '../outlet.js'
import { courseOf } from './course.js'
import { type Activity, framed, type Result, type Said, type XapiStatement } from './statement.js'
import { checkedFrame, type Frame, whoeverAnswers, type XapiFrame } from './xapiOptions.js'

export const xapiOutlet: Outlet = {
  name: 'xapi',
  says: { en: 'statements of xAPI', id: 'pernyataan xAPI' },
  file: { name: 'exercise.xapi', extension: 'json' },
  everyLanguage: true,
  write: (exercise) => `${JSON.stringify(toXapi(exercise, { actor: whoeverAnswers }), null, 2)}\n`,
}

/** What the statements are about, and who makes them. */
export interface XapiOptions extends XapiFrame {
  /** What was chosen; without it, a statement for every single choice, as it would be made if that one were taken. */
  readonly answers?: Answers | undefined
  readonly rubric?: GradeOptions['rubric'] | undefined
}

/**
 * What was chosen as xAPI statements: the case was experienced, each question answered, the exercise completed, and passed
 * or not where `mastery` is given. `success` and a score stand only where there is a right answer: a dilemma has none. With
 * what a platform hands over in a launch of cmi5 they are those that cmi5 defines, and between them those that it allows.
 * @throws TimbangError `invalid-exercise`, `invalid-answers`, `invalid-options`
 */
export function toXapi(given: Exercise, options: XapiOptions): readonly XapiStatement[] {
  const exercise = parseExercise(given)
  const { answers, rubric, ...others } = optionsGiven<XapiOptions>(options, {
    ...{ actor: true, answers: true, timestamp: true, base: true, rubric: true, mastery: true, launch: true },
  })
  const frame = checkedFrame(others)
  const whole = wholeOf(exercise, frame)
  const languages = exerciseLanguages(exercise)
  const state = framed(frame, { id: `${frame.base}${exercise.vignette.name}` }, languages)
  const answered = (question: ExerciseQuestion, chosen: readonly string[], graded?: QuestionGrade): Said => ({
    verb: 'answered',
    object: { id: `${frame.base}${exercise.id}/${question.id}`, definition: definitionOf(question, languages) },
    parent: { id: whole.id },
    result: responseOf(chosen, graded, question),
  })
  if (answers === undefined)
    return everyQuestion(exercise).flatMap((question) =>
      question.choices.map(({ id }) => state(answered(question, [id]))),
    )
  const graded = grade(exercise, answers, { ...(rubric && { rubric }) })
  const asked = questionsAsked(exercise, answers)
  const told = asked.flatMap((question, i) => {
    const chosen = answers[question.id]
    return chosen === undefined ? [] : [answered(question, chosen, graded.questions[i])]
  })
  const { share, points, of } = graded
  const complete = told.length === asked.length
  const result = { score: { scaled: share, raw: points, min: 0, max: of } }
  return courseOf({ object: whole, answered: told, complete, share, result }, frame).map(state)
}

/** The exercise as the platform knows it that launched it, or else by its own id. */
function wholeOf({ id, vignette }: Exercise, { base, launch }: Frame): Activity {
  return {
    id: launch?.activityId ?? `${base}${id}`,
    definition: { type: 'http://adlnet.gov/expapi/activities/assessment', name: vignette.title },
  }
}

/**
 * A question as an interaction; a pattern of right answers only where there is one, and not where some choices are not
 * marked.
 */
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
export function isClosed(kind: ExerciseQuestion['kind'], pick: ExerciseQuestion['pick']): boolean {
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
