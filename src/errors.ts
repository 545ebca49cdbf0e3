import type * as z from 'zod'
import { type IssueCode, type IssueParams, sentenceOf } from './issueCodes.js'
import { nearName } from './nearName.js'
import { controlCharacters } from './vocabulary.js'

/**
 * One thing that is wrong: where, what, and the nearest right word where there is one. What can be wrong with what a worker
 * enters has a `code` besides, and `params` that belong to it, so that it can be said in any language.
 */
export interface Issue {
  readonly place: string
  readonly message: string
  readonly suggestion?: string
  readonly code?: IssueCode
  readonly params?: Readonly<Record<string, unknown>>
}

/** An issue that has a code: its sentence is that of the code. */
export function codedIssue<C extends IssueCode>(
  place: string,
  code: C,
  ...[params]: IssueParams<C> extends undefined ? [] : [IssueParams<C>]
): Issue {
  const message = sentenceOf(code, params as IssueParams<C>)
  return { place, message, code, ...(params && { params }) }
}

/** An issue as it is found: the nearest name is looked for only once it is told, since of many issues few are. */
export interface FoundIssue extends Issue {
  readonly nearest?: () => string | undefined
}

/**
 * What went wrong: the situation, the pack, the options, the cases, the JSON, the vignette, the exercise, the concordance set, the answers, the request,
 * the feedback, the record or the coding as given, or an invariant of timbang itself.
 */
export type ErrorCode =
  | 'invalid-situation'
  | 'invalid-pack'
  | 'invalid-options'
  | 'invalid-cases'
  | 'invalid-json'
  | 'invalid-vignette'
  | 'invalid-exercise'
  | 'invalid-concordance'
  | 'invalid-override'
  | 'invalid-answers'
  | 'invalid-request'
  | 'invalid-feedback'
  | 'invalid-record'
  | 'invalid-coding'
  | 'broken-invariant'

const brand = Symbol.for('timbang.error')

/** The one error of timbang: callers branch on `code` and show `issues`; nothing a worker entered is repeated in it. */
export class TimbangError extends Error {
  override readonly name = 'TimbangError'
  readonly code: ErrorCode
  readonly issues: readonly Issue[]

  constructor(code: ErrorCode, found: readonly FoundIssue[]) {
    const issues = found.map(issueShown)
    super([code, ...issues.map(line)].join('\n'))
    this.code = code
    this.issues = issues
    Object.defineProperty(this, brand, { value: true })
  }

  /** One class for all: an error of the ES module is one of the CommonJS module too, where a process has loaded both. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value
  }
}

/** An issue ready to be shown: with the nearest name, of a length to be read, and nothing in it that a terminal would obey. */
function issueShown({ place, message, suggestion, nearest, code, params }: FoundIssue): Issue {
  const near = suggestion ?? nearest?.()
  return {
    place: shown(place),
    message: shown(message),
    ...(near !== undefined && { suggestion: near }),
    ...(code && { code }),
    ...(params && { params }),
  }
}

const longest = 500
const everyObeyed = new RegExp(controlCharacters, 'gu')

function shown(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text
  return short.replace(everyObeyed, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`)
}

/** The issue as one line: place, colon, what is the matter, a suggestion where one is near. */
function line(issue: Issue): string {
  const near = issue.suggestion === undefined ? '' : ` (did you mean \`${issue.suggestion}\`?)`
  return `${issue.place}: ${issue.message}${near}`
}

/** An issue with the nearest of the known names as its suggestion, where one is near. */
export function unknownName(place: string, message: string, given: string, known: Iterable<string>): FoundIssue {
  return { place, message, nearest: () => nearName(given, known) }
}

/** How zod's findings on data of an author read in our words; names may be repeated, since a pack holds no one's story. */
export function issuesOf(error: z.ZodError, placeOf: (path: readonly PropertyKey[]) => string, most: number): Issue[] {
  return error.issues.slice(0, most).flatMap((issue): Issue[] => {
    const place = placeOf(issue.path)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, most).map((key) => ({ place, message: `\`${key}\` is not part of this` }))
    return [{ place, message: messageOf(issue) }]
  })
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return `${isMissing(issue) ? 'is missing; ' : ''}must be ${kindOfValue(issue.expected)}`
  if (issue.code === 'too_small') return `must ${measured(issue.origin, 'at least', Number(issue.minimum))}`
  if (issue.code === 'too_big') return `must ${measured(issue.origin, 'at most', Number(issue.maximum))}`
  if (issue.code === 'invalid_key' && issue.issues[0]) return messageOf(issue.issues[0])
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return 'must be a day of the calendar, such as `2026-01-31`'
  if (issue.code !== 'invalid_value') return issue.message.charAt(0).toLowerCase() + issue.message.slice(1)
  const listed = issue.values.map((value) => `\`${String(value)}\``).join(', ')
  return `${isMissing(issue) ? 'is missing; ' : ''}must be ${issue.values.length === 1 ? '' : 'one of '}${listed}`
}

/** Whether nothing stands there at all; of what stands there nothing is told. */
function isMissing(issue: z.core.$ZodIssue): boolean {
  return 'input' in issue && issue.input === undefined
}

const kinds = new Map([
  ['string', 'a text'],
  ['object', 'an object'],
  ['record', 'an object'],
  ['array', 'a list'],
  ['boolean', 'yes or no (true or false)'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['nonoptional', 'stated'],
])

function kindOfValue(expected: string): string {
  return kinds.get(expected) ?? expected
}

function measured(origin: string, limit: string, size: number): string {
  if (origin === 'array') return `list ${limit} ${size}`
  return origin === 'string' ? `have ${limit} ${size} characters` : `be ${limit} ${size}`
}

/** The refusal of one thing that a caller gave. */
export function unfitOption(place: string, message: string): TimbangError {
  return new TimbangError('invalid-options', [{ place, message }])
}
