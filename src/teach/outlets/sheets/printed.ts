import { TimbangError } from '../../../errors.js'
import { optionsGiven } from '../../../options.js'
import type { OutletOptions } from '../edition.js'
import type { Block } from './blocks.js'
import { toHtml } from './blocksToHtml.js'
import { toMarkdown } from './blocksToMarkdown.js'

const printings = ['html', 'markdown'] as const

/** How a sheet is printed. */
export interface PrintOptions extends OutletOptions {
  readonly as: (typeof printings)[number]
}

/** @throws TimbangError `invalid-options` for a form that does not exist */
export function printOptions(options: PrintOptions): PrintOptions {
  const given = optionsGiven<PrintOptions>(options, { as: true, locale: true })
  if (printings.includes(given.as)) return given
  throw new TimbangError('invalid-options', [{ place: 'options.as', message: 'must be one of `html`, `markdown`' }])
}

/** A sheet as HTML or Markdown. */
export function printed(blocks: readonly Block[], { as, locale }: PrintOptions): string {
  return as === 'html' ? toHtml(blocks, locale) : toMarkdown(blocks)
}
