import * as z from 'zod'
import { codedIssue } from '../../errors.js'
import { quotedSome } from '../../issueCodes.js'
import type { Text } from '../../vocabulary.js'
import type { Scalar } from '../conditions.js'
import { asItIs, type Declared } from './factType.js'

/** The words a fact can have as its value, or as its members, in their order; none where it declares none. */
export function valueNames({ values = [] }: Declared): readonly string[] {
  return values.map(({ value }) => value)
}

/** The same with the members of which nobody is asked. */
export function everyName({ values = [], members = [] }: Declared): readonly string[] {
  return [...values, ...members].map(({ value }) => value)
}

/** A word of a fact, as it is shown. */
export function labelOf({ values = [], members = [] }: Declared, word: Scalar): Text | undefined {
  return [...values, ...members].find(({ value }) => value === word)?.label
}

/** What is the same of all types whose values are words of a list. */
export const wordList = {
  ...asItIs,
  input: 'choice' as const,
  json: 'string' as const,
  hasWords: true,
  hasValue: (fact: Declared, value: Scalar) => typeof value === 'string' && valueNames(fact).includes(value),
  schema: (fact: Declared): z.ZodType => z.enum(valueNames(fact)),
  misfit: (place: string, fact: Declared) => codedIssue(place, 'must-be-one-of', { values: valueNames(fact) }),
  inMessages: (fact: Declared) => `it has ${quotedSome(valueNames(fact))}`,
  values: valueNames,
  hasOneOf: (fact: string, value: readonly Scalar[]) => [{ fact, operator: 'in' as const, value }],
  typeScript: (fact: Declared) => `${wordUnion(fact)} | null`,
}

/** The words as a type of TypeScript: `'minor' | 'grave'`. */
export function wordUnion(fact: Declared): string {
  return valueNames(fact)
    .map((word) => `'${word}'`)
    .join(' | ')
}
