import { telling as en } from './en/telling.js'
import { telling as id } from './id/telling.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { TellingWords } from './shapes/telling.js'

/** What the page says where a person tells what it is about, in every language of the interface. */
export const tellingWords = inEveryLanguage<TellingWords>({ en, id })
