import type { Known } from '../decide/compiledPack.js'
import type { Finding } from '../decide/decide.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { rememberedBy } from '../pack/remembered.js'
import type { Urgency } from '../vocabulary.js'
import { firmClaims } from './certainty.js'
import { type Claim, claimGraph } from './claims.js'
import { harmless } from './harmless.js'
import { type Hastened, hastened, type Pressing } from './hastening.js'
import { prevailing, type Weighing } from './weigh.js'

/**
 * How soon: the most pressing claim of a rule that holds, or would hold if the danger facts still open turned out harmless, so
 * that leaving a danger fact out never lowers it; and at least prompt while a sign of danger is stated and one is open.
 * @param weighing what was weighed; it is asked for only where how soon hangs on it
 * @param what what hastens the situation, where that was found out before
 */
export function urgencyOf<S>(
  weighing: () => Weighing,
  known: Known,
  pack: Pack<S>,
  what = hastened((place) => weighing().findings[place] as Finding, known, pack),
): Urgency {
  const surelyDefeated = surelyDefeatedIn(weighing, pack)
  const isPressed = ({ claims }: Pressing) => !claims.every(surelyDefeated)
  if (what.immediate(isPressed)) return 'immediate'
  const isDangerLeft = harmless(pack).dangerCould(known.assumed) && what.opening(() => true)
  return isDangerLeft || what.prompt(isPressed) ? 'prompt' : 'routine'
}

/** How soon at least, by what hastens a situation whatever else is found: claims that nothing can defeat. */
export function leastUrgency<S>({ immediate, prompt }: Hastened, pack: Pack<S>): Urgency {
  const victors = victorsOver(pack)
  const isPressed = ({ claims }: Pressing) => claims.some((claim) => victors(claim).length === 0)
  if (immediate(isPressed)) return 'immediate'
  return prompt(isPressed) ? 'prompt' : 'routine'
}

/** Whether a firm claim defeats another by exception or force; which are firm is found out only once it matters. */
function surelyDefeatedIn<S>(weighing: () => Weighing, pack: Pack<S>): (claim: Claim) => boolean {
  let firm: ReadonlySet<Claim> | undefined
  return (claim) => {
    const victors = victorsOver(pack)(claim)
    if (victors.length === 0) return false
    const { labels } = weighing()
    if (!victors.some((rival) => labels.has(rival))) return false
    firm ??= firmClaims(weighing(), pack).claims
    return victors.some((rival) => firm?.has(rival))
  }
}

/** The claims that defeat another by exception or force, whatever any framework says. */
const victorsOver = oncePerPack((pack) => {
  const { rivals } = claimGraph(pack)
  return rememberedBy((claim: Claim) => rivals.get(claim).filter((rival) => prevailing(claim, rival)?.claim === rival))
})
