import type { NamedAction } from '../../advise/advice.js'
import type { Asked } from '../../ask/question.js'
import type { Certainty, Status, StepAnswer, StepGround, Text, Urgency } from '../../vocabulary.js'
import type { DecisionRecord } from '../record/decisionRecord.js'

/** What is answered of a step, why, and what belongs to it: plain JSON that carries its own words. */
export interface StepCheck {
  readonly format: 1
  /** The step, an action of the pack. */
  readonly step: string
  readonly label: Text
  readonly answer: StepAnswer
  readonly ground: StepGround
  /** One sentence for the person. */
  readonly says: Text
  /** What the rules together say of it; `null` where none speaks of it. */
  readonly status: Status | null
  readonly certainty: Certainty | null
  /** The rules on which the answer rests, each with its reason and its sources. */
  readonly because: readonly StepReason[]
  /** What must be done before it. */
  readonly first: readonly NamedAction[]
  /** The facts not known on which it hangs, the decisive first; where a person decides, what is open about a danger. */
  readonly missing: readonly Asked[]
  /** What must be done with it, if it is done: what is still owed to what gave way, and the duties within it. */
  readonly obligations: readonly NamedAction[]
  /** What can be done instead: each of these would be answered with *go*, or is how to go on where nothing decides. */
  readonly instead: readonly NamedAction[]
  readonly urgency: Urgency
  /** Whether a sign of danger is stated. */
  readonly danger: boolean
  readonly on: string
  readonly packs: DecisionRecord['packs']
  readonly digests: StepDigests
  readonly at: string
  /** Until when it holds, in UTC. */
  readonly expires: string
  /** Whether the host is to act on it; with `shadow` it only looks on. */
  readonly enforced: boolean
}

/** A rule that speaks of the step, in words. */
export interface StepReason {
  readonly rule: string
  readonly because: Text
  readonly sources: readonly { readonly source: string; readonly cite: Text }[]
}

/** By what a check knows what it was of: the first two keyed with the host's key, as in a record. */
export interface StepDigests {
  readonly situation: string
  /** The step with what is handed to it, and what was said to be done. */
  readonly step: string
  /** The pack, the day and the framework. */
  readonly rules: string
}
