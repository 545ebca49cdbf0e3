#!/usr/bin/env node
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  casesReport,
  catalogue,
  checkFiles,
  checkReport,
  coverage,
  coverageReport,
  fillCases,
  type Level,
  levels,
  mutantCount,
  mutants,
  mutantsReport,
  newHeader,
  packSchemas,
  parseCases,
  parsedJson,
  situationType,
  slim,
  type TextFile,
  testCases,
  withNewCases,
  withNewRule,
} from '../author/index.js'
import { forces, type Locale, type Pack, TimbangError } from '../index.js'
import { socialWork } from '../social-work/socialWork.js'
import { consulted } from '../terminal/consult.js'
import { budgetOf } from './budgetFile.js'
import { exerciseInForm } from './forms.js'
import { fileAt, inJson, jsonFiles, packMeant, paint, print, Unfit } from './packMeant.js'
import { screenCases } from './screenFile.js'
import { flags, type Given, lists, Misuse, percent, texts, usage, wanted } from './usage.js'

const commands = new Map<string | undefined, (given: Given) => Promise<number> | number>([
  ['check', check],
  ['test', test],
  ['new-rule', newRule],
  ['schema', schema],
  ['types', (given) => print(situationType(packMeant(given), given.name ?? 'Situation'))],
  ['catalogue', (given) => print(catalogue(packMeant(given)))],
  ['slim', slimPack],
  ['exercise', exerciseFrom],
  ['screen', screenCases],
  ['budget', budgetOf],
  ['consult', consultation],
])

async function main(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(lists.map((name) => [name, { type: 'string' as const, multiple: true }])),
      ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
    },
  })
  const [name, ...names] = positionals
  const command = commands.get(name)
  if (values.help === true) return print(usage)
  if (!command) throw new Misuse(name === undefined ? 'which command?' : 'there is no such command')
  return await command({ ...values, names })
}

function check(given: Given): number {
  const packs: Pack<unknown>[] = [socialWork]
  const found = foldersOf(given).flatMap(({ folder, only }) => {
    const { pack, diagnostics } = checkFiles(jsonFiles(folder), { bases: packs, admitExceptionsTo: given.admit ?? [] })
    if (pack) packs.push(pack)
    return diagnostics.filter(({ at }) => only === undefined || at === undefined || only.includes(at.file))
  })
  const shown = levels.filter((level) => given.notes || level !== 'note')
  const told = found.filter(({ level }) => shown.includes(level))
  print(given.json ? inJson({ diagnostics: told }) : checkReport(found, paint, shown))
  const failing: readonly Level[] = given.strict ? ['error', 'warning'] : ['error']
  return found.some(({ level }) => failing.includes(level)) ? 1 : 0
}

async function test(given: Given): Promise<number> {
  const [coverageWanted, noticedWanted] = [percent('coverage', given), percent('noticed', given)]
  const pack = packMeant(given)
  const texts = wanted(given, 'test wants files of cases, or folders of them').flatMap((path) =>
    statSync(path).isDirectory() ? jsonFiles(path) : [fileAt(path)],
  )
  if (given.write) for (const text of texts) await writeExpectations(text, pack)
  const files = (given.write ? texts.map(({ path }) => fileAt(path)) : texts).map((text) =>
    parseCases(parsedJson(text), pack, text.path),
  )
  const report = await testCases(files, pack)
  const own = ownRules(pack)
  const shown = coverage(files, pack, own)
  const changed = given.mutants || given.noticed !== undefined ? [...mutants(files, pack, own)] : undefined
  const count = changed && mutantCount(changed)
  const parts = [coverageReport(shown, paint), casesReport(report, paint)]
  const inWords = changed && count ? [mutantsReport(changed, count, paint), ...parts] : parts
  const all = { cases: report, coverage: shown, mutants: changed && { ...count, list: changed } }
  print(given.json ? inJson(all) : inWords.join('\n\n'))
  return report.failed > 0 || shown.share < coverageWanted || (count?.share ?? 100) < noticedWanted ? 1 : 0
}

/** Of a pack that extends another, the rules that it adds; its cases need not show those of the other. */
function ownRules({ parts, rules }: Pack<unknown>): { readonly rules?: readonly string[] } {
  if (parts.length === 1) return {}
  return { rules: [...rules.values()].filter(({ pack }) => pack !== parts[0].name).map(({ name }) => name) }
}

