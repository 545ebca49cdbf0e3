import { teach as en } from './en/teach.js'
import { teach as id } from './id/teach.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { TeachWords } from './shapes/teach.js'

/** What an exercise says around what the rules say, in every language of the interface. */
export const teachWords = inEveryLanguage<TeachWords>({ en, id })
