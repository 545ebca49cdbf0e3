import type { Known } from '../decide/compiledPack.js'
import type { Pack } from '../pack/pack.js'
import { urgencies } from '../vocabulary.js'
import type { Question } from './question.js'

/** The one policy of which question comes first; the order of the lines is the policy. */
export function inOrder<S>(questions: readonly Question[], known: Known, pack: Pack<S>): readonly Question[] {
  const places = new Map([...pack.facts.keys()].map((name, place) => [name, place]))
  const rank = (question: Question) => [
    turnOf(question, known),
    ...weight(question),
    // What nothing tells apart stands in the order of the facts file.
    places.get(question.fact) as number,
  ]
  return sortedBy(questions, rank)
}

/** What is known of the turn of a question before it is known what hangs on it. */
export function turnOf({ fact, danger }: Pick<Question, 'fact' | 'danger'>, { stated }: Known): number {
  // Danger first.
  const calm = danger ? 0 : 2
  // A fact of which nothing was said before another member of one of which something was.
  return calm + (stated.has(fact) ? 1 : 0)
}

/** Of several ways in which an answer to one question could matter the most telling, by the same policy. */
export function mostTelling(ways: readonly Question[]): Question | undefined {
  // Of two that hang on suppositions the one that supposes less.
  return sortedBy(ways, (way) => [...weight(way), way.given.length])[0]
}

/** How much hangs on an answer. */
function weight({ urgency, given, wouldChange }: Question): readonly number[] {
  const supposing = given.length > 0
  return [
    // What would hasten most.
    urgencies.indexOf(urgency.to) - urgencies.indexOf(urgency.from),
    // What matters by itself before what matters only if something else is so.
    supposing ? 1 : 0,
    // Of the former, what would change most.
    supposing ? 0 : -wouldChange.length,
  ]
}

/** Things by the numbers given of each, the least first: by the first number that differs. */
export function sortedBy<T>(things: readonly T[], numbers: (thing: T) => readonly number[]): readonly T[] {
  return things
    .map((thing) => ({ thing, rank: numbers(thing) }))
    .sort((a, b) => compareLists(a.rank, b.rank))
    .map(({ thing }) => thing)
}

/** Compares lists of numbers by the first that differs. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((value, i) => value !== b[i])
  return first === -1 ? 0 : (a[first] as number) - (b[first] as number)
}
