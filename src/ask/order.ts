import { compiledPack, type Known } from '../decide/compiledPack.js'
import type { Pack } from '../pack/pack.js'
import { urgencies } from '../vocabulary.js'
import { isTold, type Question } from './question.js'

/** The one policy of which question comes first; the order of the lines is the policy. */
export function inOrder<S>(questions: readonly Question[], known: Known, pack: Pack<S>): readonly Question[] {
  const places = new Map([...pack.facts.keys()].map((name, place) => [name, place]))
  const turnOf = turns(known, pack)
  const rank = (question: Question) => [
    turnOf(question),
    ...weight(question),
    // What nothing tells apart stands in the order of the facts file.
    places.get(question.fact) as number,
  ]
  return sortedBy(questions, rank)
}

/** The matter of a fact: `colleague` of `colleague.concern`. */
export function matterOf({ fact }: Pick<Question, 'fact'>): string {
  return fact.slice(0, fact.indexOf('.'))
}

/** The matters of which something is told, or follows from what is. */
function mattersTold<S>({ stated, values }: Known, pack: Pack<S>): ReadonlySet<string> {
  const told = [...stated].flatMap(([fact, value]) => (isTold(value) ? [fact] : []))
  const following = compiledPack(pack).derived.flatMap(({ name, slot }) => (values[slot] === undefined ? [] : [name]))
  return new Set([...told, ...following].map((fact) => matterOf({ fact })))
}

/** What is known of the turn of a question before it is known what hangs on it: of the earlier the smaller number. */
export function turns<S>(known: Known, pack: Pack<S>): (question: Pick<Question, 'fact' | 'danger'>) => number {
  const panel = panelOf(known, pack)
  const told = mattersTold(known, pack)
  const isSpokenOf = (fact: string) =>
    told.size === 0 || told.has(matterOf({ fact })) || pack.facts.get(fact)?.background === true
  return ({ fact, danger }) => {
    // Danger first.
    const calm = danger ? 0 : 1
    // What is asked of everybody once a sign of danger is told, in its own order.
    const place = panel.get(fact) ?? panel.size
    // What opens a matter of its own is told with the story: where it was not, it comes after what bears on what was told.
    const opens = panel.has(fact) || told.size === 0 || !pack.facts.get(fact)?.toldWithStory ? 0 : 1
    // A fact of which nothing was said before another member of one of which something was.
    const again = known.stated.has(fact) ? 1 : 0
    // Without danger, what belongs to a matter of which nobody spoke comes after all that was spoken of.
    const unspoken = danger || panel.has(fact) || isSpokenOf(fact) ? 0 : 1
    return ((calm + unspoken) * (panel.size + 2) + place + opens) * 2 + again
  }
}

/** The facts that are asked for first, each with its place, as the signs of danger that are told have it. */
export function panelOf<S>({ values }: Known, pack: Pack<S>): ReadonlyMap<string, number> {
  const told = compiledPack(pack).panels.filter(({ test }) => test(values) === true)
  return new Map([...new Set(told.flatMap(({ asks }) => asks))].map((fact, place) => [fact, place]))
}

/** Of several ways in which an answer to one question could matter the most telling, by the same policy. */
export function mostTelling(ways: readonly Question[]): Question | undefined {
  // Of two that hang on suppositions the one that supposes less.
  return sortedBy(ways, (way) => [...weight(way), way.given.length])[0]
}

/** Whether one of some ways comes before any that is found after them, supposes something, so much, and hastens by no more than this. */
export function isToldBefore(ways: readonly Question[], supposed: number, haste: number): boolean {
  const hastens = ({ urgency }: Question) => urgencies.indexOf(urgency.from) - urgencies.indexOf(urgency.to)
  return ways.some((way) => hastens(way) >= haste && way.given.length <= supposed)
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
