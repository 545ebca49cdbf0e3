import { Command, Option } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import { answerTable, gradesOf, learnerTable, parseExercise, summary } from '../../../teach/index.js'
import { ends, Misuse } from '../../ending.js'
import { fileAt } from '../../files.js'
import { jsonOption, localeOption } from '../../options.js'
import { inJson, print } from '../../print.js'

export const grade = new Command('grade')
  .summary('grades the answers of a class')
  .description(
    'Grades the answers of a class to one exercise or several, and prints how it did. A table is a CSV file: a line a learner, a column a ' +
      'question (q1, q2 …) with letters such as `a c`, what the practice page saves, or what Moodle saves of a quiz as “Responses”. ' +
      'No name is read.',
  )
  .argument('<files...>', 'exercises as `timbang exercise` prints them (.json), and tables of answers')
  .addOption(
    new Option(
      '--by <what>',
      'by case, or by learner (a code, or the place in the table); else the class as a whole',
    ).choices(['case', 'learner']),
  )
  .addOption(localeOption)
  .addOption(jsonOption)
  .action(
    ends((files, { by, locale = 'en', json }) => {
      const kept = files.filter((path) => path.endsWith('.json'))
      const tables = files.filter((path) => !path.endsWith('.json'))
      if (kept.length === 0 || tables.length === 0)
        throw new Misuse('it wants an exercise (.json) and a table of answers')
      const exercises = kept.map((path) => parseExercise(parsedJson(fileAt(path))))
      const read = tables.map((path) => answerTable(fileAt(path).text, exercises))
      const unread = read.reduce((sum, one) => sum + one.unread, 0)
      if (unread > 0)
        process.stderr.write(`${unread} answers are no choice of their question, and count as not given\n`)
      const graded = gradesOf(
        read.flatMap(({ answers }) => answers),
        exercises,
        locale,
      )
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
