import type { Text } from '../vocabulary.js'

/**
 * The languages of the interface: each a folder of words beside this file and a line in the composers. What a folder
 * does not say is said in English. In which languages the texts of a pack are is another matter, and another list.
 */
export const interfaceLanguages = ['en', 'id'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/** A text made in every language of the interface. */
export function inEachLanguage(make: (language: InterfaceLanguage) => string): Text {
  return Object.fromEntries(interfaceLanguages.map((language) => [language, make(language)])) as Text
}

/** The language of what a folder does not say, and of errors. */
export const fallbackLanguage = 'en' satisfies InterfaceLanguage
