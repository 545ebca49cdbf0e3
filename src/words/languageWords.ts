import { language as en } from './en/language.js'
import { language as id } from './id/language.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import { interfaceLanguages } from './interfaceLanguages.js'
import type { LanguageWords } from './shapes/language.js'

/** What the languages of the interface call themselves. */
export const languageWords = inEveryLanguage<LanguageWords>({ en, id })

/** “Language” in every language, for whoever does not read the one that is shown. */
export const languageEverywhere = interfaceLanguages.map((one) => languageWords[one].language).join(' / ')
