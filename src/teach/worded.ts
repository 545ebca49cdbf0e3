import { wording } from '../pack/texts/languages.js'
import type { Text } from '../vocabulary.js'
import { type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import type { TeachWords } from '../words/shapes/teach.js'
import { teachWords } from '../words/teachWords.js'

/** Says a text of the pack in one language; in another where it is not in that one. */
export type Say = (text: Text) => string

/**
 * A text made in every language of the interface. What is said in a language that the pack or the vignette does not speak is
 * taken out again before anybody sees it: see `inTheseLanguages`.
 */
export function worded(
  make: (w: TeachWords, say: Say, language: InterfaceLanguage) => string,
  languages: readonly InterfaceLanguage[] = interfaceLanguages,
): Text {
  const made = languages.map((language) => {
    const say: Say = (text) => wording(text, language)
    return [language, make(teachWords[language], say, language)]
  })
  return Object.fromEntries(made) as Text
}
