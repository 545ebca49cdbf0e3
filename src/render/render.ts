import type { Advice, UnaskedAdvice } from '../advise/advice.js'
import { TimbangError } from '../errors.js'
import { type Locale, locales, obeyed } from '../vocabulary.js'
import { toHtml } from './html.js'
import { toMarkdown } from './markdown.js'
import { sheetOf } from './sheet.js'
import { toText } from './text.js'

const renderings = ['text', 'markdown', 'html'] as const

/** How an advice is shown. */
export interface RenderOptions {
  readonly as: (typeof renderings)[number]
  readonly locale: Locale
  /** The language of what the rules say, where a pack was translated into it (that of `locale`); the headings stay in `locale`. */
  readonly language?: string
  /** A line above the advice, for example the name of an exercise; it is the caller's own. */
  readonly title?: string
  /** Whether to show how each action is done, step by step, where the pack says so (in Markdown and HTML yes, in text no). */
  readonly steps?: boolean
  /** Text only: how many characters a line may have (80). */
  readonly width?: number
  /** Text only: whether to colour it for a terminal (no). */
  readonly colour?: boolean
}

/**
 * Shows an advice to a worker in one language, as text for a terminal, as Markdown or as one HTML document that stands by itself.
 * It needs no pack: an advice carries the words it uses.
 * @throws TimbangError `invalid-options` for a form, language or width that does not exist
 */
export function render(advice: Advice | UnaskedAdvice, options: RenderOptions): string {
  const { as, locale, language, width = 80, colour = false, title, steps = as !== 'text' } = options
  if (!renderings.includes(as)) throw unfitOption('as', oneOf(renderings))
  if (!locales.includes(locale)) throw unfitOption('locale', oneOf(locales))
  const { locales: spoken = locales } = advice
  if (!spoken.includes(locale)) throw unfitOption('locale', `${oneOf(spoken)}, in which the pack of this advice speaks`)
  if (!Number.isInteger(width) || width < leastWidth)
    throw unfitOption('width', `a whole number of at least ${leastWidth}`)
  if (title !== undefined && typeof title !== 'string') throw unfitOption('title', 'a text')
  if (language !== undefined && typeof language !== 'string')
    throw unfitOption('language', 'a language tag such as `su`')
  if (typeof steps !== 'boolean') throw unfitOption('steps', '`true` or `false`')
  const shown = title?.replace(new RegExp(obeyed, 'gu'), ' ').trim()
  const worded = language === undefined ? advice : (inLanguage(advice, language, locale) as Advice)
  const sheet = sheetOf(worded, locale, { ...(shown && { title: shown }), steps })
  if (as === 'html') return toHtml(sheet, locale)
  return as === 'text' ? toText(sheet, { width, colour }) : toMarkdown(sheet)
}

/** The same advice, its texts in another language wherever they exist in it. */
function inLanguage(held: unknown, language: string, locale: Locale): unknown {
  if (Array.isArray(held)) return held.map((one) => inLanguage(one, language, locale))
  if (typeof held !== 'object' || held === null) return held
  const text = held as Readonly<Record<string, unknown>>
  if (typeof text[locale] === 'string')
    return Object.hasOwn(text, language) ? { ...text, [locale]: text[language] } : text
  return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, inLanguage(one, language, locale)]))
}

const leastWidth = 20

function oneOf(known: readonly string[]): string {
  return `one of ${known.map((name) => `\`${name}\``).join(', ')}`
}

function unfitOption(option: string, expected: string): TimbangError {
  return new TimbangError('invalid-options', [{ place: `options.${option}`, message: `must be ${expected}` }])
}
