import { urgencies } from '../vocabulary.js'
import type { Question } from './question.js'

/** How much hangs on a question, most first: how soon, how little else has to be supposed, how much it changes by itself. */
export function effect({ given, wouldChange, urgency }: Question): readonly number[] {
  return [jump(urgency), given.length, given.length > 0 ? 0 : -wouldChange.length]
}

/** How far an answer would hasten what is to be done; the lower, the further. */
export function jump({ from, to }: Question['urgency']): number {
  return urgencies.indexOf(to) - urgencies.indexOf(from)
}

/** Compares lists of numbers by the first that differs. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((value, i) => value !== b[i])
  return first === -1 ? 0 : (a[first] as number) - (b[first] as number)
}
