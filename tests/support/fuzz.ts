import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseSituation } from '../../src/decide/situation.js'
import { type Advice, advise, createPack, locales, type Pack, render, TimbangError } from '../../src/index.js'
import type { PackSource } from '../../src/pack/packSource.js'
import { arbitraryPack, situationOf } from './builders.js'
import { broken, brokenByAdvice } from './laws.js'

/*
 * Packs and situations that were valid once, changed at a few places as an attacker or a slip of the hand would: nodes
 * deleted, repeated, exchanged, replaced, deepened, renamed. Each must be refused as it should be, or accepted and then keep
 * every promise. A change that keeps the kind of what it changes is often accepted, so that what follows is reached too.
 */

/** What came of a run. */
interface Figures {
  readonly packs: number
  readonly accepted: number
  readonly situations: number
  readonly weighed: number
  /** The smallest input that breaks a promise, and how; absent where none does. */
  readonly failing?: { readonly input: unknown; readonly problem: string }
}

/** Tries so many random inputs; the same seed tries the same. */
export async function fuzz(runs: number, seed: number): Promise<Figures> {
  const counts = { packs: 0, accepted: 0, situations: 0, weighed: 0 }
  const tried = fc.asyncProperty(randomInput(), async (input) => {
    const problem = await problemOf(input, counts)
    if (problem !== undefined) throw new Error(problem)
  })
  const { failed, counterexample, errorInstance } = await fc.check(tried, { numRuns: runs, seed })
  if (!failed) return counts
  const [input] = counterexample as [Input]
  const source = changed(input.source, input.changes)
  return {
    ...counts,
    failing: { input: { source, n: input.n, answers: input.answers }, problem: String(errorInstance) },
  }
}

/** One place, what happens there, and with what; numbers without a bound, read as places and kinds that there are. */
interface Change {
  readonly at: number
  readonly how: number
  readonly what: number
}

interface Input {
  readonly source: PackSource
  readonly changes: readonly Change[]
  /** From which a situation of the changed pack follows. */
  readonly n: number
  readonly answers: readonly Change[]
}

function randomInput(): fc.Arbitrary<Input> {
  const number = fc.noBias(fc.nat(99_991))
  const change = fc.record({ at: number, how: number, what: number })
  return fc.record({
    source: fc.oneof(
      { weight: 99, arbitrary: arbitraryPack() },
      { weight: 1, arbitrary: fc.constant(shippedSource()) },
    ),
    changes: fc.array(change, { maxLength: 3, size: 'max' }),
    n: number,
    answers: fc.array(change, { maxLength: 2, size: 'max' }),
  })
}

type Counts = { -readonly [key in 'packs' | 'accepted' | 'situations' | 'weighed']: number }

/** The first promise that an input breaks, in words. */
async function problemOf({ source, changes, n, answers }: Input, counts: Counts): Promise<string | undefined> {
  const json = changed(source, changes)
  counts.packs += 1
  const pack = attempt(() => createPack(json))
  if (pack instanceof Error) return badRefusal(pack, 'invalid-pack')
  counts.accepted += 1
  if (createPack(reversedKeys(json)).digest !== pack.digest) return 'the digest depends on the order of keys'
  const [situation] = fc.sample(situationOf(pack), { numRuns: 1, seed: n }) as [unknown]
  return situationProblem(changed(situation, answers), pack, n, counts)
}

async function situationProblem(situation: unknown, pack: Pack, n: number, counts: Counts) {
  counts.situations += 1
  const advice = await advise(situation as never, pack).catch((error: unknown) => error)
  if (advice instanceof Error) return badRefusal(advice, 'invalid-situation')
  counts.weighed += 1
  const stated = parseSituation(situation, pack)
  const some = (_: unknown, i: number) => i % 11 === n % 11
  const laws = [...broken(stated, pack, {}, some), ...(await brokenByAdvice(stated, pack, {}))]
  return laws[0] ?? badRendering(advice as Advice)
}

function attempt<T>(make: () => T): T | Error {
  try {
    return make()
  } catch (error) {
    return error instanceof Error ? error : new Error(`threw ${String(error)}`)
  }
}

const obeyed = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u

/** A refusal is of the one class, of the one code, and names at least one place and what is the matter there. */
function badRefusal(error: Error, code: string): string | undefined {
  if (!(error instanceof TimbangError)) return `threw ${error.stack}`
  if (error.code !== code) return `refused as ${error.message}`
  if (error.issues.length === 0 || error.issues.length > 200) return `refused in ${error.issues.length} lines`
  const odd = error.issues.find(({ place, message }) => !place || !message || obeyed.test(`${place}${message}`))
  return odd && `refused with the issue ${JSON.stringify(odd)}`
}

function badRendering(advice: Advice): string | undefined {
  const shown = locales.flatMap((locale) => [
    render(advice, { as: 'text', locale }),
    render(advice, { as: 'markdown', locale }),
  ])
  const odd = shown.find((page) => page.trim() === '' || obeyed.test(page.replaceAll('\n', ' ')))
  return odd && `rendered ${JSON.stringify(odd)}`
}

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, reversedKeys(held)]),
  )
}

/* Changes. */

type Holder = Record<string | number, unknown>
type Place = { readonly holder: Holder; readonly key: string | number }

