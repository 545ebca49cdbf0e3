import { type AdvisedAction, openUnless } from '../../advise/advice.js'
import { type Asked, askedFact } from '../../ask/question.js'
import type { StatedFacts } from '../../decide/statedFacts.js'
import type { Conditions } from '../../pack/conditions.js'
import { factsRead } from '../../pack/factsRead.js'
import type { Pack } from '../../pack/pack.js'

/** The facts not stated on which an action rests: those that its open `unless`, its presumptions and possible defeaters read, danger first. */
export function openFacts<S>({ assumptions }: AdvisedAction, stated: StatedFacts, pack: Pack<S>): readonly Asked[] {
  const unless = openUnless(assumptions).flatMap(({ rule, name }) =>
    (pack.rules.get(rule)?.unless ?? []).filter((one) => one.name === name).map(({ conditions }) => conditions),
  )
  const defeating = assumptions.defeaters.flatMap(({ rule }) => pack.rules.get(rule)?.conditions ?? [])
  const read = [...unless, ...defeating].flatMap((one: Conditions) => [...factsRead(one, pack.facts)])
  const facts = [...new Set([...assumptions.presumed, ...read])].flatMap((name) => pack.facts.get(name) ?? [])
  const open = facts.filter((fact) => fact.ask !== undefined && !stated.has(fact.name)).map(askedFact)
  return [...open.filter(({ danger }) => danger), ...open.filter(({ danger }) => !danger)]
}
