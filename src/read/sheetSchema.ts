import type { Fact } from '../pack/fact.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import { wording } from '../pack/texts/languages.js'
import { notSaid, type Text } from '../vocabulary.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { readWords } from '../words/readWords.js'

/** A JSON Schema (2020-12). */
export type CodingSchema = Readonly<Record<string, unknown>>

/** The words by which a coder answers a fact that is answered by one choice. */
export function wordsOf(fact: Fact): readonly string[] {
  return typeOf(fact).hasWords ? valueNames(fact) : ['yes', 'no']
}

/** The schema of a coding of some facts. */
export function pieceSchema(title: string, entries: ReadonlyMap<string, CodingSchema>): CodingSchema {
  return {
    title,
    type: 'object',
    properties: Object.fromEntries(entries),
    required: [...entries.keys()],
    additionalProperties: false,
  }
}

/** The schema of what is said of one fact. */
export function entrySchema(fact: Fact, locale: InterfaceLanguage): CodingSchema {
  const description = describedFact(fact, locale)
  switch (typeOf(fact).input) {
    case 'choice':
      return said({ value: { enum: [...wordsOf(fact), notSaid] } }, description)
    case 'number':
      return said(
        { value: { anyOf: [typeOf(fact).jsonSchema?.(fact) ?? { type: 'number' }, { enum: [notSaid] }] } },
        description,
      )
    case 'members':
      return {
        description,
        type: 'array',
        items: said({ value: { enum: valueNames(fact) }, so: { enum: ['yes', 'no'] } }),
      }
  }
}

function said(parts: CodingSchema, description?: string): CodingSchema {
  return {
    ...(description !== undefined && { description }),
    type: 'object',
    properties: { ...parts, quote: { type: 'string' } },
    required: [...Object.keys(parts), 'quote'],
    additionalProperties: false,
  }
}

/** The question, how the fact is told from a story, what counts, and its values in words. */
function describedFact(fact: Fact, locale: InterfaceLanguage): string {
  const say = (text: Text) => wording(text, locale)
  const { class: how = 'judged', criteria, ask, values = [] } = fact
  const words = readWords[locale]
  const worded = values.flatMap(({ value, label, criteria: counts }) => {
    const meant = counts ? say(counts) : say(label)
    return meant === value.replaceAll('-', ' ') ? [] : [`${value} = ${meant}`]
  })
  return [
    say(ask as Text),
    words.class[how],
    ...(criteria ? [say(criteria)] : []),
    ...(worded.length > 0 ? [`${words.values}: ${worded.join('; ')}`] : []),
  ].join(' ')
}
