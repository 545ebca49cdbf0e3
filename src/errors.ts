import { distance } from 'fastest-levenshtein'
import type * as z from 'zod'

/** One thing that is wrong: where, what, and the nearest right word where there is one. */
export interface Issue {
  readonly place: string
  readonly message: string
  readonly suggestion?: string
}

/** What went wrong: the situation, the pack or the options as given, or an invariant of timbang itself. */
export type ErrorCode = 'invalid-situation' | 'invalid-pack' | 'invalid-options' | 'broken-invariant'

/** The one error of timbang: callers branch on `code` and show `issues`; nothing a worker entered is repeated in it. */
export class TimbangError extends Error {
  override readonly name = 'TimbangError'
  readonly code: ErrorCode
  readonly issues: readonly Issue[]

  constructor(code: ErrorCode, issues: readonly Issue[]) {
    super([code, ...issues.map(line)].join('\n'))
    this.code = code
    this.issues = issues
  }
}

/** The issue as one line: place, colon, what is the matter, a suggestion where one is near. */
function line(issue: Issue): string {
  const near = issue.suggestion === undefined ? '' : ` (did you mean \`${issue.suggestion}\`?)`
  return `${issue.place}: ${issue.message}${near}`
}

/** An issue with the nearest of the known names as its suggestion. */
export function unknownName(place: string, message: string, given: string, known: Iterable<string>): Issue {
  const suggestion = nearest(given, known)
  return suggestion === undefined ? { place, message } : { place, message, suggestion }
}

/** The known name that differs least from the given one, where it differs by no more than a third. */
function nearest(given: string, known: Iterable<string>): string | undefined {
  if (given.length > 100) return undefined
  const ranked = [...known]
    .map((name) => ({ name, far: distance(given, name) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
  const first = ranked[0]
  return first && first.far <= Math.max(2, Math.floor(given.length / 3)) ? first.name : undefined
}

/** How zod's findings on data of an author read in our words; names may be repeated, since a pack holds no one's story. */
export function issuesOf(error: z.ZodError, placeOf: (path: readonly PropertyKey[]) => string): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const place = placeOf(issue.path)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ place, message: `\`${key}\` is not part of this` }))
    if (issue.code === 'invalid_value')
      return [{ place, message: `must be one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}` }]
    if (issue.code === 'custom') return [{ place, message: issue.message }]
    if (issue.code === 'invalid_type') return [{ place, message: `must be ${kindOfValue(issue.expected)}` }]
    return [{ place, message: lowerFirst(issue.message) }]
  })
}

function kindOfValue(expected: string): string {
  const names: Record<string, string> = {
    string: 'a text',
    object: 'an object',
    array: 'a list',
    boolean: 'yes or no (true or false)',
    number: 'a number',
  }
  return names[expected] ?? expected
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
