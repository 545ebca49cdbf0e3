import type { Answer, Change } from '../ask/question.js'
import type { Known } from '../decide/compiledPack.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import type { Pack } from '../pack/pack.js'
import type { Status, Text } from '../vocabulary.js'
import { answerOrNull } from './answers.js'
import { statements } from './statements.js'

/** A fact that would have another answer; `null` where it is not known. */
export interface FactChange {
  readonly fact: string
  readonly label: Text
  readonly from: Answer | null
  readonly to: Answer | null
}

/** How facts that are stated one by one differ from what was known. */
export function factChanges<S>(changes: StatedFacts, { stated }: Known, pack: Pack<S>): readonly FactChange[] {
  return statements(changes).map(([name, value]) => {
    const fact = pack.facts.get(name) as Fact
    return {
      fact: name,
      label: fact.label,
      from: answerOrNull(fact, memberOf(stated.get(name), value)),
      to: answerOrNull(fact, value),
    }
  })
}

/** What was stated of the one member that another statement is about; of any other fact, what was stated. */
function memberOf(stated: Stated | undefined, about: Stated): Stated | undefined {
  if (!(about instanceof Map) || !(stated instanceof Map)) return stated
  const [member] = [...about.keys()] as [string]
  return stated.has(member) ? new Map([[member, stated.get(member) as boolean | null]]) : undefined
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
