import type { Fact } from '../../../pack/fact.js'
import type { Stated } from '../../../pack/factTypes/factType.js'
import { typeOf } from '../../../pack/factTypes/factTypes.js'
import { everyName } from '../../../pack/factTypes/wordList.js'
import { oncePerPack } from '../../../pack/pack.js'
import { jurisdictionFact } from '../../../vocabulary.js'

/** A situation as it was read from a line. */
interface PlainLine {
  readonly ref: string | undefined
  readonly stated: ReadonlyMap<string, Stated>
}

/**
 * Reads a line that states nothing but declared facts, each once, under its name and in its words of today. Of every other line
 * it says nothing: who reads whatever is JSON reads it, or tells what is the matter.
 */
export const plainLineOf = oncePerPack(({ facts, header }): ((text: string) => PlainLine | undefined) => {
  const root: Branch = { inner: new Map<string, Branch | Leaf>([['summary', freeText()]]), seen: 0 }
  for (const fact of facts.values()) {
    const allowed = fact.name === jurisdictionFact ? header.jurisdiction : undefined
    const path = fact.name.split('.')
    const last = path.pop() as string
    // What stands under this name at the top is no fact, but the reference of a situation.
    if (path[0] !== 'ref') branchAt(root, path).inner.set(last, leafOf(fact, allowed))
  }
  let nth = 0
  return (text) => {
    if (text.length > longest) return undefined
    nth += 1
    const reading: Reading = { text, nth, at: 0, ref: undefined, stated: new Map() }
    return lineAt(reading, root) ? reading : undefined
  }
})

/** Within these no line is larger than a situation may be; nor is any deeper, since names have few parts. */
const longest = 10_000
const mostMembers = 200

interface Reading extends PlainLine {
  readonly text: string
  /** The how manieth line it is. */
  readonly nth: number
  readonly stated: Map<string, Stated>
  at: number
  ref: string | undefined
}

/** What may stand under a name, and in which line it last did. */
interface Branch {
  readonly inner: Map<string, Branch | Leaf>
  seen: number
}

/** A fact, by what it can be stated to be; without a name the free text, which states nothing. */
interface Leaf {
  readonly name: string | undefined
  readonly words: ReadonlySet<unknown>
  readonly members: ReadonlySet<string> | undefined
  readonly isNumber: (value: number) => boolean
  seen: number
}

function freeText(): Leaf {
  return { name: undefined, words: new Set(), members: undefined, isNumber: () => false, seen: 0 }
}

function branchAt(root: Branch, path: readonly string[]): Branch {
  return path.reduce((branch, step) => {
    const inner = (branch.inner.get(step) as Branch | undefined) ?? { inner: new Map(), seen: 0 }
    branch.inner.set(step, inner)
    return inner
  }, root)
}

function leafOf(fact: Fact, allowed: readonly string[] | undefined): Leaf {
  const type = typeOf(fact)
  const words = type.input === 'choice' ? type.values(fact, []) : []
  const isNumber = (value: number) => Math.abs(value) <= Number.MAX_SAFE_INTEGER && type.hasValue(fact, value)
  return {
    name: fact.name,
    words: new Set(words.filter((word) => allowed === undefined || allowed.includes(word as string))),
    members: type.input === 'members' ? new Set(everyName(fact)) : undefined,
    isNumber: type.input === 'number' ? isNumber : () => false,
    seen: 0,
  }
}

