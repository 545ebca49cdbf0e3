import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkFiles, checkReport } from '../author/index.js'
import type { Pack } from '../index.js'
import { socialWork } from '../social-work/hear.js'
import { Misuse, Unfit } from './ending.js'
import { isFolder, jsonFiles } from './files.js'
import { paint } from './print.js'

/** By which options a pack is chosen. */
interface PackOptions {
  readonly pack?: string | undefined
  readonly admit?: readonly string[] | undefined
}

/** The pack that an option names; or the one of a folder; or the shipped one. */
export function packOf(folder: string | undefined, { pack, admit }: PackOptions): Pack<unknown> {
  const named = pack ?? folder
  return named === undefined ? socialWork : packIn(folderOfPack(named), admit)
}

/** The pack that an option names; or the one in whose folder one of these files stands; or the shipped one. */
export function packBeside(paths: readonly string[], { pack, admit }: PackOptions): Pack<unknown> {
  if (pack !== undefined) return packOf(pack, { admit })
  const folder = paths.map(packAround).find((found) => found !== undefined)
  return folder === undefined ? socialWork : packIn(folder, admit)
}

/** The folder of a pack, or of the pack of which a file is one. @throws Misuse where there is none */
export function folderOfPack(path: string): string {
  const folder = isFolder(path) ? path : dirname(path)
  if (!existsSync(join(folder, 'pack.json'))) throw new Misuse(`there is no pack.json in \`${folder}\``)
  return folder
}

/** The folder with a `pack.json` in which something stands, or in a folder of which it stands. */
export function packAround(path: string): string | undefined {
  const folders = [path, dirname(path), dirname(dirname(path))]
  return folders.find((folder) => existsSync(join(folder, 'pack.json')))
}

/** The pack in a folder; it must be fit for use. */
function packIn(folder: string, admit: readonly string[] = []): Pack<unknown> {
  const { pack, diagnostics } = checkFiles(jsonFiles(folder), {
    bases: [socialWork],
    admitExceptionsTo: admit,
    remarks: false,
  })
  if (pack) return pack
  process.stderr.write(`${checkReport(diagnostics, paint)}\n`)
  throw new Unfit()
}
