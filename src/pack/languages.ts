import type { Issue } from '../errors.js'
import { type Locale, locales, type Text } from '../vocabulary.js'
import { placeIn } from './places.js'

/** The languages in which the JSON of a pack says that its texts are; all where it says nothing. */
export function languagesOf(source: unknown): readonly Locale[] {
  const { pack } = (source ?? {}) as { pack?: { locales?: unknown } | null }
  const named = pack?.locales
  const known = Array.isArray(named) ? locales.filter((locale) => named.includes(locale)) : []
  return known.length === 0 ? locales : known
}

/** Stands for a text in a language that the pack does not speak, so that every pack is checked by one shape. */
const standIn = 'x'

/** The JSON of a pack of some languages as one of all; a text in a language that it does not speak is an issue. */
export function withStandIns(source: unknown, languages: readonly Locale[]): { value: unknown; issues: Issue[] } {
  const issues: Issue[] = []
  if (languages.length === locales.length) return { value: source, issues }
  const others = locales.filter((locale) => !languages.includes(locale))
  const filled = Object.fromEntries(others.map((locale) => [locale, standIn]))
  const value = mapped(source, [], (text, path) => {
    for (const other of others.filter((locale) => locale in text))
      issues.push({ place: placeIn(source, path), message: `\`${other}\` is not part of this` })
    return { ...text, ...filled }
  })
  return { value, issues }
}

/** The same with its texts in some languages only; words in a language beside those of timbang are left out, too. */
export function inLanguages<T>(held: T, languages: readonly Locale[]): T {
  return mapped(held, [], (text) =>
    Object.fromEntries(languages.flatMap((locale) => (text[locale] === undefined ? [] : [[locale, text[locale]]]))),
  ) as T
}

/** A text in a language, or in the first in which there is one. */
export function wording(text: Text, locale: Locale): string {
  return text[locale] ?? Object.values(text)[0] ?? ''
}

/** Whether plain data is a text: words by language, and nothing else. */
export function isText(held: object): held is Text {
  const words = Object.entries(held)
  return words.every(([, one]) => typeof one === 'string') && locales.some((locale) => locale in held)
}

type Path = readonly PropertyKey[]

function mapped(held: unknown, path: Path, change: (text: Partial<Text>, path: Path) => unknown): unknown {
  if (Array.isArray(held)) return held.map((one, i) => mapped(one, [...path, i], change))
  if (typeof held !== 'object' || held === null) return held
  if (isText(held)) return change(held, path)
  return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, mapped(one, [...path, key], change)]))
}
