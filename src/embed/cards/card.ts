import type { Urgency } from '../../vocabulary.js'

/** How much a card presses, in the words of CDS Hooks, the least first. */
export const indicators = ['info', 'warning', 'critical'] as const
export type Indicator = (typeof indicators)[number]

/** Of two, what presses more. */
export function more(one: Indicator, other: Indicator): Indicator {
  return indicators.indexOf(one) > indicators.indexOf(other) ? one : other
}

/** How much a card presses, by how soon something must be done. */
export const indicatorOf = {
  immediate: 'critical',
  prompt: 'warning',
  routine: 'info',
} as const satisfies Record<Urgency, Indicator>

/** A code with its system and its words. */
export interface Coding {
  readonly code: string
  readonly system: string
  readonly display: string
}

/** What a person can take up with one touch; CDS Hooks needs no FHIR actions in it. */
export interface Suggestion {
  readonly label: string
  readonly uuid: string
  readonly isRecommended?: true
}

/** A card of CDS Hooks 2.0, with no member that is empty. */
export interface Card {
  readonly uuid: string
  /** What matters, in less than 140 characters. */
  readonly summary: string
  /** The rest, as GitHub-flavoured Markdown. */
  readonly detail?: string
  readonly indicator: Indicator
  readonly source: { readonly label: string; readonly url?: string; readonly topic?: Coding }
  readonly suggestions?: readonly Suggestion[]
  readonly selectionBehavior?: 'any' | 'at-most-one'
  readonly overrideReasons?: readonly Coding[]
  readonly links?: readonly { readonly label: string; readonly url: string; readonly type: 'absolute' }[]
}
