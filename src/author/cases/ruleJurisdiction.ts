import type { Conditions } from '../../pack/conditions.js'
import type { Rule } from '../../pack/rule.js'
import { jurisdictionFact } from '../../vocabulary.js'

/** Where a rule holds, and its conditions besides; absent where it holds everywhere. */
interface Jurisdiction {
  readonly home: readonly string[]
  readonly conditions: Conditions
}

/** Reads the jurisdiction of a rule back from its conditions, into which the pack has written it. */
export function jurisdictionOf({ conditions }: Pick<Rule, 'conditions'>): Jurisdiction | undefined {
  if (!('all' in conditions) || conditions.all.length !== 2) return undefined
  const [where, besides] = conditions.all as readonly [Conditions, Conditions]
  if (!('fact' in where) || where.fact !== jurisdictionFact || where.operator !== 'in') return undefined
  return { home: where.value as readonly string[], conditions: besides }
}
