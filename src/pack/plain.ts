import type { Issue } from '../errors.js'

/** How large plain data may be. */
interface Limits {
  readonly depth: number
  readonly nodes: number
  readonly text: number
  /** The letters of all texts and keys together. */
  readonly letters: number
  /** The keys of one object. */
  readonly keys: number
}

/** What is left of the limits while data is copied. */
type Left = { nodes: number; letters: number }

/**
 * A copy of the data if it is plain JSON data within the limits, else what is wrong.
 * Accessors are never called; functions, class instances, symbols and `__proto__` keys are refused; a property that is
 * undefined counts as absent. What is copied here can be trusted to be plain in everything that follows.
 */
export function plainCopy(value: unknown, place: string, limits: Limits): { value: unknown } | { issues: Issue[] } {
  const left = { nodes: limits.nodes, letters: limits.letters }
  try {
    return { value: copy(value, place, limits.depth, limits, left) }
  } catch (error) {
    if (error instanceof NotPlain) return { issues: [error.issue] }
    return { issues: [{ place, message: 'cannot be read as plain data' }] }
  }
}

class NotPlain extends Error {
  constructor(readonly issue: Issue) {
    super()
  }
}

function copy(value: unknown, place: string, depth: number, limits: Limits, left: Left): unknown {
  left.nodes -= 1
  if (left.nodes < 0) refuse(place, 'is too large')
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return copyText(value, place, limits, left)
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : refuse(place, 'must be a finite number')
  if (typeof value !== 'object') return refuse(place, 'must be plain data')
  if (depth === 0) refuse(place, 'is nested too deeply')
  return Array.isArray(value)
    ? copyList(value, place, depth, limits, left)
    : copyObject(value, place, depth, limits, left)
}

function copyText(text: string, place: string, limits: Limits, left: Left): string {
  if (text.length > limits.text) refuse(place, `holds a text longer than ${limits.text} characters`)
  left.letters -= text.length
  return left.letters < 0 ? refuse(place, 'is too large') : text
}

function copyList(list: readonly unknown[], place: string, depth: number, limits: Limits, left: Left) {
  const length = Object.getOwnPropertyDescriptor(list, 'length')?.value as number
  if (length > left.nodes) refuse(place, 'is too large')
  return Array.from({ length }, (_, i) => {
    const held = Object.getOwnPropertyDescriptor(list, i)
    if (!held || !('value' in held)) return refuse(place, 'must be a plain list without gaps')
    return copy(held.value, place, depth - 1, limits, left)
  })
}

function copyObject(object: object, place: string, depth: number, limits: Limits, left: Left) {
  const prototype = Object.getPrototypeOf(object)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) refuse(place, 'must be a plain object')
  const keys = Reflect.ownKeys(object)
  if (keys.length > limits.keys) refuse(place, 'is too large')
  const result: Record<string, unknown> = Object.create(null)
  for (const key of keys) {
    const held = Object.getOwnPropertyDescriptor(object, key)
    if (typeof key === 'symbol' || key === '__proto__' || !held || !('value' in held))
      return refuse(place, 'must be a plain object of plain values')
    if (held.value !== undefined)
      result[copyText(key, place, limits, left)] = copy(held.value, place, depth - 1, limits, left)
  }
  return result
}

function refuse(place: string, message: string): never {
  throw new NotPlain({ place, message })
}
