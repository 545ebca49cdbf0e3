import type { Advice, UnaskedAdvice } from '../advise/advice.js'
import type { Locale, Status } from '../vocabulary.js'
import type { Words } from './words.js'

/** One line of the sheet with what stands under it. */
export interface Entry {
  /** The action that it tells of, where it tells of one. */
  readonly action?: string
  readonly mark: string
  readonly text: string
  /** What stands at the edge: the principle served. */
  readonly edge?: string
  readonly notes: readonly string[]
  /** Where it comes from, the strongest first. */
  readonly sources: readonly string[]
  /** How it is done, and then how each of its parts is. */
  readonly steps?: readonly StepList[]
}

/** How something is done, step by step; of a part, with its name. */
export interface StepList {
  readonly of?: string
  readonly steps: readonly string[]
}

export interface Section {
  readonly heading: string
  readonly tone: Status | 'aside' | 'ask' | 'plain'
  readonly entries: readonly Entry[]
}

/** An advice in one language, with the words of the screen. */
export interface View {
  readonly advice: Advice | UnaskedAdvice
  readonly locale: Locale
  readonly w: Words
  /** Whether it is told how each action is done. */
  readonly steps: boolean
}

/** The name of a principle in the language of the sheet. */
export function principle(name: string, { advice, locale }: View): string {
  return advice.principles[name]?.label[locale] ?? name
}

/** Words as they stand within a sentence: without a capital, which “Anda” keeps wherever it stands. */
export function inSentence(said: string): string {
  return said.startsWith('Anda') ? said : said.charAt(0).toLowerCase() + said.slice(1)
}

/** A note whose number of a question stays on one line with what points to it. */
export function unbroken(note: string): string {
  return note.replace(/ \?(?=\d)/g, '\u00a0?\u2060')
}
