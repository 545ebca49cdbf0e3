import { guide as enGuide } from './en/guide.js'
import { terminal as en } from './en/terminal.js'
import { guide as idGuide } from './id/guide.js'
import { terminal as id } from './id/terminal.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { GuideWords } from './shapes/guide.js'
import type { TerminalWords } from './shapes/terminal.js'

/** What the terminal says around a consultation, in every language of the interface. */
export const terminalWords = inEveryLanguage<TerminalWords>({ en, id })

/** What is said to whoever writes a vignette, in every language of the interface. */
export const guideWords = inEveryLanguage<GuideWords>({ en: enGuide, id: idGuide })
