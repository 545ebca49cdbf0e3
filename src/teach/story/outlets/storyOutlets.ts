import type { Text } from '../../../vocabulary.js'
import type { OutletOptions } from '../../outlets/edition.js'
import { whoeverAnswers } from '../../outlets/xapi/xapiOptions.js'
import type { Story } from '../storyShape.js'
import { storyToH5p } from './h5p.js'
import { storyToTwee } from './twee.js'
import { storyToXapi } from './xapi.js'

/** A form in which a story is given out; a line in the list of them is all that there is to it. */
export interface StoryOutlet {
  /** By what it is asked for: `twee`. */
  readonly name: string
  /** What it is, for whoever chooses among them. */
  readonly says: Text
  /** Text, or the bytes of a file. */
  readonly write: (story: Story, options: OutletOptions) => string | Uint8Array
}

/** Everything that a story can be given out as. */
export const storyOutlets: readonly StoryOutlet[] = [
  {
    name: 'twee',
    says: { en: 'a branching story for Twine', id: 'cerita bercabang untuk Twine' },
    write: storyToTwee,
  },
  {
    name: 'h5p',
    says: {
      en: 'content for H5P Branching Scenario, without its libraries',
      id: 'konten untuk H5P Branching Scenario, tanpa pustakanya',
    },
    write: storyToH5p,
  },
  {
    name: 'xapi',
    says: { en: 'statements of xAPI', id: 'pernyataan xAPI' },
    write: (story) => `${JSON.stringify(storyToXapi(story, { actor: whoeverAnswers }), null, 2)}\n`,
  },
]
