import type { Text } from '../vocabulary.js'
import { inEachLanguage } from '../words/interfaceLanguages.js'
import { readWords } from '../words/readWords.js'
import type { ReadWords } from '../words/shapes/read.js'

/** Words of this room in every language of the interface. */
export function saidInAll(word: (words: ReadWords) => string): Text {
  return inEachLanguage((language) => word(readWords[language]))
}
