import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { Command, InvalidArgumentError } from '@commander-js/extra-typings'
import { partIn } from '../../author/check/packFiles.js'
import { namesInSketch } from '../../author/check/sketchNames.js'
import { newHeader, parsedJson, type RuleSketch, type TextFile, withNewCases, withNewRule } from '../../author/index.js'
import { forces } from '../../index.js'
import { nearName } from '../../nearName.js'
import { socialWork } from '../../social-work/hear.js'
import { ends, Misuse } from '../ending.js'
import { fileOrNew, jsonFiles, write } from '../files.js'
import { several } from '../options.js'
import { packAround } from '../pack.js'
import { inJson, print } from '../print.js'

export const newRule = new Command('new-rule')
  .summary('begins a rule and its cases, and the pack where there is none')
  .description(
    'Begins a rule and its cases; where there is no pack beside it, one that extends social-work. What is left to you is written `…`.',
  )
  .argument('<name>', 'as a colleague would say it, in small letters joined by hyphens: knock-and-wait', ruleName)
  .requiredOption('--in <file>', 'the file of rules, which may be new, beside the pack.json', jsonFile)
  .option('--principle <name>', 'the leading principle')
  .option('--source <name>', 'on what it rests (again for more)', several)
  .option('--must <action>', 'what it asks for (again for more)', several)
  .option('--should <action>', '', several)
  .option('--may <action>', '', several)
  .option('--should-not <action>', '', several)
  .option('--must-not <action>', '', several)
  .action(
    ends((name, { in: path, principle, source: sources, ...asked }) => {
      const sketch = {
        name,
        asks: asksOf(asked),
        ...(principle && { principle }),
        ...(sources && { sources }),
        ...languagesAround(path),
      }
      const toDeclare = declaredNext(sketch, dirname(path))
      const files = [...headerFor(path), ...begun(sketch, path)]
      for (const file of files) write(file)
      const written = files.map((file) => `wrote ${file.path}\n`).join('')
      return print(`${written}${toDeclare}next: npx timbang check ${dirname(path)}\n`)
    }),
  )

function ruleName(name: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new InvalidArgumentError('It wants small letters and digits, the words joined by hyphens: knock-and-wait.')
  return name
}

function jsonFile(path: string): string {
  if (!path.endsWith('.json')) throw new InvalidArgumentError('It wants a file that ends in .json.')
  const part = partIn(path)
  if (part !== undefined) throw new InvalidArgumentError(`It wants a file of rules, and ${part}.json is none.`)
  return path
}

/** The names that are the author's to declare, a line for each file. @throws Misuse for names that cannot be meant so */
function declaredNext(sketch: RuleSketch, folder: string): string {
  const around = packAround(folder)
  const { refused, toDeclare } = namesInSketch(sketch, around === undefined ? [] : jsonFiles(around), socialWork)
  if (refused.length > 0) throw new Misuse(refused.join('\ntimbang: '))
  const lines = Object.entries(toDeclare).map(
    ([file, names]) => `to declare in ${join(folder, file)}: ${names.join(', ')}\n`,
  )
  return lines.join('')
}

/** What is asked for, by the force with which it is. */
function asksOf(asked: { readonly [Option: string]: readonly string[] | undefined }): NonNullable<RuleSketch['asks']> {
  const given = forces.flatMap((force) => {
    const actions = asked[force.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
    return actions ? [[force, actions] as const] : []
  })
  return Object.fromEntries(given)
}

/** The languages that the pack around a file says it speaks. */
function languagesAround(path: string): Pick<RuleSketch, 'languages'> {
  const folder = packAround(dirname(path))
  const header = folder === undefined ? undefined : parsedJson(fileOrNew(join(folder, 'pack.json')))
  const { locales } = (header ?? {}) as { locales?: unknown }
  return Array.isArray(locales) ? { languages: locales.map(String) } : {}
}

/** The beginning of a pack, where there is none; there is never one within another. */
function headerFor(path: string): readonly TextFile[] {
  const folder = dirname(path)
  const around = packAround(folder)
  if (around === folder) return []
  if (around !== undefined)
    throw new Misuse(
      `the rules of the pack in \`${around}\` stand beside its pack.json: --in ${join(around, basename(path))}`,
    )
  if (!existsSync(folder)) checkNoSlip(folder)
  const header = inJson(newHeader(basename(resolve(folder)), socialWork.name))
  return [{ path: join(folder, 'pack.json'), text: header }]
}

/** A new folder that is called almost like that of a pack beside it is most likely misspelt. */
function checkNoSlip(folder: string): void {
  const beside = dirname(resolve(folder))
  const packs = existsSync(beside)
    ? readdirSync(beside).filter((name) => existsSync(join(beside, name, 'pack.json')))
    : []
  const near = nearName(basename(resolve(folder)), packs)
  if (near !== undefined)
    throw new Misuse(
      `there is no folder \`${folder}\` (did you mean \`${join(dirname(folder), near)}\`?); make it first where a new pack is meant`,
    )
}

function begun(sketch: RuleSketch, path: string): readonly TextFile[] {
  const cases = join(dirname(path), 'cases', basename(path))
  return [
    withNewRule(sketch, fileOrNew(path), schemaFor(path, 'rules')),
    withNewCases(sketch, fileOrNew(cases), schemaFor(cases, 'cases')),
  ]
}

/** The path from a file to the schema that an editor completes it by, where one is at hand. */
function schemaFor(file: string, name: string): string | undefined {
  const folders = ['node_modules/timbang/schema', 'schema']
  const found = folders.map((folder) => join(folder, `${name}.json`)).find((path) => existsSync(path))
  return found && relative(dirname(file), found).replaceAll('\\', '/')
}
