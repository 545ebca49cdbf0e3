import type { Advice, UnaskedAdvice } from '../advise/advice.js'
import { checkAdvice } from '../advise/checkAdvice.js'
import { TimbangError } from '../errors.js'
import { type OptionNames, optionsGiven } from '../options.js'
import { controlCharacters } from '../vocabulary.js'
import { type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import { layoutOf } from './layout.js'
import { toHtml } from './toHtml.js'
import { toMarkdown } from './toMarkdown.js'
import { toText } from './toText.js'

const formats = ['text', 'markdown', 'html'] as const

/** How an advice is shown. */
export interface RenderOptions {
  readonly as: (typeof formats)[number]
  /** The language of the headings, and of what the rules say as far as the pack speaks it. */
  readonly locale: InterfaceLanguage
  /** The language of what the rules say, where a pack was translated into it (that of `locale`); the headings stay in `locale`. */
  readonly language?: string | undefined
  /** A line above the advice, for example the name of an exercise; it is the caller's own. */
  readonly title?: string | undefined
  /** Whether to show how each action is done, step by step, where the pack says so (in Markdown and HTML yes, in text no). */
  readonly steps?: boolean | undefined
  /** Text only: how many characters a line may have (80). */
  readonly width?: number | undefined
  /** Text only: whether to colour it for a terminal (no). */
  readonly colour?: boolean | undefined
}

const optionNames: OptionNames<RenderOptions> = {
  as: true,
  locale: true,
  language: true,
  title: true,
  steps: true,
  width: true,
  colour: true,
}

/**
 * Shows an advice to a worker in one language, as text for a terminal, as Markdown or as one HTML document that stands by itself.
 * It needs no pack: an advice carries the words it uses.
 * @throws TimbangError `invalid-options` for a form, language or width that does not exist
 */
export function render(advice: Advice | UnaskedAdvice, options: RenderOptions): string {
  checkAdvice(advice)
  const given = optionsGiven(options, optionNames)
  checkLanguages(advice, given)
  checkShape(given)
  const { as, locale, language, title, steps = as !== 'text', width = usualWidth, colour = false } = given
  const shown = title?.replace(everyControl, ' ').trim()
  const layout = layoutOf(advice, { locale, language, steps, ...(shown && { title: shown }) })
  if (as === 'html') return toHtml(layout, locale)
  return as === 'text' ? toText(layout, { width, colour }) : toMarkdown(layout)
}

const everyControl = new RegExp(controlCharacters, 'gu')
const [usualWidth, leastWidth] = [80, 20]

/** A pack that says in which languages it speaks is shown in these; any other in every language, as far as it speaks it. */
function checkLanguages({ locales: spoken }: Advice | UnaskedAdvice, { as, locale, language }: RenderOptions): void {
  if (!formats.includes(as)) throw unfitOption('as', oneOf(formats))
  if (!interfaceLanguages.includes(locale)) throw unfitOption('locale', oneOf(interfaceLanguages))
  if (language !== undefined && typeof language !== 'string')
    throw unfitOption('language', 'a language tag such as `su`')
  const fits = [locale, language].some((one) => one !== undefined && spoken?.includes(one))
  if (spoken && !fits) throw unfitOption('locale', `${oneOf(spoken)}, in which the pack of this advice speaks`)
}

function checkShape({ width = usualWidth, title, steps }: RenderOptions): void {
  if (!Number.isInteger(width) || width < leastWidth)
    throw unfitOption('width', `a whole number of at least ${leastWidth}`)
  if (title !== undefined && typeof title !== 'string') throw unfitOption('title', 'a text')
  if (steps !== undefined && typeof steps !== 'boolean') throw unfitOption('steps', '`true` or `false`')
}

function oneOf(known: readonly string[]): string {
  return `one of ${known.map((name) => `\`${name}\``).join(', ')}`
}

function unfitOption(option: string, expected: string): TimbangError {
  return new TimbangError('invalid-options', [{ place: `options.${option}`, message: `must be ${expected}` }])
}
