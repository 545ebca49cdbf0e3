import { type Locale, locales, type Pack } from '../index.js'
import { type Exercise, type ExerciseOptions, exercise, outlets, parseVignette } from '../teach/index.js'
import { inJson } from './packMeant.js'
import { type Given, Misuse } from './usage.js'

/** An exercise made from the JSON of a vignette, printed as it was wanted. */
export async function exerciseInForm(json: unknown, pack: Pack<unknown>, given: Given): Promise<string> {
  const [form, options] = [formOf(given), seedOf(given)]
  return form(await exercise(parseVignette(json, pack), pack, options))
}

/** How the exercise is to be printed: as the outlet that was wanted on the command line, or as JSON. */
function formOf(given: Given): (exercise: Exercise) => string {
  const locale = (given.locale ?? 'en') as Locale
  if (!locales.includes(locale)) throw new Misuse(`--locale wants one of ${locales.join(', ')}`)
  if (given.as === undefined) return inJson
  const outlet = outlets.find(({ name }) => name === given.as)
  if (outlet === undefined) throw new Misuse(`--as wants one of ${outlets.map(({ name }) => name).join(', ')}`)
  const write = (given.markdown && outlet.writeMarkdown) || outlet.write
  return (exercise) => write(exercise, { locale })
}

/** The seed that was wanted. */
function seedOf({ seed }: Given): ExerciseOptions {
  if (seed === undefined) return {}
  if (!/^-?\d{1,9}$/.test(seed)) throw new Misuse('--seed wants a whole number')
  return { seed: Number(seed) }
}
