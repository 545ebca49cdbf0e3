import { embed as en } from './en/embed.js'
import { embed as id } from './id/embed.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { EmbedWords } from './shapes/embed.js'

/** What cards, records and charts say around an advice, in every language of the interface. */
export const embedWords = inEveryLanguage<EmbedWords>({ en, id })
