import { leftToDo, type SaidOfAction, saidOfActions } from '../../advise/rankActions.js'
import { compiledPack } from '../../decide/compiledPack.js'
import { claimingRules, decide, knownFrom } from '../../decide/decide.js'
import { doneActions } from '../../decide/doneActions.js'
import type { StatedFacts } from '../../decide/statedFacts.js'
import type { Pack } from '../../pack/pack.js'
import { type Status, statuses, type Urgency, urgencies } from '../../vocabulary.js'
import { kindOf, type WeighOptions, weighActions } from '../../weigh/assess.js'
import { urgencyOf } from '../../weigh/urgency.js'
import type { Weighed } from './screened.js'

/**
 * Weighs a situation by itself.
 * @throws TimbangError `invalid-situation` where a stated value contradicts what it is derived from
 */
export function weighedAlone<S>(stated: StatedFacts, pack: Pack<S>, options: WeighOptions): Weighed {
  const known = knownFrom(stated, pack)
  const findings = decide(known, pack, options.on)
  const weighed = weighActions(findings, known, pack, options)
  const left = leftToDo(weighed.statuses, doneActions(known, pack))
  const said = [...saidOfActions(weighed)].filter(([action]) => left.has(action))
  return {
    kind: kindOf(weighed, known, pack, options),
    urgency: urgencyOf(() => weighed.weighing, known, pack),
    danger: compiledPack(pack).dangerStated(known.values) === true,
    actions: listed(said, statuses, 'status'),
    urgent: listed(said, soon, 'urgency'),
    rules: claimingRules(findings),
  }
}

const soon = urgencies.filter((one) => one !== 'routine')

/** The names of the actions of which each word of a list is said; a word that is said of none is left out. */
function listed<W extends Status | Urgency>(
  said: readonly (readonly [string, SaidOfAction])[],
  words: readonly W[],
  part: keyof SaidOfAction,
): Partial<Record<W, readonly string[]>> {
  const found: Partial<Record<W, readonly string[]>> = {}
  for (const word of words) {
    const names = said.flatMap(([action, one]) => (one[part] === word ? [action] : [])).sort()
    if (names.length > 0) found[word] = names
  }
  return found
}
