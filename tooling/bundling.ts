import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import type { CheckedPart } from '../src/pack/pack.js'
import { findsOutBefore } from '../src/pack/rulesFromSource.js'
import { apart, inLines } from '../src/page/state/textsApart.js'
import { inWordLetters } from '../src/page/state/wordLetters.js'

/* What holds for everything that json-rules-engine is bundled into. */

/** Its own types are sources that fit no strict project: it is asked for without them. */
const { compress } = createRequire(import.meta.url)('lzma1') as {
  readonly compress: (bytes: Uint8Array, mode: number) => Uint8Array
}

export const define = {
  // json-rules-engine prints every fact value when either of these names it.
  'process.env.DEBUG': 'undefined',
  'window.localStorage': 'undefined',
  // On a page with an AMD loader eventemitter2 would register there and leave json-rules-engine without it.
  'define.amd': 'undefined',
}

/** A content security policy may forbid making code from text. */
export const noCodeFromText: Plugin = {
  name: 'no-code-from-text',
  setup(build) {
    build.onLoad({ filter: /eventemitter2\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      return { contents: text.replace("new Function('','return this')()", 'globalThis') }
    })
  },
}

/** commander asks for Node's own modules by `require`, which an ES module does not have. */
export const modulesOfNode: Plugin = {
  name: 'modules-of-node',
  setup(build) {
    build.onLoad({ filter: /commander\/lib\/\w+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      return { contents: text.replace(/require\(('node:\w+')\)/g, 'globalThis.process.getBuiltinModule($1)') }
    })
  },
}

/** The shipped pack is checked here, when it is built: what is loaded is what came of the check, as data, with its digest. */
export const checkedPack: Plugin = {
  name: 'checked-pack',
  setup(build) {
    build.onLoad({ filter: /social-work\/shippedPart\.ts$/ }, async () => {
      const { shippedPart } = await import('../src/social-work/shippedPart.js')
      return { contents: `export const shippedPart = ${asData(shippedPart)}` }
    })
  },
}

/** How people say its facts, too. */
export const checkedSayings: Plugin = {
  name: 'checked-sayings',
  setup(build) {
    build.onLoad({ filter: /social-work\/shippedSayings\.ts$/ }, async () => {
      const { shippedSayings } = await import('../src/social-work/shippedSayings.js')
      return { contents: `export const shippedSayings = ${asData(shippedSayings)}` }
    })
  },
}

/** On the page, both without what it never shows, with the texts of each kind apart, and packed as one: it must be small as one file. */
export const packOfPage: Plugin = {
  name: 'pack-of-page',
  setup(build) {
    build.onLoad({ filter: /social-work\/shipped(Part|Sayings)\.ts$/ }, ({ path }) => ({
      contents: `export { ${basename(path, '.ts')} } from 'pack-of-page'`,
    }))
    build.onResolve({ filter: /^pack-of-page$/ }, ({ path }) => ({ path, namespace: path }))
    build.onLoad({ filter: /./, namespace: 'pack-of-page' }, async () => {
      const { shippedPart } = await import('../src/social-work/shippedPart.js')
      const { shippedSayings } = await import('../src/social-work/shippedSayings.js')
      const data = { shippedPart: shownOf(shippedPart), shippedSayings }
      return {
        contents: `import { unpacked } from './state/packed.js'
          import { typed } from './state/typed.js'
          const { shippedPart: part, shippedSayings: sayings } = unpacked(${JSON.stringify(packed(data))})
          export const [shippedPart, shippedSayings] = [typed(part), sayings]`,
        resolveDir: fileURLToPath(new URL('../src/page', import.meta.url)),
      }
    })
  },
}

/** As `unpacked` of the page reads it. */
export function packed(data: unknown): string {
  const written = new TextEncoder().encode(inWordLetters(inLines(apart(data))))
  return Buffer.from(compress(written, 9)).toString('base64')
}

/**
 * What is proved of a pack, what a source says and where it was read, how a fact is coded, and what rules and sources are called stand
 * elsewhere and not on the page.
 */
export function shownOf({ source, ...part }: CheckedPart): CheckedPart {
  const { invariants: _, sources, facts, rules, contacts = [], ...decides } = source
  const shown = {
    ...decides,
    rules: renamed(without(rules, ['positionsSought', 'type']), briefNames(rules, namesInRules), namesInRules),
    facts: without(facts, ['class', 'criteria']),
    contacts: without(contacts, ['read']),
  }
  const cited = briefNames(sources, ['name'])
  return {
    ...part,
    source: {
      ...renamed(shown, cited, ['sources']),
      sources: renamed(without(sources, ['says', 'work', 'section', 'text', 'read', 'year']), cited, ['name']),
    },
  } as CheckedPart
}

/** Under these stand the names of rules, of their exceptions and of other positions. */
const namesInRules = ['name', 'exceptionTo', 'dilemmaWith']

/**
 * Names of few letters, in the order in which the names stand by letters, also beside those that the pack makes by itself: what is
 * told first of two alike is told first still.
 */
function briefNames(held: unknown, keys: readonly string[]): ReadonlyMap<string, string> {
  const inOrder = [...new Set(under(held, keys))].sort()
  return new Map(inOrder.map((name, rank) => [name, threeLetters(name < findsOutBefore ? rank : rank + placesBefore)]))
}

/** The texts that stand in plain data under some names. */
function under(held: unknown, keys: readonly string[]): readonly string[] {
  if (Array.isArray(held)) return held.flatMap((one) => under(one, keys))
  if (typeof held !== 'object' || held === null) return []
  return Object.entries(held).flatMap(([key, one]) =>
    keys.includes(key) ? ([one].flat() as string[]) : under(one, keys),
  )
}

/** The same with other texts under these names. */
function renamed<T>(held: T, names: ReadonlyMap<string, string>, keys: readonly string[], isName = false): T {
  if (typeof held === 'string') return isName ? (names.get(held) as T) : held
  if (Array.isArray(held)) return held.map((one) => renamed(one, names, keys, isName)) as T
  if (typeof held !== 'object' || held === null) return held
  const entries = Object.entries(held).map(([key, one]) => [key, renamed(one, names, keys, keys.includes(key))])
  return Object.fromEntries(entries)
}

/** As many names of three letters stand before `g`, which comes after those that the pack makes. */
const placesBefore = 6 * 26 * 26

/** Three letters, which stand in the order of the numbers. */
function threeLetters(rank: number): string {
  return [26 * 26, 26, 1].map((each) => String.fromCharCode(97 + (Math.floor(rank / each) % 26))).join('')
}

/** Plain data without what stands under some names. */
function without(data: unknown, names: readonly string[]): unknown {
  if (Array.isArray(data)) return data.map((one) => without(one, names))
  if (typeof data !== 'object' || data === null) return data
  const kept = Object.entries(data).filter(([name]) => !names.includes(name))
  return Object.fromEntries(kept.map(([name, one]) => [name, without(one, names)]))
}

/**
 * Data as a script reads it: in ASCII, so that an engine needs one byte a letter, and without apostrophes, so that it is written between
 * them: a text between backticks an engine keeps twice.
 */
function asData(value: unknown): string {
  const ascii = JSON.stringify(value).replace(
    /['\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `JSON.parse(${JSON.stringify(ascii)})`
}
