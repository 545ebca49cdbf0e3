import { outletWords } from '../../../words/outletWords.js'
import { teachWords } from '../../../words/teachWords.js'
import type { Choice, ExerciseQuestion } from '../../exerciseShape.js'
import type { Edition } from '../edition.js'
import { type Block, heading, note, type PrintedChoice, paragraph } from './blocks.js'

/** The story under its heading. */
export function storyBlocks({ exercise, locale, text }: Edition): readonly Block[] {
  const story = exercise.vignette.story.map(text).join(' ')
  return [heading(2, outletWords[locale].story), paragraph(story)]
}

/** What a question asks, and how it is answered. */
export function questionHead({ kind, ask, pick }: ExerciseQuestion, place: number, edition: Edition): readonly Block[] {
  const { locale, text } = edition
  const w = outletWords[locale]
  const how = { one: w.one, several: w.several, 'own-words': w.ownWords }[pick]
  return [heading(3, `${place + 1}. ${teachWords[locale].kindName[kind]} (${how})`), paragraph(text(ask))]
}

/** The choices as a learner sees them. */
export function plainChoices({ choices, pick }: ExerciseQuestion, edition: Edition): Block {
  return { is: 'choices', items: choices.map((choice) => plainChoice(choice, pick, edition)) }
}

/** The choices with what is right and why, and where each comes from. */
export function markedChoices({ choices, pick }: ExerciseQuestion, edition: Edition): Block {
  const w = outletWords[edition.locale]
  const items = choices.map((choice) => ({
    ...plainChoice(choice, pick, edition),
    mark: { is: choice.mark, says: w.marks[choice.mark] },
    notes: choiceNotes(choice, edition),
  }))
  return { is: 'choices', items }
}

function plainChoice({ id, says }: Choice, pick: ExerciseQuestion['pick'], { text }: Edition): PrintedChoice {
  return { letter: id.toUpperCase(), text: text(says), box: pick === 'several' ? 'several' : 'one', notes: [] }
}

function choiceNotes(choice: Choice, { locale, text, cites }: Edition): readonly string[] {
  const w = outletWords[locale]
  const cited = cites(choice)
  return [
    text(choice.feedback),
    ...(cited.length > 0 ? [`${w.sources}: ${cited.join(' · ')}`] : []),
    `${w.whereFrom}: ${teachWords[locale].origin[choice.from]}`,
  ]
}

/** The rules from which it comes, with version and the beginning of their digest. */
export function rulesNote({ exercise, locale, text }: Edition): Block {
  const w = outletWords[locale]
  const packs = exercise.packs.map(
    ({ title, version, digest }) => `${w.rules(text(title), version, exercise.on)} (${digest.slice(0, 12)})`,
  )
  return note([...packs, exercise.id].join(' · '))
}
