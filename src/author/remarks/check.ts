import type { Rule } from '../../pack/rule.js'
import type { Study } from './jointWitness.js'
import type { Remark } from './remark.js'
import type { RuleCollision } from './ruleCollisions.js'

/** A pack as checks look at it: with the rules that can apply, and with every two of which claims collide. */
export interface CheckedPack extends Study {
  readonly living: ReadonlySet<Rule>
  readonly collisions: readonly RuleCollision[]
  /** The day about which it is asked, where one is named. */
  readonly on?: string
  /** The pack of whose rules is asked, where it is not of all. */
  readonly of?: string
}

/** Whether what is said of some rules is asked for: one of them is of the pack that is asked about. */
export function isAsked(rules: readonly Rule[], { of }: Pick<CheckedPack, 'of'>): boolean {
  return of === undefined || rules.some(({ pack }) => pack === of)
}

/** One thing that is looked for in a pack that can be used. */
export type Check = (checked: CheckedPack) => readonly Remark[]
