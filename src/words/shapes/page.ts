import type { Settlement } from '../../vocabulary.js'

/** The wording of the page around the consultation, in one language. */
export interface PageWords {
  readonly skip: string
  readonly foremost: string
  readonly whole: string
  readonly openFile: string
  readonly saveFile: string
  readonly fileName: string
  readonly print: string
  readonly clear: string
  readonly cleared: string
  readonly start: string
  readonly edit: string
  readonly notUsed: string
  readonly notJson: string
  readonly kept: string
  readonly opened: string
  readonly notKnown: string
  readonly number: string
  readonly nothingStated: string
  readonly adviceChanged: string
  readonly picture: string
  readonly pictureHint: string
  readonly noPicture: string
  readonly stands: string
  readonly gaveWay: string
  /** At an arrow: by what it was settled. */
  readonly by: Readonly<Record<Settlement, string>>
  readonly try: string
  readonly trying: string
  readonly keep: string
  readonly undo: string
  readonly looking: string
  /** Over what is folded on a small screen: how it is done, words to say, whom to call, and sources. */
  readonly rest: string
  readonly steps: string
  readonly action: string
  readonly find: string
  /** Above what is asked of everybody in danger, where a situation is opened again. */
  readonly again: string
  readonly againHint: string
  readonly unmoved: string
  readonly callNumbers: (numbers: string) => string
  readonly canSay: string
  readonly note: string
  readonly noteFor: Readonly<Record<'worker' | 'client', string>>
  readonly noteHint: string
  readonly saveNote: string
  readonly printNote: string
  readonly noteFile: string
}
