import type { Kind, Status, Urgency } from '../../vocabulary.js'
import type { LineIssue } from './columns.js'

/** What the rules say of one situation of many: names alone, the actions by status. */
export interface Screened {
  /** Its place among those given; of a file, its line. */
  readonly line: number
  /** The reference under which it was given, if any. */
  readonly ref?: string
  readonly kind: Kind
  readonly urgency: Urgency
  readonly danger: boolean
  readonly actions: { readonly [S in Status]?: readonly string[] }
  /** Of these, those that are due at once, and those that are due soon. */
  readonly urgent: { readonly [U in Exclude<Urgency, 'routine'>]?: readonly string[] }
  /** The rules that hold. */
  readonly rules: readonly string[]
  readonly confirmed?: true
}

/** One that could not be read, and why. */
export interface Unreadable {
  readonly line: number
  readonly issues: readonly LineIssue[]
}

/** What is said of a situation wherever it stands. */
export type Weighed = Omit<Screened, 'line' | 'ref' | 'confirmed'>

/** Whether one could be read. */
export function isScreened(result: Screened | Unreadable): result is Screened {
  return 'kind' in result
}
