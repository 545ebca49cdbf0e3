import { contentUuid } from '../../pack/identity/contentUuid.js'
import { withCapital } from '../../pack/texts/languages.js'
import { outletWords } from '../../words/outletWords.js'
import { teachWords } from '../../words/teachWords.js'
import type { Choice, Exercise, ExerciseQuestion } from '../exerciseShape.js'
import { type Edition, editionOf, type OutletOptions } from './edition.js'
import type { Outlet } from './outlet.js'

export const tweeOutlet: Outlet = {
  name: 'twee',
  says: { en: 'a branching story for Twine', id: 'cerita bercabang untuk Twine' },
  file: { name: 'exercise', extension: 'twee' },
  write: toTwee,
}

/**
 * The exercise as a branching story in Twee 3: the case, a passage for every question, and for every choice a passage with
 * what follows from it. Whatever a story format would obey in a text stands as a character reference, so that it is read as
 * text in any of them; passages are named by us and carry no tag that means code.
 */
export function toTwee(exercise: Exercise, options: OutletOptions): string {
  const edition = editionOf(exercise, options)
  const { locale, text } = edition
  const { id, vignette, questions } = edition.exercise
  const w = outletWords[locale]
  const data = {
    ifid: contentUuid([id, locale], 4).toUpperCase(),
    format: 'Harlowe',
    'format-version': '3.3.9',
    start: 'Start',
    zoom: 1,
  }
  const first = passageName(questions[0], 0)
  return [
    passage('StoryTitle', [inlineTitle(text(vignette.title))]),
    passage('StoryData', [JSON.stringify(data, null, 2)]),
    passage('Start', [...vignette.story.map((one) => storyText(text(one))), '', link(w.begin, first)], 0, 0),
    ...questions.flatMap((question, i) => questionPassages(question, i, edition)),
    passage('End', [storyText(w.endSays), storyText(teachWords[locale].support)], questions.length + 1, 0),
  ].join('\n\n')
}

/** The title as one line; what begins with a sign of the format keeps its place behind the line of the passage. */
function inlineTitle(title: string): string {
  return title.replace(/^::/, ' ::')
}

function passage(name: string, lines: readonly string[], row?: number, column = 0): string {
  const place =
    row === undefined
      ? ''
      : ` ${JSON.stringify({ position: `${100 + column * 150},${100 + row * 150}`, size: '100,100' })}`
  return `:: ${name}${place}\n${lines.join('\n')}\n`
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
  return [
    passage(own, [storyText(text(question.ask)), ...choices], place + 1),
    ...question.choices.map((choice, i) =>
      passage(target(choice), consequence(choice, own, next, edition), place + 1, i + 1),
    ),
  ]
}

function consequence(
  choice: Choice,
  own: string,
  next: string,
  { text, feedback, locale }: Edition,
): readonly string[] {
  const w = outletWords[locale]
  return [
    storyText(text(choice.says)),
    '',
    storyText(`${withCapital(w.marks[choice.mark])}:`),
    storyText(feedback(choice)),
    '',
    ...(choice.mark === 'right' ? [] : [link(w.again, own)]),
    link(w.onward, next),
  ]
}

function link(label: string, target: string): string {
  return `[[${label}->${target}]]`
}

/** Every sign that a story format or HTML could obey, as a character reference; within a word a hyphen, slash or apostrophe is none. */
function storyText(text: string): string {
  return text
    .replace(
      /(?<![\p{L}\p{N}])[-'/]|[-'/](?![\p{L}\p{N}])|[^\p{L}\p{M}\p{N} .,;?!()–—…“”‘’·%'/-]/gu,
      (letter) => `&#${letter.codePointAt(0)};`,
    )
    .replace(/\((?=[^ )]*:)/g, '&#40;')
}
