import { compiledPack } from '../decide/compiledPack.js'
import { knownOrContradiction } from '../decide/decide.js'
import { TimbangError } from '../errors.js'
import { optionsGiven } from '../options.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import { checkPack, type Pack } from '../pack/pack.js'
import type { PackSource } from '../pack/packSource.js'
import type { RuleSource } from '../pack/rule.js'
import type { SayingsFiles } from '../pack/sayings/sayings.js'
import { inLanguages, languagesOf } from '../pack/texts/languages.js'
import { translated } from '../pack/texts/translations.js'
import { jurisdictionFact, type Locale } from '../vocabulary.js'

/** For which country's law, and in which language, a pack is wanted. */
export interface SlimOptions {
  readonly jurisdiction?: string | undefined
  readonly locale?: Locale | undefined
}

/**
 * The JSON of a pack with only what an application needs that serves one country in one language: the rules that can apply there,
 * the sources these cite, the contacts there, and the words of that language. `createPack` makes a pack of it, whose advice on a
 * situation of that country is what the whole pack would say; a situation of another country it refuses, since it knows no law of it.
 * @throws TimbangError `invalid-options` for a country or language that the pack does not have, or a pack that extends another
 */
export function slim<S>(pack: Pack<S>, options: SlimOptions = {}): PackSource {
  checkPack(pack)
  const given = optionsGiven<SlimOptions>(options, { jurisdiction: true, locale: true })
  checkSlim(given, pack)
  const { jurisdiction, locale } = given
  const { translations, invariants: _, ...written } = pack.parts[0].source
  const { source } = translated(written, translations ? [translations] : [], languagesOf(written))
  const there = jurisdiction === undefined ? source : within(source, jurisdiction, pack)
  const { sayings } = pack.parts[0]
  if (locale === undefined) return { ...there, ...(sayings && { sayings }) }
  const spoken = inLanguages({ ...there, pack: { ...there.pack, locales: [locale] } }, languagesOf(written), [locale])
  return { ...spoken, ...(sayings && { sayings: sayingsWithout(sayings, others(locale, pack)) }) }
}

/** The languages of a pack that are not wanted; dialects stay. */
function others<S>(locale: Locale, { parts }: Pack<S>): readonly string[] {
  return languagesOf(parts[0].source).filter((language) => language !== locale)
}

/** Sayings without what is said in some languages. */
function sayingsWithout(sayings: SayingsFiles, left: readonly string[]): SayingsFiles {
  const kept = <T>(held: T): T => {
    if (Array.isArray(held)) return held.map(kept) as T
    if (typeof held !== 'object' || held === null) return held
    const entries = Object.entries(held).filter(([key]) => !left.includes(key))
    return Object.fromEntries(entries.map(([key, one]) => [key, kept(one)])) as T
  }
  return kept(sayings)
}

function checkSlim<S>({ jurisdiction, locale }: SlimOptions, { parts, facts, header }: Pack<S>): void {
  const fact = facts.get(jurisdictionFact)
  const places = (fact ? valueNames(fact) : []).filter((one) => header.jurisdiction?.includes(one) ?? true)
  const languages = languagesOf(parts[0].source)
  const rows: [boolean, string, string][] = [
    [parts.length > 1, 'pack', 'must be one that extends no other: make the one it extends slim, and extend that'],
    [jurisdiction !== undefined && !places.includes(jurisdiction), 'options.jurisdiction', oneOf(places)],
    [locale !== undefined && !languages.includes(locale), 'options.locale', oneOf(languages)],
  ]
  const issues = rows.filter(([wrong]) => wrong).map(([, place, message]) => ({ place, message }))
  if (issues.length > 0) throw new TimbangError('invalid-options', issues)
}

function oneOf(known: readonly string[]): string {
  return `must be one of ${known.map((name) => `\`${name}\``).join(', ')}`
}

/** The pack without the rules that cannot apply under the law of a country, and without what only these need. */
function within<S>(source: PackSource, jurisdiction: string, pack: Pack<S>): PackSource {
  const silent = silentRules(jurisdiction, pack)
  const rules = Object.fromEntries(
    Object.entries(source.rules).flatMap(([file, { standard, rules }]) => {
      const left = rules.filter(({ name }) => !silent.has(name)).map((rule) => withoutRules(rule, silent))
      return left.length === 0 ? [] : [[file, { standard, rules: left }]]
    }),
  )
  const { contacts, ...there } = { ...source, rules, pack: { ...source.pack, jurisdiction: [jurisdiction] } }
  const cited = new Set(citations({ ...there, sources: [] }))
  const serving = contacts?.filter((one) => one.jurisdiction?.includes(jurisdiction) ?? true)
  return {
    ...there,
    sources: source.sources.filter(({ name }) => cited.has(name)),
    ...(serving && { contacts: serving }),
  }
}

/** The rules whose conditions are false once nothing but the country is known: nothing else that is learned makes them hold. */
function silentRules<S>(jurisdiction: string, pack: Pack<S>): ReadonlySet<string> {
  const known = knownOrContradiction(new Map([[jurisdictionFact, jurisdiction]]), pack)
  if (typeof known === 'string') return new Set()
  const silent = compiledPack(pack).rules.filter(({ test }) => test(known.values) === false)
  return new Set(silent.map(({ rule }) => rule.name))
}

/** The rule without naming those that are left out. */
function withoutRules(rule: RuleSource, left: ReadonlySet<string>): RuleSource {
  const { exceptionTo, dilemmaWith, ...params } = rule.event.params
  const named = Object.entries({ exceptionTo, dilemmaWith }).flatMap(([key, names]) => {
    const kept = (names ?? []).filter((name) => !left.has(name))
    return kept.length === 0 ? [] : [[key, kept]]
  })
  return { ...rule, event: { ...rule.event, params: { ...params, ...Object.fromEntries(named) } } }
}

/** Every name that stands in a list of sources. */
function citations(held: unknown): readonly string[] {
  if (typeof held !== 'object' || held === null) return []
  return Object.entries(held).flatMap(([key, one]) =>
    key === 'sources' && Array.isArray(one) && one.every((name) => typeof name === 'string') ? one : citations(one),
  )
}
