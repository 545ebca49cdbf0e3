import { grouped } from '../pack/grouped.js'
import type { Assumptions } from '../weigh/certainty.js'
import { type Division, divisionsIn } from '../weigh/divisions.js'
import { partedSources } from '../weigh/groundsHere.js'
import type { PublishedPosition } from './advice.js'
import { type Draft, namedAction } from './reasons.js'

/** Of each action of which published positions say different things, the positions beside those of its rules. */
export function positionsByAction<S>(draft: Draft<S>): ReadonlyMap<string, readonly PublishedPosition[]> {
  const { assessment, known, pack, place } = draft
  const divisions = divisionsIn(assessment.weighing, known, pack, place.on)
  const byAction = grouped(divisions, ({ claim }) => claim.action)
  return new Map(
    [...byAction].map(([action, some]) => [action, some.map((one) => positionOf(one, draft)).sort(byNames)]),
  )
}

function positionOf<S>({ claim, position }: Division, { assessment, pack, place }: Draft<S>): PublishedPosition {
  const { sources, elsewhere } = partedSources(position.sources, place, pack)
  return {
    rule: claim.rule.name,
    position: position.name,
    certainty: (assessment.assumptions.get(claim) as Assumptions).certainty,
    asks: position.pushes.map(({ action, force }) => ({ ...namedAction(action, pack), force })),
    because: position.because,
    agreed: position.agreed,
    sources,
    ...(elsewhere.length > 0 && { elsewhere }),
  }
}

function byNames(one: PublishedPosition, other: PublishedPosition): number {
  return `${one.rule} ${one.position}` < `${other.rule} ${other.position}` ? -1 : 1
}
