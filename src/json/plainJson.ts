import { deepest } from './jsonProblems.js'

/**
 * The value that a text holds, where it is plain to see that it is strict JSON without a name that stands twice in one object; else
 * nothing, and `readJson`, which takes several times as long, tells what is the matter.
 */
export function plainlyRead(text: string): { readonly content: unknown } | undefined {
  const read = parsed(text)
  return read && membersIn(read.content, deepest) === membersWritten(text) ? read : undefined
}

function parsed(text: string): { readonly content: unknown } | undefined {
  try {
    return { content: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** How many members the objects of a text of JSON are written with: as many as colons stand between the strings. */
function membersWritten(text: string): number {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1
}

/** How many members objects have, with those within them; not a number where they stand too deep in each other. */
function membersIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth === 0) return Number.NaN
  const held = Object.values(value)
  return held.reduce((sum: number, one) => sum + membersIn(one, depth - 1), Array.isArray(value) ? 0 : held.length)
}
