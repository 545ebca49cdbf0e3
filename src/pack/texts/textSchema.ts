import * as z from 'zod'
import { controlCharacters, locales, type Text } from '../../vocabulary.js'

const nothingObeyed = new RegExp(`^(?!.*${controlCharacters.source})`, 'u')

/** Text as it is shown, of at most so many characters. */
export function shownText(most: number): z.ZodString {
  return z
    .string()
    .max(most)
    .regex(/^\S(.*\S)?$/u, 'must be one line without blanks at its ends')
    .regex(/^\s*$|[\p{L}\p{N}]/u, 'must say something')
    .regex(nothingObeyed, 'must not hold control characters')
}

const sentence = shownText(1_000)

/** A sentence or phrase in every language, none of them empty. */
export const textSchema: z.ZodType<Text> = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, sentence])) as Record<(typeof locales)[number], z.ZodString>,
)

const mostLetters = 100

/** A name in small letters joined by hyphens, as rules, actions and principles bear it. */
export const nameSchema = z
  .string()
  .max(mostLetters)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'must be a name in small letters and digits, its words joined by hyphens: `knock-and-wait`',
  )

const onEveryObject =
  /^(?!(.*\.)?(constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)(\.|$))/

/** A dotted name, as facts bear it. */
export const factNameSchema = z
  .string()
  .max(mostLetters)
  .regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*){1,5}$/, 'must be a dotted name such as `risk.severity`')
  .regex(onEveryObject, 'must not hold a name that every object has')

/** A word, as values of facts and countries are written. */
export const wordSchema = z
  .string()
  .max(mostLetters)
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'must be a word of letters, digits and hyphens')

export const nameListSchema = z.array(nameSchema).min(1).max(200)

export const sourceNamesSchema = z.array(z.string().min(1)).min(1).max(50)

/** A day as `YYYY-MM-DD`. */
export const daySchema = z.iso.date()

/** The first and the last day on which something is in force; always, where it has neither. */
export const termSchema = z.strictObject({ from: daySchema.optional(), until: daySchema.optional() })
export type Term = z.infer<typeof termSchema>
