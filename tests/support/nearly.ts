import fc from 'fast-check'

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

const number = fc.noBias(fc.nat(9_973))

/**
 * JSON near the border of what is accepted: a valid one, changed in no place, one or two. Keys are renamed, members left out,
 * added and repeated, values exchanged for words that stand elsewhere, for other types, or misspelt.
 */
export function nearly(valid: fc.Arbitrary<Json>, words: readonly string[]): fc.Arbitrary<Json> {
  const changes = fc.array(fc.tuple(number, number, number), { maxLength: 2, size: 'max' })
  return fc
    .tuple(valid, changes)
    .map(([value, list]) => list.reduce((held, [at, how, what]) => changedSomewhere(held, at, how, what, words), value))
}

type Path = readonly (string | number)[]

function changedSomewhere(json: Json, at: number, how: number, what: number, words: readonly string[]): Json {
  const places = placesOf(json)
  const path = pick(places, at)
  const other = valueAt(json, pick(places, what))
  const word = pick(words, what)
  const last = path.at(-1)
  if (typeof last === 'string' && how % 7 === 0) return renamed(json, path, word)
  return changedAt(json, path, (value) => changed(value, other, word, how, what))
}

function placesOf(json: Json, path: Path = []): readonly Path[] {
  if (!isList(json) && !isObject(json)) return [path]
  const members: readonly (readonly [string | number, Json])[] = isList(json)
    ? json.map((one, i) => [i, one] as const)
    : Object.entries(json)
  return [path, ...members.flatMap(([key, held]) => placesOf(held, [...path, key]))]
}

function valueAt(json: Json, path: Path): Json {
  return path.reduce<Json>((held, key) => (held as Record<string, Json>)[key] as Json, json)
}

const odd: readonly Json[] = [null, true, false, 0, 1, -1, 17.5, 1e21, '', ' ', 'a\nb', 'a\u0000b', 'a\u202eb', [], {}]

/** What a place holds after a change; `undefined`: it is left out. */
function changed(value: Json, other: Json, word: string, how: number, what: number): Json | undefined {
  const common: readonly Way[] = [() => undefined, () => word, () => other, () => pick(odd, what)]
  if (isList(value)) return pick([...common, ...ofList(value, other, word)], how)()
  if (isObject(value)) return pick([...common, ...ofObject(value, other, word)], how)()
  const ofScalar: readonly Way[] = [
    () => word,
    () => [value],
    () => ({ [word]: value }),
    () => (typeof value === 'boolean' ? !value : `${value}x`),
  ]
  return pick([...common, ...ofScalar], how)()
}

type Way = () => Json | undefined

function ofList(list: readonly Json[], other: Json, word: string): readonly Way[] {
  return [
    () => [],
    () => list.slice(list.length - 1),
    () => [...list, ...list],
    () => [...list, other],
    () => [...list, word],
  ]
}

function ofObject(object: JsonObject, other: Json, word: string): readonly Way[] {
  return [
    () => ({}),
    () => ({ ...object, [word]: true }),
    () => ({ ...object, [word]: other }),
    () => ({ ...(isObject(other) && other), ...object }),
    () => ({ ...object, ...(isObject(other) && other) }),
    () => [object],
  ]
}

interface JsonObject {
  readonly [key: string]: Json
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value)
}

function changedAt(json: Json, path: Path, change: (value: Json) => Json | undefined): Json {
  const [key, ...rest] = path
  if (key === undefined) return change(json) ?? null
  const inner = valueAt(json, [key])
  const made = rest.length === 0 ? change(inner) : changedAt(inner, rest, change)
  if (Array.isArray(json)) return json.flatMap((one, i) => (i !== key ? [one] : made === undefined ? [] : [made]))
  const members = Object.entries(json as Record<string, Json>)
  return Object.fromEntries(
    members.flatMap(([name, held]) => (name !== key ? [[name, held]] : made === undefined ? [] : [[name, made]])),
  )
}

function renamed(json: Json, path: Path, word: string): Json {
  const key = path.at(-1) as string
  return changedAt(json, path.slice(0, -1), (object) =>
    Object.fromEntries(
      Object.entries(object as Record<string, Json>).map(([name, held]) => [name === key ? word : name, held]),
    ),
  )
}

function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T
}
