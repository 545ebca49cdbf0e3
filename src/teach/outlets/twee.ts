import { withCapital } from '../../pack/texts/languages.js'
import { outletWords } from '../../words/outletWords.js'
import { teachWords } from '../../words/teachWords.js'
import type { Choice, Exercise, ExerciseQuestion } from '../exerciseShape.js'
import { type Edition, editionOf, type OutletOptions } from './edition.js'
import type { Outlet } from './outlet.js'
import { caseName, casePassage, link, passage, storyHead, storyText } from './tweeText.js'

export const tweeOutlet: Outlet = {
  name: 'twee',
  says: { en: 'its questions one after another, for Twine', id: 'soalnya satu per satu, untuk Twine' },
  file: { name: 'exercise', extension: 'twee' },
  write: toTwee,
}

/**
 * The exercise question by question in Twee 3: the case, a passage for every question, from which the case is at hand, and
 * for every choice a passage with what is said of it. Whatever a story format would obey in a text stands as a character
 * reference, so that it is read as text in any of them; passages are named by us and carry no tag that means code.
 */
export function toTwee(exercise: Exercise, options: OutletOptions): string {
  const edition = editionOf(exercise, options)
  const { locale, text } = edition
  const { id, vignette, questions } = edition.exercise
  const w = outletWords[locale]
  const first = passageName(questions[0], 0)
  return [
    ...storyHead(text(vignette.title), [id, locale]),
    passage(
      'Start',
      [
        storyText(text(vignette.title)),
        '',
        ...vignette.story.map((one) => storyText(text(one))),
        '',
        link(w.begin, first),
      ],
      0,
      0,
    ),
    ...questions.flatMap((question, i) => questionPassages(question, i, edition)),
    passage('End', [storyText(w.endSays), storyText(teachWords[locale].support)], questions.length + 1, 0),
  ].join('\n\n')
}

function passageName(question: ExerciseQuestion | undefined, place: number): string {
  return question === undefined ? 'End' : `Question ${place + 1}`
}

function questionPassages(question: ExerciseQuestion, place: number, edition: Edition): readonly string[] {
  const { exercise, text, locale } = edition
  const w = outletWords[locale]
  const own = passageName(question, place)
  const next = passageName(exercise.questions[place + 1], place + 1)
  const target = (choice: Choice) => `${own} ${choice.id.toUpperCase()}`
  const choices = question.choices.flatMap((choice) => [
    '',
    `${choice.id.toUpperCase()}. ${storyText(text(choice.says))}`,
    link(w.choose(choice.id.toUpperCase()), target(choice)),
  ])
  const writeDown = question.pick === 'own-words' ? ['', storyText(w.writeDown)] : []
  const atHand = ['', link(w.storyAgain, caseName(own))]
  return [
    passage(own, [storyText(text(question.ask)), ...writeDown, ...choices, ...atHand], place + 1),
    ...question.choices.map((choice, i) =>
      passage(target(choice), consequence(choice, question, [own, next], edition), place + 1, i + 1),
    ),
    casePassage(own, exercise.vignette.story.map(text), w.back, place + 1, question.choices.length + 1),
  ]
}

function consequence(
  choice: Choice,
  { pick }: ExerciseQuestion,
  [own, next]: readonly [string, string],
  { text, feedback, locale }: Edition,
): readonly string[] {
  const w = outletWords[locale]
  return [
    storyText(text(choice.says)),
    '',
    storyText(`${withCapital(w.marks[choice.mark])}:`),
    storyText(feedback(choice)),
    '',
    ...(choice.mark === 'right' ? (pick === 'several' ? [link(w.moreChoices, own)] : []) : [link(w.again, own)]),
    link(w.onward, next),
  ]
}
