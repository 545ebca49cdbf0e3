import { locales, type Text } from '../../../vocabulary.js'
import type { CheckedPack } from '../check.js'
import type { Remark } from '../remark.js'
import { type Placed, textsOf } from './texts.js'

/** Texts that are put into a sentence (reasons, what facts and values are called), and begin with a capital that no name has. */
export function capitalRemarks({ pack }: CheckedPack): readonly Remark[] {
  const texts = textsOf(pack)
  const small = smallWords(texts)
  return texts
    .filter(([place, text]) => standsInSentence(place) && beginsLarge(text, small))
    .map(([place]) => ({
      kind: 'not-a-clause',
      level: 'warning',
      place,
      message: 'is put into a sentence: it begins in lower case, unless with a name',
    }))
}

/** Whatever says why, and what a fact or one of its values is called; what an action is called stands by itself. */
function standsInSentence(place: string): boolean {
  return place.endsWith('because') || (place.startsWith('facts · ') && place.endsWith('label'))
}

/** The words that the texts of a pack write without a capital, by language. */
function smallWords(texts: readonly Placed[]): Readonly<Record<string, ReadonlySet<string>>> {
  const wordsIn = (language: keyof Text) => texts.flatMap(([, text]) => text[language]?.match(/[\p{L}\p{N}-]+/gu) ?? [])
  return Object.fromEntries(locales.map((language) => [language, new Set(wordsIn(language))]))
}

/**
 * Whether a text begins with a word of one capital that the pack writes small elsewhere. A capital in the next word makes it a name
 * (“Children Act”); a word of several capitals is one (“UU”), and so is one that stands nowhere without its capital (“Wales”, “Anda”).
 */
function beginsLarge(text: Text, small: ReturnType<typeof smallWords>): boolean {
  return locales.some((language) => {
    const [, word] = /^(\p{Lu}\p{Ll}*)(?![\p{L}\p{N}-])(?! \p{Lu})/u.exec(text[language] ?? '') ?? []
    return word !== undefined && small[language]?.has(word.toLowerCase()) === true
  })
}
