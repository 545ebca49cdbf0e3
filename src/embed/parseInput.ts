import * as z from 'zod'
import { type ErrorCode, type Issue, issuesOf, TimbangError } from '../errors.js'
import { plainCopy } from '../pack/plainData.js'

const limits = { depth: 16, nodes: 20_000, text: 50_000, letters: 1_000_000, keys: 5_000 }

/**
 * What enters from a host or a person, checked for its shape; what is wrong is told without a word of what was entered.
 * @throws TimbangError with the code given
 */
export function parseInput<T extends z.ZodType>(value: unknown, schema: T, code: ErrorCode, place: string): z.infer<T> {
  const plain = plainCopy(value, place, limits)
  if ('issues' in plain)
    throw new TimbangError(
      code,
      plain.issues.slice(0, 1).map(({ message }) => ({ place: placeWithin(value, schema, place), message })),
    )
  const parsed = schema.safeParse(plain.value, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new TimbangError(code, inputIssues(parsed.error, place))
}

/** Where what is not plain stands: at one of the names that are known here, or else in all of it. */
function placeWithin(value: unknown, schema: z.ZodType, place: string): string {
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const held = (name: string) => Object.getOwnPropertyDescriptor(value ?? {}, name)
  const found = names.find((name) => 'issues' in plainCopy(held(name)?.value ?? null, name, limits))
  return found === undefined ? place : `${place}.${found}`
}

const mostIssues = 20

function inputIssues(error: z.ZodError, place: string): readonly Issue[] {
  const strangers = error.issues.filter(({ code }) => code === 'unrecognized_keys')
  const others = error.issues.filter(({ code }) => code !== 'unrecognized_keys')
  return [
    ...strangers.map((issue) => ({ place: at(place, issue.path), message: 'has a key that is not part of this' })),
    ...issuesOf({ issues: others } as z.ZodError, (path) => at(place, path), mostIssues),
  ].slice(0, mostIssues)
}

/** The place in words; below what a person may name, only where it begins. */
function at(place: string, path: readonly PropertyKey[]): string {
  const open = path.findIndex((step) => openKeys.includes(String(step)))
  return [place, ...(open === -1 ? path : path.slice(0, open + 1))].map(String).join('.')
}

/** What holds keys that are not fixed. */
const openKeys = ['situation', 'context', 'prefetch']
