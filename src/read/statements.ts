import { askedFacts } from '../consult/answers.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { notSaid } from '../vocabulary.js'
import type { RefusalReason } from '../words/shapes/read.js'
import { placesOf, type Span, wordCount } from './quotation.js'
import { wordsOf } from './sheetSchema.js'

/** One statement of a coding, with every place in the story at which its quotation stands. */
export interface CodedStatement {
  readonly fact: Fact
  /** Of a list, one member. */
  readonly value: Exclude<Stated, null>
  readonly quotes: readonly [Span, ...Span[]]
}

/** A statement that is not taken up: the how manieth of the coding it is, of which fact where that is one, and why. */
export interface RefusedStatement {
  readonly place: number
  readonly fact?: Fact
  readonly reason: RefusalReason
}

type Read = { readonly statement: CodedStatement } | { readonly refused: RefusedStatement } | undefined

/** What a coding says, one statement after another; what the story does not say is passed over. */
export function statementsOf<S>(
  coding: Readonly<Record<string, unknown>>,
  story: string,
  pack: Pack<S>,
): { readonly statements: readonly CodedStatement[]; readonly refused: readonly RefusedStatement[] } {
  const entries = Object.entries(coding).flatMap(([name, said]) => [said].flat().map((one) => ({ name, one })))
  const read = entries.map(({ name, one }, i) => statementFrom(codedFacts(pack).get(name), one, i + 1, story))
  return {
    statements: read.flatMap((one) => (one && 'statement' in one ? [one.statement] : [])),
    refused: read.flatMap((one) => (one && 'refused' in one ? [one.refused] : [])),
  }
}

const codedFacts = oncePerPack(
  (pack): ReadonlyMap<string, Fact> => new Map(askedFacts(pack).map((one) => [one.name, one])),
)

function statementFrom(fact: Fact | undefined, said: unknown, place: number, story: string): Read {
  const refuse = (reason: RefusalReason) => ({ refused: { place, ...(fact && { fact }), reason } })
  if (!fact) return refuse('no-fact')
  const { value: word, so, quote }: Said = (typeof said === 'object' ? said : null) ?? {}
  if (word === notSaid) return undefined
  const value = valueFrom(fact, word, so)
  if (value === undefined) return refuse('no-value')
  if (typeof quote !== 'string' || quote.trim() === '') return refuse('no-quotation')
  if (wordCount(quote) < fewestWords) return refuse('too-short')
  const [first, ...others] = placesOf(quote, story)
  return first ? { statement: { fact, value, quotes: [first, ...others] } } : refuse('not-in-story')
}

/** One word stands in every story. */
const fewestWords = 2

interface Said {
  readonly value?: unknown
  readonly so?: unknown
  readonly quote?: unknown
}

/** A value as it is stated; nothing where it is none of the fact. That something is not so can be said of a member alone. */
function valueFrom(fact: Fact, word: unknown, so: unknown): Exclude<Stated, null> | undefined {
  if (typeOf(fact).input !== 'members' && so !== undefined && so !== 'yes') return undefined
  switch (typeOf(fact).input) {
    case 'choice':
      return chosen(fact, word)
    case 'number':
      return typeof word === 'number' && typeOf(fact).hasValue(fact, word) ? word : undefined
    case 'members':
      if (typeof word !== 'string' || !valueNames(fact).includes(word)) return undefined
      return so === 'yes' || so === 'no' ? new Map([[word, so === 'yes']]) : undefined
  }
}

function chosen(fact: Fact, word: unknown): string | boolean | undefined {
  if (typeof word !== 'string' || !wordsOf(fact).includes(word)) return undefined
  return typeOf(fact).hasWords ? word : word === 'yes'
}
