import { codedIssue, type Issue } from '../errors.js'

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
    return { issues: [codedIssue(place, 'not-readable')] }
  }
}

class NotPlain extends Error {
  constructor(readonly issue: Issue) {
    super()
  }
}

function copy(value: unknown, place: string, depth: number, limits: Limits, left: Left): unknown {
  left.nodes -= 1
  if (left.nodes < 0) refuse(place, 'too-large')
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return copyText(value, place, limits, left)
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : refuse(place, 'number-not-finite')
  if (typeof value !== 'object') return refuse(place, 'not-plain')
  if (depth === 0) refuse(place, 'too-deep')
  return Array.isArray(value)
    ? copyList(value, place, depth, limits, left)
    : copyObject(value, place, depth, limits, left)
}

function copyText(text: string, place: string, limits: Limits, left: Left): string {
  if (text.length > limits.text) throw new NotPlain(codedIssue(place, 'text-too-long', { most: limits.text }))
  left.letters -= text.length
  return left.letters < 0 ? refuse(place, 'too-large') : text
}

function copyList(list: readonly unknown[], place: string, depth: number, limits: Limits, left: Left) {
  const length = Object.getOwnPropertyDescriptor(list, 'length')?.value as number
  if (length > left.nodes) refuse(place, 'too-large')
  return Array.from({ length }, (_, i) => {
    const property = Object.getOwnPropertyDescriptor(list, i)
    if (!property || !('value' in property)) return refuse(place, 'list-not-plain')
    return copy(property.value, place, depth - 1, limits, left)
  })
}

function copyObject(object: object, place: string, depth: number, limits: Limits, left: Left) {
  const prototype = Object.getPrototypeOf(object)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) refuse(place, 'object-not-plain')
  const keys = Reflect.ownKeys(object)
  if (keys.length > limits.keys) refuse(place, 'too-large')
  const result: Record<string, unknown> = Object.create(null)
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(object, key)
    if (typeof key === 'symbol' || key === '__proto__' || !property || !('value' in property))
      return refuse(place, 'values-not-plain')
    if (property.value !== undefined)
      result[copyText(key, place, limits, left)] = copy(property.value, place, depth - 1, limits, left)
  }
  return result
}

type NotPlainCode =
  | 'too-large'
  | 'too-deep'
  | 'number-not-finite'
  | `${'list' | 'object' | 'values'}-not-plain`
  | 'not-plain'

function refuse(place: string, code: NotPlainCode): never {
  throw new NotPlain(codedIssue(place, code))
}
