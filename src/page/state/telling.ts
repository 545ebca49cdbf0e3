import { knownSituation, nestedSituation } from '../../consult/statements.js'
import { parseSituation } from '../../decide/situation.js'
import { restatedValue } from '../../decide/statedFacts.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { jurisdictionFact } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { type Consultation, pack, type Situation } from './pack.js'

/** A statement that can be ticked: that a fact has a value, or of a list, that a member is so or is not. */
export interface Statement {
  readonly fact: string
  readonly value: string | number | boolean
  readonly so: boolean
}

/** What is told of each fact. */
export type Told = ReadonlyMap<string, Stated>

/** What was read in situations, as long as the page holds them. */
const read = new WeakMap<Situation, Told>()

/** What is told in a situation. */
export function toldIn(situation: Situation): Told {
  const told = read.get(situation) ?? parseSituation(situation, pack)
  read.set(situation, told)
  return told
}

/** Whether a statement is told. */
export function isTold({ fact, value, so }: Statement, told: Told): boolean {
  const stated = told.get(fact)
  return stated instanceof Map ? stated.get(String(value)) === so : so && stated === value
}

/** What is told of a statement where it is ticked. */
export function tickedAs({ fact, value, so }: Statement): Stated {
  return isList(fact) ? new Map([[String(value), so]]) : value
}

/** Whether a fact is a list, of which each member is told for itself. */
export function isList(fact: string): boolean {
  const declared = pack.facts.get(fact)
  return declared !== undefined && typeOf(declared).input === 'members'
}

/** The consultation with something told; of a list only the members that are named change. @throws TimbangError where it contradicts what was told */
export function withTold(consultation: Consultation, fact: string, value: Stated): Consultation {
  const told = toldIn(consultation.situation)
  return holding(consultation, new Map([...told, [fact, restatedValue(told.get(fact), value)]]))
}

/** The consultation as if something had never been told; of a list only the one member, where it is named. */
export function withoutTold(consultation: Consultation, fact: string, member?: string): Consultation {
  const told = new Map(toldIn(consultation.situation))
  const stated = told.get(fact)
  const left = stated instanceof Map && member !== undefined ? [...stated].filter(([name]) => name !== member) : []
  if (left.length > 0) told.set(fact, new Map(left))
  else told.delete(fact)
  return holding(consultation, told)
}

/** A consultation in which other things are told. @throws TimbangError where they contradict each other */
function holding({ asked }: Consultation, told: Told): Consultation {
  const situation = nestedSituation(told) as Situation
  knownSituation(situation, pack)
  return { format: 1, situation, asked: asked.filter((name) => told.has(name)) }
}

/** With what a consultation begins: who reads Indonesian works in Indonesia until it is said otherwise. */
export function beginning(locale: InterfaceLanguage): Consultation {
  const nothing: Consultation = { format: 1, situation: {}, asked: [] }
  return locale === 'id' ? withTold(nothing, jurisdictionFact, 'ID') : nothing
}
