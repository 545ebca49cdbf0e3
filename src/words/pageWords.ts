import { page as en } from './en/page.js'
import { page as id } from './id/page.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { PageWords } from './shapes/page.js'

/** What the page says around a consultation, in every language of the interface. */
export const pageWords = inEveryLanguage<PageWords>({ en, id })
