import { compiledPack, type Known } from '../decide/compiledPack.js'
import type { StatedFacts } from '../decide/situation.js'
import type { Conditions, Leaf, Scalar } from '../pack/conditions.js'
import { leafTruth } from '../pack/evaluation.js'
import type { Fact } from '../pack/fact.js'
import type { Stated, Value } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import type { Pack } from '../pack/pack.js'

const mostContexts = 6

/** Nothing, then each set of facts not known that would make one of the conditions hold, but for the fact asked. */
export function satisfyingFacts<S>(
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
  if (typeOf(fact).input === 'members') {
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
  const type = typeOf(fact)
  const limit = [leaf.value].flat()[0]
  const values = type.values(fact, typeof limit === 'number' ? [limit] : [])
  const nearestFirst =
    typeof limit === 'number' ? [...values].sort((a, b) => Number(b === limit) - Number(a === limit)) : values
  return nearestFirst.map((value) => ({ stated: value, compared: type.compared(fact, value) }))
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
