import { Command } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import { grade as graded, parseExercise, summary } from '../../../teach/index.js'
import { answersIn } from '../../answersTable.js'
import { ends } from '../../ending.js'
import { fileAt } from '../../files.js'
import { jsonOption, localeOption } from '../../options.js'
import { inJson, print } from '../../print.js'

export const grade = new Command('grade')
  .summary('grades the answers of a class')
  .description('Grades the answers of a class to an exercise, and prints how it did, with no one told apart.')
  .argument('<exercise>', 'a file with an exercise as `timbang exercise` prints it')
  .argument(
    '<answers>',
    'a CSV file: a line a learner, a column a question (q1, q2 …), and in it letters such as `a c`',
  )
  .addOption(localeOption)
  .addOption(jsonOption)
  .action(
    ends((path, table, { locale = 'en', json }) => {
      const exercise = parseExercise(parsedJson(fileAt(path)))
      const answers = answersIn(
        fileAt(table).text,
        exercise.questions.map(({ id }) => id),
      )
      const grades = answers.map((one) => graded(exercise, one, { locale }))
      return print(json ? inJson(grades) : summary(grades).table)
    }),
  )
