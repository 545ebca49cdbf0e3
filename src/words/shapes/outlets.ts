import type { ChoiceMark } from '../../vocabulary.js'

/** The wording of what an exercise is printed as, in one language. */
export interface OutletWords {
  readonly story: string
  /** Which story a question is about, where the story stands at the head of them all. */
  readonly storyAtHead: (title: string) => string
  readonly questions: string
  readonly key: string
  readonly name: string
  readonly number: string
  readonly group: string
  readonly date: string
  readonly level: string
  readonly goals: string
  readonly several: string
  readonly one: string
  readonly ownWords: string
  readonly marks: Readonly<Record<ChoiceMark, string>>
  readonly sources: string
  readonly heldBack: string
  readonly rules: (title: string, version: string, day: string) => string
  readonly whereFrom: string
  readonly graderNote: string
  readonly begin: string
  readonly choose: (letter: string) => string
  readonly again: string
  readonly moreChoices: string
  readonly back: string
  readonly writeDown: string
  readonly onward: string
  /** What is said to whoever tries again, one after another. */
  readonly hints: Readonly<Record<'reread' | 'apart', string>>
  readonly endSays: string
  readonly tags: { readonly exercise: string }
  readonly table: {
    readonly principle: string
    readonly goal: string
    readonly seen: string
    readonly mistaken: string
    readonly question: string
    readonly mean: string
    readonly notMarked: string
    readonly learner: string
  }
  readonly byLearner: string
  readonly classTitle: (learners: number) => string
  readonly classMean: (percent: string) => string
  readonly chartTitle: string
  readonly chartSays: (lowest: string) => string
  /** With `{number}` and `{of}` to be filled in. */
  readonly question: string
  readonly check: string
  readonly next: string
  readonly restart: string
  readonly result: string
  readonly chooseFirst: string
  readonly nothingKept: string
  readonly code: string
  readonly handIn: string
  readonly download: string
  readonly statements: string
  readonly notChosen: string
  readonly storyAgain: string
  readonly otherChoices: string
  readonly principlesSeen: string
  /** What a learner did, as xAPI tells it. */
  readonly verbs: Readonly<
    Record<'experienced' | 'initialized' | 'answered' | 'completed' | 'passed' | 'failed' | 'terminated', string>
  >
}
