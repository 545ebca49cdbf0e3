import type { Choice } from '../../exerciseShape.js'

/** A part of what is printed, in one language; HTML and Markdown print the same parts. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: 'text'; readonly text: string; readonly note?: boolean }
  /** What is to be filled in by hand. */
  | { readonly is: 'fields'; readonly labels: readonly string[] }
  | { readonly is: 'lines'; readonly count: number }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'choices'; readonly items: readonly PrintedChoice[] }
  /** A question with all that belongs to it; `whole` where it is to stand on one page. */
  | { readonly is: 'question'; readonly whole: boolean; readonly parts: readonly Block[] }

/** A choice with its letter; of a key also with its mark and why. */
export interface PrintedChoice {
  readonly letter: string
  readonly text: string
  /** Whether one or several can be ticked. */
  readonly box: 'one' | 'several'
  readonly mark?: { readonly is: Choice['mark']; readonly says: string }
  readonly notes: readonly string[]
}

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { is: 'heading', level, text }
}

export function paragraph(text: string): Block {
  return { is: 'text', text }
}

/** What stands small at the end of a sheet. */
export function note(text: string): Block {
  return { is: 'text', text, note: true }
}

export function list(items: readonly string[]): Block {
  return { is: 'list', items }
}
