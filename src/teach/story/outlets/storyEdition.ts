import { TimbangError } from '../../../errors.js'
import { optionsGiven } from '../../../options.js'
import { wording } from '../../../pack/texts/languages.js'
import { plainText } from '../../../render/markup.js'
import type { Text } from '../../../vocabulary.js'
import { storyWords } from '../../../words/outletWords.js'
import type { StoryWords } from '../../../words/shapes/story.js'
import type { OutletOptions } from '../../outlets/edition.js'
import type { Story, StoryChoice, StoryDuty, StoryEnding, StoryScene } from '../storyShape.js'

/** A story in one language. */
export interface StoryEdition extends OutletOptions {
  readonly story: Story
  readonly words: StoryWords
  readonly text: (text: Text) => string
}

/** Lines under a heading, or without one. */
export interface StoryPart {
  readonly heading?: string
  readonly lines: readonly string[]
}

/** The story as it is given out in a language that it speaks. @throws TimbangError `invalid-options` */
export function storyEdition(story: Story, options: OutletOptions): StoryEdition {
  const { locale } = optionsGiven<OutletOptions>(options, { locale: true })
  if (!story.languages.includes(locale))
    throw new TimbangError('invalid-options', [
      { place: 'options.locale', message: `must be one of ${story.languages.map((name) => `\`${name}\``).join(', ')}` },
    ])
  return { story, locale, words: storyWords[locale], text: (one) => plainText(wording(one, locale)) }
}

/** What has come of what was chosen before: nothing at the first moment. */
export function sceneParts(scene: StoryScene, { words, text }: StoryEdition): readonly StoryPart[] {
  return parts(
    [words.back, scene.back.map((one) => dutyLine(one, text))],
    [words.missed, scene.missed.map((one) => dutyLine(one, text))],
    [words.learned, scene.learned.map(text)],
    [words.done, scene.done.map(text)],
  )
}

/** What is said of a choice, what comes to light with it, and what stands otherwise then. */
export function choiceParts(choice: StoryChoice, { words, text }: StoryEdition): readonly StoryPart[] {
  const { feedback, sources, comesToLight, turned } = choice
  const cited = sources.length === 0 ? '' : ` (${sources.map(text).join(' · ')})`
  return [
    { lines: [`${text(feedback)}${cited}`] },
    ...parts(
      [words.comesToLight, comesToLight.map(text)],
      [words.turned, turned.length === 0 ? [words.nothingTurned] : turned.map((one) => dutyLine(one, text))],
    ),
  ]
}

/** How it stands at the end. */
export function endingParts(ending: StoryEnding, { words, text }: StoryEdition): readonly StoryPart[] {
  const { done, against, missed, owed, stillAsked, askedTooLate } = ending
  const left = [...missed, ...owed].length === 0
  return parts(
    [words.done, done.length === 0 ? [words.nothingDone] : done.map(text)],
    [words.against, against.map((one) => dutyLine(one, text))],
    [words.missed, missed.map((one) => dutyLine(one, text))],
    [words.stillOwed, left ? [words.nothingOwed] : owed.map((one) => dutyLine(one, text))],
    [words.askedTooLate, askedTooLate.map(text)],
    [words.stillAsked, stillAsked.map(text)],
  )
}

/** The question that a scene asks. */
export function sceneQuestion({ act }: StoryScene, { words }: StoryEdition): string {
  return act === 1 ? words.whatNow : words.whatNext
}

function parts(...found: readonly (readonly [heading: string, lines: readonly string[]])[]): readonly StoryPart[] {
  return found.flatMap(([heading, lines]) => (lines.length === 0 ? [] : [{ heading, lines }]))
}

/** “Make a safety plan. Owed to what gave way, …” */
function dutyLine({ says, because }: StoryDuty, text: StoryEdition['text']): string {
  return `${text(says)}. ${text(because)}`
}
