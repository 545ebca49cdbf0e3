import type { Text } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'

/** Where a choice of a story comes from: an open question, a side that can be taken, a duty, one that came back, what is spoken against, or waiting. */
export type StoryChoiceKind = 'ask' | 'side' | 'duty' | 'owed' | 'against' | 'wait'

/** Something that is to be done or to be answered for, with the reason in the words of the rules. */
export interface StoryDuty {
  readonly action: string
  readonly says: Text
  readonly because: Text
}

/** One choice of a scene: the facts that it changes, what follows from it, and the scene to which it leads. */
export interface StoryChoice {
  readonly id: string
  readonly kind: StoryChoiceKind
  readonly says: Text
  /** What the rules say of it. */
  readonly feedback: Text
  readonly sources: readonly Text[]
  /** The facts that are stated because of it. */
  readonly changes: readonly { readonly fact: string; readonly says: Text }[]
  /** What was never asked and comes to light now. */
  readonly comesToLight: readonly Text[]
  /** What the rules then say otherwise, and why. */
  readonly turned: readonly StoryDuty[]
  /** The id of a scene or of an ending. */
  readonly leadsTo: string
}

/** A moment at which one chooses: what was done and learned, and what was owed, not done, and comes back. */
export interface StoryScene {
  readonly id: string
  /** The first, second or third time that one chooses. */
  readonly act: number
  readonly done: readonly Text[]
  readonly learned: readonly Text[]
  readonly back: readonly StoryDuty[]
  /** What was owed before something that was done, and now comes too late. */
  readonly missed: readonly StoryDuty[]
  readonly choices: readonly StoryChoice[]
}

/** How it stands at the end: what was done, what has to be answered for, and what is still owed. */
export interface StoryEnding {
  readonly id: string
  readonly done: readonly Text[]
  readonly against: readonly StoryDuty[]
  readonly missed: readonly StoryDuty[]
  readonly owed: readonly StoryDuty[]
  /** What else the rules ask for; there was no time for it. */
  readonly stillAsked: readonly Text[]
  readonly askedTooLate: readonly Text[]
}

/** A story made from a vignette whose choices change the facts; the first scene comes first. Plain JSON. */
export interface Story {
  readonly name: string
  readonly title: Text
  readonly story: readonly Text[]
  /** In which languages all of it is. */
  readonly languages: readonly InterfaceLanguage[]
  /** The rules from which all of it comes. */
  readonly rules: Text
  readonly scenes: readonly StoryScene[]
  readonly endings: readonly StoryEnding[]
}
