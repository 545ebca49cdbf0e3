import { advice as en } from './en/advice.js'
import { advice as id } from './id/advice.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { AdviceWords } from './shapes/advice.js'

/** What every room says alike of an advice, in every language of the interface. */
export const adviceWords = inEveryLanguage<AdviceWords>({ en, id })
