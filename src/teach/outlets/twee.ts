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
 * for every choice a passage with what is said of it. Who decides otherwise than the questions suppose is asked what is still
 * owed then. Whatever a story format would obey in a text stands as a character
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
    ...questions.flatMap((_, i) => questionPassages({ place: i, lane: usual }, edition)),
    ...otherPlaces(edition.exercise).flatMap((at) => questionPassages(at, edition)),
    passage('End', [storyText(w.endSays), storyText(teachWords[locale].support)], questions.length + 1, 0),
  ].join('\n\n')
}

function passageName(question: ExerciseQuestion | undefined, place: number): string {
  return question === undefined ? 'End' : `Question ${place + 1}`
}

/** The questions as they are usually asked; or, after a decision that they do not suppose, as far as it asks another. */
type Lane = 'usual' | 'otherwise'
const usual: Lane = 'usual'

interface At {
  readonly place: number
  readonly lane: Lane
}

/** Where whoever decides otherwise goes another way: after the decision, up to the question that follows from it. */
function otherPlaces({ questions, otherwise: [other] = [] }: Exercise): readonly At[] {
  const place = (id: string | undefined) => questions.findIndex((question) => question.id === id)
  const [from, to] = [place(other?.where.question), place(other?.insteadOf)]
  return from < 0 ? [] : questions.flatMap((_, i) => (i > from && i <= to ? [{ place: i, lane: 'otherwise' }] : []))
}

function questionAt(
  { place, lane }: At,
  { questions, otherwise: [other] = [] }: Exercise,
): ExerciseQuestion | undefined {
  const asked = questions[place]
  return lane === 'otherwise' && other && asked?.id === other.insteadOf ? other.question : asked
}

function nameAt(at: At, exercise: Exercise): string {
  const name = passageName(questionAt(at, exercise), at.place)
  return at.lane === 'otherwise' ? `${name} otherwise` : name
}

/** Where it goes on from a choice: as decided, and together again once that was asked. */
function nextOf({ place, lane }: At, choice: Choice, exercise: Exercise): string {
  const { questions, otherwise: [other] = [] } = exercise
  const decides = questions[place]?.id === other?.where.question && choice.id === other?.where.choice
  const others = otherPlaces(exercise)
  const isOther = (decides || lane === 'otherwise') && others.some((one) => one.place === place + 1)
  return nameAt({ place: place + 1, lane: isOther ? 'otherwise' : usual }, exercise)
}

/** How far below the usual way the other one is drawn. */
const laneHeight = 10

function questionPassages(at: At, edition: Edition): readonly string[] {
  const { exercise, text, locale } = edition
  const question = questionAt(at, exercise) as ExerciseQuestion
  const { place } = at
  const row = at.lane === 'otherwise' ? laneHeight : 0
  const w = outletWords[locale]
  const own = nameAt(at, exercise)
  const target = (choice: Choice) => `${own} ${choice.id.toUpperCase()}`
  const choices = question.choices.flatMap((choice) => [
    '',
    `${choice.id.toUpperCase()}. ${storyText(text(choice.says))}`,
    link(w.choose(choice.id.toUpperCase()), target(choice)),
  ])
  const writeDown = question.pick === 'own-words' ? ['', storyText(w.writeDown)] : []
  const atHand = ['', link(w.storyAgain, caseName(own))]
  return [
    passage(own, [storyText(text(question.ask)), ...writeDown, ...choices, ...atHand], place + 1, row),
    ...question.choices.map((choice, i) => {
      const ways = [own, nextOf(at, choice, exercise)] as const
      return passage(target(choice), consequence(choice, question, ways, edition), place + 1, row + i + 1)
    }),
    casePassage(own, exercise.vignette.story.map(text), w.back, place + 1, row + question.choices.length + 1),
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
