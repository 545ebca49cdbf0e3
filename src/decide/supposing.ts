import type { Fact } from '../pack/fact.js'
import type { Pack } from '../pack/pack.js'
import { once } from '../pack/remembered.js'
import { type CompiledPack, comparedValue, compiledPack, type Known } from './compiledPack.js'
import { knownOrContradiction } from './decide.js'
import { derivedThrough } from './readers.js'
import { restated, restatedValue, type StatedFacts } from './statedFacts.js'

/** What would be known if facts had these answers, also others than were stated; a contradiction is answered with the name of the fact. */
export function supposing<S>(answers: StatedFacts, known: Known, pack: Pack<S>): Known | string {
  const { facts, slots, presumed } = compiledPack(pack)
  // What would be stated besides is seldom asked for.
  const stated = once(() => restated(known.stated, answers))
  const [values, assumed] = [known.values.slice(), known.assumed.slice()]
  const supposed: number[] = []
  for (const [name, answer] of answers) {
    const slot = slots.get(name) as number
    // What followed from an answer that is now another no longer follows.
    if (values[slot] !== undefined) return knownOrContradiction(stated(), pack)
    values[slot] = comparedValue(facts[slot] as Fact, restatedValue(known.stated.get(name), answer))
    assumed[slot] = values[slot] ?? presumed[slot]
    supposed.push(slot)
  }
  for (const slot of supposed)
    for (const { slot: at, test, name: derived } of derivedThrough(pack)[slot] as CompiledPack['derived']) {
      const follows = test(values)
      if (values[at] === undefined) values[at] = follows
      else if (follows !== undefined && follows !== values[at]) return derived
      assumed[at] = values[at] ?? presumed[at] ?? test(assumed)
    }
  return {
    get stated() {
      return stated()
    },
    values,
    assumed,
  }
}
