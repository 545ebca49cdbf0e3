import { Command, Option } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import {
  answerTable,
  type Exercise,
  gradesOf,
  type LearnerAnswers,
  learnerTable,
  parseExercise,
  statementAnswers,
  summary,
  toXapi,
  type XapiStatement,
} from '../../../teach/index.js'
import { ends, Misuse } from '../../ending.js'
import { fileAt } from '../../files.js'
import { homePageOption, jsonOption, localeOption, percent } from '../../options.js'
import { inJson, print } from '../../print.js'

export const grade = new Command('grade')
  .summary('grades the answers of a class')
  .description(
    'Grades the answers of a class to one exercise or several, and prints how it did. A table is a CSV file: a line a learner, a column a ' +
      'question (q1, q2 …) with letters such as `a c`, what the practice page saves, or what Moodle saves of a quiz as “Responses”; ' +
      'statements of xAPI are a list (.json). No name is read.',
  )
  .argument(
    '<files...>',
    'exercises as `timbang exercise` prints them (.json), and tables of answers or statements of xAPI',
  )
  .addOption(
    new Option(
      '--by <what>',
      'by case, or by learner (a code, or the place in the table); else the class as a whole',
    ).choices(['case', 'learner']),
  )
  .addOption(
    new Option('--as <form>', 'what was chosen, question by question, instead of how it did').choices(['xapi']),
  )
  .addOption(homePageOption)
  .option('--mastery <percent>', 'in statements of xAPI: from how much on somebody has passed', percent)
  .addOption(localeOption)
  .addOption(jsonOption)
  .action(
    ends((files, { by, as, homePage, mastery, locale = 'en', json }) => {
      const kept = files.filter((path) => path.endsWith('.json')).map((path) => parsedJson(fileAt(path)))
      const [told, made] = [kept.filter(Array.isArray), kept.filter((one) => !Array.isArray(one))]
      const tables = files.filter((path) => !path.endsWith('.json'))
      if (made.length === 0 || tables.length + told.length === 0)
        throw new Misuse('it wants an exercise (.json), and a table of answers or statements of xAPI')
      const exercises = made.map(parseExercise)
      const read = [
        ...tables.map((path) => answerTable(fileAt(path).text, exercises)),
        ...told.map((one) => statementAnswers(one, exercises)),
      ]
      const unread = read.reduce((sum, one) => sum + one.unread, 0)
      if (unread > 0)
        process.stderr.write(`${unread} answers are no choice of their question, and count as not given\n`)
      const answers = read.flatMap((one) => one.answers)
      if (as === 'xapi') return print(inJson(statements(answers, exercises, { homePage, mastery })))
      const graded = gradesOf(answers, exercises, locale)
      if (json) return print(inJson(by === 'learner' ? graded : graded.map((one) => one.grade)))
      if (by === 'learner') return print(learnerTable(graded, exercises, locale))
      const grades = graded.map((one) => one.grade)
      if (by === undefined) return print(summary(grades).table)
      const cases = exercises.flatMap(({ id, vignette }) => {
        const own = grades.filter(({ exercise }) => exercise === id)
        const title = vignette.title[locale]
        return own.length === 0 ? [] : [`# ${title}\n\n${summary(own).table}`]
      })
      return print(cases.join('\n'))
    }),
  )

interface Told {
  readonly homePage: string | undefined
  readonly mastery: number | undefined
}

/** What each learner chose as statements of xAPI; who has no code bears the exercise and the place in the table. */
function statements(
  answers: readonly LearnerAnswers[],
  exercises: readonly Exercise[],
  { homePage = 'https://timbang.example', mastery }: Told,
): readonly XapiStatement[] {
  return answers.flatMap(({ learner, exercise: id, answers: chosen }) => {
    const name = learner.startsWith('#') ? `${id}${learner}` : learner
    const exercise = exercises.find((one) => one.id === id)
    const judged = mastery === undefined ? {} : { mastery: mastery / 100 }
    return exercise ? toXapi(exercise, { actor: { homePage, name }, answers: chosen, ...judged }) : []
  })
}
