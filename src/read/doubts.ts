import type { Text } from '../vocabulary.js'
import { interfaceLanguages } from '../words/interfaceLanguages.js'
import { readWords } from '../words/readWords.js'
import type { ReadWords } from '../words/shapes/read.js'
import { overlap, type Span, sentencesOf } from './quotation.js'

const supposing = anyOf(({ supposing: words }) => words)
const others = anyOf(({ others: words }) => words)
const denying = anyOf(({ denying: words }) => words)
const refusing = anyOf(({ refusing: words }) => words)
const addressing = anyOf(({ addressing: words }) => words)
const joining = anyOf(({ joining: words }) => words)

/** Where one clause of a sentence ends and another begins: what is denied in one is not denied in the next. */
const clauses = new RegExp(`[,;:]|${joining.source}`, 'iu')

/** What a statement says of its fact: that it is so, that it is not, or a word that itself tells of a refusal. */
export type Claim = 'so' | 'not-so' | 'refused'

/**
 * Whether the sentence around a quotation supposes, denies, quotes, passes on what others say, or speaks to whoever codes it, in
 * any language. What denies within the quotation may be what is told (`does not want to move`), unless the statement says that
 * something is so; where it says that something is not, words that deny nothing do not tell it.
 */
export function isDoubtful(quote: Span, story: string, claim: Claim): boolean {
  const around = sentencesOf(story).filter((one) => overlap(one, quote))
  return around.some(({ from, to }) => {
    const sentence = story.slice(from, to)
    const before = story.slice(from, Math.max(from, quote.from))
    const after = story.slice(Math.min(to, quote.to), to)
    const isReported = [supposing, others, addressing].some((words) => words.test(sentence))
    if (isReported || /["“„]/.test(before)) return true
    const [nearBefore = '', nearAfter = ''] = [before.split(clauses).at(-1), after.split(clauses)[0]]
    if (denies(nearBefore) || denies(nearAfter)) return true
    if (claim === 'not-so') return !refuses(sentence)
    return claim === 'so' && (refuses(nearBefore) || refuses(story.slice(quote.from, quote.to)))
  })
}

/** Whether words say that something is not so, in any language. */
export function denies(text: string): boolean {
  return denying.test(text)
}

function refuses(text: string): boolean {
  return denies(text) || refusing.test(text)
}

/** Whether a label says that something is not so, is refused or missing: then a denial in the story may be what is told. */
export function tellsOfNo(label: Text): boolean {
  return Object.values(label).some(refuses)
}

/** Whether words give a number, and another than this. */
export function givesOtherNumber(text: string, value: number): boolean {
  const given = [...text.matchAll(numbers)].map(([one]) => numberOf(one))
  return given.length > 0 && !given.includes(value) && !tens.test(text)
}

const tens = anyOf(({ tens: words }) => words)
const numberWords = interfaceLanguages.map((language) => readWords[language].numbers.split('|'))
const longestFirst = numberWords.flat().sort((a, b) => b.length - a.length)
const numbers = new RegExp(`\\d+|${wholeWords(longestFirst.join('|'))}`, 'giu')

function numberOf(text: string): number {
  if (/\d/.test(text)) return Number(text)
  return Math.max(...numberWords.map((words) => words.indexOf(text.toLowerCase())))
}

function anyOf(words: (spoken: ReadWords) => string): RegExp {
  return new RegExp(wholeWords(interfaceLanguages.map((language) => words(readWords[language])).join('|')), 'iu')
}

/** Any of these words, with either form of the apostrophe. */
function wholeWords(words: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${words.replaceAll("'", "['’]")})(?![\\p{L}\\p{N}])`
}
