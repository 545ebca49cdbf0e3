import { refusals as en } from './en/refusals.js'
import { refusals as id } from './id/refusals.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { RefusalWords } from './shapes/refusals.js'

/** How what was entered is refused, in every language of the interface. */
export const refusalWords = inEveryLanguage<RefusalWords>({ en, id })
