import { outletWords } from '../../../words/outletWords.js'
import { teachWords } from '../../../words/teachWords.js'
import type { Exercise, ExerciseQuestion } from '../../exerciseShape.js'
import { type Edition, editionOf } from '../edition.js'
import type { Outlet } from '../outlet.js'
import { type Block, heading, list, paragraph } from './blocks.js'
import { markedChoices, questionHead, rulesNote, storyBlocks } from './exerciseBlocks.js'
import { type PrintOptions, printed, printOptions } from './printed.js'

export const keyOutlet: Outlet = {
  name: 'key',
  says: { en: 'the key for the educator', id: 'kunci jawaban untuk pengajar' },
  file: { name: 'key', extension: 'html' },
  write: (exercise, options) => key(exercise, { ...options, as: 'html' }),
  writeMarkdown: (exercise, options) => key(exercise, { ...options, as: 'markdown' }),
}

/** The sheet for the educator: what is right and why, where every choice comes from, what the story holds back. */
export function key(exercise: Exercise, options: PrintOptions): string {
  const { as, locale } = printOptions(options)
  return printed(blocksOf(editionOf(exercise, { locale })), { as, locale })
}

function blocksOf(edition: Edition): readonly Block[] {
  const { exercise, locale, text } = edition
  const w = outletWords[locale]
  const { title, level } = exercise.vignette
  return [
    heading(1, `${w.key}: ${text(title)}`),
    paragraph(`${w.level}: ${teachWords[locale].level[level]}`),
    heading(2, w.goals),
    list(goals(edition)),
    ...storyBlocks(edition),
    ...heldBackBlocks(edition),
    heading(2, w.questions),
    paragraph(keyLine(edition)),
    ...exercise.questions.map((question, i) => questionBlock(question, i, edition)),
    paragraph(teachWords[locale].support),
    rulesNote(edition),
  ]
}

/** “1 C · 2 A F”, to be marked by; what is not marked is left out. */
function keyLine({ exercise }: Edition): string {
  const rows = exercise.questions.flatMap(({ choices }, i) => {
    const right = choices.filter(({ mark }) => mark === 'right').map(({ id }) => id.toUpperCase())
    return right.length === 0 ? [] : [`${i + 1} ${right.join(' ')}`]
  })
  return rows.join(' · ')
}

function goals({ exercise, text }: Edition): readonly string[] {
  return exercise.vignette.goals.flatMap((name) => {
    const principle = exercise.principles[name]
    return principle ? [`${text(principle.label)}: ${text(principle.means)}`] : []
  })
}

function heldBackBlocks({ exercise, locale, text }: Edition): readonly Block[] {
  const { heldBack } = exercise.vignette
  if (heldBack.length === 0) return []
  const answers = heldBack.map(({ ask, answer }) => `${text(ask)} ${text(answer)}`)
  return [heading(2, outletWords[locale].heldBack), list(answers)]
}

function questionBlock(question: ExerciseQuestion, place: number, edition: Edition): Block {
  const { locale, text } = edition
  const grading = paragraph(`${outletWords[locale].graderNote} ${text(question.rationale)}`)
  const parts = [
    ...questionHead(question, place, edition),
    ...(question.pick === 'own-words' ? [grading] : []),
    markedChoices(question, edition),
  ]
  return { is: 'question', whole: false, parts }
}
