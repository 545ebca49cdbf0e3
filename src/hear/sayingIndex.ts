import type { Fact } from '../pack/fact.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { SayingsFile, Statement } from '../pack/sayings/sayings.js'
import { anyNumber, asWritten, heardAs, notSo, type Speech, speechOf } from './spoken.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

/** What people say of a fact, taken apart: each word with those that may stand for it. */
export interface IndexedSaying extends Statement {
  readonly language: string
  /** Of each word, under what it may be heard. */
  readonly words: readonly (readonly string[])[]
  /** Whether it is heard only as it is written, since one word of it alone would tell too little. */
  readonly asSaid: boolean
  /** How much each word tells. */
  readonly weights: readonly number[]
}

/** All sayings of a pack, to be found by the word that tells most in each. */
interface SayingIndex {
  readonly speech: Speech
  readonly vocabulary: Vocabulary
  readonly byTelling: ReadonlyMap<string, readonly IndexedSaying[]>
}

/** The sayings of a pack, and the labels of its facts and values, taken apart once. */
export const sayingIndex: (pack: Pack<unknown>) => SayingIndex = oncePerPack((pack) => {
  const files = pack.sayings
  const speech = speechOf(files)
  const said = [...labelsOf([...pack.facts.values()], pack), ...files.flatMap(sayingsIn)]
  const split = said.flatMap(({ text, ...one }) => {
    const words = wordsOf(text, speech)
    const telling = words.filter((terms) => !terms.includes(notSo)).length
    const asSaid = telling < 2 && words.length < text.split(/\s+/).length
    const all = asSaid ? wordsOf(text, speech, true) : words
    return words.some((terms) => !terms.includes(notSo)) ? [{ ...one, words: all, asSaid }] : []
  })
  const size = Math.max(smallest, split.length)
  const counts = new Map<string, number>()
  for (const { words } of split) for (const term of new Set(words.flat())) counts.set(term, (counts.get(term) ?? 0) + 1)
  const weight = (terms: readonly string[]) =>
    terms.includes(notSo) || terms.every((term) => isEverywhere(term, speech))
      ? 0.5
      : Math.log(1 + size / Math.max(...terms.map((term) => counts.get(term) ?? 1)))
  const indexed = split.map((one) => ({ ...one, weights: one.words.map(weight) }))
  return { speech, vocabulary: vocabularyOf(counts.keys()), byTelling: byTelling(indexed) }
})

function isEverywhere(term: string, { everywhere }: Speech): boolean {
  return term.startsWith(asWritten('')) && everywhere.has(term.slice(asWritten('').length))
}

/** In a pack with few sayings a word tells as much as among many. */
const smallest = 5_000

interface SaidText extends Statement {
  readonly language: string
  readonly text: string
}

function sayingsIn({ sayings = [], matter }: SayingsFile): readonly SaidText[] {
  const said = sayings.flatMap(({ says, ...statement }) =>
    Object.entries(says).flatMap(([language, texts]) => texts.map((text) => ({ ...statement, language, text }))),
  )
  const stated = (matter?.statements ?? []).flatMap(({ says, ...statement }) =>
    Object.entries(says).map(([language, text]) => ({ ...statement, language, text })),
  )
  return [...said, ...stated]
}

/** What a worker reads is said, too: of an agency's own facts it is all there is until it adds sayings. */
function labelsOf(facts: readonly Fact[], { sayings }: Pack<unknown>): readonly SaidText[] {
  const told = new Set(sayings.flatMap((file) => (file.sayings ?? []).map(({ fact }) => fact)))
  return facts
    .filter(({ ask, name }) => ask !== undefined && !told.has(name))
    .flatMap((fact) => {
      const { name, label, values = [] } = fact
      if (typeOf(fact).json === 'boolean') return inEach(label, { fact: name, value: true })
      return values.flatMap((one) => inEach(one.label, { fact: name, value: one.value }))
    })
}

function inEach(label: Readonly<Record<string, string>>, statement: Statement): readonly SaidText[] {
  return Object.entries(label).map(([language, text]) => ({ ...statement, language, text }))
}

/** The words of a saying that tell something; of those between strokes any one will do. */
function wordsOf(
  text: string,
  { everywhere, marks, unstemmed, short }: Speech,
  all = false,
): readonly (readonly string[])[] {
  return text
    .toLowerCase()
    .replace(/n['’]t\b/g, ' not')
    .split(/\s+/)
    .flatMap((word) => {
      const choices = word
        .split('/')
        .map((one) => (one.match(/=?[\p{L}\p{N}]+|#/gu) ?? []).map((part) => short.get(part) ?? part))
      const told = choices
        .map((parts) => parts.filter((part) => all || !everywhere.has(part)))
        .filter((one) => one.length > 0)
      const heard = (part: string) => {
        if (part === anyNumber || part.startsWith(asWritten(''))) return [part]
        if (marks.get(part) === 'denied') return [notSo]
        return everywhere.has(part) ? [asWritten(part)] : heardAs(part, unstemmed)
      }
      if (told.length === 1) return (told[0] as string[]).map(heard)
      return told.length === 0 ? [] : [[...new Set(told.flatMap((parts) => heard(longest(parts))))]]
    })
}

function longest(parts: readonly string[]): string {
  return parts.reduce((best, part) => (part.length > best.length ? part : best))
}

/** Each saying under the word of it that tells most. */
function byTelling(sayings: readonly IndexedSaying[]): ReadonlyMap<string, readonly IndexedSaying[]> {
  const under = new Map<string, IndexedSaying[]>()
  for (const saying of sayings) {
    const most = saying.weights.indexOf(Math.max(...saying.weights))
    for (const term of saying.words[most] ?? []) {
      const before = under.get(term)
      if (before) before.push(saying)
      else under.set(term, [saying])
    }
  }
  return under
}
