import { panelOf } from '../ask/order.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Stated } from '../pack/factTypes/factType.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { knownSituation, nestedSituation, type Statement } from './statements.js'

/** A situation that was kept and is opened again, and what of it is to be looked at anew. */
interface TakenUpAgain<S = AnySituation> {
  /** The same, but that what was not known of danger then is asked again. */
  readonly situation: S
  /** What was told then of what is asked of everybody in danger, in that order. */
  readonly toldThen: readonly Statement[]
}

/**
 * Danger moves: what is asked of everybody once a sign of it is told is asked again when a situation that was kept is opened.
 * @throws TimbangError `invalid-situation`
 */
export function takenUpAgain<S>(situation: NoInfer<S>, pack: Pack<S>): TakenUpAgain<S> {
  const known = knownSituation(situation, pack)
  const panel = [...panelOf(known, pack).keys()]
  const stated: StatedFacts = new Map(
    [...known.stated].flatMap(([name, value]): readonly Statement[] => {
      const left = panel.includes(name) ? told(value) : value
      return left === undefined ? [] : [[name, left]]
    }),
  )
  return {
    situation: nestedSituation(stated) as S,
    toldThen: panel.flatMap((name): readonly Statement[] => {
      const value = stated.get(name)
      return value === undefined ? [] : [[name, value]]
    }),
  }
}

/** What is known of a value: of a list, of those of its members of which anything is. */
function told(value: Stated): Stated | undefined {
  if (!(value instanceof Map)) return value ?? undefined
  const members = [...value].filter(([, so]) => so !== null)
  return members.length === 0 ? undefined : new Map(members)
}
