import { consult as en } from './en/consult.js'
import { consult as id } from './id/consult.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { ConsultWords } from './shapes/consult.js'

/** What is said around a consultation, in every language of the interface. */
export const consultWords = inEveryLanguage<ConsultWords>({ en, id })
