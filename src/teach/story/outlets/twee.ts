import { outletWords } from '../../../words/outletWords.js'
import { teachWords } from '../../../words/teachWords.js'
import type { OutletOptions } from '../../outlets/edition.js'
import { caseName, casePassage, link, passage, storyHead, storyText } from '../../outlets/tweeText.js'
import type { Story, StoryScene } from '../storyShape.js'
import {
  choiceParts,
  endingParts,
  type StoryEdition,
  type StoryPart,
  sceneParts,
  sceneQuestion,
  storyEdition,
} from './storyEdition.js'

/**
 * The story in Twee 3, for Twine: a passage for every scene, from which the case is at hand, for what comes of every choice,
 * and for every ending. It rests on no variable of a story format; whatever one would obey in a text stands as a character
 * reference.
 */
export function storyToTwee(given: Story, options: OutletOptions): string {
  const edition = storyEdition(given, options)
  const { story, locale, text } = edition
  const told = story.story.map((one) => storyText(text(one)))
  const start = [storyText(text(story.title)), '', ...told, '', link(outletWords[locale].begin, 'Scene 1')]
  const rows = new Map<number, number>()
  return [
    ...storyHead(text(story.title), [story, locale]),
    passage('Start', start, 0),
    ...story.scenes.flatMap((scene) => {
      const row = rows.get(scene.act) ?? 0
      rows.set(scene.act, row + scene.choices.length + 1)
      return scenePassages(scene, row, edition)
    }),
    ...story.endings.map((ending, row) =>
      passage(nameOf(ending.id), endingLines(endingParts(ending, edition), edition), row + 1, lastColumn),
    ),
  ].join('\n\n')
}

const lastColumn = 8

/** Passages are named by us: “Scene 3”, “Ending 12”. */
function nameOf(id: string): string {
  return `${id.startsWith('e') ? 'Ending' : 'Scene'} ${id.slice(1)}`
}

function scenePassages(scene: StoryScene, row: number, edition: StoryEdition): readonly string[] {
  const { locale, text } = edition
  const w = outletWords[locale]
  const own = nameOf(scene.id)
  const column = scene.act * 2
  const target = (id: string) => `${own} ${id.toUpperCase()}`
  const choices = scene.choices.flatMap(({ id, says }) => [
    '',
    `${id.toUpperCase()}. ${storyText(text(says))}`,
    link(w.choose(id.toUpperCase()), target(id)),
  ])
  const question = storyText(sceneQuestion(scene, edition))
  const atHand = ['', link(w.storyAgain, caseName(own))]
  return [
    passage(own, [...lines(sceneParts(scene, edition)), question, ...choices, ...atHand], row + 1, column),
    casePassage(own, edition.story.story.map(text), w.back, row + 2, column),
    ...scene.choices.map((choice, i) =>
      passage(
        target(choice.id),
        [
          storyText(text(choice.says)),
          '',
          ...lines(choiceParts(choice, edition)),
          link(w.onward, nameOf(choice.leadsTo)),
        ],
        row + 1 + i,
        column + 1,
      ),
    ),
  ]
}

function endingLines(parts: readonly StoryPart[], { story, words, locale, text }: StoryEdition): readonly string[] {
  const closing = [outletWords[locale].endSays, teachWords[locale].support, text(story.rules)].map(storyText)
  return [storyText(words.end), '', ...lines(parts), ...closing]
}

/** Each part under its heading, with an empty line behind it. */
function lines(parts: readonly StoryPart[]): readonly string[] {
  return parts.flatMap(({ heading, lines: said }) => [
    ...(heading === undefined ? [] : [storyText(`${heading}:`)]),
    ...said.map((line) => storyText(heading === undefined ? line : `– ${line}`)),
    '',
  ])
}
