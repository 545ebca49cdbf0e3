import type { RankedAction } from '../../advise/rankActions.js'
import { excludedIn } from '../../advise/reasons.js'
import type { Pack } from '../../pack/pack.js'
import { type Claim, isTowards } from '../../weigh/claims.js'
import type { Label, Weighing } from '../../weigh/weigh.js'

/** What speaks for a step and against it, also what gives way. */
export interface ClaimsAbout {
  readonly towards: readonly Claim[]
  readonly against: readonly Claim[]
}

/** The claims on the actions of a step, and those that ask for what one of them excludes. */
export function claimsAbout<S>(step: readonly string[], { labels }: Weighing, pack: Pack<S>): ClaimsAbout {
  const excluded = new Set(step.flatMap((action) => [...(excludedIn(pack).get(action) ?? [])]))
  const claims = [...labels.keys()]
  const isAsked = ({ force }: Claim) => force === 'must' || force === 'should'
  return {
    towards: claims.filter((claim) => step.includes(claim.action) && isTowards(claim.force)),
    against: claims.filter((claim) =>
      step.includes(claim.action)
        ? !isTowards(claim.force)
        : excluded.has(claim.action) && isAsked(claim) && labels.get(claim) !== 'out',
    ),
  }
}

/** What waiting would leave undone: all that is due soon or at once. */
export function claimsAgainstWaiting(due: readonly RankedAction[], labels: ReadonlyMap<Claim, Label>): ClaimsAbout {
  const against = due.flatMap(({ status, claims }) =>
    claims.filter((claim) => claim.force === status && labels.get(claim) === 'in'),
  )
  return { towards: [], against }
}
