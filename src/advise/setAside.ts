import type { Pack } from '../pack/pack.js'
import type { PackParts } from '../pack/packParts.js'
import type { Rule } from '../pack/rule.js'
import { type Claim, strength } from '../weigh/claims.js'
import { groundsHere } from '../weigh/groundsHere.js'
import { type Collision, setAsideClaims } from '../weigh/weigh.js'
import type { SetAside } from './advice.js'
import { groupBy, unique } from './dilemmas.js'
import { byWeight, consistentActions, type Draft, excludedIn, namedAction, reasonFor } from './reasons.js'

/** The duties that gave way, to what and by what, and what is still owed to them. */
export function setAside<S>(draft: Draft<S>): readonly SetAside[] {
  const { labels, collisions } = draft.assessment.weighing
  const all = setAsideClaims(draft.assessment.weighing)
  const lost = groupBy(all, ({ action }) => action)
  const standing = standingRemainders(all, draft.pack, draft.against)
  const order = [...draft.pack.actions.keys()]
  return [...lost.values()]
    .map((claims) => claims.sort(byForce))
    .map((claims) => ({
      ...namedAction((claims[0] as Claim).action, draft.pack),
      force: (claims[0] as Claim).force,
      because: claims.map(reasonFor).sort(byWeight),
      gaveWayTo: unique(claims.flatMap((claim) => victors(claim, collisions, labels, draft))).sort((a, b) =>
        `${a.rule} ${a.action}` < `${b.rule} ${b.action}` ? -1 : 1,
      ),
      owed: consistentActions(
        claims.flatMap(({ rule }) => rule.whenOverridden).filter((action) => standing.has(action)),
        draft,
      ),
    }))
    .sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action))
}

/** What is still owed to all of them together: of two that exclude each other, what is owed to the stronger duty. */
function standingRemainders<S>(
  lost: readonly Claim[],
  pack: Pack<S>,
  against: (action: string) => boolean,
): ReadonlySet<string> {
  const excluded = excludedIn(pack)
  const standing = new Set<string>()
  for (const action of [...lost].sort(byForce).flatMap(({ rule }) => rule.whenOverridden)) {
    const barred = [...standing].some((other) => excluded.get(action)?.has(other))
    if (!barred && !against(action)) standing.add(action)
  }
  return standing
}

function byForce(one: Claim, other: Claim): number {
  return strength(other.force) - strength(one.force) || (one.rule.name < other.rule.name ? -1 : 1)
}

/** The claims that stand and defeat one that gave way. */
function victors<S>(
  lost: Claim,
  collisions: readonly Collision[],
  labels: ReadonlyMap<Claim, string>,
  { pack, place }: Draft<S>,
): SetAside['gaveWayTo'] {
  return collisions.flatMap(({ claims, prevails, settledBy }) => {
    const other = claims[0] === lost ? claims[1] : claims[1] === lost ? claims[0] : undefined
    if (other === undefined || prevails === lost || labels.get(other) !== 'in') return []
    const { name, principle, pack: by } = other.rule
    const { basis } = groundsHere(other.rule, place, pack)
    const admitted = settledBy !== 'framework' && admittedOver(lost.rule, by, pack.parts)
    return [{ rule: name, action: other.action, principle, basis, by: settledBy, ...(admitted && { admitted: by }) }]
  })
}

/** Whether a pack prevails over a rule of another because the host has admitted it. */
function admittedOver({ name, pack }: Rule, by: string, parts: PackParts): boolean {
  return pack !== by && parts.some((part) => part.name === by && part.admitted.includes(name))
}
