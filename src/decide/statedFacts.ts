import type { Stated } from '../pack/factTypes/factType.js'

/** The stated facts of a situation by their dotted names; what is not in it was not stated. */
export type StatedFacts = ReadonlyMap<string, Stated>

/** What a fact is stated to be after something else was stated of it: of a list only the members that are named change. */
export function restatedValue(before: Stated | undefined, after: Stated): Stated {
  return before instanceof Map && after instanceof Map ? new Map([...before, ...after]) : after
}

/** Stated facts with others stated over them. */
export function restated(stated: StatedFacts, changes: Iterable<readonly [string, Stated]>): StatedFacts {
  const result = new Map(stated)
  for (const [name, value] of changes) result.set(name, restatedValue(result.get(name), value))
  return result
}
