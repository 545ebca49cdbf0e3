import { type Answer, answerOf } from '../ask/question.js'
import type { Known } from '../decide/compiledPack.js'
import { constantsIn, leaves, type Scalar } from '../pack/conditions.js'
import { everyCondition } from '../pack/everyCondition.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { grouped } from '../pack/grouped.js'
import { oncePerPack, type Pack } from '../pack/pack.js'

/** A stated value as an answer; `null` where it is not known. */
export function answerOrNull(fact: Fact, value: Stated | undefined): Answer | null {
  if (value === undefined || value === null) return null
  if (value instanceof Map && [...value.values()][0] === null) return null
  return answerOf(fact, value)
}

/** The facts that a person can be asked for. */
export const askedFacts = oncePerPack(({ facts }): readonly Fact[] =>
  [...facts.values()].filter(({ ask }) => ask !== undefined),
)

/** Every answer that a fact could have. */
export function everyAnswer<S>(fact: Fact, pack: Pack<S>): readonly Stated[] {
  return otherAnswers(fact, { stated: new Map() }, pack)
}

/** Every other answer that a fact could have, each as it would be stated; of a number those around what rules compare it with. */
export function otherAnswers<S>(fact: Fact, { stated }: Pick<Known, 'stated'>, pack: Pack<S>): readonly Stated[] {
  const now = stated.get(fact.name)
  const type = typeOf(fact)
  const values = type.values(fact, comparedWith(pack).get(fact.name) ?? [])
  return values.flatMap(type.answers).filter((answer) => !alreadyStated(answer, now))
}

/** Whether an answer is what was stated; of a member, what was stated of that member. */
function alreadyStated(answer: Stated, now: Stated | undefined): boolean {
  if (!(answer instanceof Map)) return answer === now
  return now instanceof Map && [...answer].every(([member, so]) => now.get(member) === so)
}

/** With what each fact is compared. */
export const comparedWith = oncePerPack((pack): ReadonlyMap<string, readonly Scalar[]> => {
  const compared = grouped(everyCondition(pack).flatMap(leaves), ({ fact }) => fact)
  return new Map([...compared].map(([name, read]) => [name, constantsIn(read)]))
})
