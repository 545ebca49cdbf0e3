import type { AnySituation } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import type { Settlement, Text } from '../../vocabulary.js'

/** What can be remarked about a pack that can be used. */
export const remarkKinds = [
  'never-applies',
  'unless-never',
  'unless-always',
  'exception-never',
  'exception-needless',
  'dilemma',
  'dilemma-never',
  'settled',
  'redundant',
  'standing-unmarked',
  'standing-in-danger',
  'never-read',
  'never-told-apart',
  'never-asked-for',
  'never-served',
  'never-used',
  'never-cited',
  'never-decides',
  'not-found-out',
  'opens-nothing',
  'unreachable',
  'value-never-read',
  'asked-though-denied',
  'guard-silenced',
  'rating-silences',
  'meant-never',
  'same-text',
  'not-a-clause',
  'bracket-in-label',
  'never-shown',
  'other-numbers',
  'position-not-verified',
  'position-never-told',
  'not-verified',
  'read-long-ago',
  'not-in-force',
  'not-decided',
] as const
export type RemarkKind = (typeof remarkKinds)[number]

/**
 * What an author should look at: a `warning` is most likely a fault, a `note` something to know. The place is written as
 * that of an issue. Where it says that something can be, `situation` is the proof (with the day `on` which, where it matters).
 */
export interface Remark {
  readonly kind: RemarkKind
  readonly level: 'warning' | 'note'
  readonly place: string
  readonly message: string
  /** The rules it speaks of; where one of them prevails, that one is also in `prevails`. */
  readonly rules?: readonly string[]
  /** The pairs of actions that collide: of the first rule, and of the second. */
  readonly actions?: readonly (readonly [string, string])[]
  readonly settledBy?: Settlement
  readonly prevails?: string
  /** What each framework says that speaks: the rule that it prefers. */
  readonly frameworks?: Readonly<Record<string, string>>
  readonly situation?: AnySituation
  readonly on?: string
  /** Why it is meant, where the pack says that it is. */
  readonly meant?: Text
}

/** Where a rule stands, in the words of an issue: its file and its name. */
export function placeOf({ file, name }: Rule): string {
  return `${file} · ${name}`
}

/** The remark that a question was too large for the budget; nothing is guessed. */
export function notDecided(place: string, whether: string, rules?: readonly string[]): Remark {
  const message = `not decided within the budget: whether ${whether}`
  return { kind: 'not-decided', level: 'note', place, message, ...(rules && { rules }) }
}
