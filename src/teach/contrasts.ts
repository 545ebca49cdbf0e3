import type { Known } from '../decide/compiled.js'
import { tryKnown } from '../decide/decide.js'
import type { Stated, StatedFacts } from '../decide/situation.js'
import { type Fact, hasValue, leaves, words } from '../pack/facts.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Kind } from '../vocabulary.js'
import { kindOf, type Outline, outline, type WeighOptions } from '../weigh/outline.js'

/** The same case with one fact different, and what the rules then say. */
export interface Contrast {
  readonly fact: Fact
  readonly from: Stated
  readonly to: Stated
  readonly known: Known
  readonly outline: Outline
  readonly kind: Kind
}

/** Every case that is one stated fact apart and can be so; what contradicts the other facts is left out. */
export function contrasts<S>(stated: StatedFacts, pack: Pack<S>, options: WeighOptions): readonly Contrast[] {
  return [...stated].flatMap(([name, from]) => {
    const fact = pack.facts.get(name) as Fact
    return others(fact, from, pack).flatMap((to) => {
      const known = tryKnown(new Map([...stated, [name, to]]), pack)
      if (typeof known === 'string') return []
      const found = outline(known, pack, options)
      return [{ fact, from, to, known, outline: found, kind: kindOf(found) }]
    })
  })
}

/** What else could be stated of a fact: every other word; of a number those on the other side of its limits; of members each turned. */
function others(fact: Fact, from: Stated, pack: Pack<unknown>): readonly Stated[] {
  if (from === null) return []
  if (from instanceof Map) return [...from].map(([member, so]) => new Map([...from, [member, so !== true]]))
  if (fact.type === 'yes-no') return [from !== true]
  if (fact.type !== 'number') return words(fact).filter((word) => word !== from)
  const around = (limitsOf(pack).get(fact.name) ?? []).flatMap((limit) => [limit - 1, limit, limit + 1])
  return [...new Set(around)].filter((value) => value !== from && hasValue(fact, value)).sort((a, b) => a - b)
}

/** The numbers with which each fact is compared. */
const limitsOf = oncePerPack(({ facts, rules, frameworks }): ReadonlyMap<string, readonly number[]> => {
  const read = [
    ...[...rules.values()].flatMap((rule) => [rule, ...rule.unless].map(({ conditions }) => conditions)),
    ...[...facts.values()].flatMap(({ derivedFrom }) => derivedFrom ?? []),
    ...[...frameworks.values()].flatMap(({ guidelines }) => guidelines.flatMap(({ when }) => when ?? [])),
  ].flatMap(leaves)
  const limits = new Map<string, readonly number[]>()
  for (const { fact, value } of read) {
    const numbers = [value].flat().filter((one) => typeof one === 'number')
    if (numbers.length > 0) limits.set(fact, [...(limits.get(fact) ?? []), ...numbers])
  }
  return limits
})

/** The actions whose status differs between two outlines, with both. */
export function differences(before: Outline, after: Outline): readonly string[] {
  const actions = new Set([...before.statuses.keys(), ...after.statuses.keys()])
  return [...actions].filter((action) => before.statuses.get(action) !== after.statuses.get(action))
}
