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

/** Of a rule whose conditions alone decide, presuming nothing, what it can say: where they hold, where not, and where it is not known. */
export interface PlainFindings {
  readonly holding: Finding
  readonly failing: Finding
  readonly open: Finding
}

/** What such a rule can say, made once. */
export function plainFindings(rule: Rule): PlainFindings {
  const finding = (outcome: Outcome, holds: Truth): Finding => ({
    rule,
    outcome,
    holds,
    unless: none,
    open: none,
    possible: holds !== false,
  })
  return {
    holding: finding('applies', true),
    failing: finding('does-not-apply', false),
    open: finding('undetermined', undefined),
  }
}

const none: readonly [] = []
