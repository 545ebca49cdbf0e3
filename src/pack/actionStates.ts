import type { Conditions } from './conditions.js'
import type { PackSource } from './packSource.js'

type FactSource = PackSource['facts'][number]
type Word = Pick<NonNullable<FactSource['values']>[number], 'value' | 'label'>

/**
 * The pack with what its facts say of actions: where one tells of a state of actions (considered, begun, done; by whom), every
 * action of the catalogue is a member of it; and by one that makes them done, every action counts as done that is so, but those
 * that are `continuing`: who has refused, or kept a secret, so far is still to do it.
 */
export function withActionStates(source: PackSource): PackSource {
  const words = source.actions.map(({ name, label }) => ({ value: name, label }))
  const facts = source.facts.map((fact) => presentFact(fact, words))
  const making = facts.flatMap(({ name, ofActions, makesDone }) =>
    ofActions && makesDone ? [{ name, next: makesDone.next }] : [],
  )
  const [first] = making
  if (first === undefined) return { ...source, facts }
  const actions = source.actions.map((action) => {
    if (action.continuing) return action
    const members = making.map(({ name }) => ({ fact: name, operator: 'contains', value: action.name }) as const)
    const all = [...(action.done?.conditions === undefined ? [] : [action.done.conditions as Conditions]), ...members]
    const conditions = all.length === 1 ? all[0] : { any: all }
    return { ...action, done: { conditions, next: action.done?.next ?? first.next } }
  })
  return { ...source, facts, actions }
}

/** A fact with its words as they are now, and the actions that it can tell of besides. */
function presentFact(fact: FactSource, actions: readonly Word[]): FactSource {
  const values = fact.values?.map(({ aliases: _former, ...word }) => word)
  if (!fact.ofActions) return values ? { ...fact, values } : fact
  const named = new Set(values?.map(({ value }) => value))
  const members = values ? actions.filter(({ value }) => !named.has(value)) : actions
  return { ...fact, ...(values && { values }), members } as FactSource
}