async function writeExpectations(text: TextFile, pack: Pack<unknown>): Promise<void> {
  const { file, filled, issues } = await fillCases(text, pack)
  for (const { place, message } of issues) process.stderr.write(`${place}: ${message}\n`)
  if (filled.length === 0) return
  writeFileSync(file.path, file.text)
  print(`${file.path}: ${filled.length} cases now expect what the advice says today; read it before you keep it\n`)
}

function newRule(given: Given): number {
  const [name] = wanted(given, 'new-rule wants a name')
  const path = given.in
  if (name === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Misuse('a rule is named in kebab-case')
  if (!path?.endsWith('.json')) throw new Misuse('new-rule wants --in FILE, a file of rules that ends in .json')
  const folder = dirname(path)
  const cases = join(folder, 'cases', path.slice(folder === '.' ? 0 : folder.length + 1))
  const asks = Object.fromEntries(forces.flatMap((force) => (given[force] ? [[force, given[force]]] : [])))
  const sketch = {
    name,
    asks,
    ...(given.principle && { principle: given.principle }),
    ...(given.source && { sources: given.source }),
  }
  const begun = (file: string): TextFile => (existsSync(file) ? fileAt(file) : { path: file, text: '' })
  const header = join(folder, 'pack.json')
  const pack = existsSync(header)
    ? []
    : [{ path: header, text: inJson(newHeader(basename(resolve(folder)), socialWork.name)) }]
  const changed = [
    ...pack,
    withNewRule(sketch, begun(path), schemaFor(path, 'rules')),
    withNewCases(sketch, begun(cases), schemaFor(cases, 'cases')),
  ]
  for (const file of changed) {
    mkdirSync(dirname(file.path), { recursive: true })
    writeFileSync(file.path, file.text)
  }
  return print(`${changed.map((file) => `wrote ${file.path}\n`).join('')}next: npx timbang check ${folder}\n`)
}

/** The path from a file to the schema that an editor completes it by, where one is at hand. */
function schemaFor(file: string, name: string): string | undefined {
  const folders = ['node_modules/timbang/schema', 'schema']
  const found = folders.map((folder) => join(folder, `${name}.json`)).find((path) => existsSync(path))
  return found && relative(dirname(file), found).replaceAll('\\', '/')
}

function schema(given: Given): number {
  if (!given.out) throw new Misuse('schema wants --out FOLDER')
  mkdirSync(given.out, { recursive: true })
  for (const [name, content] of Object.entries(packSchemas(packMeant(given))))
    writeFileSync(join(given.out, `${name}.json`), inJson(content))
  return print(`wrote the schemas to ${given.out}\n`)
}

function slimPack(given: Given): number {
  if (!given.out?.endsWith('.json')) throw new Misuse('slim wants --out FILE, a file that ends in .json')
  const { jurisdiction, locale, out } = given
  const source = slim(packMeant(given), {
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(locale !== undefined && { locale: locale as Locale }),
  })
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, JSON.stringify(source))
  return print(`wrote ${out}\n`)
}

async function exerciseFrom(given: Given): Promise<number> {
  const [path] = wanted(given, 'exercise wants a file with a vignette')
  return print(await exerciseInForm(parsedJson(fileAt(path as string)), packMeant(given), given))
}

async function consultation(given: Given): Promise<number> {
  return await consulted(given, { pack: packMeant(given) })
}

/** The folders of packs that were named, and of each the files that were, where not the whole was. */
function foldersOf(given: Given): readonly { folder: string; only?: readonly string[] }[] {
  const named = wanted(given, 'check wants folders or files of packs').map((path) => ({ path, folder: folderAt(path) }))
  return [...new Set(named.map(({ folder }) => folder))].map((folder) => {
    const files = named.filter((one) => one.folder === folder).map(({ path }) => path)
    return files.includes(folder) ? { folder } : { folder, only: files.map((file) => relative('', file)) }
  })
}

function folderAt(path: string): string {
  const folder = statSync(path).isDirectory() ? path : dirname(path)
  if (!existsSync(join(folder, 'pack.json'))) throw new Misuse(`there is no pack.json in \`${folder}\``)
  return folder
}

/** What to say of an error, and how to end. */
function failure(error: unknown): number {
  if (error instanceof Unfit) return 1
  const { code, path } = error as NodeJS.ErrnoException
  if (error instanceof TimbangError) process.stderr.write(`${error.message}\n`)
  else if (code === 'ENOENT') process.stderr.write(`timbang: there is no \`${path}\`\n`)
  else if (error instanceof Error) process.stderr.write(`timbang: ${error.message}\n`)
  return error instanceof TimbangError ? 1 : 2
}

main(process.argv.slice(2))
  .catch(failure)
  .then((code) => {
    process.exitCode = code
  })
