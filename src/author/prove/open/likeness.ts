import type { Conditions } from '../../../pack/conditions.js'
import { leavesRead } from '../../../pack/factsRead.js'
import type { Pack } from '../../../pack/pack.js'

/** What was made for a situation that is like another but for some facts. */
export interface Likeness<T> {
  readonly as: T
  readonly differs: ReadonlySet<string>
}

/** Whether conditions read one of some facts, by themselves or through what follows from them. */
export function readsAny(some: readonly Conditions[], names: ReadonlySet<string>, { facts }: Pack<unknown>): boolean {
  return some.some((conditions) => leavesRead(conditions, facts).some(({ fact }) => names.has(fact)))
}
