import { checkDay } from '../../advise/advise.js'
import { type Issue, TimbangError } from '../../errors.js'
import { type JsonFile, type Location, locationOf, readJson, type TextFile } from '../../json/jsonText.js'
import { nearName } from '../../nearName.js'
import { optionsGiven } from '../../options.js'
import { extendPack } from '../../pack/extendPack.js'
import { type AnySituation, createPack, type Pack } from '../../pack/pack.js'
import { situationInWords } from '../inWords.js'
import { placeOf, type Remark } from '../remarks/remark.js'
import { remarks } from '../remarks/remarks.js'
import { namesOf, withHint } from './hints.js'
import { locate, standsIn } from './locate.js'
import { missingFiles, partIn, sourceOf } from './packFiles.js'

/** How much a finding about a pack weighs: it cannot be used, something is probably wrong, or something worth knowing. */
export const levels = ['error', 'warning', 'note'] as const
export type Level = (typeof levels)[number]

/** One thing to tell an author about a pack: what, and where in which file; `rule` where it stands in one. */
export interface Diagnostic extends Issue {
  readonly level: Level
  readonly kind: Remark['kind'] | 'json' | 'refused'
  readonly rule?: string
  /** A situation that proves it, where there is one. */
  readonly situation?: AnySituation
  /** The same in words. */
  readonly example?: string
  readonly at?: Location
}

/** What the packs are that others may extend, which exceptions to rules about danger or of law the host admits, and for which day sources are looked at. */
export interface CheckOptions {
  readonly bases?: readonly Pack<unknown>[] | undefined
  readonly admitExceptionsTo?: readonly string[] | undefined
  readonly on?: string | undefined
  /** Whether a pack that can be used is looked at as well (yes); without it only what stands in its way is told, much sooner. */
  readonly remarks?: boolean | undefined
}

/** What checking the files of a pack told: the diagnostics, and the pack where nothing stands in its way. */
export interface Checked {
  readonly pack?: Pack<unknown>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Checks the files of one pack: first as JSON, then as a pack, then for what an author should look at.
 * Of a pack that extends another only what concerns its own files is told.
 * @throws TimbangError `invalid-options` where the day is none
 */
export function checkFiles(texts: readonly TextFile[], options: CheckOptions = {}): Checked {
  const given = optionsGiven<CheckOptions>(options, { bases: true, admitExceptionsTo: true, on: true, remarks: true })
  const { on } = given
  checkDay(on)
  const files = texts.map(readJson)
  const broken = files.flatMap((file) =>
    file.problems.map((problem): Diagnostic => {
      const { message } = problem
      return { level: 'error', kind: 'json', place: file.path, message, at: locationOf(problem, file) }
    }),
  )
  if (broken.length > 0) return { diagnostics: broken }
  const made = packOf(files, given)
  if (!('facts' in made)) return { diagnostics: made.map((issue) => diagnostic(issue, 'error', 'refused', files)) }
  const own = [...made.rules.values()].find(({ file }) => hasFile(file, files))
  const of = made.parts.length > 1 ? own?.pack : undefined
  const diagnostics = (given.remarks === false ? [] : remarks(made, { on, of }))
    .flatMap((remark) => ownRemark(remark, made, files))
    .map((remark) => ({
      ...diagnostic(remark, remark.level, remark.kind, files),
      ...(remark.situation && { example: situationInWords(remark.situation, made) }),
    }))
  return { pack: made, diagnostics }
}

/**
 * Of a pack that extends another, a remark about what stands in its own files, or about a rule of theirs; it is told where that rule
 * stands, also where the other rule of which it speaks is one of the pack that is extended.
 */
function ownRemark(remark: Remark, pack: Pack<unknown>, files: readonly JsonFile[]): readonly Remark[] {
  const { place, rules = [] } = remark
  if (pack.parts.length === 1) return [remark]
  if (rules.length === 0) return standsIn(place, files) ? [remark] : []
  const own = rules.flatMap((name) => pack.rules.get(name) ?? []).filter(({ file }) => hasFile(file, files))
  const [first] = own
  if (first === undefined) return []
  return own.some((rule) => place.startsWith(placeOf(rule))) ? [remark] : [{ ...remark, place: placeOf(first) }]
}

function hasFile(name: string, files: readonly JsonFile[]): boolean {
  return files.some(({ path }) => path === name)
}

function packOf(
  files: readonly JsonFile[],
  { bases = [], admitExceptionsTo = [] }: CheckOptions,
): Pack<unknown> | readonly Issue[] {
  const source = sourceOf(files)
  const missing = missingFiles(source)
  if (missing.length > 0) return missing
  const wanted = (source.pack as { extends?: unknown } | undefined)?.extends
  const base = bases.find(({ parts }) => parts.some(({ name }) => name === wanted))
  if (wanted !== undefined && !base) return [unknownBase(String(wanted), bases)]
  try {
    return base ? extendPack(base, source, { admitExceptionsTo }) : createPack(source)
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    const names = namesOf(source, base)
    return error.issues.map((issue) => withHint(issue, names))
  }
}

function unknownBase(wanted: string, bases: readonly Pack<unknown>[]): Issue {
  const known = bases.flatMap(({ parts }) => parts.map(({ name }) => name))
  const listed = known.map((name) => `\`${name}\``).join(', ')
  const message = `no pack named \`${wanted}\` is known here${known.length > 0 ? `, only ${listed}` : ''}`
  const suggestion = nearName(wanted, known)
  return { place: 'pack · extends', message, ...(suggestion !== undefined && { suggestion }) }
}

function diagnostic(issue: Issue, level: Level, kind: Diagnostic['kind'], files: readonly JsonFile[]): Diagnostic {
  const { place } = issue
  const at = locate(place, issue.message, files)
  const unwritten = at?.text.slice(at.column - 1, at.column - 1 + at.length) === '"…"'
  const [file = '', rule] = place.split(' · ')
  const ruled = rule !== undefined && partIn(file) === undefined && hasFile(file, files)
  return {
    ...issue,
    ...(unwritten && { message: 'is still to be written' }),
    level,
    kind,
    ...(ruled && { rule }),
    ...(at && { at }),
  }
}
