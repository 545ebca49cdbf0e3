import { wording } from '../../pack/texts/languages.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { outletWords } from '../../words/outletWords.js'
import { checkLanguage, type Exercise } from '../exerciseShape.js'
import { markdownText } from '../outlets/sheets/blocksToMarkdown.js'
import type { LearnerAnswers } from './answerTable.js'
import { type Grade, grade } from './grade.js'

/** How one learner, known by a code or the place in a table, answered one exercise. */
export interface LearnerGrade {
  readonly learner: string
  readonly grade: Grade
}

/** Grades what a class chose in one exercise or several. @throws TimbangError `invalid-answers`, `invalid-exercise`, `invalid-options` */
export function gradesOf(
  answers: readonly LearnerAnswers[],
  exercises: readonly Exercise[],
  locale: InterfaceLanguage,
): readonly LearnerGrade[] {
  for (const exercise of exercises) checkLanguage(locale, exercise)
  return answers.flatMap(({ learner, exercise: id, answers: chosen }) => {
    const exercise = exercises.find((one) => one.id === id)
    return exercise === undefined ? [] : [{ learner, grade: grade(exercise, chosen, { locale }) }]
  })
}

/** A line a learner, a column a case, in Markdown: what share of each was answered, and the mean of those that were. */
export function learnerTable(
  graded: readonly LearnerGrade[],
  exercises: readonly Exercise[],
  locale: InterfaceLanguage,
): string {
  const { table: w, byLearner } = outletWords[locale]
  const learners = [...new Set(graded.map(({ learner }) => learner))]
  const row = (...cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`
  const shares = (learner: string) =>
    exercises.map(({ id }) => graded.find((one) => one.learner === learner && one.grade.exercise === id)?.grade.share)
  return [
    `## ${markdownText(byLearner)}`,
    '',
    row(w.learner, ...exercises.map(({ vignette }) => wording(vignette.title, locale)), w.mean),
    `| --- |${' ---: |'.repeat(exercises.length + 1)}`,
    ...learners.map((learner) => row(learner, ...shares(learner).map(percent), percent(mean(shares(learner))))),
    '',
  ].join('\n')
}

function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.round(share * 100)} %`
}

function mean(shares: readonly (number | undefined)[]): number | undefined {
  const given = shares.flatMap((one) => (one === undefined ? [] : [one]))
  return given.length === 0 ? undefined : given.reduce((sum, one) => sum + one, 0) / given.length
}
