import { inForce } from '../../decide/decide.js'
import type { Pack } from '../../pack/pack.js'
import { type Claim, claimGraph, isTowards } from '../../weigh/claims.js'

/** What speaks against an action wherever a rule speaks of it, where all that do speak against it: by a rule that nearly always holds, if there is one. */
export function alwaysAgainst<S>(action: string, pack: Pack<S>, on: string): Claim | undefined {
  const claims = [...claimGraph(pack).claimsOf.values()]
    .flat()
    .filter((claim) => claim.action === action && inForce(claim.rule, on))
  return claims.some(({ force }) => isTowards(force))
    ? undefined
    : (claims.find(({ rule }) => rule.standing) ?? claims[0])
}
