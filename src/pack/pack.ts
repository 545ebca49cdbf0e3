import { type Issue, issuesOf, TimbangError } from '../errors.js'
import type { Text } from '../vocabulary.js'
import { withActionStates } from './actionStates.js'
import { aliasesIn, aliasIssues, type FormerWords, withPresentNames } from './aliases.js'
import type { Fact, Facts } from './fact.js'
import { digestOf } from './identity/digest.js'
import { type Invariants, invariantsOf } from './invariant.js'
import { issuePlace } from './issuePlace.js'
import { mergedParts, type PackPart, type PackParts, partOf } from './packParts.js'
import {
  type Action,
  type Contact,
  type Framework,
  type Header,
  type PackSource,
  type Principle,
  packSourceSchema,
  type Role,
  type Source,
} from './packSource.js'
import { plainCopy } from './plainData.js'
import type { Rule } from './rule.js'
import { rulesFromSource } from './rulesFromSource.js'
import type { SayingsFile } from './sayings/sayings.js'
import { admissionIssues } from './soundness/admissions.js'
import { soundnessIssues } from './soundness/packSoundness.js'
import { sayingsIssues } from './soundness/sayingsSoundness.js'
import { inLanguages, languagesOf, withStandIns, wording } from './texts/languages.js'
import { translated } from './texts/translations.js'

/** A situation whose facts are not known to the compiler: nested, as declared by the pack. */
export type AnySituation = Readonly<Record<string, unknown>>

/**
 * Facts, principles, actions, sources, frameworks and rules that belong together, checked and ready to weigh with.
 * `S` is the type of the situations it understands; `digest` is the SHA-256 of its content as canonical JSON.
 */
export interface Pack<S = AnySituation> {
  readonly name: string
  readonly version: string
  readonly title: Text
  readonly asOf: string
  readonly digest: string
  /** The packs it is made of: itself, or the one that was extended and those that extend it. */
  readonly parts: PackParts
  readonly header: Header
  readonly facts: Facts
  readonly principles: ReadonlyMap<string, Principle>
  readonly actions: ReadonlyMap<string, Action>
  readonly roles: ReadonlyMap<string, Role>
  readonly sources: ReadonlyMap<string, Source>
  readonly frameworks: ReadonlyMap<string, Framework>
  readonly contacts: ReadonlyMap<string, Contact>
  readonly rules: ReadonlyMap<string, Rule>
  /** What must never be advised, whatever is stated; it is proved, and changes no advice. */
  readonly invariants: Invariants
  /** How people say its facts, in which a story is heard; it changes no advice. */
  readonly sayings: readonly SayingsFile[]
  /** The names that facts bore before, each with the present one. */
  readonly formerFacts: ReadonlyMap<string, string>
  /** The words that facts had before, by the present name of the fact, each with those that say it now. */
  readonly formerWords: FormerWords
  /** Never set; carries the type of the situation. */
  readonly situation?: S
}

/**
 * Makes a pack from the JSON of its files and refuses it whole if anything in it could go wrong later.
 * @throws TimbangError `invalid-pack` with every issue found, each with file, rule and place, and a suggestion where one is near
 */
export function createPack<S = AnySituation>(source: unknown): Pack<S> {
  return packFrom([partOf(parsedSource(source, packSourceSchema))])
}

const limits = { depth: 24, nodes: 1_000_000, text: 5_000, letters: 20_000_000, keys: 50_000 }

/** What zod needs of a schema here. */
interface Schema<T> {
  safeParse(
    value: unknown,
    options: { reportInput: true },
  ): { success: true; data: T; error?: never } | { success: false; error: Parameters<typeof issuesOf>[0] }
}

/** The JSON of a pack, or of one that extends another, checked for its shape. */
export function parsedSource<T>(source: unknown, schema: Schema<T>): T {
  const plain = plainCopy(source, 'pack', limits)
  if ('issues' in plain) throw refusedPack(plain.issues)
  const { value, issues, path, restored } = withStandIns(plain.value, languagesOf(plain.value))
  const parsed = schema.safeParse(value, { reportInput: true })
  const found = parsed.success ? [] : issuesOf(parsed.error, (at) => issuePlace(value, path(at)), mostIssues)
  if (!parsed.success || issues.length > 0) throw refusedPack([...issues, ...found])
  return restored(parsed.data)
}

/** A pack by itself, as a part of one, that was found to be sound. */
export type CheckedPart = PackParts[0]

/**
 * A pack as it is known once it was checked, under the names of today.
 * @throws TimbangError `invalid-pack`, as `createPack` does
 */
export function checkedPart(source: unknown): CheckedPart {
  const [part] = createPack(source).parts
  return { ...part, source: withPresentNames(part.source, aliasesIn(part.source)) }
}

/** The pack of a part that was checked before, as when this package was built; it is not checked again. */
export function packOfChecked<S>(part: CheckedPart): Pack<S> {
  return assemble(
    presentForm([part], (source) => source),
    [part],
  )
}

