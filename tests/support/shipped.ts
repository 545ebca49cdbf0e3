import { readdirSync, readFileSync } from 'node:fs'
import type { PackSource } from '../../src/pack/packSource.js'

const parts = ['pack', 'facts', 'principles', 'actions', 'roles', 'sources', 'frameworks', 'invariants']

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
