import { describe, expect, test } from 'vitest'
import type { Exercise } from '../../src/teach/exerciseShape.js'
import { answerTable } from '../../src/teach/grading/answerTable.js'
import { grade } from '../../src/teach/grading/grade.js'
import { gradesOf, learnerTable } from '../../src/teach/grading/learnerTable.js'
import { practicePage } from '../../src/teach/outlets/page/practicePage.js'
import { refusal, shippedExercise } from '../support/exercises.js'

/* Answers that come back from a class: from a table by hand, from the practice page, and from a quiz of Moodle. */

const [first, second] = [
  await shippedExercise('please-tell-nobody.json'),
  await shippedExercise('the-order-of-the-court.json'),
] as const

/** What somebody chose who takes all that is right, or the first choice of everything. */
function chosenBy(exercise: Exercise, all: boolean): Readonly<Record<string, readonly string[]>> {
  const chosen = exercise.questions
    .filter(({ pick }) => pick !== 'own-words')
    .map(({ id, choices }) => [
      id,
      choices.filter(({ mark }, i) => (all ? mark === 'right' : i === 0)).map((one) => one.id),
    ])
  return Object.fromEntries(chosen)
}

/** A cell as Moodle writes it: the words of what was chosen, one after another. */
function moodleCell({ questions }: Exercise, question: string, chosen: readonly string[]): string {
  const choices = questions.find(({ id }) => id === question)?.choices ?? []
  const words = chosen.map((one) => choices.find(({ id }) => id === one)?.says.id ?? '')
  return `"${words.join('; ').replaceAll('"', '""')}"`
}

describe('a table of letters', () => {
  test('is read by the beginnings of questions or their whole ids, with no name in it', () => {
    const [q1, q2] = first.questions.map(({ id }) => id) as [string, string]
    const csv = `Nama;q1;${q2}\nSiti Aminah;A;b c b\nBudi;x;\n;;\n`
    const { answers, unread } = answerTable(csv, [first])
    expect(answers.map(({ learner, answers: chosen }) => [learner, chosen])).toEqual([
      ['#1', { [q1]: ['a'], [q2]: ['b', 'c'] }],
      ['#2', {}],
    ])
    expect(unread).toBe(1)
  })

  test('says of which exercise each line is, and by which code', () => {
    const csv = `code,exercise,q1\np07,${second.id},a\np8,${first.id},b\np9,other,a\n`
    const { answers, unread } = answerTable(csv, [first, second])
    expect(answers.map(({ learner, exercise }) => [learner, exercise])).toEqual([
      ['P07', second.id],
      ['P8', first.id],
    ])
    expect(unread).toBe(1)
  })

  test('is what the practice page gives out', () => {
    const page = practicePage(first, { locale: 'id' })
    expect(page).toContain(`"id":"${first.id}"`)
    const answers = chosenBy(first, true)
    const head = ['code', 'exercise', ...first.questions.map(({ id }) => id)]
    const row = ['P07', first.id, ...first.questions.map(({ id }) => answers[id]?.join(' ') ?? '')]
    const read = answerTable(`${head.join(';')}\n${row.join(';')}\n`, [second, first])
    expect(read).toEqual({ answers: [{ learner: 'P07', exercise: first.id, answers }], unread: 0 })
  })

  test('is refused where no column names a question, or where it is no text of a fit length', () => {
    expect(refusal(() => answerTable('Nama;Nilai\nSiti;7\n', [first]))).toBe(
      'invalid-answers\nanswers: no column names a question, as `q1`, by its whole id, or as `Response 1` of Moodle',
    )
    expect(refusal(() => answerTable(7 as never, [first]))).toMatch('answers: must be a text of at most 5000000')
  })
})

describe('what Moodle saves as responses', () => {
  const headed = [first, second].flatMap((exercise) =>
    exercise.questions.map(({ id }, i) => ({ exercise, id, title: `${i % 2 ? 'Response' : 'Jawaban'}` })),
  )
  const csv = (...rows: readonly (readonly string[])[]) => {
    const head = ['"Nama lengkap"', '"Grade/10.00"', ...headed.map(({ title }, i) => `"${title} ${i + 1}"`)]
    return [head, ...rows].map((row) => row.join(',')).join('\r\n')
  }
  const row = (name: string, cell: (exercise: Exercise, id: string) => string) => [
    name,
    '"7.50"',
    ...headed.map(({ exercise, id }) => cell(exercise, id)),
  ]

  test('is read by the words of the choices, of several exercises at once, and earns what `grade` says', () => {
    const cellOf = (all: boolean) => (exercise: Exercise, id: string) => {
      const chosen = chosenBy(exercise, all)[id]
      return chosen === undefined ? '"my own words; and more"' : moodleCell(exercise, id, chosen)
    }
    const { answers, unread } = answerTable(csv(row('Siti', cellOf(true)), row('Budi', cellOf(false))), [first, second])
    expect(unread).toBe(0)
    expect(answers).toEqual([
      { learner: '#1', exercise: first.id, answers: chosenBy(first, true) },
      { learner: '#1', exercise: second.id, answers: chosenBy(second, true) },
      { learner: '#2', exercise: first.id, answers: chosenBy(first, false) },
      { learner: '#2', exercise: second.id, answers: chosenBy(second, false) },
    ])
    const graded = gradesOf(answers, [first, second], 'en')
    expect(graded.map((one) => one.grade)).toEqual(
      [true, false].flatMap((all) => [first, second].map((one) => grade(one, chosenBy(one, all), { locale: 'en' }))),
    )
  })

  test('counts what is no choice as not given, tells nothing of it, and leaves out who answered nothing', () => {
    const right = chosenBy(first, true)
    const [one] = first.questions.map(({ id }) => id)
    const odd = (exercise: Exercise, id: string) => (exercise === first && id === one ? '"something else"' : '-')
    const some = (exercise: Exercise, id: string) =>
      exercise === first ? moodleCell(exercise, id, right[id] ?? []) : '-'
    const read = answerTable(
      csv(
        row('A', some),
        row('B', odd),
        row('C', () => '-'),
      ),
      [first, second],
    )
    expect(read.unread).toBe(1)
    expect(read.answers.map(({ learner }) => learner)).toEqual(['#1'])
  })
})

test('a table by learner has a column for each case and the mean of those that were answered', () => {
  const answers = [
    { learner: 'P07', exercise: first.id, answers: chosenBy(first, true) },
    { learner: 'P07', exercise: second.id, answers: {} },
    { learner: 'P08', exercise: second.id, answers: chosenBy(second, true) },
    { learner: 'P09', exercise: 'other', answers: {} },
  ]
  const lines = learnerTable(gradesOf(answers, [first, second], 'id'), [first, second], 'id')
    .trimEnd()
    .split('\n')
  expect(lines[0]).toBe('## Hasil tiap peserta')
  expect(lines.slice(-2)).toEqual(['| P07 | 100 % | 0 % | 50 % |', '| P08 | – | 100 % | 100 % |'])
})
