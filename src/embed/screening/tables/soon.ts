import type { Pack } from '../../../pack/pack.js'
import { type Urgency, urgencies } from '../../../vocabulary.js'
import { hastening } from '../../../weigh/hastening.js'
import { hasAny, opening, pressing } from './lookups.js'

/** Those that are told of an action. */
export const soonUrgencies = urgencies.filter((one) => one !== 'routine')

/** How soon a situation is. */
export type Soon = (isBeaten: (claim: number) => boolean, isDangerPossible: () => boolean) => Urgency | undefined

/**
 * How soon a situation is by what was found of its rules, as `urgencyOf` says it; nothing where it hangs on which claims are
 * firm: where every claim by which a rule presses gives way to one that is made.
 */
export function soonBy<S>(pack: Pack<S>, rules: Uint8Array): Soon {
  const levels = soonUrgencies.map((level) => ({
    level,
    hasteners: hastening(pack)[level].map(({ place, claims }) => ({ place, claims: claims.map(({ index }) => index) })),
  }))
  return (isBeaten, isDangerPossible) => {
    for (const { level, hasteners } of levels) {
      if (level === 'prompt' && isDangerPossible() && hasAny(rules, opening)) return level
      let isUnsure = false
      for (const { place, claims } of hasteners) {
        if (((rules[place] as number) & pressing) === 0) continue
        if (!claims.every(isBeaten)) return level
        isUnsure = true
      }
      if (isUnsure) return undefined
    }
    return 'routine'
  }
}
