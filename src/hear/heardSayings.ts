import type { Pack } from '../pack/pack.js'
import type { Statement } from '../pack/sayings/sayings.js'
import { type IndexedSaying, sayingIndex } from './sayingIndex.js'
import { anyNumber, notSo, type SpeechMark, type Spoken, spokenWords } from './spoken.js'

/** A saying that was heard: where, how surely, and whether it was said to be so. */
export interface HeardSaying extends Statement {
  readonly from: number
  readonly to: number
  /** How much of what tells something was heard. */
  readonly weight: number
  readonly as?: SpeechMark
}

/** Every saying that is heard in a story, in whichever language it is told. */
export function heardSayings(
  story: string,
  pack: Pack<unknown>,
  languages?: readonly string[],
): readonly HeardSaying[] {
  const { speech, vocabulary, byTelling } = sayingIndex(pack)
  const words = spokenWords(story, speech).map((word) => corrected(word, vocabulary))
  const places = new Map<string, number[]>()
  for (const [place, { terms }] of words.entries())
    for (const term of terms) places.set(term, [...(places.get(term) ?? []), place])
  const possible = new Set([...places.keys()].flatMap((term) => byTelling.get(term) ?? []))
  return [...possible].flatMap((saying) =>
    languages === undefined || languages.includes(saying.language) ? heardIn(saying, words, places) : [],
  )
}

/** A word that no saying has is taken for the one that is nearest. */
function corrected(
  word: Spoken,
  { has, meant }: { has: (term: string) => boolean; meant: (term: string) => string | undefined },
) {
  const [first] = word.terms
  if (first === undefined || word.terms.some(has)) return word
  const nearest = meant(first)
  return nearest === undefined ? word : { ...word, terms: [...word.terms, nearest] }
}

/** How many other words may stand among those of a saying, and how much less one word alone tells. */
const between = 2
/** Of a saying of this many words one may be missing, and a comma may stand within it; of a shorter one neither. */
const long = 4
const alone = 0.75

type Places = ReadonlyMap<string, readonly number[]>

/** The place where a saying is heard best: all its words near each other in one sentence; of a long one, all but one. */
function heardIn(saying: IndexedSaying, words: readonly Spoken[], places: Places): readonly HeardSaying[] {
  const found = saying.words.map((terms) => [...new Set(terms.flatMap((term) => places.get(term) ?? []))])
  const most = saying.weights.indexOf(Math.max(...saying.weights))
  const anchors = found[most] ?? []
  const heard = anchors.flatMap((anchor) => around(anchor, found, saying, words))
  const best = heard.reduce<HeardSaying | undefined>((a, b) => (a && a.weight >= b.weight ? a : b), undefined)
  return best === undefined ? [] : [best]
}

function around(
  anchor: number,
  found: readonly (readonly number[])[],
  saying: IndexedSaying,
  words: readonly Spoken[],
): readonly HeardSaying[] {
  const { sentence, clause } = words[anchor] as Spoken
  const isWithin = (word: Spoken | undefined) =>
    saying.words.length < long ? word?.clause === clause : word?.sentence === sentence
  const counts = saying.words.some((terms) => terms.includes(anyNumber))
  const reach = counts || saying.asSaid ? saying.words.length : saying.words.length + between
  const near = found.map((places) => nearest(anchor, places, (at) => isWithin(words[at]), reach))
  const missing = near.filter((at) => at === undefined).length
  if (missing > (saying.words.length >= long && !counts && !saying.asSaid ? 1 : 0)) return []
  if (near.some((at, i) => at === undefined && saying.words[i]?.includes(notSo))) return []
  if (near.some((at, i) => saying.words[i]?.includes(notSo) && isBehind(at, near[i + 1]))) return []
  const at = near.filter((one): one is number => one !== undefined)
  if (new Set(at).size < at.length) return []
  if (saying.asSaid && at.some((place, i) => place < (at[i - 1] ?? 0))) return []
  const [first, last] = [Math.min(...at), Math.max(...at)]
  if (last - first > reach) return []
  const total = saying.weights.reduce((sum, one) => sum + one, 0)
  const heard = saying.weights.reduce((sum, one, i) => (near[i] === undefined ? sum : sum + one), 0)
  if (isForbidden(saying, first, last, words)) return []
  const value = counts ? numberAt(near, saying, words) : saying.value
  const mark = markOf(saying, first, last, words)
  return [
    {
      fact: saying.fact,
      ...(value !== undefined && { value }),
      from: (words[first] as Spoken).from,
      to: (words[last] as Spoken).to,
      weight: heard * (heard / total) * (saying.words.length === 1 ? alone : 1),
      ...(mark && { as: mark }),
    },
  ]
}

/** What is not so comes after the *not*: *asks me not to* is not *was not asked*. */
function isBehind(not: number | undefined, next: number | undefined): boolean {
  return not !== undefined && next !== undefined && not > next
}

function nearest(
  anchor: number,
  places: readonly number[],
  fits: (place: number) => boolean,
  reach: number,
): number | undefined {
  let best: number | undefined
  for (const place of places) {
    const distance = Math.abs(place - anchor)
    if (distance <= reach && fits(place) && (best === undefined || distance < Math.abs(best - anchor))) best = place
  }
  return best
}

function numberAt(near: readonly (number | undefined)[], saying: IndexedSaying, words: readonly Spoken[]) {
  const at = near[saying.words.findIndex((terms) => terms.includes(anyNumber))]
  return saying.value ?? (at === undefined ? undefined : words[at]?.number)
}

/** How far before what is said a word may stand that asks to leave it. */
const forbidReach = 3

/** Whether it is asked to be left, and so not told; a saying that itself says so is heard as it is. */
function isForbidden({ words: said }: IndexedSaying, first: number, last: number, words: readonly Spoken[]): boolean {
  const { clause } = words[first] as Spoken
  const asks = ({ forbids, terms }: Spoken) =>
    forbids === true && !said.some((choices) => choices.some((term) => term === notSo || terms.includes(term)))
  // Who asks that something be left asks for nothing else: *the village head asks me not to …*.
  const after = words[last]?.asks ? forbidReach : 0
  return words
    .slice(Math.max(0, first - forbidReach), last + after + 1)
    .some((word) => word.clause === clause && asks(word))
}

/** How far before what is said a word may stand that says how it is meant. */
const markReach = 4

/** How it is told; a saying that itself denies something is heard as it is. */
function markOf(saying: IndexedSaying, first: number, last: number, words: readonly Spoken[]): SpeechMark | undefined {
  const { clause } = words[first] as Spoken
  const before = words.slice(Math.max(0, first - markReach), last).filter((word) => word.clause >= clause)
  const marks = new Set(before.flatMap(({ speech }) => speech ?? []))
  if (marks.has('denied') && !saying.words.some((terms) => terms.includes(notSo))) return 'denied'
  if (marks.has('doubted')) return 'doubted'
  return marks.has('reported') ? 'reported' : undefined
}
