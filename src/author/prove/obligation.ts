import type { OpenOutlook } from './open/outlook.js'
import type { Seen } from './replay.js'
import type { Literal } from './solve/circuit.js'

/** One thing to be shown: that some parts of a circuit never hold together. */
export interface Obligation {
  /** What it is about: actions, facts or rules by their names. */
  readonly about: readonly string[]
  /** The actions of which a counterexample tells what is said. */
  readonly actions: readonly string[]
  /** What would have to hold together for it to fail. */
  readonly wanted: readonly Literal[]
  /** What has to be possible, each by itself, for it to say anything. */
  readonly bites: readonly (readonly Literal[])[]
  /** The situations that a counterexample consists of. */
  readonly outlooks: readonly OpenOutlook[]
  /** Whether the situations, weighed as always, show it. */
  readonly shows: (seen: readonly Seen[]) => boolean
  /** Whether what is shown is used for the others of its kind that are shown after it. */
  readonly isLemma?: boolean
}
