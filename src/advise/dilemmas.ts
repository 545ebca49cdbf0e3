import type { Rule } from '../pack/rule.js'
import { isDilemma } from '../weigh/assess.js'
import { type Claim, strength } from '../weigh/claims.js'
import type { Counsel } from '../weigh/frameworkOpinions.js'
import type { Collision, Weighing } from '../weigh/weigh.js'
import type { Dilemma, DilemmaSide, FrameworkOpinion, FrameworkView } from './advice.js'
import { byWeight, consistentActions, type Draft, namedAction, reasonFor } from './reasons.js'

/**
 * The undecided collisions of duties, by the principles between which nothing decides; where a duty hangs on weaker claims
 * alone, those between these.
 */
export function dilemmas<S>(draft: Draft<S>): readonly Dilemma[] {
  const { weighing } = draft.assessment
  const undecided = weighing.collisions.filter(
    ({ settledBy, claims }) =>
      settledBy === 'undecided' && claims.every((claim) => weighing.labels.get(claim) === 'undecided'),
  )
  const ofDuties = undecided.filter(({ claims }) => claims.some(({ force }) => strength(force) === 3))
  const open = ofDuties.length > 0 ? ofDuties : isDilemma(draft.assessment) ? undecided : []
  return [...groupBy(open, between).values()].map((group) => {
    const { claims, counsel } = group[0] as Collision
    const sides = sidesOf(claims[0], claims[1])
    return {
      between: sides,
      sides: sides.map((side) => sideOf(side, group, draft)),
      agreement: counsel.agreement,
      opinions: opinions(counsel),
    }
  })
}

/** The two principles in the order of their names; rules of one and the same principle stand for themselves. */
function sidesOf(one: Claim, other: Claim): readonly [string, string] {
  const names = [sideName(one.rule, other.rule), sideName(other.rule, one.rule)].sort() as [string, string]
  return names
}

function sideName(rule: Rule, other: Rule): string {
  return rule.principle === other.principle ? rule.name : rule.principle
}

function between({ claims: [one, other], counsel, settledBy, prevails }: Collision): string {
  const voices = opinions(counsel).map(({ framework, prevails: principle, guideline }) => [
    framework,
    principle,
    guideline,
  ])
  const winner = prevails && sideName(prevails.rule, (prevails === one ? other : one).rule)
  return JSON.stringify([sidesOf(one, other), settledBy, winner, voices])
}

function sideOf<S>(side: string, group: readonly Collision[], draft: Draft<S>): DilemmaSide {
  const claims = unique(
    group.flatMap(({ claims: [one, other] }) => [
      ...(sideName(one.rule, other.rule) === side ? [one] : []),
      ...(sideName(other.rule, one.rule) === side ? [other] : []),
    ]),
  )
  const reasons = [...new Map(claims.map((claim) => [claim.rule.name, claim])).values()]
  const order = [...draft.pack.actions.keys()]
  return {
    principle: (claims[0] as Claim).rule.principle,
    actions: unique(claims.map(({ action, force }) => ({ ...namedAction(action, draft.pack), force }))).sort(
      (a, b) => order.indexOf(a.action) - order.indexOf(b.action),
    ),
    because: reasons.map(reasonFor).sort(byWeight),
    owed: consistentActions(
      claims.flatMap(({ rule }) => rule.whenOverridden),
      draft,
    ),
  }
}

/** How every framework sees each pair of principles that collide here. */
export function frameworkViews({ collisions }: Weighing): readonly FrameworkView[] {
  const groups = [...groupBy(collisions, between).values()]
  return groups
    .map(([collision]) => viewOf(collision as Collision))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

function viewOf({ claims: [one, other], counsel, settledBy, prevails }: Collision): FrameworkView {
  return {
    between: sidesOf(one, other),
    settledBy,
    prevails: prevails ? prevails.rule.principle : null,
    agreement: counsel.agreement,
    speak: counsel.opinions.filter((opinion) => opinion.prevails).length,
    opinions: opinions(counsel),
  }
}

function opinions(counsel: Counsel): readonly FrameworkOpinion[] {
  return counsel.opinions
    .map(({ framework, prevails, guideline, open }) => ({
      framework: framework.name,
      label: framework.label,
      prevails: prevails ? prevails.principle : null,
      ...(guideline && { guideline: guideline.name, because: guideline.because }),
      ...(open && { open: open.name }),
    }))
    .sort((a, b) => (a.framework < b.framework ? -1 : 1))
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

/** Each once, by content. */
export function unique<T>(items: readonly T[]): T[] {
  const seen = new Map(items.map((item) => [JSON.stringify(item), item]))
  return [...seen.values()]
}
