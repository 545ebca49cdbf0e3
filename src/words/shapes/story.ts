/** The wording of a story whose choices change the facts, in one language. */
export interface StoryWords {
  readonly whatNow: string
  readonly whatNext: string
  readonly ask: (question: string) => string
  readonly decideFor: (what: string) => string
  /** What is said of doing what the rules ask for or permit. */
  readonly asked: Readonly<Record<'must' | 'should' | 'may', string>>
  readonly owedTo: (what: string) => string
  readonly tooLate: (what: string) => string
  readonly cameUp: string
  readonly cameFirst: string
  readonly comesToLight: string
  readonly turned: string
  readonly nothingTurned: string
  readonly back: string
  readonly done: string
  readonly learned: string
  readonly end: string
  readonly nothingDone: string
  readonly against: string
  readonly stillOwed: string
  readonly missed: string
  readonly stillAsked: string
  readonly nothingOwed: string
  readonly askedTooLate: string
  readonly soFar: string
  /** By the names under which H5P asks for them. */
  readonly h5p: Readonly<
    Record<'backButtonText' | 'disableProceedButtonText' | 'replayButtonText' | 'scoreText' | 'fullscreenAria', string>
  >
}
