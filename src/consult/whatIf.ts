import type { NamedAction } from '../advise/advice.js'
import { checkedOptions } from '../advise/advise.js'
import { firstRanked, type RankedAction, rankActions, surestClaim } from '../advise/rankActions.js'
import { namedAction } from '../advise/reasons.js'
import type { Change } from '../ask/question.js'
import { knownFrom } from '../decide/decide.js'
import { doneActions } from '../decide/doneActions.js'
import { parseSituation } from '../decide/situation.js'
import { restated } from '../decide/statedFacts.js'
import { checkPack, type Pack } from '../pack/pack.js'
import type { Certainty, Kind, Status, Text, Urgency } from '../vocabulary.js'
import { type Assessment, assess, kindOf, type WeighOptions } from '../weigh/assess.js'
import type { Assumptions } from '../weigh/certainty.js'
import { type FactChange, factChanges, statusChanges } from './changes.js'
import { knownSituation } from './statements.js'

/** What is supposed instead of what was told; facts set to `null` are taken as not known. */
export interface WhatIfOptions<S> extends WeighOptions {
  readonly change: NoInfer<S>
}

/** A recommendation that stands first. */
export interface FirstAction extends NamedAction {
  readonly status: Status
  readonly urgency: Urgency
}

/** What would be said otherwise if facts were otherwise. */
export interface WhatIf {
  readonly changes: readonly FactChange[]
  readonly kind: { readonly from: Kind; readonly to: Kind }
  readonly urgency: { readonly from: Urgency; readonly to: Urgency }
  readonly first: { readonly from: readonly FirstAction[]; readonly to: readonly FirstAction[] }
  readonly actions: readonly Change[]
  /** The actions of which the same would be said, more or less surely. */
  readonly certainty: readonly {
    readonly action: string
    readonly label: Text
    readonly from: Certainty
    readonly to: Certainty
  }[]
}

/**
 * What would change in the advice if facts were otherwise than told.
 * @param situation the stated facts
 * @param options `change`: the facts that are otherwise, nested as a situation; `null` supposes that a fact is not known
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function whatIf<S>(situation: NoInfer<S>, pack: Pack<S>, options: WhatIfOptions<S>): WhatIf {
  checkPack(pack)
  const given = checkedOptions<WhatIfOptions<S>, S>(options, pack, { change: true })
  const known = knownSituation(situation, pack)
  const changes = parseSituation(given.change, pack, 'options.change')
  const supposed = knownFrom(restated(known.stated, changes), pack)
  const [now, then] = [assess(known, pack, given), assess(supposed, pack, given)]
  const [actions, actionsThen] = [
    rankActions(now, pack, doneActions(known, pack)),
    rankActions(then, pack, doneActions(supposed, pack)),
  ]
  return {
    changes: factChanges(changes, known, pack),
    kind: { from: kindOf(now, known, pack, given), to: kindOf(then, supposed, pack, given) },
    urgency: { from: now.urgency, to: then.urgency },
    first: { from: firstActions(actions, pack), to: firstActions(actionsThen, pack) },
    actions: statusChanges(now.statuses, then.statuses, pack),
    certainty: certaintyChanges(surely(actions, now), surely(actionsThen, then), now, then, pack),
  }
}

/** The first recommendations with their words. */
export function firstActions<S>(actions: readonly RankedAction[], pack: Pack<S>): readonly FirstAction[] {
  return firstRanked(actions).map(({ action, status, urgency }) => ({ ...namedAction(action, pack), status, urgency }))
}

type Surely = ReadonlyMap<string, Certainty>

function surely(actions: readonly RankedAction[], now: Assessment): Surely {
  return new Map(
    actions.map((one) => [one.action, (now.assumptions.get(surestClaim(one, now)) as Assumptions).certainty]),
  )
}

function certaintyChanges<S>(from: Surely, to: Surely, now: Assessment, then: Assessment, pack: Pack<S>) {
  return [...pack.actions.values()].flatMap(({ name, label }) => {
    const [before, after] = [from.get(name), to.get(name)]
    const same = now.statuses.get(name) === then.statuses.get(name)
    return same && before && after && before !== after ? [{ action: name, label, from: before, to: after }] : []
  })
}
