import { TimbangError } from '../../../errors.js'
import type { OutletOptions } from '../edition.js'
import type { Block } from './blocks.js'
import { toHtml } from './blocksToHtml.js'
import { toMarkdown } from './blocksToMarkdown.js'

const printings = ['html', 'markdown'] as const

/** How a sheet is printed. */
export interface PrintOptions extends OutletOptions {
  readonly as: (typeof printings)[number]
}

/** A sheet as HTML or Markdown. */
export function printed(blocks: readonly Block[], { as, locale }: PrintOptions): string {
  if (!printings.includes(as))
    throw new TimbangError('invalid-options', [{ place: 'options.as', message: 'must be one of `html`, `markdown`' }])
  return as === 'html' ? toHtml(blocks, locale) : toMarkdown(blocks)
}
