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
  'note',
  'since',
  'finish',
] as const
export type Doing = (typeof doings)[number]

/** The wording of the terminal around a consultation, in one language. */
export interface TerminalWords {
  readonly notUsed: string
  readonly begin: string
  readonly own: string
  /** A story in the worker’s own words, and what is done with it. */
  readonly ownWords: string
  readonly ownWordsHint: string
  readonly heard: string
  readonly heardHint: string
  readonly heardNothing: string
  readonly heardWhich: string
  readonly heardNumbers: (last: number) => string
  readonly denied: string
  readonly doubted: string
  readonly reported: string
  readonly notTogether: string
  /** Beside a question of a form that was answered before. */
  readonly answered: string
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
  readonly typePart: string
  readonly noneFound: string
  readonly otherPart: string
  /** That nothing of a list was chosen. */
  readonly none: string
  readonly pick: string
  /** For whom a note is written. */
  readonly noteFor: Readonly<Record<'worker' | 'client', string>>
  readonly noteForWhom: string
  /** Where the situation of last time is kept. */
  readonly sinceWhere: string
  readonly sinceUnreadable: string
  readonly where: string
  readonly saved: (file: string) => string
  readonly exists: (file: string) => string
  readonly notSaved: (file: string) => string
  readonly left: string
}
