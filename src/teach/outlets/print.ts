import { TimbangError } from '../../errors.js'
import type { Exercise } from '../shape.js'
import { toHtml } from './html.js'
import { toMarkdown } from './markdown.js'
import { type OutletOptions, outletOf } from './outlet.js'
import { type Block, handOutSheet, keySheet } from './sheet.js'

const printings = ['html', 'markdown'] as const

/** How a sheet is printed. */
export interface PrintOptions extends OutletOptions {
  readonly as: (typeof printings)[number]
}

/** The sheet for learners: the case, the questions, room to write; nothing of the key. */
export function handOut(exercise: Exercise, options: PrintOptions): string {
  return printedSheet(handOutSheet(outletOf(exercise, options)), options)
}

/** The sheet for the educator: what is right and why, where every choice comes from, what the story holds back. */
export function key(exercise: Exercise, options: PrintOptions): string {
  return printedSheet(keySheet(outletOf(exercise, options)), options)
}

function printedSheet(blocks: readonly Block[], { as, locale }: PrintOptions): string {
  if (!printings.includes(as))
    throw new TimbangError('invalid-options', [{ place: 'options.as', message: 'must be one of `html`, `markdown`' }])
  return as === 'html' ? toHtml(blocks, locale) : toMarkdown(blocks)
}
