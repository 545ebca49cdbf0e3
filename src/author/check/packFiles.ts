import type { Issue } from '../../errors.js'
import { contentOf, type JsonFile, soundJson, type TextFile } from '../../json/jsonText.js'

/** The parts of a pack that have a file of their own; every other file holds rules. */
export const partFiles = [
  'pack',
  'facts',
  'principles',
  'actions',
  'roles',
  'sources',
  'frameworks',
  'contacts',
  'translations',
  'invariants',
] as const

/** The folder within that of a pack whose files say how people say its facts. */
const sayingsFolder = 'sayings'

/** Whether a file holds sayings, by the folder in which it stands. */
function isSayings(path: string): boolean {
  return path.split('/').at(-2) === sayingsFolder
}

/** Which part of a pack a file holds, by its name; none for a file of rules or of sayings. */
export function partIn(path: string): string | undefined {
  const name = path
    .split('/')
    .at(-1)
    ?.replace(/\.json$/, '')
  return isSayings(path) ? undefined : partFiles.find((part) => part === name)
}

/** The JSON of a pack as `createPack` and `extendPack` take it, from the files of its folder; a part without a file is left out. */
export function sourceOf(files: readonly JsonFile[]): Readonly<Record<string, unknown>> {
  const parts = files.flatMap((file) => {
    const part = partIn(file.path)
    return part === undefined ? [] : [[part, contentOf(file)] as const]
  })
  const within = (wanted: boolean) =>
    files
      .filter(({ path }) => partIn(path) === undefined && isSayings(path) === wanted)
      .map((file) => [file.path, contentOf(file)] as const)
  const [rules, sayings] = [within(false), within(true)]
  return {
    ...Object.fromEntries(parts),
    ...(rules.length > 0 && { rules: Object.fromEntries(rules) }),
    ...(sayings.length > 0 && { sayings: Object.fromEntries(sayings) }),
  }
}

/**
 * The JSON of a pack as `createPack` and `extendPack` take it, from the texts of the files of its folder: `pack.json`, `facts.json`
 * and the other parts by their names, those of a folder `sayings` as sayings, every other file as one of rules.
 * @throws TimbangError `invalid-json` with line and column of what is wrong
 */
export function packSourceFrom(texts: readonly TextFile[]): Readonly<Record<string, unknown>> {
  return sourceOf(texts.map(soundJson))
}

/** What a pack that stands by itself must have a file for. */
const needed = ['facts', 'principles', 'actions', 'sources', 'roles', 'frameworks'] as const

/** The files that a pack cannot be without. */
export function missingFiles(source: Readonly<Record<string, unknown>>): Issue[] {
  const extending = typeof (source.pack as { extends?: unknown } | undefined)?.extends === 'string'
  const wanted = extending ? [] : needed.filter((part) => !(part in source))
  return wanted.map((part) => ({
    place: 'pack',
    message: `needs a file \`${part}.json\` beside it, since it extends no pack`,
  }))
}
