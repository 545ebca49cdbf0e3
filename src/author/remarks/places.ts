import type { Rule } from '../../pack/rule.js'
import type { Remark } from './remark.js'

/** Where a rule stands, in the words of an issue: its file and its name. */
export function placeOf({ file, name }: Rule): string {
  return `${file} · ${name}`
}

/** The remark that a question was too large for the budget; nothing is guessed. */
export function notDecided(place: string, whether: string, rules?: readonly string[]): Remark {
  const message = `not decided within the budget: whether ${whether}`
  return { kind: 'not-decided', level: 'note', place, message, ...(rules && { rules }) }
}
