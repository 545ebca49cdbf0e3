import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { partFiles } from '../../src/author/check/packFiles.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'

/** The files of the shipped pack that hold no rules. */
export const parts: readonly string[] = partFiles.filter((part) => existsSync(`rules/${part}.json`))

/** The shipped pack as its files stand, read anew. */
export function shippedSource(): PackSource {
  const read = (name: string) => JSON.parse(readFileSync(`rules/${name}.json`, 'utf8'))
  const names = readdirSync('rules').flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []))
  const rules = names.filter((name) => !parts.includes(name)).map((name) => [`rules/${name}.json`, read(name)])
  return {
    ...Object.fromEntries(parts.map((part) => [part, read(part)])),
    rules: Object.fromEntries(rules),
  } as PackSource
}

/** A file of rules of the shipped pack that needs no other, so that with all that the pack declares it is a pack of its own. */
export const standard = 'gifts-and-fairness.json'

/** That pack: all that the shipped one declares, with the rules of one standard. */
export function packOfStandard(): Pack {
  const { rules, ...declared } = shippedSource()
  const file = `rules/${standard}`
  return createPack({ ...declared, rules: { [file]: rules[file] as PackSource['rules'][string] } })
}

/** The files of that pack. */
export const standardFiles: readonly string[] = [...parts.map((part) => `${part}.json`), standard]

/** Copies files of the shipped pack into a folder. */
export function copyRules(files: readonly string[], folder: string): void {
  for (const file of files) cpSync(join('rules', file), join(folder, file))
}
