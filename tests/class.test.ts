import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { socialWork } from '../src/social-work/socialWork.js'
import { exercise } from '../src/teach/exercise.js'
import { summary } from '../src/teach/grading/classSummary.js'
import { type Answers, grade } from '../src/teach/grading/grade.js'
import { fileName, type Outlet } from '../src/teach/outlets/outlet.js'
import { outlets } from '../src/teach/outlets/outlets.js'
import { toXapi } from '../src/teach/outlets/xapi.js'
import { variants } from '../src/teach/variants.js'
import { type Locale, locales } from '../src/vocabulary.js'
import { vignette } from './support/exercises.js'

/*
 * The set of a class that is kept in examples/class: one vignette, every outlet. Where the rules have changed, this fails, and
 * `npm run generate` makes it anew: read it before you give it out.
 */

const name = 'her-own-decision.json'
const kept = (file: string) => `../examples/class/${file}`
const json = (content: unknown) => `${JSON.stringify(content, null, 2)}\n`

const made = await exercise(vignette(name), socialWork)

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

const actor = { homePage: 'https://school.example', name: 'learner-1' }
const timestamp = '2026-01-31T09:00:00Z'

const files: Readonly<Record<string, () => string>> = {
  'exercise.json': () => json(made),
  ...Object.fromEntries(locales.flatMap((locale) => outlets.flatMap((outlet) => filesOf(outlet, locale)))),
  'exercise.xapi.json': () => json(toXapi(made, { actor, timestamp, answers: answers[1] as Answers })),
  'variants.json': () => json(variants(vignette(name), socialWork).slice(0, 12)),
  ...Object.fromEntries(
    locales.flatMap((locale): [string, () => string][] => {
      const { table, chart } = summary(answers.map((one) => grade(made, one, { locale })))
      return [
        [`summary.${locale}.md`, () => table],
        [`summary.${locale}.svg`, () => chart],
      ]
    }),
  ),
}

function filesOf(outlet: Outlet, locale: Locale): [string, () => string][] {
  const { write, writeMarkdown } = outlet
  return [
    [fileName(outlet, locale), () => write(made, { locale })],
    ...(writeMarkdown
      ? [[fileName(outlet, locale, true), () => writeMarkdown(made, { locale })] as [string, () => string]]
      : []),
  ]
}

describe('the set of a class in examples/class', () => {
  test.each(Object.entries(files))('%s is what the rules give today', async (file, content) => {
    await expect(content()).toMatchFileSnapshot(kept(file))
  })

  test('holds nothing else', () => {
    expect(readdirSync('examples/class').sort()).toEqual(Object.keys(files).sort())
  })
})
