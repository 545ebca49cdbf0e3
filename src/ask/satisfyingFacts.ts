import { comparedValue, type Known, valueIn } from '../decide/compiledPack.js'
import { restated, type StatedFacts } from '../decide/statedFacts.js'
import { type Conditions, constantsIn, type Leaf, type Scalar } from '../pack/conditions.js'
import { leafTruth } from '../pack/evaluation.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import type { Pack } from '../pack/pack.js'
import { wasAsked } from './question.js'

const mostContexts = 6

/**
 * Nothing, then each set of facts not known that would make one of the conditions hold, but for the fact asked. What was asked and is
 * still not known is not supposed: nobody is asked for the sake of it.
 */
export function satisfyingFacts<S>(
  contexts: readonly Conditions[],
  asked: string,
  known: Known,
  pack: Pack<S>,
): readonly StatedFacts[] {
  const nothing: StatedFacts = new Map()
  const distinct = new Map([[factsKey(nothing), nothing]])
  for (const conditions of contexts) {
    if (distinct.size === mostContexts) break
    const found = satisfying(conditions, true, nothing, known, pack, (leaf) => !wasAsked(leaf, known)) ?? nothing
    const supposed = new Map([...found].filter(([name]) => name !== asked))
    distinct.set(factsKey(supposed), supposed)
  }
  return [...distinct.values()]
}

/** Facts as a text: the same for the same facts in the same order. */
export function factsKey(facts: StatedFacts): string {
  return JSON.stringify([...facts].map(spread))
}

function spread([name, value]: readonly [string, Stated]): unknown {
  return [name, value instanceof Map ? [...value] : value]
}

/** The facts given, with others not known that make conditions come out as wanted; none where nothing known allows it. */
export function satisfying<S>(
  conditions: Conditions,
  wanted: boolean,
  given: StatedFacts,
  known: Known,
  pack: Pack<S>,
  maySuppose: (leaf: Leaf) => boolean = () => true,
): StatedFacts | undefined {
  const within = (part: Conditions, asWanted: boolean, soFar: StatedFacts) =>
    satisfying(part, asWanted, soFar, known, pack, maySuppose)
  if ('not' in conditions) return within(conditions.not, !wanted, given)
  if ('fact' in conditions) {
    const { fact, holds, truth } = read(conditions, known, pack)
    if (holds !== undefined) return holds === wanted ? given : undefined
    if (fact.derivedFrom && fact.ask === undefined) return within(fact.derivedFrom, truth(true) === wanted, given)
    return maySuppose(conditions) ? supposingLeaf(conditions, wanted, given, fact, truth) : undefined
  }
  const [parts, together] = 'all' in conditions ? [conditions.all, wanted] : [conditions.any, !wanted]
  if (!together) return first(parts, (part) => within(part, wanted, given))
  return parts.reduce<StatedFacts | undefined>((soFar, part) => soFar && within(part, wanted, soFar), given)
}

/** A comparison with its fact, and whether what is known or presumed makes it hold. */
function read<S>(leaf: Leaf, known: Known, pack: Pack<S>) {
  const truth = leafTruth(leaf, pack.facts)
  return { fact: pack.facts.get(leaf.fact) as Fact, truth, holds: truth(valueIn(known.assumed, leaf.fact, pack)) }
}

function supposingLeaf(
  leaf: Leaf,
  wanted: boolean,
  given: StatedFacts,
  fact: Fact,
  truth: ReturnType<typeof leafTruth>,
): StatedFacts | undefined {
  const before = given.get(leaf.fact)
  const fits = (answer: Stated) => isCompatible(answer, before) && truth(comparedValue(fact, answer)) === wanted
  const answer = answersNear(fact, leaf).find(fits)
  return answer === undefined ? undefined : restated(given, [[leaf.fact, answer]])
}

/** Whether an answer can be given besides what is supposed of the same fact already. */
function isCompatible(answer: Stated, before: Stated | undefined): boolean {
  if (before === undefined) return true
  if (!(answer instanceof Map) || !(before instanceof Map)) return answer === before
  return [...answer].every(([member, so]) => (before.get(member) ?? so) === so)
}

/** The answers that a comparison tells apart; of a number the one with which it is compared comes first. */
function answersNear(fact: Fact, leaf: Leaf): readonly Stated[] {
  const type = typeOf(fact)
  if (type.input === 'members') return type.answers(leaf.value as Scalar)
  const [constant] = constantsIn([leaf])
  const values = type.values(fact, [constant as Scalar])
  return type.hasWords
    ? values
    : [...values].sort((one, other) => Number(other === constant) - Number(one === constant))
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
