import type { LanguageWords } from '../shapes/language.js'

export const language: LanguageWords = { ownName: 'English', language: 'Language' }
