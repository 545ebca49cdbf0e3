import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import {
  type CaseFile,
  casesReport,
  coverage,
  coverageReport,
  fillCases,
  mutantCount,
  mutants,
  mutantsReport,
  parseCases,
  parsedJson,
  type TextFile,
  testCases,
} from '../../author/index.js'
import type { Pack } from '../../index.js'
import { ends, Misuse } from '../ending.js'
import { fileAt, isFolder, jsonFiles, write } from '../files.js'
import { admitOption, jsonOption, packOption, percent } from '../options.js'
import { packBeside } from '../pack.js'
import { inJson, paint, print } from '../print.js'

export const test = new Command('test')
  .summary('tests cases, and says what of the rules no case shows')
  .description('Tests cases, and says which outcomes of the rules no case shows.')
  .argument(
    '<cases...>',
    'files of cases, folders of them, or folders of packs, whose cases stand in `cases`',
  )
  .option('--coverage <percent>', 'fails where fewer outcomes are shown', percent)
  .option('--mutants', 'changes every rule a little and says which changes no case notices')
  .option('--noticed <percent>', 'fails where fewer changes are noticed', percent)
  .option(
    '--write',
    'adds to cases without `expect` what the advice says today: read it before you keep it',
  )
  .option(
    '--rewrite',
    'writes anew what cases expect, wherever the advice says something else today: read it, too',
  )
  .addOption(packOption)
  .addOption(admitOption)
  .addOption(jsonOption)
  .action(
    ends(
      async (
        paths,
        {
          coverage: leastShown = 0,
          noticed: leastNoticed,
          mutants,
          write,
          rewrite,
          json,
          ...which
        },
      ) => {
        const pack = packBeside(paths, which)
        const texts = paths.flatMap(caseFiles)
        const writing = rewrite ? 'all' : 'missing'
        const files =
          write || rewrite
            ? await Promise.all(texts.map((text) => filled(text, pack, writing)))
            : texts
        const found = await tested(files, pack, { changing: mutants || leastNoticed !== undefined })
        print(json ? inJson(found) : reportOn(found))
        const tooFew =
          found.coverage.share < leastShown || (found.mutants?.share ?? 100) < (leastNoticed ?? 0)
        return found.cases.failed > 0 || tooFew ? 1 : 0
      },
    ),
  )

/** The files of cases that a path means. */
function caseFiles(path: string): readonly TextFile[] {
  if (!isFolder(path)) return [fileAt(path)]
  if (!existsSync(join(path, 'pack.json'))) return jsonFiles(path)
  const cases = join(path, 'cases')
  if (!existsSync(cases))
    throw new Misuse(`the pack in \`${path}\` has no cases: there is no folder \`${cases}\``)
  return jsonFiles(cases)
}

/** The file with what its cases expect written in. */
async function filled(
  text: TextFile,
  pack: Pack<unknown>,
  which: 'missing' | 'all',
): Promise<TextFile> {
  const { file, filled, issues } = await fillCases(text, pack, { which })
  for (const { place, message } of issues) process.stderr.write(`${place}: ${message}\n`)
  if (filled.length === 0) return text
  write(file)
  const cases = filled.length === 1 ? '1 case now expects' : `${filled.length} cases now expect`
  print(`${file.path}: ${cases} what the advice says today; read it before you keep it\n`)
  return file
}

/** All that was found out about cases and rules. */
type Found = Awaited<ReturnType<typeof tested>>

async function tested(
  texts: readonly TextFile[],
  pack: Pack<unknown>,
  { changing }: { readonly changing: boolean },
) {
  const files: readonly CaseFile[] = texts.map((text) =>
    parseCases(parsedJson(text), pack, text.path),
  )
  const cases = await testCases(files, pack)
  const own = ownRules(pack)
  const list = changing ? [...mutants(files, pack, own)] : undefined
  return {
    cases,
    coverage: coverage(files, pack, own),
    mutants: list && { ...mutantCount(list), list },
  }
}

function reportOn({ cases, coverage, mutants }: Found): string {
  const parts = [coverageReport(coverage, paint), casesReport(cases, paint)]
  return [...(mutants ? [mutantsReport(mutants.list, mutants, paint)] : []), ...parts].join('\n\n')
}

/**
 * Of a pack that extends another, the rules that it adds; its cases need not show those of the
 * other.
 */
function ownRules({ parts, rules }: Pack<unknown>): { readonly rules?: readonly string[] } {
  if (parts.length === 1) return {}
  return {
    rules: [...rules.values()].filter(({ pack }) => pack !== parts[0].name).map(({ name }) => name),
  }
}
