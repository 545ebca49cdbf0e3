import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { exercise } from '../../src/teach/exercise.js'
import { summary } from '../../src/teach/grading/classSummary.js'
import { grade } from '../../src/teach/grading/grade.js'
import { fileName } from '../../src/teach/outlets/outlet.js'
import { outlets } from '../../src/teach/outlets/outlets.js'
import type { Answers } from '../../src/teach/questionsAsked.js'
import { locales } from '../../src/vocabulary.js'
import { vignette } from '../support/exercises.js'

/*
 * What a person reads of the set of a class, kept in examples/class: hand-out, key and summary of one vignette. Where the rules
 * have changed, this fails, and `npx vitest run tests/teach/class.test.ts --update` makes it anew: read it before you give it out.
 * The other forms the build writes to dist/class (tests/built/class.test.ts).
 */

const made = await exercise(vignette('her-own-decision.json'), socialWork)

/** Five learners who see less and less. */
const answers: readonly Answers[] = [0, 1, 2, 3, 4].map((learner) =>
  Object.fromEntries(
    made.questions.map(({ id, pick, choices }) => {
      const right = choices.filter(({ mark }) => mark === 'right' || mark === 'open').map((choice) => choice.id)
      const wrong = choices.filter(({ mark }) => mark === 'wrong' || mark === 'partly').map((choice) => choice.id)
      if (pick !== 'several') return [id, [learner < 3 ? right[0] : (wrong[0] ?? right[0])]] as [string, string[]]
      return [id, [...right.slice(0, Math.max(1, right.length - learner)), ...wrong.slice(0, Math.floor(learner / 2))]]
    }),
  ),
)

const files: Readonly<Record<string, () => string>> = Object.fromEntries(
  locales.flatMap((locale) => {
    const { table, chart } = summary(answers.map((one) => grade(made, one, { locale })))
    const sheets = outlets.flatMap((outlet): [string, () => string][] => {
      const { writeMarkdown } = outlet
      return writeMarkdown ? [[fileName(outlet, locale, true), () => writeMarkdown(made, { locale })]] : []
    })
    return [...sheets, [`summary.${locale}.md`, () => table], [`summary.${locale}.svg`, () => chart]]
  }),
)

describe('what a person reads of the set of a class', () => {
  test.each(Object.entries(files))('%s is what the rules give today', async (file, content) => {
    await expect(content()).toMatchFileSnapshot(`../../examples/class/${file}`)
  })

  test('holds nothing else', () => {
    expect(readdirSync('examples/class').sort()).toEqual(Object.keys(files).sort())
  })
})
