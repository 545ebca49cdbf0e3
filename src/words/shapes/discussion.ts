/** The parts of an hour in which a class talks a case over, in their order. */
export const talkSteps = ['read', 'vote', 'groups', 'again', 'plenary', 'close'] as const
export type TalkStep = (typeof talkSteps)[number]

/** Who is played where a class plays a case. */
export const playedRoles = ['client', 'worker', 'near', 'senior', 'observer'] as const
export type PlayedRole = (typeof playedRoles)[number]

/** What the reasons of a learner are read for. */
export const rubricCriteria = ['sides', 'reason', 'objection', 'owed'] as const
export type RubricCriterion = (typeof rubricCriteria)[number]

/** From least to most. */
export const rubricLevels = ['not-yet', 'begun', 'sound', 'thorough'] as const
export type RubricLevel = (typeof rubricLevels)[number]

/** What is said in one language where a class talks a case over. */
export interface DiscussionWords {
  readonly guide: string
  readonly forTeacher: string
  readonly minutes: (minutes: number) => string
  readonly plan: string
  readonly steps: Readonly<Record<TalkStep, string>>
  readonly positions: string
  readonly position: (letter: string) => string
  readonly not: (action: string) => string
  readonly leave: (action: string) => string
  readonly bestCase: string
  readonly noCase: string
  readonly owed: string
  readonly prompts: string
  readonly stakes: string
  readonly stakesSay: string
  readonly stakeAsk: string
  readonly absentAsk: string
  readonly unknownAsk: string
  readonly owedAsk: (taken: string, other: string) => string
  readonly ownAsk: string
  readonly wordsAsk: string
  readonly turnAsk: (newFact: string) => string
  readonly whenAllAgree: string
  readonly defendAsk: string
  readonly priceAsk: string
  readonly mistakes: string
  readonly reply: string
  readonly cards: string
  readonly roles: Readonly<Record<PlayedRole, string>>
  readonly plays: Readonly<Record<PlayedRole, string>>
  readonly knowsToo: string
  readonly nothingHeldBack: string
  readonly noNewDanger: string
  readonly observerSheet: string
  readonly wasAsked: string
  readonly heard: string
  readonly yesNo: string
  readonly who: string
  readonly moved: string
  readonly noticed: string
  readonly rubric: string
  readonly rubricSays: string
  readonly criteria: Readonly<Record<RubricCriterion, string>>
  readonly levels: Readonly<Record<RubricLevel, string>>
  readonly descriptions: Readonly<Record<RubricCriterion, Readonly<Record<RubricLevel, string>>>>
  readonly ballots: string
  readonly firstVote: string
  readonly secondVote: string
  readonly undecided: string
  readonly yourPosition: string
  readonly why: string
  readonly whatMoved: string
  readonly code: string
  readonly notMarked: string
  /** What the page says on which a class votes. */
  readonly page: {
    readonly phases: string
    readonly first: string
    readonly groups: string
    readonly second: string
    readonly movement: string
    readonly handIn: string
    /** With `{count}` to be filled in, as are the signs in braces below. */
    readonly votes: string
    readonly codeHint: string
    readonly codeMissing: string
    readonly chooseFirst: string
    readonly groupSize: string
    readonly group: string
    readonly groupSays: string
    readonly noVotes: string
    readonly table: string
    readonly before: string
    readonly after: string
    readonly total: string
    readonly moved: string
    readonly reasons: string
    readonly copyLines: string
    readonly pasteLines: string
    readonly takeIn: string
    readonly taken: string
    readonly empty: string
    readonly nothingKept: string
  }
}
