/** What a concordance set says in one language around its story, its options and what is learned. */
export interface ConcordanceWords {
  readonly heading: string
  readonly howTo: string
  /** With `{number}` and `{of}` to be filled in. */
  readonly item: string
  readonly option: string
  /** Before what one learns, by where it comes from. */
  readonly newFact: Readonly<Record<'held-back' | 'turning-point' | 'own', string>>
  readonly effect: string
  /** From much less right to much more right. */
  readonly scale: Readonly<Record<-2 | -1 | 0 | 1 | 2, string>>
  readonly why: string
  readonly outside: string
  readonly code: string
  readonly noPanel: string
  readonly panel: (panellists: number) => string
  readonly fewPanellists: (panellists: number, enough: number) => string
  readonly spread: string
  readonly chosenBy: (count: number, of: number) => string
  readonly share: string
  readonly shareSays: string
  readonly reasons: string
  readonly noReasons: string
  readonly unanimous: string
  readonly unanswered: string
  readonly panelSheet: string
  readonly results: string
  readonly mean: string
  readonly alpha: string
  readonly undefinedAlpha: string
  readonly finish: string
  readonly nextItem: string
  readonly yourAnswers: string
  readonly handIn: string
  readonly codeHint: string
  readonly codeMissing: string
  readonly chooseFirst: string
  readonly nothingKept: string
  readonly open: string
}
