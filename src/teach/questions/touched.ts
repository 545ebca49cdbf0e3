import { leaves } from '../../pack/conditions.js'
import type { Rule } from '../../pack/rule.js'
import { hasReason } from '../distractors.js'
import type { Lesson } from '../lesson.js'
import { matterOf } from './matterOf.js'

/** Whether the story speaks of it: it tells another fact of the same matter, holds this one back, or its author names it. */
export function isTouched<S>(name: string, { known, heldBack, pack, vignette }: Lesson<S>): boolean {
  if (heldBack.has(name) || vignette.firstQuestions?.includes(name)) return true
  return [...known.stated.keys()].some((told) => matterOf(told) === matterOf(name) && !pack.facts.get(told)?.background)
}

/** Whether a rule that waits for it has another reason in the story; a danger is asked for without one. */
export function isCalledFor<S>(name: string, lesson: Lesson<S>): boolean {
  const { known, pack, heldBack, vignette } = lesson
  if (pack.facts.get(name)?.danger || heldBack.has(name) || vignette.firstQuestions?.includes(name)) return true
  return readers(name, lesson).some(({ conditions }) => hasReason(conditions, known, pack))
}

/** The rules in doubt that read a fact. */
export function readers<S>(name: string, { now }: Lesson<S>): readonly Rule[] {
  return now.weighing.findings.flatMap(({ rule, outcome, possible }) => {
    const reads = [rule.conditions, ...rule.unless.map(({ conditions }) => conditions)].some((part) =>
      leaves(part).some(({ fact }) => fact === name),
    )
    return possible && outcome !== 'does-not-apply' && reads ? [rule] : []
  })
}
