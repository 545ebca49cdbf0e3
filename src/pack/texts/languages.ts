import type { Issue } from '../../errors.js'
import { locales, type Text } from '../../vocabulary.js'
import { issuePlace } from '../issuePlace.js'

/** A language tag such as `id` or `su`. */
export const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** The languages in which the JSON of a pack says that its texts are; English and Indonesian where it says nothing. */
export function languagesOf(source: unknown): readonly string[] {
  const { pack } = (source ?? {}) as { pack?: { locales?: unknown } | null }
  const named: readonly unknown[] = Array.isArray(pack?.locales) ? pack.locales : []
  const tags = named.filter((one): one is string => typeof one === 'string' && languageTag.test(one))
  const spoken = [...new Set(tags)]
  return spoken.length === 0 || spoken.length > locales.length ? locales : spoken
}

/** The JSON of a pack as one whose texts are English and Indonesian, so that every pack is checked by one shape. */
interface StandIn {
  readonly value: unknown
  /** A text in a language that the pack does not speak. */
  readonly issues: readonly Issue[]
  /** Where something stands in the JSON itself. */
  readonly path: (path: Path) => Path
  /** What was checked, in the languages of the pack again. */
  readonly restored: <T>(checked: T) => T
}

type Path = readonly PropertyKey[]

/** Stands for a text in a language that is not spoken. */
const filler = 'x'

/**
 * The JSON of a pack of some languages as one of all; each language that the shape does not know takes the place of one that
 * the pack does not speak. A text in a language that it does not speak is an issue.
 */
export function withStandIns(source: unknown, languages: readonly string[]): StandIn {
  const places = placesOf(languages)
  if ([...places].every(([language, place]) => language === place) && places.size === locales.length)
    return { value: source, issues: [], path: (path) => path, restored: (checked) => checked }
  const issues: Issue[] = []
  const value = mapped(source, [], [...languages, ...locales], (text, path) => {
    const strange = locales.filter((one) => one in text && !languages.includes(one))
    for (const one of strange)
      issues.push({ place: issuePlace(source, path), message: `\`${one}\` is not part of this` })
    return inPlaces(text, places)
  })
  const languageAt = new Map([...places].map(([language, place]) => [place, language]))
  return {
    value,
    issues,
    path: (path) => [...path.slice(0, -1), ...path.slice(-1).map((last) => languageAt.get(String(last)) ?? last)],
    restored: (checked) => renamed(checked, places),
  }
}

/** Which of the places in a text each language takes: its own, or one that is free. */
function placesOf(languages: readonly string[]): ReadonlyMap<string, string> {
  const isOwn = (language: string) => (locales as readonly string[]).includes(language)
  const free = locales.filter((locale) => !languages.includes(locale))
  const strangers = languages.filter((language) => !isOwn(language))
  return new Map([
    ...languages.filter(isOwn).map((language) => [language, language] as const),
    ...strangers.map((language, i) => [language, free[i] as string] as const),
  ])
}

/** A text with each language in its place, and a filler in every place that no language takes. */
function inPlaces(text: Readonly<Record<string, string>>, places: ReadonlyMap<string, string>): object {
  const taken = [...places.values()]
  const fillers = locales.filter((place) => !taken.includes(place)).map((place) => [place, filler])
  const words = Object.entries(text).flatMap(([language, word]) => {
    const place = places.get(language)
    if (place !== undefined) return [[place, word]]
    return locales.some((one) => one === language) ? [] : [[language, word]]
  })
  return Object.fromEntries([...fillers, ...words])
}

function renamed<T>(data: T, places: ReadonlyMap<string, string>): T {
  return mapped(data, [], locales, (text) =>
    Object.fromEntries([...places].flatMap(([language, place]) => (place in text ? [[language, text[place]]] : []))),
  ) as T
}

/** The same with each text, known by its languages, in the wanted ones only, as far as it is in any of these. */
export function inLanguages<T>(data: T, known: readonly string[], wanted: readonly string[] = known): T {
  return mapped(data, [], known, (text) => {
    const own = wanted.flatMap((language) => (language in text ? [[language, text[language]]] : []))
    return own.length === 0 ? text : Object.fromEntries(own)
  }) as T
}

/** A text in the first of some languages in which there is one; else in English, or in whichever there is. */
export function wording(text: Text, ...languages: readonly string[]): string {
  const said: Readonly<Record<string, string>> = text
  const spoken = [...languages, 'en'].find((language) => Object.hasOwn(said, language))
  return (spoken === undefined ? Object.values(said)[0] : said[spoken]) ?? ''
}

/** Whether plain data is a text: words by language, one of them in a language that is looked for, and nothing else. */
export function isText(data: object, languages: readonly string[] = locales): data is Text {
  const words = Object.values(data)
  return words.every((one) => typeof one === 'string') && languages.some((language) => language in data)
}

/** A text as it begins a sentence or stands by itself. */
export function withCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Change = (text: Readonly<Record<string, string>>, path: Path) => unknown

function mapped(data: unknown, path: Path, languages: readonly string[], change: Change): unknown {
  if (Array.isArray(data)) return data.map((one, i) => mapped(one, [...path, i], languages, change))
  if (typeof data !== 'object' || data === null) return data
  if (isText(data, languages)) return change(data, path)
  return Object.fromEntries(
    Object.entries(data).map(([key, one]) => [key, mapped(one, [...path, key], languages, change)]),
  )
}
