import { type Answer, answerOf } from '../ask/question.js'
import type { Known } from '../decide/compiledPack.js'
import type { Stated } from '../decide/situation.js'
import { type Conditions, leaves } from '../pack/conditions.js'
import { type Fact, hasValue, valueNames } from '../pack/fact.js'
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

/** Every other answer that a fact could have, each as it would be stated; of a number one on each side of what rules compare it with. */
export function otherAnswers<S>(fact: Fact, { stated }: Pick<Known, 'stated'>, pack: Pack<S>): readonly Stated[] {
  const now = stated.get(fact.name)
  if (fact.type === 'some-of') {
    const said = now instanceof Map ? now : new Map<string, boolean | null>()
    return valueNames(fact).flatMap((word) =>
      [true, false].filter((so) => said.get(word) !== so).map((so) => new Map([[word, so]])),
    )
  }
  const all =
    fact.type === 'yes-no'
      ? [true, false]
      : fact.type === 'number'
        ? (numbers(pack).get(fact.name) ?? [])
        : valueNames(fact)
  return all.filter((value) => value !== now)
}

/** For each number the answers that rules tell apart: those around what they compare it with. */
const numbers = oncePerPack((pack): ReadonlyMap<string, readonly number[]> => {
  const compared = everyCondition(pack).flatMap(leaves)
  const numeric = [...pack.facts.values()].filter(({ type }) => type === 'number')
  return new Map(
    numeric.map((fact) => {
      const limits = compared
        .filter((leaf) => leaf.fact === fact.name)
        .flatMap(({ value }) => [value].flat() as number[])
      const around = new Set(limits.flatMap((limit) => [limit - 1, limit, limit + 1]))
      return [fact.name, [...around].filter((value) => hasValue(fact, value)).sort((a, b) => a - b)]
    }),
  )
})

/** Everything that a pack compares: conditions of rules, of what limits them, of derived facts and of guidelines. */
function everyCondition({ rules, facts, frameworks }: Pack<unknown>): readonly Conditions[] {
  const ofRules = [...rules.values()].flatMap((rule) => [rule, ...rule.unless].map(({ conditions }) => conditions))
  const derived = [...facts.values()].flatMap(({ derivedFrom }) => derivedFrom ?? [])
  const guidelines = [...frameworks.values()].flatMap((framework) => framework.guidelines)
  return [...ofRules, ...derived, ...guidelines.flatMap(({ when }) => when ?? [])]
}
