import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileName } from '../../src/teach/outlets/outlet.js'
import { outlets } from '../../src/teach/outlets/outlets.js'
import { locales } from '../../src/vocabulary.js'
import { shippedExercise } from '../support/exercises.js'

/* The set of a class that the build writes: one vignette in every form in which it is given out. */

const forms = outlets.flatMap((outlet) => locales.map((locale) => ({ outlet, locale, file: fileName(outlet, locale) })))

test.each(forms)('dist/class/$file is what the rules give', async ({ outlet, locale, file }) => {
  const made = await shippedExercise('her-own-decision.json')
  const written = Buffer.from(outlet.write(made, { locale }))
  expect(readFileSync(`dist/class/${file}`).equals(written)).toBe(true)
})

test('dist/class holds nothing else', () => {
  expect(readdirSync('dist/class').sort()).toEqual([...new Set(forms.map(({ file }) => file))].sort())
})
