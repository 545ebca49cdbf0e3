import type { Conditions } from '../pack/conditions.js'
import type { Fact } from '../pack/fact.js'
import { factsRead } from '../pack/factsRead.js'
import { oncePerPack } from '../pack/pack.js'
import { conditionsOf } from '../pack/rule.js'
import { type CompiledPack, compiledPack } from './compiledPack.js'

/** For each fact the places of the rules that read it, by themselves or through what follows from it. */
export const readersOf = oncePerPack((pack): readonly (readonly number[])[] => {
  const { rules, slots } = compiledPack(pack)
  const readers = Array.from(slots, (): number[] => [])
  for (const [place, { rule }] of rules.entries()) {
    const read = new Set(conditionsOf(rule).flatMap((conditions) => [...factsRead(conditions, pack.facts)]))
    for (const fact of read) (readers[slots.get(fact) as number] as number[]).push(place)
  }
  return readers
})

/** For each fact what is derived that it bears on, itself included, each after those it is derived from. */
export const derivedThrough = oncePerPack((pack): readonly CompiledPack['derived'][] => {
  const { facts, derived } = compiledPack(pack)
  const read = new Map(
    derived.map(({ slot, name }) => {
      const { derivedFrom: from } = pack.facts.get(name) as Fact
      return [slot, new Set([name, ...factsRead(from as Conditions, pack.facts)])]
    }),
  )
  return facts.map(({ name }) => derived.filter(({ slot }) => (read.get(slot) as ReadonlySet<string>).has(name)))
})
