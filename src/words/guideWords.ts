import { guide as en } from './en/guide.js'
import { guide as id } from './id/guide.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { GuideWords } from './shapes/guide.js'

/** What is said to whoever writes a vignette, in every language of the interface. */
export const guideWords = inEveryLanguage<GuideWords>({ en, id })
