import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/* What an author does to the files of a pack. */

/** What changes the first text of its kind in a file of a folder. */
export function changeIn(folder: string): (file: string, from: string, to: string) => void {
  return (file, from, to) => {
    const path = join(folder, file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  }
}

/** What saves a file of a folder as some editor encodes it. */
export function savedIn(folder: string): (from: string, to: string, encode: (text: string) => Buffer) => void {
  return (from, to, encode) => writeFileSync(join(folder, to), encode(readFileSync(join(folder, from), 'utf8')))
}

/** As editors on Windows do: with a byte order mark. */
export const marked = (text: string) => Buffer.from(`\uFEFF${text}`)
/** Or in UTF-16. */
export const wide = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

/** How an author begins a rule by the command. */
export const newRule = [
  'new-rule',
  'knock-first',
  '--in',
  'ours/home-visits.json',
  '--principle',
  'acceptance',
  '--source',
  'NASW-1.01',
  '--should',
  'show-acceptance',
]

/** What comes of it. */
export const ruleBegun = {
  code: 0,
  out: 'wrote ours/pack.json\nwrote ours/home-visits.json\nwrote ours/cases/home-visits.json\nnext: npx timbang check ours\n',
}
