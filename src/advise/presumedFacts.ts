import { answerOf } from '../ask/question.js'
import { compiledPack } from '../decide/compiledPack.js'
import { compile, type Test } from '../pack/evaluation.js'
import type { Fact } from '../pack/fact.js'
import { oncePerPack } from '../pack/pack.js'
import type { Text } from '../vocabulary.js'
import type { Advice } from './advice.js'
import type { ConfirmedDraft } from './reasons.js'

/** The presumed facts that a rule or an exception that holds has read, each with the reason that suits what is known. */
export function presumedFacts<S>({ assessment: now, known, pack }: ConfirmedDraft<S>): Advice['presumed'] {
  const read = new Set([...now.assumptions.values()].flatMap(({ presumed }) => presumed))
  return [...pack.facts.values()].flatMap((fact) => {
    const { name, label, presume } = fact
    if (!presume || !read.has(name) || (known.stated.get(name) ?? null) !== null) return []
    const { because, sources } =
      reasonsWhere(pack)
        .get(name)
        ?.find(({ holds }) => holds(known.values)) ?? presume
    return [{ fact: name, label, answer: answerOf(fact, presume.value), because, sources }]
  })
}

interface ReasonWhere {
  readonly holds: Test
  readonly because: Text
  readonly sources: readonly string[]
}

/** The reasons that are told where more is known, by the fact that is presumed. */
const reasonsWhere = oncePerPack((pack): ReadonlyMap<string, readonly ReasonWhere[]> => {
  const { slots } = compiledPack(pack)
  const compiled = ({ presume }: Fact) =>
    (presume?.where ?? []).map(({ conditions, because, sources }) => ({
      holds: compile(conditions, pack.facts, slots),
      because,
      sources,
    }))
  return new Map([...pack.facts.values()].map((fact) => [fact.name, compiled(fact)]))
})
