import { terminal as en } from './en/terminal.js'
import { terminal as id } from './id/terminal.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { TerminalWords } from './shapes/terminal.js'

/** What the terminal says around a consultation, in every language of the interface. */
export const terminalWords = inEveryLanguage<TerminalWords>({ en, id })
