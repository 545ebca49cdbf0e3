import { TimbangError } from '../../../errors.js'
import { optionsGiven } from '../../../options.js'
import { wording } from '../../../pack/texts/languages.js'
import { plainText } from '../../../render/markup.js'
import type { Text } from '../../../vocabulary.js'
import { discussionWords } from '../../../words/discussionWords.js'
import { outletWords } from '../../../words/outletWords.js'
import type { DiscussionWords } from '../../../words/shapes/discussion.js'
import type { OutletOptions } from '../../outlets/edition.js'
import { type Block, heading, note, paragraph } from '../../outlets/sheets/blocks.js'
import type { Discussion } from '../discussion.js'

/** A discussion in one language. */
export interface TalkEdition extends OutletOptions {
  readonly talk: Discussion
  readonly words: DiscussionWords
  readonly text: (text: Text) => string
}

/** The discussion as it is given out in a language that it speaks. @throws TimbangError `invalid-options` */
export function talkEdition(talk: Discussion, options: OutletOptions): TalkEdition {
  const { locale } = optionsGiven<OutletOptions>(options, { locale: true })
  if (!talk.languages.includes(locale))
    throw new TimbangError('invalid-options', [
      { place: 'options.locale', message: `must be one of ${talk.languages.map((name) => `\`${name}\``).join(', ')}` },
    ])
  return { talk, locale, words: discussionWords[locale], text: (one) => plainText(wording(one, locale)) }
}

/** A sheet under its name and that of the case. */
export function sheet(name: string, blocks: readonly Block[], { talk, text }: TalkEdition): readonly Block[] {
  return [heading(1, `${name}: ${text(talk.title)}`), ...blocks, note(text(talk.rules))]
}

/** The story under its heading. */
export function storyOf({ talk, locale, text }: TalkEdition): readonly Block[] {
  return [heading(2, outletWords[locale].story), paragraph(talk.story.map(text).join(' '))]
}

/** “Position A: tell a service that can protect” */
export function stanceInWords(id: 'a' | 'b', { talk, words, text }: TalkEdition): string {
  const [a, b] = talk.stances
  return `${words.position(id.toUpperCase())}: ${text(id === 'a' ? a.says : b.says)}`
}
