import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { valueNames } from '../pack/factTypes/wordList.js'

/**
 * Whether a fact could be otherwise and it would still be this story. Where, when and with whom it plays stays; what it is
 * about is not taken out of it; a danger becomes one step more or less, and never none; to a list something is added.
 */
export function isStillThisStory(fact: Fact, from: Stated, to: Stated): boolean {
  if (fact.background && fact.class !== 'judged') return false
  if (from instanceof Map && to instanceof Map) return [...from].every(([member, so]) => !so || to.get(member) === true)
  if (typeOf(fact).hasSteps) return isNextStep(fact, from, to)
  return !(from === true && (fact.topic !== undefined || fact.toldWithStory === true))
}

function isNextStep(fact: Fact, from: Stated, to: Stated): boolean {
  const steps = valueNames(fact)
  const [before, after] = [steps.indexOf(from as string), steps.indexOf(to as string)]
  return after > 0 && Math.abs(after - before) === 1
}
