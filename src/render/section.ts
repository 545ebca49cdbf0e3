import type { Status } from '../vocabulary.js'

/** One line of what is shown, with what stands under it. */
export interface Entry {
  /** The action that it tells of, where it tells of one. */
  readonly action?: string
  readonly mark: string
  readonly text: string
  /** What stands at the edge: the principle served. */
  readonly edge?: string
  readonly notes: readonly string[]
  /** What helps to do it at once. */
  readonly hands?: Hands
  /** Where it comes from, the strongest first. */
  readonly sources: readonly string[]
  /** How it is done, and then how each of its parts is. */
  readonly steps?: readonly StepList[]
}

/** Lines that help to do something at once: how to begin where the steps are not shown, words to say, whom to call. */
export interface Hands {
  readonly begin: readonly string[]
  readonly says: readonly string[]
  readonly call: readonly string[]
}

/** How something is done, step by step; of a part, with its name. */
export interface StepList {
  readonly of?: string
  readonly steps: readonly string[]
}

/** Lines under one heading. */
export interface Section {
  readonly heading: string
  readonly tone: Status | 'aside' | 'ask' | 'plain'
  /** Shown in short, or opened where it is wanted. */
  readonly folded?: true
  readonly entries: readonly Entry[]
}

/** The lines that help to do something, in the order in which they are needed. */
export function handLines({ hands }: Entry): readonly string[] {
  return hands ? [...hands.begin, ...hands.says, ...hands.call] : []
}

/** A note whose number of a question stays on one line with what points to it. */
export function unbroken(note: string): string {
  return note.replace(/ \?(?=\d)/g, '\u00a0?\u2060')
}
