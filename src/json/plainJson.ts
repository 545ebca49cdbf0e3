import { deepest } from './jsonProblems.js'

/*
 * Strict JSON read in one go, for texts by the million. Objects have no shape in common: `JSON.parse` keeps one for each combination of
 * names, and takes longer with each that is new.
 */

/**
 * The value that a text holds, where it is plain to see that it is strict JSON without a name that stands twice in one object; else
 * nothing, and `readJson`, which takes several times as long, tells what is the matter.
 */
export function plainlyRead(text: string): { readonly content: unknown } | undefined {
  const reading = { text, at: 0 }
  try {
    const content = valueAt(next(reading), reading, deepest)
    return next(reading) === '' ? { content } : undefined
  } catch (error) {
    if (error instanceof NotPlain) return undefined
    throw error
  }
}

interface Reading {
  readonly text: string
  at: number
}

class NotPlain extends Error {}

const tokens =
  /[ \t\n\r]*([{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|$)/uy

/** The next token: a sign, a string, a number or a word, as it is written; nothing at the end. */
function next(reading: Reading): string {
  tokens.lastIndex = reading.at
  const found = tokens.exec(reading.text)?.[1]
  if (found === undefined) throw new NotPlain()
  reading.at = tokens.lastIndex
  return found
}

function valueAt(token: string, reading: Reading, depth: number): unknown {
  if (depth === 0) throw new NotPlain()
  if (token === '{') return objectAt(reading, depth)
  if (token === '[') return listAt(reading, depth)
  return scalar(token)
}

function objectAt(reading: Reading, depth: number): unknown {
  const object: Record<string, unknown> = Object.create(null)
  for (let token = next(reading); token !== '}'; ) {
    const name = scalar(token)
    if (typeof name !== 'string' || name in object || next(reading) !== ':') throw new NotPlain()
    object[name] = valueAt(next(reading), reading, depth - 1)
    token = following(reading, '}')
  }
  return object
}

function listAt(reading: Reading, depth: number): unknown {
  const list: unknown[] = []
  for (let token = next(reading); token !== ']'; ) {
    list.push(valueAt(token, reading, depth - 1))
    token = following(reading, ']')
  }
  return list
}

/** The end, or what follows a comma, which is not the end. */
function following(reading: Reading, end: string): string {
  const token = next(reading)
  if (token === end) return end
  const other = token === ',' ? next(reading) : end
  if (other === end) throw new NotPlain()
  return other
}

function scalar(token: string): unknown {
  if (/^[{}[\],:]?$/.test(token)) throw new NotPlain()
  return token.startsWith('"') && !token.includes('\\') ? token.slice(1, -1) : JSON.parse(token)
}
