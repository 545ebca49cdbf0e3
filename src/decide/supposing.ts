import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import type { Pack } from '../pack/pack.js'
import { type CompiledPack, comparedValue, compiledPack, type Known } from './compiledPack.js'
import { knownOrContradiction } from './decide.js'
import { derivedThrough } from './readers.js'
import { restatedValue } from './statedFacts.js'

/** What would be known if a fact had an answer, also another than was stated; a contradiction is answered with the name of the fact. */
export function supposing<S>(name: string, answer: Stated, known: Known, pack: Pack<S>): Known | string {
  const { facts, slots, presumed } = compiledPack(pack)
  const slot = slots.get(name) as number
  const value = restatedValue(known.stated.get(name), answer)
  const stated = new Map(known.stated).set(name, value)
  // What followed from an answer that is now another no longer follows.
  if (known.values[slot] !== undefined) return knownOrContradiction(stated, pack)
  const [values, assumed] = [known.values.slice(), known.assumed.slice()]
  values[slot] = comparedValue(facts[slot] as Fact, value)
  assumed[slot] = values[slot] ?? presumed[slot]
  for (const { slot: at, test, name: derived } of derivedThrough(pack)[slot] as CompiledPack['derived']) {
    const follows = test(values)
    if (values[at] === undefined) values[at] = follows
    else if (follows !== undefined && follows !== values[at]) return derived
    assumed[at] = values[at] ?? presumed[at] ?? test(assumed)
  }
  return { stated, values, assumed }
}
