import type { UnaskedReason } from '../../consult/unasked.js'
import type { Kind, Operator, Urgency } from '../../vocabulary.js'

/** The wording of a consultation in one language: what is asked around the questions of a pack, and what would change. */
export interface ConsultWords {
  readonly name: string
  readonly tagline: string
  /** What becomes of what is entered. */
  readonly privacy: string
  readonly about: string
  readonly aboutHint: string
  readonly question: string
  readonly why: string
  readonly effects: string
  readonly noEffect: string
  readonly unknown: string
  readonly next: string
  readonly back: string
  readonly asked: (answered: number, open: number) => string
  readonly nothingLeft: string
  readonly actNow: string
  /** Above what must be done at once only once something is clear. */
  readonly onceClear: string
  /** Above what was said to be done at once, and is not any more. */
  readonly takenBack: string
  readonly nowSaid: (said: string) => string
  readonly nowOnlyOnce: (clear: string) => string
  readonly answers: string
  readonly change: string
  readonly more: string
  readonly moreHint: string
  readonly unasked: Readonly<Record<UnaskedReason, string>>
  readonly advice: string
  readonly turning: string
  readonly turningHint: string
  readonly turningNone: string
  readonly searched: (facts: number, answers: number, pairs: number) => string
  readonly wouldBe: string
  readonly joinsFirst: string
  readonly leavesFirst: string
  readonly soon: Readonly<Record<Urgency, string>>
  readonly instead: (before: string) => string
  readonly restsOn: string
  readonly enoughAlone: string
  readonly without: string
  readonly whyNot: string
  readonly whyNotHint: string
  readonly noRule: string
  readonly open: string
  readonly oneOf: string
  readonly stated: (answer: string) => string
  readonly notStated: string
  readonly notWanted: (condition: string) => string
  readonly givesWay: string
  readonly notInForce: string
  readonly frameworks: string
  readonly frameworksAgree: string
  readonly partOn: string
  readonly hangsOn: string
  /** What is said where steps are compared. */
  readonly steps: {
    readonly title: string
    readonly hint: string
    readonly wait: string
    readonly find: string
    readonly add: string
    readonly remove: string
    readonly none: string
    readonly compareNow: string
    readonly meant: (words: string, label: string) => string
    readonly leftUndone: string
    readonly speaksFor: string
    readonly against: string
    readonly stands: Readonly<Record<'in' | 'undecided' | 'out', string>>
    readonly apart: (one: string, other: string) => string
    readonly owed: string
    readonly first: string
    readonly frameworks: string
    readonly unspoken: string
    readonly nothingDue: string
    readonly level: string
  }
  readonly kind: Readonly<Record<Kind, string>>
  readonly compared: Readonly<Record<Operator, (values: string) => string>>
}
