import type { Known } from '../decide/compiledPack.js'
import { knownFrom } from '../decide/decide.js'
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
  const root: Record<string, unknown> = {}
  for (const [name, value] of stated) {
    const path = name.split('.')
    const last = path.pop() as string
    const branch = path.reduce((inner, key) => {
      inner[key] ??= {}
      return inner[key] as Record<string, unknown>
    }, root)
    branch[last] = value instanceof Map ? Object.fromEntries(value) : value
  }
  return root as AnySituation
}

/** Stated facts one by one, the members of a list each for itself. */
export function statements(stated: StatedFacts): readonly Statement[] {
  return [...stated].flatMap(([name, value]): readonly Statement[] =>
    value instanceof Map ? [...value].map((member) => [name, new Map([member])]) : [[name, value]],
  )
}
