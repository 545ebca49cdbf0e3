import type { Text } from '../../../vocabulary.js'
import type { OutletOptions } from '../../outlets/edition.js'
import type { Block } from '../../outlets/sheets/blocks.js'
import { type PrintOptions, printed, printOptions } from '../../outlets/sheets/printed.js'
import type { Discussion } from '../discussion.js'
import { guideBlocks } from './guide.js'
import { classPage } from './page/classPage.js'
import { ballotBlocks, cardBlocks, observerBlocks, rubricBlocks } from './sheets.js'
import { type TalkEdition, talkEdition } from './talkEdition.js'

/** A form in which a discussion is given out; a line in the list of them is all that there is to it. */
export interface DiscussionOutlet {
  /** By what it is asked for: `guide`. */
  readonly name: string
  /** What it is, for whoever chooses among them. */
  readonly says: Text
  readonly write: (discussion: Discussion, options: OutletOptions) => string
  /** The same as Markdown, where it can be that, too. */
  readonly writeMarkdown?: (discussion: Discussion, options: OutletOptions) => string
}

/** Everything that a discussion can be given out as. */
export const discussionOutlets: readonly DiscussionOutlet[] = [
  printedOutlet('guide', { en: 'a guide for whoever leads it', id: 'panduan untuk pemandu diskusi' }, guideBlocks),
  printedOutlet('roles', { en: 'role cards', id: 'kartu peran' }, cardBlocks),
  printedOutlet('observer', { en: 'a sheet for the observer', id: 'lembar untuk pengamat' }, observerBlocks),
  printedOutlet('rubric', { en: 'four levels in words', id: 'empat tingkat dalam kata-kata' }, rubricBlocks),
  printedOutlet('ballots', { en: 'two sheets to vote on', id: 'dua lembar suara' }, ballotBlocks),
  {
    name: 'page',
    says: {
      en: 'a page to vote, discuss and vote again',
      id: 'halaman untuk memberi suara, berdiskusi, dan memberi suara lagi',
    },
    write: classPage,
  },
]

function printedOutlet(name: string, says: Text, blocks: (edition: TalkEdition) => readonly Block[]): DiscussionOutlet {
  const write = (as: PrintOptions['as']) => (discussion: Discussion, options: OutletOptions) =>
    printed(blocks(talkEdition(discussion, options)), printOptions({ ...options, as }))
  return { name, says, write: write('html'), writeMarkdown: write('markdown') }
}
