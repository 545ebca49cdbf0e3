import { type Issue, TimbangError } from '../../errors.js'
import { extendPack } from '../../pack/extendPack.js'
import { type AnySituation, createPack, type Pack } from '../../pack/pack.js'
import type { Remark } from '../remarks/remark.js'
import { remarks } from '../remarks/remarks.js'
import { locate, standsIn } from './locate.js'
import {
  type JsonFile,
  type Location,
  locationOf,
  missingFiles,
  partIn,
  readJson,
  sourceOf,
  type TextFile,
} from './packFiles.js'

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
  readonly at?: Location
}

/** What the packs are that others may extend, and which exceptions to rules about danger or of law the host admits. */
export interface CheckOptions {
  readonly bases?: readonly Pack<unknown>[]
  readonly admitExceptionsTo?: readonly string[]
}

/** What checking the files of a pack told: the diagnostics, and the pack where nothing stands in its way. */
export interface Checked {
  readonly pack?: Pack<unknown>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Checks the files of one pack: first as JSON, then as a pack, then for what an author should look at.
 * Of a pack that extends another only what concerns its own files is told.
 */
export function checkFiles(texts: readonly TextFile[], options: CheckOptions = {}): Checked {
  const files = texts.map(readJson)
  const broken = files.flatMap((file) =>
    file.problems.map(({ message, ...span }): Diagnostic => {
      return { level: 'error', kind: 'json', place: file.path, message, at: locationOf(span, file) }
    }),
  )
  if (broken.length > 0) return { diagnostics: broken }
  const made = packOf(files, options)
  if (!('facts' in made)) return { diagnostics: made.map((issue) => diagnostic(issue, 'error', 'refused', files)) }
  const own = made.parts.length === 1 ? remarks(made) : remarks(made).filter((remark) => concerns(remark, made, files))
  return { pack: made, diagnostics: own.map((remark) => diagnostic(remark, remark.level, remark.kind, files)) }
}

/** Whether a remark speaks of what stands in these files, or of a rule of theirs. */
function concerns({ place, rules = [] }: Remark, pack: Pack<unknown>, files: readonly JsonFile[]): boolean {
  const own = (name: string) => files.some(({ path }) => path === pack.rules.get(name)?.file)
  return rules.length > 0 ? rules.some(own) : standsIn(place, files)
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
  if (wanted !== undefined && !base)
    return [{ place: 'pack · extends', message: `no pack named \`${String(wanted)}\` is at hand` }]
  try {
    return base ? extendPack(base, source, { admitExceptionsTo }) : createPack(source)
  } catch (error) {
    if (error instanceof TimbangError) return error.issues
    throw error
  }
}

function diagnostic(issue: Issue, level: Level, kind: Diagnostic['kind'], files: readonly JsonFile[]): Diagnostic {
  const { place } = issue
  const at = locate(place, issue.message, files)
  const unwritten = at?.text.slice(at.column - 1, at.column - 1 + at.length) === '"…"'
  const [file = '', rule] = place.split(' · ')
  const ruled = rule !== undefined && partIn(file) === undefined && files.some(({ path }) => path === file)
  return {
    ...issue,
    ...(unwritten && { message: 'is still to be written' }),
    level,
    kind,
    ...(ruled && { rule }),
    ...(at && { at }),
  }
}
