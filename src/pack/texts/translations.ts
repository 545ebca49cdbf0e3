import { type Issue, unknownName } from '../../errors.js'
import { locales, type Text } from '../../vocabulary.js'
import type { PackSource } from '../packSource.js'
import { isText } from './languages.js'

/** The words of a pack in other languages, or other words for the same, by language and by the place of the text. */
type Translations = NonNullable<PackSource['translations']>

/** The pack with its texts worded as the translations say; a place at which no text stands is an issue. */
export function translated(
  source: PackSource,
  translations: readonly Translations[],
  languages: readonly string[] = locales,
): { source: PackSource; issues: readonly Issue[] } {
  const wordings = translations.flatMap((one) =>
    Object.entries(one).flatMap(([language, texts]) =>
      Object.entries(texts).map(([place, words]) => ({ language, place, words })),
    ),
  )
  if (wordings.length === 0) return { source, issues: [] }
  const wanted = new Map<string, Record<string, string>>()
  const repeated = new Set<(typeof wordings)[number]>()
  for (const wording of wordings) {
    const { place, language, words } = wording
    if (wanted.get(place)?.[language] !== undefined) repeated.add(wording)
    wanted.set(place, { ...wanted.get(place), [language]: words })
  }
  const found = new Set<string>()
  const worded = mapTexts(source, languages, (place, text) => {
    found.add(place)
    return { ...text, ...wanted.get(place) }
  })
  const issues = wordings.flatMap((wording) => {
    const { language, place } = wording
    const where = `translations · ${language}`
    if (!found.has(place)) return [unknownName(where, `no text stands at \`${place}\``, place, found)]
    return repeated.has(wording) ? [{ place: where, message: `\`${place}\` is translated twice` }] : []
  })
  return { source: worded, issues }
}

/** Every text of a pack by its place. */
export function textsOf(source: PackSource, languages: readonly string[] = locales): ReadonlyMap<string, Text> {
  const texts = new Map<string, Text>()
  mapTexts(source, languages, (place, text) => {
    texts.set(place, text)
    return text
  })
  return texts
}

type Change = (place: string, text: Text) => Text

/** Every text of the pack changed by its place: `rules · keep-confidence · unless · client-agrees · because`. */
function mapTexts(source: PackSource, languages: readonly string[], change: Change): PackSource {
  const { rules, ...parts } = source
  const files = Object.entries(rules).map(([file, { standard, rules }]) => [
    file,
    { standard: change(`standards · ${file}`, standard), rules: mapped(rules, ['rules'], languages, change) },
  ])
  const others = mapped(parts, [], languages, change) as typeof parts
  return { ...others, rules: Object.fromEntries(files) }
}

/** Steps that a reader does not need to find a text. */
const silent: readonly string[] = ['event', 'params', 'guidelines']

function mapped(value: unknown, steps: readonly string[], languages: readonly string[], change: Change): unknown {
  if (Array.isArray(value))
    return value.map((one, i) => mapped(one, [...steps, ...nameOf(one, i, languages)], languages, change))
  if (typeof value !== 'object' || value === null) return value
  if (isText(value, languages)) return change(steps.join(' · '), value)
  const members = Object.entries(value).map(([key, held]) => {
    const inner = silent.includes(key) ? steps : [...steps, key]
    return [key, mapped(held, inner, languages, change)]
  })
  return Object.fromEntries(members)
}

/** A text in a list has no name: the first is `1`. */
function nameOf(item: unknown, index: number, languages: readonly string[]): string[] {
  if (typeof item === 'object' && item !== null && isText(item, languages)) return [String(index + 1)]
  const { name, value } = (item ?? {}) as { name?: unknown; value?: unknown }
  return [name ?? value].filter((one) => typeof one === 'string')
}
