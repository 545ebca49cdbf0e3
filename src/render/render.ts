import type { Advice } from '../advice.js'
import { TimbangError } from '../errors.js'
import { type Locale, locales } from '../vocabulary.js'
import { toMarkdown } from './markdown.js'
import { sheetOf } from './sheet.js'
import { toText } from './text.js'

const renderings = ['text', 'markdown'] as const

export interface RenderOptions {
  readonly as: (typeof renderings)[number]
  readonly locale: Locale
  /** A line above the advice, for example the name of an exercise; it is the caller's own. */
  readonly title?: string
  /** Text only: how many characters a line may have (80). */
  readonly width?: number
  /** Text only: whether to colour it for a terminal (no). */
  readonly colour?: boolean
}

/**
 * Shows an advice to a worker in one language, as text for a terminal or as Markdown. It needs no pack: an advice carries
 * the words it uses.
 * @throws TimbangError `invalid-options` for a form or language that does not exist
 */
export function render(advice: Advice, options: RenderOptions): string {
  const { as, locale, width = 80, colour = false } = options
  if (!renderings.includes(as)) throw unknownOption('as', renderings)
  if (!locales.includes(locale)) throw unknownOption('locale', locales)
  const title = options.title?.replace(/\p{Cc}+/gu, ' ')
  const sheet = sheetOf(advice, locale, title)
  return as === 'text' ? toText(sheet, { width, colour }) : toMarkdown(sheet)
}

function unknownOption(option: string, known: readonly string[]): TimbangError {
  const message = `must be one of ${known.map((name) => `\`${name}\``).join(', ')}`
  return new TimbangError('invalid-options', [{ place: `options.${option}`, message }])
}
