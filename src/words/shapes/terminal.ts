/** What can be done with an advice in the terminal, in the order of the menu. */
export const doings = [
  'again',
  'turning',
  'restsOn',
  'whyNot',
  'steps',
  'frameworks',
  'more',
  'back',
  'saveSituation',
  'saveAdvice',
  'finish',
] as const
export type Doing = (typeof doings)[number]

/** The wording of the terminal around a consultation, in one language. */
export interface TerminalWords {
  readonly notUsed: string
  readonly begin: string
  readonly own: string
  readonly choose: string
  readonly number: string
  readonly numberWanted: (min: number | undefined, max: number | undefined) => string
  /** Of a list: the members that were not chosen. */
  readonly others: string
  readonly othersNot: string
  readonly othersUnknown: string
  readonly enough: string
  readonly soFar: string
  readonly menu: string
  readonly doing: Readonly<Record<Doing, string>>
  readonly pick: string
  readonly where: string
  readonly saved: (file: string) => string
  readonly exists: (file: string) => string
  readonly notSaved: (file: string) => string
  readonly left: string
}
