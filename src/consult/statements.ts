import type { Known } from '../decide/compiledPack.js'
import { knownFrom } from '../decide/decide.js'
import { atPaths } from '../decide/nestedFacts.js'
import { parseSituation } from '../decide/situation.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Stated } from '../pack/factTypes/factType.js'
import type { AnySituation, Pack } from '../pack/pack.js'

/** One fact as it is stated; of a list, one member. */
export type Statement = readonly [fact: string, value: Stated]

/** What is known of a situation that was told. */
export function knownSituation<S>(situation: unknown, pack: Pack<S>): Known {
  return knownFrom(parseSituation(situation, pack), pack)
}

/** Stated facts as a situation is written. */
export function nestedSituation(stated: StatedFacts): AnySituation {
  return atPaths(
    [...stated].map(([name, value]) => [name.split('.'), value instanceof Map ? Object.fromEntries(value) : value]),
  )
}

/** Stated facts one by one, the members of a list each for itself. */
export function statements(stated: StatedFacts): readonly Statement[] {
  return [...stated].flatMap(([name, value]): readonly Statement[] =>
    value instanceof Map ? [...value].map((member) => [name, new Map([member])]) : [[name, value]],
  )
}