function changed(value: unknown, changes: readonly Change[]): unknown {
  const root = { value: structuredClone(value) }
  for (const { at, how, what } of changes) {
    const places = placesIn(root.value)
    const place = places[at % places.length]
    if (place) ways[how % ways.length]?.(place, places, what)
  }
  return root.value
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return keys.flatMap((key) => [{ holder: value as Holder, key }, ...placesIn((value as Holder)[key])])
}

type Way = (place: Place, places: readonly Place[], what: number) => void

/** The same kind of thing from another place: a name for a name, conditions for conditions, a list for a list. */
const alike: Way = ({ holder, key }, places, what) => {
  const kind = (one: unknown) => (Array.isArray(one) ? 'list' : typeof one)
  const others = places.filter(
    (one) =>
      typeof one.key === typeof key &&
      (typeof key === 'number' || one.key === key) &&
      kind(one.holder[one.key]) === kind(holder[key]),
  )
  const other = others[what % others.length]
  if (other) holder[key] = structuredClone(other.holder[other.key])
}

/** What is listed in another order; what is not listed, replaced by its like. */
const turned: Way = (place, places, what) => {
  const held = place.holder[place.key]
  if (Array.isArray(held)) held.reverse()
  else alike(place, places, what)
}

/** A number or an answer for another, a text for another text. */
const nudged: Way = (place, places, what) => {
  const held = place.holder[place.key]
  if (typeof held === 'boolean') place.holder[place.key] = !held
  else if (typeof held === 'number') place.holder[place.key] = held + ((what % 5) - 2) / 2
  else if (typeof held === 'string' && held.includes(' ')) place.holder[place.key] = texts[what % texts.length]
  else alike(place, places, what)
}

/** A condition denied twice, so that it says the same. */
const denied: Way = (place, places, what) => {
  const held = place.holder[place.key] as object
  const condition =
    typeof held === 'object' && held !== null && ['fact', 'all', 'any', 'not'].some((one) => one in held)
  if (condition) place.holder[place.key] = { not: { not: held } }
  else alike(place, places, what)
}

const deleted: Way = ({ holder, key }) => {
  if (Array.isArray(holder)) holder.splice(key as number, 1)
  else delete holder[key]
}

const repeated: Way = ({ holder, key }) => {
  if (Array.isArray(holder)) holder.push(structuredClone(holder[key as number]))
  else holder[key] = [holder[key], structuredClone(holder[key])]
}

const exchanged: Way = (place, places, what) => {
  const other = places[what % places.length] as Place
  const held = [structuredClone(place.holder[place.key]), structuredClone(other.holder[other.key])]
  place.holder[place.key] = held[1]
  other.holder[other.key] = held[0]
}

const replaced: Way = ({ holder, key }, _, what) => {
  holder[key] = structuredClone(odd[what % odd.length])
}

const respelt: Way = ({ holder, key }, _, what) => {
  if (typeof holder[key] === 'string') holder[key] = strings[what % strings.length]
}

const deepened: Way = ({ holder, key }, _, what) => {
  for (let i = 0; i <= (what % 30) ** 2 / 10; i++)
    holder[key] = [{ not: holder[key] }, { all: [holder[key]] }, [holder[key]]][what % 3]
}

const renamed: Way = ({ holder, key }, places, what) => {
  if (Array.isArray(holder)) return
  const names = [...strings, ...places.map((one) => String(one.key))]
  const held = holder[key]
  delete holder[key]
  Object.defineProperty(holder, names[what % names.length] as string, {
    value: held,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

/** The gentle ones stand more often, so that enough is accepted. */
const ways: readonly Way[] = [
  ...[alike, turned, nudged, denied, alike, turned, nudged, denied, nudged, turned],
  ...[deleted, repeated, exchanged, replaced, respelt, deepened, renamed],
]

const texts = [
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '```',
  '# not a heading',
  'ends with \\',
  ']]> &xxe; ::title {#id}',
  'a'.repeat(1_000),
  'مرحبا 🙂',
]

const strings = [
  ...texts,
  '',
  ' ',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  '$..a..a',
  'not:equal',
  'a.b',
  'case.jurisdiction',
  'summary.x',
  '\u0000',
  '\u001b[2J',
  '\ud800',
  '\ufeffrule-0',
  '\u202erule',
  'rule-0\n',
  'r\u0443le-0',
  'A'.repeat(6_000),
  '2026-02-30',
  '1e400',
]

const odd: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  7n,
  '',
  'x',
  [],
  {},
  [[]],
  [null],
  new Array(3),
  { all: [] },
  { any: [{}] },
  { fact: 'some.f0' },
  { fact: 'some.f0', operator: 'equal', value: { fact: 'some.f1' } },
  { condition: 'shared' },
  Object.fromEntries([['then', 1]]),
  JSON.parse('{"__proto__": {"polluted": true}}'),
  new Date(0),
  new Map([['x', 1]]),
  /x/,
]

/** The JSON of the shipped pack. */
function shippedSource(): PackSource {
  const json = (name: string) => JSON.parse(readFileSync(`rules/${name}.json`, 'utf8'))
  const parts = ['pack', 'facts', 'principles', 'actions', 'roles', 'sources', 'frameworks']
  const names = readdirSync('rules').flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []))
  const rules = names.filter((name) => !parts.includes(name)).map((name) => [`rules/${name}.json`, json(name)])
  const files = { ...Object.fromEntries(parts.map((part) => [part, json(part)])), rules: Object.fromEntries(rules) }
  return files as PackSource
}
