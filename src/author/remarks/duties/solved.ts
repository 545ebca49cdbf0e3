import { oncePerPack, type Pack } from '../../../pack/pack.js'
import { conditionsRead, inputsOf } from '../../prove/open/inputs.js'
import { Reading } from '../../prove/open/reading.js'
import { openWorld } from '../../prove/open/world.js'
import { Circuit } from '../../prove/solve/circuit.js'
import { Question } from '../../prove/solve/question.js'
import type { Goal } from '../satisfiable.js'

/**
 * Whether there is a situation in which every goal comes out as wanted, asked of the solver of proofs, whose “impossible” is checked: for
 * goals that are too many to be looked for one value after another. Derived facts follow from the others. `budget` is how many conflicts
 * it may meet.
 */
export function solved(
  goals: readonly Goal[],
  pack: Pack<unknown>,
  budget: number,
): 'possible' | 'impossible' | 'not decided' {
  const { circuit, reading } = readingOf(pack)
  const wanted = goals.map(({ conditions, wanted }) => reading.rails(conditions, 'known')[wanted ? 'yes' : 'no'])
  const answer = new Question(circuit, { budget }).ask(wanted)
  return typeof answer === 'object' ? 'possible' : answer
}

/** All that can be stated of the facts that follow from no others, left open. */
const readingOf = oncePerPack((pack) => {
  const circuit = new Circuit()
  const inputs = inputsOf([pack], conditionsRead(pack)).filter(({ fact }) => !pack.facts.get(fact)?.derivedFrom)
  return { circuit, reading: new Reading(pack, openWorld(inputs, circuit), circuit) }
})
