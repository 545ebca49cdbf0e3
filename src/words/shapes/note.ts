import type { Status, Urgency } from '../../vocabulary.js'

/** What a note for the file says around a situation and its advice, in the words of the worker and in those of the client. */
export interface NoteWords {
  readonly title: string
  readonly titleForClient: string
  readonly day: string
  readonly rules: (rules: string, asOf: string) => string
  readonly known: string
  readonly knownForClient: string
  readonly nothingTold: string
  readonly not: string
  readonly from: string
  readonly open: string
  readonly advised: string
  readonly advisedForClient: string
  readonly notDoneForClient: string
  readonly noAdvice: string
  readonly because: string
  readonly status: Readonly<Record<Status, string>>
  readonly urgency: Readonly<Record<Urgency, string>>
  readonly owed: string
  readonly owedTo: (what: string) => string
  readonly decided: string
  readonly decidedForClient: string
  readonly what: string
  readonly by: string
  readonly why: string
  readonly again: string
  readonly againForClient: string
  readonly mayAsk: string
  readonly signed: string
  readonly notYetForClient: string
  readonly support: string
  readonly since: {
    readonly title: string
    readonly changed: string
    readonly unchanged: string
    readonly notTold: string
    readonly moved: string
    readonly nothingMoved: string
    readonly isNow: (before: string, after: string) => string
    readonly none: string
    readonly weaker: string
    readonly because: (answers: string) => string
    readonly together: (answers: string) => string
    readonly urgency: (before: string, after: string) => string
    readonly secondEyes: string
  }
}