/** A situation, or a reference with one; nothing may follow. */
function lineAt(reading: Reading, root: Branch): boolean {
  const named = /^\s*\{\s*"(?:ref|situation)"/.test(reading.text)
  return (named ? referredAt(reading, root) : branchAtText(reading, root)) && Number.isNaN(next(reading))
}

function referredAt(reading: Reading, root: Branch): boolean {
  let [refs, situations] = [0, 0]
  const isPlain = eachMember(reading, (name) => {
    if (name === 'situation') return ++situations === 1 && branchAtText(reading, root)
    reading.ref = name === 'ref' ? wordAt(reading) : undefined
    return ++refs === 1 && reading.ref !== undefined && reference.test(reading.ref)
  })
  return isPlain && refs === 1 && situations === 1
}

const reference = /^[0-9a-f-]{1,64}$/

function branchAtText(reading: Reading, { inner }: Branch): boolean {
  return eachMember(reading, (name) => {
    const held = inner.get(name)
    if (held === undefined || held.seen === reading.nth) return false
    held.seen = reading.nth
    if ('inner' in held) return branchAtText(reading, held)
    if (held.name === undefined) return /^[^\p{Cc}]*$/u.test(wordAt(reading) ?? '\n')
    const value = valueAt(reading, held)
    if (value === undefined) return false
    reading.stated.set(held.name, value)
    return true
  })
}

/** What is stated of a fact; nothing where it is not plain that it can be. */
function valueAt(reading: Reading, { words, members, isNumber }: Leaf): Stated | undefined {
  const sign = next(reading)
  if (sign === quote) {
    const word = wordAt(reading)
    if (members) return word !== undefined && members.has(word) ? new Map([[word, true]]) : undefined
    return words.has(word) ? word : undefined
  }
  if (members && sign === list) return listAt(reading, members)
  if (members && sign === open) return recordAt(reading, members)
  const literal = literalAt(reading)
  if (literal === null || words.has(literal)) return literal
  return typeof literal === 'number' && isNumber(literal) ? literal : undefined
}

function listAt(reading: Reading, members: ReadonlySet<string>): Stated | undefined {
  const found = new Map<string, boolean>()
  let count = 0
  take(reading, list)
  do {
    const word = wordAt(reading)
    if (word === undefined || !members.has(word) || ++count > mostMembers) return undefined
    found.set(word, true)
  } while (take(reading, comma))
  return take(reading, endOfList) ? found : undefined
}

function recordAt(reading: Reading, members: ReadonlySet<string>): Stated | undefined {
  const found = new Map<string, boolean | null>()
  const isPlain = eachMember(reading, (name) => {
    const so = literalAt(reading)
    if (!members.has(name) || found.has(name) || so === undefined || typeof so === 'number') return false
    found.set(name, so)
    return true
  })
  return isPlain ? found : undefined
}

const [quote, open, close, list, endOfList, colon, comma] = [...'"{}[]:,'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

/** Reads the members of an object one after the other; each has its name read and its value before it. */
function eachMember(reading: Reading, member: (name: string) => boolean): boolean {
  if (!take(reading, open)) return false
  if (take(reading, close)) return true
  do {
    const name = wordAt(reading)
    if (name === undefined || !take(reading, colon) || !member(name)) return false
  } while (take(reading, comma))
  return take(reading, close)
}

/** The sign that comes next, spaces left out; at the end none. */
function next(reading: Reading): number {
  let sign = reading.text.charCodeAt(reading.at)
  while (sign === 32 || sign === 10 || sign === 13 || sign === 9) sign = reading.text.charCodeAt(++reading.at)
  return sign
}

function take(reading: Reading, sign: number): boolean {
  if (next(reading) !== sign) return false
  reading.at += 1
  return true
}

/** A word in quotes; nothing where a backslash stands in it. */
function wordAt(reading: Reading): string | undefined {
  if (!take(reading, quote)) return undefined
  const end = reading.text.indexOf('"', reading.at)
  if (end === -1) return undefined
  const word = reading.text.slice(reading.at, end)
  reading.at = end + 1
  return word.includes('\\') ? undefined : word
}

const literals = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function literalAt(reading: Reading): boolean | number | null | undefined {
  next(reading)
  literals.lastIndex = reading.at
  const found = literals.exec(reading.text)?.[0]
  if (found === undefined) return undefined
  reading.at += found.length
  if (found === 'true') return true
  if (found === 'false') return false
  return found === 'null' ? null : Number(found)
}
