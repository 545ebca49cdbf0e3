import { type Issue, TimbangError, unknownName } from './errors.js'

/** Every option that a function knows: one that is added to its type must be listed, or the compiler says so. */
export type OptionNames<T extends object> = { readonly [K in keyof Required<T>]: true }

/**
 * The options of a call as they are worked with: a copy of what the caller stated. What is `undefined` counts as left out; an option
 * that does not exist is refused by its place among the others, with a near word, and none is read that would run code.
 * @throws TimbangError `invalid-options`
 */
export function optionsGiven<T extends object>(given: unknown, names: OptionNames<T>, place = 'options'): T {
  const found = readable(given)
  if (found === undefined) throw new TimbangError('invalid-options', [{ place, message: 'must be a plain object' }])
  const known = Object.keys(names)
  const strange = found.flatMap(([key], i): Issue[] =>
    known.includes(key) ? [] : [unknownName(place, `key ${i + 1} is no option`, key, known)],
  )
  if (strange.length > 0) throw new TimbangError('invalid-options', strange.slice(0, mostIssues))
  return Object.fromEntries(found.filter(([, value]) => value !== undefined)) as T
}

const mostIssues = 20

/** @throws TimbangError `invalid-options` for what cannot be gone over one by one: a text is one thing */
export function checkIterable(given: unknown, place: string): void {
  const held = (given ?? {}) as Partial<Iterable<unknown> & AsyncIterable<unknown>>
  const goesOn = typeof (held[Symbol.iterator] ?? held[Symbol.asyncIterator]) === 'function'
  if (goesOn && typeof given !== 'string') return
  throw new TimbangError('invalid-options', [{ place, message: 'must be a list, or something that gives one by one' }])
}

/** What an object holds itself, if it is plain and nothing runs when it is read. */
function readable(given: unknown): readonly (readonly [string, unknown])[] | undefined {
  try {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
    const prototype = Object.getPrototypeOf(given)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return undefined
    const read = Reflect.ownKeys(given).map((key) => [key, Object.getOwnPropertyDescriptor(given, key)] as const)
    const isPlain = ([key, held]: (typeof read)[number]) => typeof key === 'string' && held && 'value' in held
    return read.every(isPlain) ? read.map(([key, held]) => [String(key), held?.value]) : undefined
  } catch {
    return undefined
  }
}
