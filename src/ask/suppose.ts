import { compiledPack, type Known } from '../decide/compiled.js'
import type { Stated, StatedFacts } from '../decide/situation.js'
import { leafTruth, type Value } from '../pack/conditions.js'
import { type Conditions, type Fact, hasValue, type Leaf, type Scalar, words } from '../pack/facts.js'
import type { Pack } from '../pack/pack.js'

const mostContexts = 6

/** Nothing, then each set of facts not known that would make one of the conditions hold, but for the fact asked. */
export function suppositions<S>(
  contexts: readonly Conditions[],
  asked: string,
  known: Known,
  pack: Pack<S>,
): readonly StatedFacts[] {
  const found = contexts.map((conditions) => {
    const supposed = satisfying(conditions, true, new Map(), known, pack) ?? new Map<string, Stated>()
    return new Map([...supposed].filter(([name]) => name !== asked))
  })
  const distinct = new Map(
    [new Map<string, Stated>(), ...found].map((one) => [JSON.stringify([...one].map(spread)), one]),
  )
  return [...distinct.values()].slice(0, mostContexts)
}

function spread([name, value]: readonly [string, Stated]): unknown {
  return [name, value instanceof Map ? [...value] : value]
}

/** The facts given, with others not known that make conditions come out as wanted; none where nothing known allows it. */
function satisfying<S>(
  conditions: Conditions,
  wanted: boolean,
  given: StatedFacts,
  known: Known,
  pack: Pack<S>,
): StatedFacts | undefined {
  if ('not' in conditions) return satisfying(conditions.not, !wanted, given, known, pack)
  if ('fact' in conditions) return satisfyingLeaf(conditions, wanted, given, known, pack)
  const [parts, together] = 'all' in conditions ? [conditions.all, wanted] : [conditions.any, !wanted]
  if (!together) return first(parts, (part) => satisfying(part, wanted, given, known, pack))
  return parts.reduce<StatedFacts | undefined>(
    (held, part) => held && satisfying(part, wanted, held, known, pack),
    given,
  )
}

function satisfyingLeaf<S>(leaf: Leaf, wanted: boolean, given: StatedFacts, known: Known, pack: Pack<S>) {
  const fact = pack.facts.get(leaf.fact) as Fact
  const truth = leafTruth(leaf, pack.facts)
  const told = truth(known.assumed[compiledPack(pack).slots.get(leaf.fact) as number])
  if (told !== undefined) return told === wanted ? given : undefined
  if (fact.derivedFrom && fact.ask === undefined)
    return satisfying(fact.derivedFrom, truth(true) === wanted, given, known, pack)
  const before = given.get(leaf.fact)
  if (fact.type === 'some-of') {
    const so = (leaf.operator === 'contains') === wanted
    const members = before instanceof Map ? before : new Map<string, boolean>()
    const clash = members.get(leaf.value as string) === !so
    return clash ? undefined : new Map([...given, [leaf.fact, new Map([...members, [leaf.value as string, so]])]])
  }
  const fitting = valuesOf(fact, leaf).find(
    ({ stated, compared }) => (before === undefined || before === stated) && truth(compared) === wanted,
  )
  return fitting && new Map([...given, [leaf.fact, fitting.stated]])
}

function valuesOf(fact: Fact, leaf: Leaf): readonly { stated: Scalar; compared: Value }[] {
  if (fact.type === 'yes-no') return [true, false].map((value) => ({ stated: value, compared: value }))
  if (fact.type !== 'number')
    return words(fact).map((word, rank) => ({ stated: word, compared: fact.type === 'scale' ? rank : word }))
  const limit = [leaf.value].flat()[0] as number
  const around = [limit, limit - 1, limit + 1].filter((value) => hasValue(fact, value))
  return around.map((value) => ({ stated: value, compared: value }))
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
