import { type Locale, locales, type Pack } from '../index.js'
import {
  type Exercise,
  type ExerciseOptions,
  exercise,
  handOut,
  key,
  type OutletOptions,
  parseVignette,
  practicePage,
  toGift,
  toMoodle,
  toTwee,
  toXapi,
} from '../teach/index.js'
import { inJson } from './packMeant.js'
import { type Given, Misuse } from './usage.js'

type Form = (exercise: Exercise, options: OutletOptions, given: Given) => string

/** An exercise made from the JSON of a vignette, printed as it was wanted. */
export async function exerciseInForm(json: unknown, pack: Pack<unknown>, given: Given): Promise<string> {
  const [form, options] = [formOf(given), seedOf(given)]
  return form(await exercise(parseVignette(json, pack), pack, options))
}

/** What an exercise can be printed as. */
const forms = new Map<string, Form>([
  ['moodle', toMoodle],
  ['gift', toGift],
  ['twee', toTwee],
  ['page', practicePage],
  [
    'hand-out',
    (exercise, options, { markdown }) => handOut(exercise, { ...options, as: markdown ? 'markdown' : 'html' }),
  ],
  ['key', (exercise, options, { markdown }) => key(exercise, { ...options, as: markdown ? 'markdown' : 'html' })],
  ['xapi', (exercise) => inJson(toXapi(exercise, { actor: nobody }))],
])

/** Whoever will answer: a stand-in that the one who runs a class replaces. */
const nobody = { homePage: 'https://timbang.example', name: 'learner' }

/** How the exercise is to be printed: as wanted on the command line, or as JSON. */
function formOf(given: Given): (exercise: Exercise) => string {
  const locale = (given.locale ?? 'en') as Locale
  if (!locales.includes(locale)) throw new Misuse(`--locale wants one of ${locales.join(', ')}`)
  if (given.as === undefined) return inJson
  const form = forms.get(given.as)
  if (form === undefined) throw new Misuse(`--as wants one of ${[...forms.keys()].join(', ')}`)
  return (exercise) => form(exercise, { locale }, given)
}

/** The seed that was wanted. */
function seedOf({ seed }: Given): ExerciseOptions {
  if (seed === undefined) return {}
  if (!/^-?\d{1,9}$/.test(seed)) throw new Misuse('--seed wants a whole number')
  return { seed: Number(seed) }
}
