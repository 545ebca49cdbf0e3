import { concordance as en } from './en/concordance.js'
import { concordance as id } from './id/concordance.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { ConcordanceWords } from './shapes/concordance.js'

/** What a concordance set says around its story and its items, in every language of the interface. */
export const concordanceWords = inEveryLanguage<ConcordanceWords>({ en, id })
