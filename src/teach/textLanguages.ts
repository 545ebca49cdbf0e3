import * as z from 'zod'
import type { Issue } from '../errors.js'
import { isText } from '../pack/texts/languages.js'
import { shownText } from '../pack/texts/textSchema.js'
import type { Text } from '../vocabulary.js'
import { type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'

/** A text in some of the languages in which an exercise can be worded; which they are, the whole says. */
export function someLanguages(most: number): z.ZodType<Text> {
  const languages = interfaceLanguages.map((language) => [language, shownText(most).optional()])
  const text = z.strictObject(Object.fromEntries(languages) as Record<InterfaceLanguage, z.ZodOptional<z.ZodString>>)
  const spoken = text.refine((one) => Object.keys(one).length > 0, 'must say something in one language')
  return spoken as unknown as z.ZodType<Text>
}

/** The languages that any text in it speaks, in the order of those of the interface. */
export function languagesIn(held: unknown): readonly InterfaceLanguage[] {
  const texts = textsIn(held, '').map(({ text }) => text)
  return interfaceLanguages.filter((language) => texts.some((text) => Object.hasOwn(text, language)))
}

/** Each text that lacks a language which others have: a story is told whole in each of its languages. */
export function untranslated(held: unknown, place: string): Issue[] {
  const languages = languagesIn(held)
  return textsIn(held, place).flatMap(({ text, at }) =>
    languages
      .filter((language) => !Object.hasOwn(text, language))
      .map((language) => ({ place: `${at}.${language}`, message: 'is missing; must be a text' })),
  )
}

/** The same with its texts in these languages alone. */
export function inTheseLanguages<T>(held: T, languages: readonly string[]): T {
  if (Array.isArray(held)) return held.map((one) => inTheseLanguages(one, languages)) as T
  if (typeof held !== 'object' || held === null) return held
  if (isText(held, interfaceLanguages)) return spokenPart(held, languages) as T
  return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, inTheseLanguages(one, languages)])) as T
}

function spokenPart(text: Text, languages: readonly string[]): Text {
  const words: Readonly<Record<string, string>> = text
  return Object.fromEntries(languages.flatMap((one) => (one in words ? [[one, words[one]]] : []))) as Text
}

interface PlacedText {
  readonly text: Text
  readonly at: string
}

function textsIn(held: unknown, at: string): readonly PlacedText[] {
  if (Array.isArray(held)) return held.flatMap((one, i) => textsIn(one, `${at}[${i}]`))
  if (typeof held !== 'object' || held === null) return []
  if (isText(held, interfaceLanguages)) return [{ text: held, at }]
  return Object.entries(held).flatMap(([key, one]) => textsIn(one, `${at}.${key}`))
}
