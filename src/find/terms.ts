import { stemmer as englishStem } from '@orama/stemmers/english'
import { stemmer as indonesianStem } from '@orama/stemmers/indonesian'

/** The words of a text or of a name (`safeHouse.addressAsked`), in small letters. */
export function wordsOf(text: string): readonly string[] {
  const apart = text.replace(/([a-z])([A-Z])/g, '$1 $2')
  return apart.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Words that are everywhere and tell nothing apart, in both languages. */
const everywhere = new Set(
  [
    'a an the of to in on at by for with from and or is are be it this that what which who how does do has have not',
    'yang dan atau di ke dari untuk dengan pada oleh ini itu apakah apa siapa bagaimana adalah ada akan tidak',
  ].flatMap((words) => words.split(' ')),
)

/**
 * Under what a word is looked up: itself and its stems, since what is searched is in both languages and does not say in which
 * (Snowball: *disclosed* and *disclosing*; *kerahasiaan*, *merahasiakan* and *rahasia*). Nothing for a word that is everywhere.
 */
export function termsOf(word: string): string[] | null {
  return everywhere.has(word) ? null : [...stemsOf(word)]
}

/** A word and its stems in both languages. */
export function stemsOf(word: string): readonly string[] {
  return [...new Set([word, nounAsAdjective(englishStem(word)), indonesianStem(word)])]
}

/** What Snowball leaves apart: *pregnancy* is found by *pregnant*, *violence* by *violent*. */
function nounAsAdjective(stem: string): string {
  return stem.replace(/(?<=[ae]n)c$/, 't')
}
