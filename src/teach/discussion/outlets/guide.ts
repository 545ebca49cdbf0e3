import { teachWords } from '../../../words/teachWords.js'
import { type Block, heading, list, paragraph } from '../../outlets/sheets/blocks.js'
import type { Stance } from '../stances.js'
import { sheet, stanceInWords, storyOf, type TalkEdition } from './talkEdition.js'

/** The guide for whoever leads the discussion: minutes, the best case for each position, questions, and common mistakes. */
export function guideBlocks(edition: TalkEdition): readonly Block[] {
  const { talk, words, text, locale } = edition
  const { kinds } = teachWords[locale]
  return sheet(
    words.guide,
    [
      paragraph(words.forTeacher),
      ...(talk.kind === 'not-covered' ? [] : [paragraph(kinds[talk.kind])]),
      ...storyOf(edition),
      heading(2, `${words.plan} (${words.minutes(sum(talk.plan.map(({ minutes }) => minutes)))})`),
      list(talk.plan.map(({ step, minutes }) => `${words.minutes(minutes)}: ${words.steps[step]}`)),
      heading(2, words.positions),
      ...talk.stances.flatMap((stance) => stanceBlocks(stance, edition)),
      heading(2, words.prompts),
      list(talk.prompts.map(text)),
      heading(2, words.stakes),
      paragraph(words.stakesSay),
      list(talk.stakes.map(text)),
      heading(2, words.whenAllAgree),
      list(talk.whenAllAgree.map(text)),
      ...mistakeBlocks(edition),
    ],
    edition,
  )
}

function stanceBlocks({ id, because, owed }: Stance, edition: TalkEdition): readonly Block[] {
  const { words, text } = edition
  return [
    heading(3, stanceInWords(id, edition)),
    ...(because.length === 0 ? [paragraph(words.noCase)] : [paragraph(`${words.bestCase}:`), list(because.map(text))]),
    ...(owed.length === 0 ? [] : [paragraph(`${words.owed}:`), list(owed.map(text))]),
  ]
}

function mistakeBlocks({ talk, words, text }: TalkEdition): readonly Block[] {
  if (talk.mistakes.length === 0) return []
  const rows = talk.mistakes.map(({ says, reply }) => `${text(says)}. ${words.reply}: ${text(reply)}`)
  return [heading(2, words.mistakes), list(rows)]
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
