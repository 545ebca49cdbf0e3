import type { Kind, Urgency } from '../../vocabulary.js'

/** What is told to whoever answers for a caseload after a change of rules. */
export interface CaseloadWords {
  readonly cases: (count: number) => string
  readonly unreadable: (count: number) => string
  readonly withoutKey: (rows: number) => string
  readonly notWeighed: (cases: number) => string
  readonly readSince: string
  readonly firstTime: (situations: number) => string
  readonly nothingMoved: string
  /** The same where not everything can be compared. */
  readonly nothingKnownMoved: string
  readonly moved: (cases: number, situations: number) => string
  readonly weaker: (cases: number) => string
  readonly howSoon: string
  readonly urgency: Readonly<Record<Urgency, string>>
  readonly sort: string
  readonly kind: Readonly<Record<Kind, string>>
  readonly actions: string
  readonly before: string
}
