import { outletWords } from '../../words/outletWords.js'
import { teachWords } from '../../words/teachWords.js'
import type { Choice, Exercise, ExerciseQuestion } from '../exerciseShape.js'
import { weights } from '../weights.js'
import { categoryOf, type Edition, editionOf, type OutletOptions, percent } from './edition.js'
import type { Outlet } from './outlet.js'

export const giftOutlet: Outlet = {
  name: 'gift',
  says: { en: 'a quiz in GIFT, which most learning systems read', id: 'kuis dalam GIFT, yang dibaca kebanyakan LMS' },
  file: { name: 'exercise', extension: 'gift' },
  write: toGift,
}

/**
 * The exercise in GIFT: the story once, a sentence a line, as a text without an answer, which is a description in Moodle, and
 * then the questions, each of which names it. Several answers carry weights and no `=`, one answer `=`; where no
 * answer is right the question is an essay, with what is said of each side as the general feedback: its writer reads it, so
 * that what is for the grader is left out.
 */
export function toGift(exercise: Exercise, options: OutletOptions): string {
  const edition = editionOf(exercise, options)
  const { questions } = edition.exercise
  const items = [
    `$CATEGORY: ${categoryOf(edition)}`,
    storyItem(edition),
    ...questions.map((one) => questionText(one, edition)),
  ]
  return `${items.join('\n\n')}\n`
}

function storyItem({ exercise, locale, text }: Edition): string {
  const { title, story, level } = exercise.vignette
  const name = `${text(title)} – ${outletWords[locale].story}`
  return [
    `// [id:${exercise.id}-story-${locale}] [tag:${level}]`,
    `::${giftText(name)}::[plain]${inLines(story.map(text))}`,
  ].join('\n')
}

function inLines(texts: readonly string[]): string {
  return texts.map(giftText).join('\\n')
}

function questionText(question: ExerciseQuestion, edition: Edition): string {
  const { exercise, locale, text } = edition
  const { id, kind, pick, choices } = question
  const name = `${text(exercise.vignette.title)} – ${teachWords[locale].kindName[kind]}`
  const stem = [
    giftText(outletWords[locale].storyAtHead(text(exercise.vignette.title))),
    giftText(text(question.ask)),
    ...(pick === 'own-words' ? choices.map((choice) => giftText(`– ${text(choice.says)}`)) : []),
  ]
  return [
    `// [id:${exercise.id}-${id}-${locale}] [tag:${exercise.vignette.level}]`,
    `::${giftText(name)}::[plain]${stem.join('\\n\\n')}{`,
    ...answers(question, edition),
    '}',
  ].join('\n')
}

function answers(question: ExerciseQuestion, edition: Edition): readonly string[] {
  const { choices, pick, rationale } = question
  const { locale, text, feedback } = edition
  const general = (told: string) => `####[plain]${giftText(told)}`
  if (pick === 'own-words')
    return [general(choices.map((choice) => `${text(choice.says)}: ${feedback(choice)}`).join(' – '))]
  const worth = weights(question)
  const mark = (choice: Choice) => (pick === 'one' ? single(choice) : `~%${percent(worth.get(choice.id) as number)}%`)
  return [
    ...withoutArrowFirst(question, edition).map(
      (choice) => `${mark(choice)}[plain]${giftText(text(choice.says))}#[plain]${giftText(feedback(choice))}`,
    ),
    general(`${text(rationale)} – ${teachWords[locale].support}`),
  ]
}

/** A right answer with an arrow in it, standing first, would be read as the first pair of a matching question. */
function withoutArrowFirst({ choices, pick }: ExerciseQuestion, { text }: Edition): readonly Choice[] {
  const [first, second, ...rest] = choices
  const misread = pick === 'one' && first?.mark === 'right' && text(first.says).includes('->')
  return misread && first && second ? [second, first, ...rest] : choices
}

function single({ mark }: Choice): string {
  if (mark === 'right') return '='
  return mark === 'partly' ? '~%50%' : '~'
}

/**
 * Text as GIFT reads it back: its signs escaped. No line ever begins with `//`, which Moodle would drop, since a text is one
 * line and stands behind other signs.
 */
function giftText(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&')
}
