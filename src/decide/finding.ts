import type { Rule } from '../pack/rule.js'
import type { Truth } from '../pack/truth.js'
import type { Outcome } from '../vocabulary.js'

/** What one rule says about one situation. */
export interface Finding {
  readonly rule: Rule
  readonly outcome: Outcome
  /** Whether its conditions hold, with what is presumed. */
  readonly holds: Truth
  /** Whether each of its `unless` holds, with what is presumed. */
  readonly unless: readonly Truth[]
  /** Whether each of its `unless` is still open, presumptions given up. */
  readonly open: readonly boolean[]
  /** Whether it could still apply once more is known, presumptions given up. */
  readonly possible: boolean
}
