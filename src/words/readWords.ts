import { read as en } from './en/read.js'
import { read as id } from './id/read.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { ReadWords } from './shapes/read.js'

/** What a coding sheet and a reading say, in every language of the interface. */
export const readWords = inEveryLanguage<ReadWords>({ en, id })
