import { discussion as en } from './en/discussion.js'
import { discussion as id } from './id/discussion.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { DiscussionWords } from './shapes/discussion.js'

/** What is said where a class talks a case over, in every language of the interface. */
export const discussionWords = inEveryLanguage<DiscussionWords>({ en, id })