/** The pack that its parts make together; refused if anything in it could go wrong later. */
export function packFrom<S>(parts: PackParts): Pack<S> {
  const present = presentForm(parts)
  const { source, former, partOfFile, written, mistranslated } = present
  const refusals = [
    () => aliasIssues(written),
    () => [...soundnessIssues(source), ...mistranslated],
    () => parts.flatMap(({ sayings }) => sayingsIssues(sayings, factsByName(source), former.facts)),
    () => admissionIssues(source, parts, partOfFile),
  ]
  for (const issuesFound of refusals) {
    const found = issuesFound()
    if (found.length > 0) throw refusedPack(found)
  }
  return assemble(present, parts)
}

/** The sayings of all parts of a pack. */
export function sayingsIn(parts: PackParts): readonly SayingsFile[] {
  return parts.flatMap(({ sayings = {} }) => Object.values(sayings))
}

/** What the parts say together, by the names of today and in all their languages. */
interface PresentForm {
  /** As the authors wrote it, under whatever names. */
  readonly written: PackSource
  readonly source: PackSource
  readonly former: ReturnType<typeof aliasesIn>
  readonly partOfFile: ReadonlyMap<string, PackPart>
  readonly mistranslated: readonly Issue[]
}

/** `named` puts what is written under the names of today. */
function presentForm(parts: PackParts, named = withPresentNames): PresentForm {
  const { source: whole, partOfFile } = mergedParts(parts)
  const [spoken, ...others] = parts.map(({ source }) => languagesOf(source)) as [readonly string[], ...string[][]]
  const languages = [...new Set([spoken, ...others].flat())]
  const written = whole.pack.locales && others.length > 0 ? inLanguages(whole, languages, spoken) : whole
  const former = aliasesIn(written)
  const translations = parts.flatMap(({ source: { translations } }) =>
    translations === undefined ? [] : [translations],
  )
  const { source, issues } = translated(named(written, former), translations, languages)
  return { written, source: withActionStates(source), former, partOfFile, mistranslated: issues }
}

const mostIssues = 200

/** The refusal of a pack, its issues listed up to as many as an author can use. */
export function refusedPack(issues: readonly Issue[]): TimbangError {
  return new TimbangError('invalid-pack', issues.slice(0, mostIssues))
}

/** Marks what was checked, also for the other format of this package where a process has loaded both. */
const brand = Symbol.for('timbang.pack')

/** @throws TimbangError `invalid-pack` for what `createPack` did not make: only a pack that was checked is weighed with */
export function checkPack<S>(pack: Pack<S>): void {
  if (typeof pack !== 'object' || pack === null || !(brand in pack))
    throw refusedPack([{ place: 'pack', message: 'must be made by `createPack`' }])
}

function assemble<S>({ source, former, partOfFile }: PresentForm, parts: PackParts): Pack<S> {
  const { pack: header } = source
  const facts = factsByName(source)
  const pack: Pack<S> = {
    ...identity(parts),
    asOf: header.asOf,
    parts,
    header,
    facts,
    principles: byName(source.principles),
    actions: byName(source.actions as readonly Action[]),
    roles: byName(source.roles),
    sources: byName(source.sources),
    frameworks: byName(source.frameworks as Framework[]),
    contacts: byName(source.contacts ?? []),
    rules: byName(rulesFromSource(source, facts, parts, partOfFile)),
    invariants: invariantsOf(source.invariants),
    sayings: sayingsIn(parts),
    formerFacts: former.facts,
    formerWords: former.words,
  }
  return branded(pack)
}

/** The same, marked as checked. */
export function branded<S>(pack: Pack<S>): Pack<S> {
  return Object.defineProperty(pack, brand, { value: true })
}

/** By what a pack is known; one that is made of several bears the names, versions and titles of all. */
function identity(parts: PackParts): Pick<Pack, 'name' | 'version' | 'title' | 'digest'> {
  const [base, ...others] = parts
  if (others.length === 0) return { name: base.name, version: base.version, title: base.title, digest: base.digest }
  const together = (words: (part: PackPart) => string) => parts.map(words).join(' + ')
  return {
    name: together(({ name }) => name),
    version: together(({ version }) => version),
    title: Object.fromEntries(
      languagesOf(base.source).map((language) => [language, together(({ title }) => wording(title, language))]),
    ) as unknown as Text,
    digest: digestOf(parts.map(({ digest, admitted }) => ({ digest, admitted }))),
  }
}

function factsByName({ facts }: PackSource): Facts {
  return byName(facts as Fact[])
}

function byName<T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.name, one]))
}

/** What is made from a pack the first time it is wanted, and kept as long as the pack. */
export function oncePerPack<T>(make: (pack: Pack<unknown>) => T): (pack: Pack<unknown>) => T {
  const kept = new WeakMap<object, T>()
  return (pack) => {
    const before = kept.get(pack)
    if (before !== undefined) return before
    const made = make(pack)
    kept.set(pack, made)
    return made
  }
}
