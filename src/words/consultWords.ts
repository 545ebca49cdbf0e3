import type { Locale } from '../vocabulary.js'
import type { ConsultWords } from './consultWording.js'
import { english } from './en/consult.js'
import { indonesian } from './id/consult.js'

/** The wording of a consultation in every language. */
export const consultWords: Readonly<Record<Locale, ConsultWords>> = { en: english, id: indonesian }
