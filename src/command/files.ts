import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { TextFile } from '../author/index.js'
import { textOf } from '../terminal/decodedText.js'

/** A file as text, under its path from here. */
export function fileAt(path: string): TextFile {
  return { path: relative('', path), text: textOf(path) }
}

/** A file as text, or as an empty one where there is none yet. */
export function fileOrNew(path: string): TextFile {
  return existsSync(path) ? fileAt(path) : { path, text: '' }
}

/** The JSON files of the folder of a pack, by name, with those that say how people say its facts. */
export function jsonFiles(folder: string): readonly TextFile[] {
  const sayings = join(folder, 'sayings')
  return [...jsonIn(folder), ...(existsSync(sayings) ? jsonIn(sayings) : [])]
}

/** The JSON files of a folder, by name. */
export function jsonIn(folder: string): readonly TextFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => fileAt(join(folder, name)))
}

/** Whether a path is a folder. @throws where there is nothing */
export function isFolder(path: string): boolean {
  return statSync(path).isDirectory()
}

/** Writes a file, text or bytes, and the folders in which it stands. */
export function write({ path, text }: { readonly path: string; readonly text: string | Uint8Array }): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
