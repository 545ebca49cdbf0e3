import { compiledPack } from '../../decide/compiledPack.js'
import { leafTruth } from '../../pack/evaluation.js'
import { leavesRead } from '../../pack/factsRead.js'
import { hasReason, type IdleRule } from '../distractors.js'
import type { Lesson } from '../lesson.js'

/** Rules that do not hold, the nearest misses first; last those that fail by who, where or when alone. */
export function nearestFirst<S>(rules: readonly IdleRule[], lesson: Lesson<S>): readonly IdleRule[] {
  const far = new Map(rules.map((one) => [one, farness(one, lesson)]))
  return [...rules].sort((a, b) => (far.get(a) as number) - (far.get(b) as number))
}

/** Whether a rule fails by who, where or when alone. */
function isOfElsewhere({ why }: IdleRule): boolean {
  return why.by === 'told' && why.background
}

const unreasoned = 100
const elsewhere = 1_000

const otherwise = 3

/** How many comparisons of a rule the story does not make true, above all those that it makes false, less those that it does. */
function farness<S>(one: IdleRule, { known, pack }: Lesson<S>): number {
  const { conditions } = one.rule
  const { slots } = compiledPack(pack)
  const read = leavesRead(conditions, pack.facts)
  const truths = read.map((leaf) => leafTruth(leaf, pack.facts)(known.values[slots.get(leaf.fact) as number]))
  const [met, unmet] = [true, false].map((so) => truths.filter((truth) => truth === so).length) as [number, number]
  const beside = hasReason(conditions, known, pack) ? 0 : unreasoned
  return read.length - 2 * met + otherwise * unmet + beside + (isOfElsewhere(one) ? elsewhere : 0)
}
