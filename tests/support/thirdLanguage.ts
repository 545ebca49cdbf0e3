import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const malay: Readonly<Record<string, string>> = {
  language: "export const language = { ownName: 'Bahasa Melayu' }",
  advice: "export const advice = { yes: 'ya', or: 'atau' }",
  render:
    "export const render = { status: { must: 'Anda mesti' }, urgency: { immediate: { mark: 'BERTINDAK SEGERA' } } }",
  refusals: "export const refusals = { issue: { 'unknown-fact': () => 'tiada fakta dengan nama ini' } }",
}

/** A copy of the sources with a third language of the interface, said only in part; and which files were touched. */
export function copyWithMalay(): { readonly folder: string; readonly touched: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-language-'))
  const touched: string[] = []
  const change = (file: string, content: (before: string) => string): void => {
    const path = join(folder, 'src', file)
    writeFileSync(path, content(readFileSync(path, { encoding: 'utf8', flag: 'a+' })))
    touched.push(file)
  }
  for (const one of ['src', 'tooling', 'tsconfig.json', 'package.json'])
    cpSync(one, join(folder, one), { recursive: true })
  for (const one of ['node_modules', 'rules']) symlinkSync(resolve(one), join(folder, one))
  mkdirSync(join(folder, 'src/words/ms'))
  change('words/interfaceLanguages.ts', (list) => list.replace("['en', 'id']", "['en', 'id', 'ms']"))
  for (const [room, words] of Object.entries(malay)) {
    change(`words/ms/${room}.ts`, () => `${words}\n`)
    const composer = { refusals: 'refusal' }[room] ?? room
    change(
      `words/${composer}Words.ts`,
      (before) => `import { ${room} as ms } from './ms/${room}.js'\n${before.replace('{ en, id }', '{ en, id, ms }')}`,
    )
  }
  return { folder, touched }
}
