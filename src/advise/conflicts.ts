import type { PackParts } from '../pack/parts.js'
import type { Rule } from '../pack/rule.js'
import type { Counsel } from '../weigh/frameworks.js'
import { kindOf } from '../weigh/outline.js'
import { type Claim, type Collision, setAsideClaims, strength, type Weighing } from '../weigh/weigh.js'
import type { Dilemma, DilemmaSide, FrameworkOpinion, FrameworkView, SetAside } from './advice.js'
import { byWeight, consistent, type Draft, named, reasonFor } from './reasons.js'

/** The duties that gave way, to what and by what, and what is still owed to them. */
export function setAside<S>(draft: Draft<S>): readonly SetAside[] {
  const { labels, collisions } = draft.now.weighing
  const lost = groupBy(setAsideClaims(draft.now.weighing), ({ action }) => action)
  const order = [...draft.pack.actions.keys()]
  return [...lost.values()]
    .map((claims) =>
      claims.sort((a, b) => strength(b.force) - strength(a.force) || (a.rule.name < b.rule.name ? -1 : 1)),
    )
    .map((claims) => ({
      ...named((claims[0] as Claim).action, draft.pack),
      force: (claims[0] as Claim).force,
      because: claims.map(reasonFor).sort(byWeight),
      gaveWayTo: unique(claims.flatMap((claim) => victors(claim, collisions, labels, draft.pack.parts))).sort((a, b) =>
        `${a.rule} ${a.action}` < `${b.rule} ${b.action}` ? -1 : 1,
      ),
      owed: consistent(
        claims.flatMap(({ rule }) => rule.whenOverridden),
        draft,
      ),
    }))
    .sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action))
}

/** The claims that stand and defeat one that gave way. */
function victors(
  lost: Claim,
  collisions: readonly Collision[],
  labels: ReadonlyMap<Claim, string>,
  parts: PackParts,
): SetAside['gaveWayTo'] {
  return collisions.flatMap(({ claims, prevails, settledBy }) => {
    const other = claims[0] === lost ? claims[1] : claims[1] === lost ? claims[0] : undefined
    if (other === undefined || prevails === lost || labels.get(other) !== 'in') return []
    const { name, principle, basis, pack } = other.rule
    const admitted = settledBy !== 'framework' && admittedOver(lost.rule, pack, parts)
    return [{ rule: name, action: other.action, principle, basis, by: settledBy, ...(admitted && { admitted: pack }) }]
  })
}

/** Whether a pack prevails over a rule of another because the host has admitted it. */
function admittedOver({ name, pack }: Rule, by: string, parts: PackParts): boolean {
  return pack !== by && parts.some((part) => part.name === by && part.admitted.includes(name))
}

/**
 * The undecided collisions of duties, by the principles between which nothing decides; where a duty hangs on weaker claims
 * alone, those between these.
 */
export function dilemmas<S>(draft: Draft<S>): readonly Dilemma[] {
  const { weighing } = draft.now
  const undecided = weighing.collisions.filter(
    ({ settledBy, claims }) =>
      settledBy === 'undecided' && claims.every((claim) => weighing.labels.get(claim) === 'undecided'),
  )
  const ofDuties = undecided.filter(({ claims }) => claims.some(({ force }) => strength(force) === 3))
  const open = ofDuties.length > 0 ? ofDuties : kindOf(draft.now) === 'dilemma' ? undecided : []
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
    actions: unique(claims.map(({ action, force }) => ({ ...named(action, draft.pack), force }))).sort(
      (a, b) => order.indexOf(a.action) - order.indexOf(b.action),
    ),
    because: reasons.map(reasonFor).sort(byWeight),
    owed: consistent(
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

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

/** Each once, by content. */
function unique<T>(items: readonly T[]): T[] {
  const seen = new Map(items.map((item) => [JSON.stringify(item), item]))
  return [...seen.values()]
}
