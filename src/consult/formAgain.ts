import { askedFact } from '../ask/question.js'
import type { Fact } from '../pack/fact.js'
import type { Pack } from '../pack/pack.js'
import type { Interview, Sitting } from './interview.js'

/** A form one comes back to, which asks the same whatever is told on it. */
export function formAgain<S>(state: Interview<S>, facts: readonly string[], pack: Pack<S>): Sitting<S> {
  const together = facts.map((name) => askedFact(pack.facts.get(name) as Fact))
  const progress = { answered: state.asked.length, open: together.length }
  return { state, question: together[0] ?? null, together, before: [], effects: [], progress }
}
