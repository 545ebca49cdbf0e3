import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { styleText } from 'node:util'
import { checkFiles, checkReport, type Paint, type TextFile } from '../author/index.js'
import type { Pack } from '../index.js'
import { socialWork } from '../social-work/socialWork.js'
import type { Given } from './usage.js'

/** The pack in a folder, or the shipped one; it must be fit for use. */
export function packMeant(given: Given): Pack<unknown> {
  const folder = given.pack ?? given.names.map(folderOfPack).find((found) => found !== undefined)
  if (folder === undefined) return socialWork
  const { pack, diagnostics } = checkFiles(jsonFiles(folder), {
    bases: [socialWork],
    admitExceptionsTo: given.admit ?? [],
  })
  if (pack) return pack
  process.stderr.write(`${checkReport(diagnostics, paint)}\n`)
  throw new Unfit()
}

/** A pack that was to be used cannot be; what is wrong with it was told. */
export class Unfit extends Error {}

/** The folder with a `pack.json` in which a file stands, or in a folder of which it stands. */
function folderOfPack(path: string): string | undefined {
  const folders = [path, dirname(path), dirname(dirname(path))]
  return folders.find((folder) => existsSync(join(folder, 'pack.json')))
}

/** The JSON files of a folder, by name. */
export function jsonFiles(folder: string): readonly TextFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => fileAt(join(folder, name)))
}

/** A file as text, under its path from here. */
export function fileAt(path: string): TextFile {
  return { path: relative('', path), text: readFileSync(path, 'utf8') }
}

/** Colours text for a terminal. */
export const paint: Paint = (text, tone) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? styleText(tone, text) : text

/** As a person reads JSON. */
export function inJson(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

/** Prints, and ends well. */
export function print(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}
