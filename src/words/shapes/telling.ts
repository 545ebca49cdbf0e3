import type { SpeechMark } from '../../hear/spoken.js'

/** The wording of the page where a person tells what it is about, in one language. */
export interface TellingWords {
  readonly heading: string
  readonly lead: string
  /** What becomes of what is told, in a line. */
  readonly private: string
  /** To whoever opens the page and is hurt. */
  readonly victim: {
    readonly heading: string
    readonly noFault: string
    readonly danger: string
    readonly device: string
    readonly call: string
  }
  readonly leave: string
  readonly leaveHint: string
  /** The block that is always shown. */
  readonly first: { readonly heading: string; readonly assumed: string }
  readonly notKnown: string
  readonly story: string
  readonly storyHint: string
  readonly storyShorter: (letters: number) => string
  readonly hear: string
  readonly heard: (statements: number) => string
  readonly heardHint: string
  /** What was not recognised may be there all the same. */
  readonly dangerUntold: string
  readonly heardNothing: string
  /** To whoever asks for advice on words of which nothing is ticked. */
  readonly tickFirst: string
  readonly as: Readonly<Record<SpeechMark, string>>
  readonly more: (left: number) => string
  readonly besides: string
  readonly besidesHint: string
  readonly matters: string
  readonly mattersHint: string
  readonly otherMatters: (left: number) => string
  readonly wasHeard: string
  readonly ticked: (statements: number) => string
  readonly belongs: string
  readonly further: (facts: number) => string
  readonly done: string
  readonly find: string
  readonly findHint: string
  readonly found: (results: number) => string
  readonly foundNothing: string
  readonly action: string
  readonly howDone: string
  readonly told: (statements: number) => string
  readonly show: string
  readonly retell: string
  readonly notTogether: string
  readonly notTogetherHint: string
  readonly others: string
  readonly othersNot: string
  readonly chooseAll: string
  /** Above questions that stand on one form, and below it what becomes of those that are left alone. */
  readonly form: string
  readonly formOfDanger: string
  readonly formHint: string
  readonly goOn: string
  /** Of a list: that of those that are not ticked none is so. */
  readonly restNot: string
  readonly askedUnknown: (facts: number) => string
  readonly stillOpen: (open: number) => string
  readonly nothingOpen: string
  readonly nothingOpenHint: string
  readonly unasked: string
  readonly undo: string
  readonly saved: string
  /** In a saved file, above what was told in words. */
  readonly assumedIn: string
}
