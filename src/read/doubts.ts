import type { Text } from '../vocabulary.js'
import { interfaceLanguages } from '../words/interfaceLanguages.js'
import { readWords } from '../words/readWords.js'
import type { ReadWords } from '../words/shapes/read.js'
import { overlap, type Span, sentencesOf } from './quotation.js'

const supposing = anyOf(({ supposing: words }) => words)
const others = anyOf(({ others: words }) => words)
const denying = anyOf(({ denying: words }) => words)
const refusing = anyOf(({ refusing: words }) => words)
const joining = anyOf(({ joining: words }) => words)

/** Where one clause of a sentence ends and another begins: what is denied in one is not denied in the next. */
const clauses = new RegExp(`[,;:]|${joining.source}`, 'iu')

/**
 * Whether the sentence around a quotation supposes, denies, quotes or passes on what others say, in any language. What denies
 * within the quotation may be what is told (`does not want to move`), unless the statement says that something is so.
 */
export function isDoubtful(quote: Span, story: string, saysSo: boolean): boolean {
  const around = sentencesOf(story).filter((one) => overlap(one, quote))
  return around.some(({ from, to }) => {
    const sentence = story.slice(from, to)
    const before = story.slice(from, Math.max(from, quote.from))
    const after = story.slice(Math.min(to, quote.to), to)
    if (supposing.test(sentence) || others.test(sentence) || /["“„]/.test(before)) return true
    const near = [
      before.split(clauses).at(-1),
      after.split(clauses)[0],
      ...(saysSo ? [story.slice(quote.from, quote.to)] : []),
    ]
    return near.some((part) => denies(part ?? ''))
  })
}

/** Whether words say that something is not so, in any language. */
export function denies(text: string): boolean {
  return denying.test(text)
}

/** Whether a label says that something is not so, is refused or missing: then a denial in the story may be what is told. */
export function tellsOfNo(label: Text): boolean {
  return Object.values(label).some((text) => denies(text) || refusing.test(text))
}

function anyOf(words: (spoken: ReadWords) => string): RegExp {
  const all = interfaceLanguages.map((language) => words(readWords[language])).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all})(?![\\p{L}\\p{N}])`, 'iu')
}
