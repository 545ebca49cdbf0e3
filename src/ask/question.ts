import type { Known } from '../decide/compiledPack.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Leaf, Scalar } from '../pack/conditions.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import type { FactType } from '../pack/factTypes/factTypes.js'
import { labelOf } from '../pack/factTypes/wordList.js'
import type { Pack } from '../pack/pack.js'
import type { Status, Text, Urgency } from '../vocabulary.js'

/** An answer to a question; for a list, whether the one member is so. */
export interface Answer {
  readonly value: Scalar
  readonly so?: boolean
  readonly label?: Text
}

/** An action whose status would differ: `null` where no rule would speak of it. */
export interface Change {
  readonly action: string
  readonly label: Text
  readonly from: Status | null
  readonly to: Status | null
}

/** A fact as it is asked for: in words, why, and how it can be answered. */
export interface Asked {
  readonly fact: string
  readonly ask: Text
  readonly why?: Text
  readonly type: FactType
  readonly values?: readonly { readonly value: string; readonly label: Text }[]
  /** Of a number, the least and the most that it can be. */
  readonly min?: number
  readonly max?: number
  readonly danger: boolean
}

/** An answer that something not known would have to have. */
export interface Supposed {
  readonly fact: string
  readonly label: Text
  readonly answer: Answer
}

/** A fact worth asking for, with its witness: two answers, and what would differ between them. */
export interface Question extends Asked {
  /** The answer that would change more, and the one it is compared with. */
  readonly answers: readonly [Answer, Answer]
  /** What else would have to be so for the answer to change anything, of what is not known either. */
  readonly given: readonly Supposed[]
  /** What would differ between the second answer (`from`) and the first (`to`). */
  readonly wouldChange: readonly Change[]
  readonly urgency: { readonly from: Urgency; readonly to: Urgency }
}

/** A fact as it is asked for. */
export function askedFact(fact: Fact): Asked {
  return {
    fact: fact.name,
    ask: fact.ask as Text,
    ...(fact.why && { why: fact.why }),
    type: fact.type,
    ...(fact.values && { values: fact.values.map(({ value, label }) => ({ value, label })) }),
    ...(fact.min !== undefined && { min: fact.min }),
    ...(fact.max !== undefined && { max: fact.max }),
    danger: fact.danger !== undefined,
  }
}

/** Whether it was asked before and is still not known; it is not asked again. */
export function wasAsked({ fact, value: member }: Leaf, { stated }: Known): boolean {
  const answer = stated.get(fact)
  return answer === null || (answer instanceof Map && answer.get(member as string) === null)
}

/** Whether anything is known of what was stated; of what was only asked, nothing is. */
export function isTold(stated: Stated): boolean {
  return stated instanceof Map ? [...stated.values()].some((so) => so !== null) : stated !== null
}

/** A stated value as an answer, with its words. */
export function answerOf(fact: Fact, stated: Stated): Answer {
  const [value, so] = stated instanceof Map ? ([...stated][0] as [string, boolean]) : [stated as Scalar]
  const label = labelOf(fact, value)
  return { value, ...(so !== undefined && { so }), ...(label && { label }) }
}

/** What is supposed of facts, in words; of a list each member by itself. */
export function supposedInWords<S>(supposed: StatedFacts, pack: Pack<S>): readonly Supposed[] {
  return [...supposed].flatMap(([name, value]) => {
    const fact = pack.facts.get(name) as Fact
    return each(value).map((one) => ({ fact: name, label: fact.label, answer: answerOf(fact, one) }))
  })
}

/** A value by itself, the members of a list one by one. */
function each(value: Stated): readonly Stated[] {
  return value instanceof Map ? [...value].map((member) => new Map([member])) : [value]
}
