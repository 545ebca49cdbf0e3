import { relative } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { type CheckOptions, checkFiles, checkReport, type Diagnostic, type Level, levels } from '../../author/index.js'
import type { Pack } from '../../index.js'
import { socialWork } from '../../social-work/hear.js'
import { ends } from '../ending.js'
import { jsonFiles } from '../files.js'
import { admitOption, jsonOption } from '../options.js'
import { folderOfPack } from '../pack.js'
import { inJson, paint, print } from '../print.js'

export const check = new Command('check')
  .summary('checks packs: what is refused, what is probably wrong, and where')
  .description('Checks packs. Of files in them only what concerns these is told.')
  .argument('<files...>', 'folders of packs, or files in them')
  .addOption(admitOption)
  .option(
    '--on <day>',
    'tells also which sources were last read over a year before this day (YYYY-MM-DD), and which are not in force on it',
  )
  .option('--notes', 'tells what is worth knowing, too')
  .option('--strict', 'warnings fail, too')
  .addOption(jsonOption)
  .action(
    ends((paths, { admit = [], on, notes, strict, json }) => {
      const found = diagnosticsOf(paths, { admitExceptionsTo: admit, ...(on !== undefined && { on }) })
      const shown = levels.filter((level) => notes || level !== 'note')
      const diagnostics = found.filter(({ level }) => shown.includes(level))
      print(json ? inJson({ diagnostics }) : checkReport(found, paint, shown))
      const failing: readonly Level[] = strict ? ['error', 'warning'] : ['error']
      return found.some(({ level }) => failing.includes(level)) ? 1 : 0
    }),
  )

/** What is found in the packs of some files; a pack may extend one that was named before it. */
function diagnosticsOf(paths: readonly string[], options: CheckOptions): readonly Diagnostic[] {
  const bases: Pack<unknown>[] = [socialWork]
  return packsNamed(paths).flatMap(({ folder, only }) => {
    const { pack, diagnostics } = checkFiles(jsonFiles(folder), { ...options, bases })
    if (pack) bases.push(pack)
    return diagnostics.filter(({ at }) => only === undefined || at === undefined || only.includes(at.file))
  })
}

/** The folders of the packs that are named, and of each the files that are, where not the whole is. */
function packsNamed(paths: readonly string[]): readonly { folder: string; only?: readonly string[] }[] {
  const named = paths.map((path) => ({ path, folder: folderOfPack(path) }))
  const folders = [...new Set(named.map(({ folder }) => folder))]
  return folders.map((folder) => {
    const files = named.filter((one) => one.folder === folder).map(({ path }) => path)
    return files.includes(folder) ? { folder } : { folder, only: files.map((file) => relative('', file)) }
  })
}
