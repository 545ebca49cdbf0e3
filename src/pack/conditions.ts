import * as z from 'zod'
import type { Operator } from '../vocabulary.js'

/** What a fact's value is written as: yes or no, a word, or a number. */
export const scalarSchema = z.union([z.boolean(), z.number(), z.string()])

export type Scalar = z.infer<typeof scalarSchema>

/** One comparison of a fact with a constant. */
export interface Leaf {
  readonly fact: string
  readonly operator: Operator
  readonly value: Scalar | readonly Scalar[]
}

/** Conditions as json-rules-engine knows them: `all`, `any` and `not` over comparisons. */
export type Conditions =
  | Leaf
  | { readonly all: readonly Conditions[] }
  | { readonly any: readonly Conditions[] }
  | { readonly not: Conditions }

/** The leaves of conditions, left to right. */
export function leaves(conditions: Conditions): readonly Leaf[] {
  return leavesInto([], conditions)
}

/** The same after others: one list for all parts, since a pack has thousands of them. */
function leavesInto(found: Leaf[], conditions: Conditions): Leaf[] {
  if ('fact' in conditions) found.push(conditions)
  else if ('not' in conditions) leavesInto(found, conditions.not)
  else for (const part of 'all' in conditions ? conditions.all : conditions.any) leavesInto(found, part)
  return found
}

/** The parts of conditions that must all hold for them to hold. */
export function partsOf(conditions: Conditions): readonly Conditions[] {
  return 'all' in conditions ? conditions.all.flatMap(partsOf) : [conditions]
}

/** As few comparisons as can make the conditions hold: what a rule reads of a situation at least. */
export function fewest(conditions: Conditions): number {
  if ('all' in conditions) return conditions.all.map(fewest).reduce((sum, count) => sum + count, 0)
  if ('any' in conditions) return Math.min(...conditions.any.map(fewest))
  return leaves(conditions).length
}

export function isScalar(value: unknown): value is Scalar {
  return ['boolean', 'number', 'string'].includes(typeof value)
}

/** The constants with which comparisons compare. */
export function constantsIn(compared: readonly Leaf[]): readonly Scalar[] {
  return compared.flatMap(({ value }) => value as Scalar | readonly Scalar[])
}
