import { compiledPack, type Known } from '../../../decide/compiledPack.js'
import { type Finding, findingOn, isClaiming } from '../../../decide/decide.js'
import { type Conditions, type Leaf, leaves } from '../../../pack/conditions.js'
import { compile } from '../../../pack/evaluation.js'
import type { Fact } from '../../../pack/fact.js'
import { leavesRead } from '../../../pack/factsRead.js'
import type { Pack } from '../../../pack/pack.js'
import { conditionsOf } from '../../../pack/rule.js'
import { harmlesslyHolds } from '../../../weigh/harmless.js'
import { opensDanger, presses } from '../../../weigh/hastening.js'
import { numberOfTruths } from './cells.js'

/**
 * What is asked of every situation, hangs on few facts, and is answered by a small number; so each answer is found out only
 * once.
 */
export interface Lookup {
  /** The comparisons on which the answer hangs, and the facts of which it hangs on whether anything is known of them. */
  readonly compared: readonly Leaf[]
  readonly wholes: readonly string[]
  readonly found: (known: Known) => number
}

/** The bit of an answer that stays whatever else is told. */
export const closed = 64

/** The bits of what is found of a rule: it claims what it says; it is undetermined; it presses; it leaves a danger open. */
export const claiming = 1
export const undetermined = 2
export const pressing = 4
export const opening = 8

/** The bits of what is found of a sign of danger: it is stated; it could be so though all that is open proves harmless. */
export const signStated = 1
export const signPossible = 2

/** All that is looked up for the situations of a pack on a day, by what it is about. */
export interface Lookups {
  /** What follows from other facts, in the order in which it follows. */
  readonly derived: readonly Lookup[]
  readonly rules: readonly Lookup[]
  readonly signs: readonly Lookup[]
  /** Whether the condition of a guideline holds. */
  readonly guidelines: readonly Lookup[]
  /** Whether an action is done. */
  readonly done: readonly Lookup[]
}

/** What is looked up. */
export function lookupsOf<S>(pack: Pack<S>, on: string): Lookups {
  const { derived, slots, rules, dangerSigns, guidelineTests } = compiledPack(pack)
  const test = (conditions: Conditions) => compile(conditions, pack.facts, slots)
  const asked = (conditions: Conditions, found: Lookup['found']): Lookup => ({
    compared: leaves(conditions),
    wholes: [],
    found,
  })
  const truths = (conditions: Conditions) => {
    const holds = test(conditions)
    return asked(conditions, ({ values, assumed }) => numberOfTruths(holds(values), holds(assumed)))
  }
  return {
    derived: derived.map(({ name }) => truths((pack.facts.get(name) as Fact).derivedFrom as Conditions)),
    rules: rules.map((compiled): Lookup => {
      const { rule } = compiled
      return {
        compared: conditionsOf(rule).flatMap((conditions) => leavesRead(conditions, pack.facts)),
        wholes: rule.findsOut ?? [],
        found: (known) => bitsOf(findingOn(compiled, known, on), known, pack),
      }
    }),
    signs: leaves(dangerSigns).map((sign): Lookup => {
      const [isStated, couldBe] = [test(sign), harmlesslyHolds(sign, pack)]
      const found = ({ values, assumed }: Known) =>
        (isStated(values) === true ? signStated : 0) + (couldBe(assumed) ? signPossible : 0)
      return { compared: leavesRead(sign, pack.facts), wholes: [], found }
    }),
    guidelines: [...guidelineTests.keys()].map(({ when }) => truths(when as Conditions)),
    done: [...pack.actions.values()].flatMap(({ done }) => {
      if (!done) return []
      const isDone = test(done.conditions)
      return asked(done.conditions, ({ values }) => (isDone(values) === true ? 1 : 0))
    }),
  }
}

function bitsOf<S>(finding: Finding, known: Known, pack: Pack<S>): number {
  // What cannot apply claims nothing, presses nothing and opens nothing, whatever is learned.
  if (!finding.possible) return closed
  return (
    (isClaiming(finding) ? claiming : 0) +
    (finding.outcome === 'undetermined' ? undetermined : 0) +
    (presses(finding, known, pack) ? pressing : 0) +
    (opensDanger(finding, known, pack) ? opening : 0)
  )
}

/** Whether any of some answers has a bit. */
export function hasAny(answers: Uint8Array, bit: number): boolean {
  for (let i = 0; i < answers.length; i++) if (((answers[i] as number) & bit) !== 0) return true
  return false
}
