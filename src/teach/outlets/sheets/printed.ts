import { TimbangError } from '../../../errors.js'
import type { Exercise } from '../../exerciseShape.js'
import { editionOf, type OutletOptions } from '../edition.js'
import type { Outlet } from '../outlet.js'
import { type Block, handOutSheet, keySheet } from './blocks.js'
import { toHtml } from './blocksToHtml.js'
import { toMarkdown } from './blocksToMarkdown.js'

export const handOutOutlet: Outlet = {
  name: 'hand-out',
  says: { en: 'a sheet for learners', id: 'lembar untuk peserta' },
  file: { name: 'hand-out', extension: 'html' },
  write: (exercise, options) => handOut(exercise, { ...options, as: 'html' }),
  writeMarkdown: (exercise, options) => handOut(exercise, { ...options, as: 'markdown' }),
}

export const keyOutlet: Outlet = {
  name: 'key',
  says: { en: 'the key for the educator', id: 'kunci jawaban untuk pengajar' },
  file: { name: 'key', extension: 'html' },
  write: (exercise, options) => key(exercise, { ...options, as: 'html' }),
  writeMarkdown: (exercise, options) => key(exercise, { ...options, as: 'markdown' }),
}

const printings = ['html', 'markdown'] as const

/** How a sheet is printed. */
export interface PrintOptions extends OutletOptions {
  readonly as: (typeof printings)[number]
}

/** The sheet for learners: the case, the questions, room to write; nothing of the key. */
export function handOut(exercise: Exercise, options: PrintOptions): string {
  return printedSheet(handOutSheet(editionOf(exercise, options)), options)
}

/** The sheet for the educator: what is right and why, where every choice comes from, what the story holds back. */
export function key(exercise: Exercise, options: PrintOptions): string {
  return printedSheet(keySheet(editionOf(exercise, options)), options)
}

function printedSheet(blocks: readonly Block[], { as, locale }: PrintOptions): string {
  if (!printings.includes(as))
    throw new TimbangError('invalid-options', [{ place: 'options.as', message: 'must be one of `html`, `markdown`' }])
  return as === 'html' ? toHtml(blocks, locale) : toMarkdown(blocks)
}
