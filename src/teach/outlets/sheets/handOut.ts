import { outletWords } from '../../../words/outletWords.js'
import type { Exercise, ExerciseQuestion } from '../../exerciseShape.js'
import { type Edition, editionOf } from '../edition.js'
import type { Outlet } from '../outlet.js'
import { type Block, heading } from './blocks.js'
import { plainChoices, questionHead, rulesNote, storyBlocks } from './exerciseBlocks.js'
import { type PrintOptions, printed, printOptions } from './printed.js'

export const handOutOutlet: Outlet = {
  name: 'hand-out',
  says: { en: 'a sheet for learners', id: 'lembar untuk peserta' },
  file: { name: 'hand-out', extension: 'html' },
  write: (exercise, options) => handOut(exercise, { ...options, as: 'html' }),
  writeMarkdown: (exercise, options) => handOut(exercise, { ...options, as: 'markdown' }),
}

/** The sheet for learners: the case, the questions, room to write; nothing of the key. */
export function handOut(exercise: Exercise, options: PrintOptions): string {
  const { as, locale } = printOptions(options)
  return printed(blocksOf(editionOf(exercise, { locale })), { as, locale })
}

function blocksOf(edition: Edition): readonly Block[] {
  const { exercise, locale, text } = edition
  const w = outletWords[locale]
  return [
    heading(1, text(exercise.vignette.title)),
    { is: 'fields', labels: [w.name, w.number, w.group, w.date] },
    ...storyBlocks(edition),
    heading(2, w.questions),
    ...exercise.questions.map((question, i) => questionBlock(question, i, edition)),
    rulesNote(edition),
  ]
}

function questionBlock(question: ExerciseQuestion, place: number, edition: Edition): Block {
  const room: readonly Block[] = question.pick === 'own-words' ? [{ is: 'lines', count: 8 }] : []
  const parts = [...questionHead(question, place, edition), plainChoices(question, edition), ...room]
  return { is: 'question', whole: true, parts }
}
