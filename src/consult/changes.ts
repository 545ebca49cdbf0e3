import { type Answer, answerOf, type Change } from '../ask/witness.js'
import type { Known } from '../decide/compiled.js'
import { knownFrom } from '../decide/decide.js'
import { parseSituation, type Stated, type StatedFacts } from '../decide/situation.js'
import { type Conditions, type Fact, hasValue, leaves, words } from '../pack/facts.js'
import { type AnySituation, oncePerPack, type Pack } from '../pack/pack.js'
import type { Status, Text } from '../vocabulary.js'

/** A fact that would have another answer; `null` where it is not known. */
export interface FactChange {
  readonly fact: string
  readonly label: Text
  readonly from: Answer | null
  readonly to: Answer | null
}

/** One fact as it is stated; of a list, one member. */
export type Statement = readonly [fact: string, value: Stated]

/** What is known of a situation that was told. */
export function told<S>(situation: unknown, pack: Pack<S>): Known {
  return knownFrom(parseSituation(situation, pack), pack)
}

/** Stated facts with others stated over them; of a list only the members that are named. */
export function over(stated: StatedFacts, changes: StatedFacts): StatedFacts {
  const merged = new Map(stated)
  for (const [name, value] of changes) {
    const before = stated.get(name)
    merged.set(name, before instanceof Map && value instanceof Map ? new Map([...before, ...value]) : value)
  }
  return merged
}

/** Stated facts as a situation is written. */
export function nested(stated: StatedFacts): AnySituation {
  const root: Record<string, unknown> = {}
  for (const [name, value] of stated) {
    const path = name.split('.')
    const last = path.pop() as string
    const branch = path.reduce((held, key) => {
      held[key] ??= {}
      return held[key] as Record<string, unknown>
    }, root)
    branch[last] = value instanceof Map ? Object.fromEntries(value) : value
  }
  return root as AnySituation
}

/** Stated facts one by one, the members of a list each for itself. */
export function single(stated: StatedFacts): readonly Statement[] {
  return [...stated].flatMap(([name, value]): readonly Statement[] =>
    value instanceof Map ? [...value].map((member) => [name, new Map([member])]) : [[name, value]],
  )
}

/** How facts that are stated one by one differ from what was known. */
export function factChanges<S>(changes: StatedFacts, { stated }: Known, pack: Pack<S>): readonly FactChange[] {
  return single(changes).map(([name, value]) => {
    const fact = pack.facts.get(name) as Fact
    return {
      fact: name,
      label: fact.label,
      from: answered(fact, memberOf(stated.get(name), value)),
      to: answered(fact, value),
    }
  })
}

/** What was stated of the one member that another statement is about; of any other fact, what was stated. */
function memberOf(stated: Stated | undefined, about: Stated): Stated | undefined {
  if (!(about instanceof Map) || !(stated instanceof Map)) return stated
  const [member] = [...about.keys()] as [string]
  return stated.has(member) ? new Map([[member, stated.get(member) as boolean | null]]) : undefined
}

/** A stated value as an answer; `null` where it is not known. */
export function answered(fact: Fact, value: Stated | undefined): Answer | null {
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
    return words(fact).flatMap((word) =>
      [true, false].filter((so) => said.get(word) !== so).map((so) => new Map([[word, so]])),
    )
  }
  const all =
    fact.type === 'yes-no' ? [true, false] : fact.type === 'number' ? (numbers(pack).get(fact.name) ?? []) : words(fact)
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

type Statuses = ReadonlyMap<string, Status>

/** The actions of which something else would be said, in the order of the actions file. */
export function statusChanges<S>(from: Statuses, to: Statuses, pack: Pack<S>): readonly Change[] {
  if (from === to) return []
  return [...pack.actions.values()].flatMap(({ name, label }) => {
    const [before, after] = [from.get(name) ?? null, to.get(name) ?? null]
    return before === after ? [] : [{ action: name, label, from: before, to: after }]
  })
}
