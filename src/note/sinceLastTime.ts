import { checkedOptions } from '../advise/advise.js'
import { rankActions } from '../advise/rankActions.js'
import type { Change } from '../ask/question.js'
import { type FactChange, factChanges, statusChanges } from '../consult/changes.js'
import { knownSituation } from '../consult/statements.js'
import { compiledPack, type Known } from '../decide/compiledPack.js'
import { knownOrContradiction } from '../decide/decide.js'
import { doneActions } from '../decide/doneActions.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { type AnySituation, checkPack, type Pack } from '../pack/pack.js'
import { type Status, statuses, type Text, type Urgency, urgencies } from '../vocabulary.js'
import { assess, type WeighOptions } from '../weigh/assess.js'

/** What moved between two times a situation was weighed, and by which answers. */
export interface SinceLastTime {
  /** What is known otherwise than before; `null` where it is not known. */
  readonly changes: readonly FactChange[]
  readonly urgency: { readonly from: Urgency; readonly to: Urgency }
  /** The actions of which something else is said. */
  readonly moved: readonly Change[]
  /** What had to be done soon where there was danger and is now said more weakly, later or not at all, with the answers that did it. */
  readonly weaker: readonly Weakened[]
}

/** An action that is said more weakly than last time, and by which answers: one by itself, else all of them together. */
export interface Weakened {
  readonly action: string
  readonly label: Text
  readonly from: Said
  readonly to: Said | null
  readonly by: readonly FactChange[]
  /** Whether each of the answers does it by itself. */
  readonly alone: boolean
}

/** What is said of an action. */
export interface Said {
  readonly status: Status
  readonly urgency: Urgency
}

/**
 * What moved since a situation was last weighed, and by which answer. Advice about danger that became weaker names the answers
 * that did it: less is done only for a reason.
 * @param before the situation as it was kept; what was stated then and is not stated now counts as not known
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function sinceLastTime<S = AnySituation>(
  before: NoInfer<S>,
  after: NoInfer<S>,
  pack: Pack<S>,
  options: WeighOptions = {},
): SinceLastTime {
  checkPack(pack)
  const checked = checkedOptions<WeighOptions, S>(options, pack, {})
  const [then, now] = [knownSituation(before, pack), knownSituation(after, pack)]
  const steps = stepsBetween(then.stated, now.stated)
  const [said, saidNow] = [sayingOf(then, pack, checked), sayingOf(now, pack, checked)]
  const inWords = (step: Step) => factChanges(new Map([step]), then, pack)
  const endangered = compiledPack(pack).dangerStated(then.values) === true
  const weaker = [...(endangered ? said.actions : [])].flatMap(([action, from]): readonly Weakened[] => {
    const to = saidNow.actions.get(action) ?? null
    if (!isPressing(from) || !isWeaker(from, to)) return []
    const own = steps.filter((step) => {
      const known = knownOrContradiction(withStep(then.stated, step), pack)
      return typeof known !== 'string' && isWeaker(from, sayingOf(known, pack, checked).actions.get(action) ?? null)
    })
    const alone = own.length > 0
    const { label } = pack.actions.get(action) as { label: Text }
    return [{ action, label, from, to, by: (alone ? own : steps).flatMap(inWords), alone }]
  })
  return {
    changes: steps.flatMap(inWords),
    urgency: { from: said.urgency, to: saidNow.urgency },
    moved: statusChanges(said.statuses, saidNow.statuses, pack),
    weaker,
  }
}

/** A fact with what it is now; what is not stated any more is not known. */
type Step = readonly [fact: string, value: Stated]

function stepsBetween(then: StatedFacts, now: StatedFacts): readonly Step[] {
  const gone = [...then].flatMap(([name, value]): readonly Step[] => {
    const change = now.has(name) ? undefined : forgotten(value)
    return change === undefined ? [] : [[name, change]]
  })
  const told = [...now].flatMap(([name, value]): readonly Step[] => {
    const change = differing(then.get(name), value)
    return change === undefined ? [] : [[name, change]]
  })
  return [...told, ...gone]
}

/** What was known and is not stated any more is not known; what was not known then is no change. */
function forgotten(value: Stated): Stated | undefined {
  if (!(value instanceof Map)) return value === null ? undefined : null
  const known = [...value].filter(([, so]) => so !== null)
  return known.length === 0 ? undefined : new Map(known.map(([member]) => [member, null]))
}

/** What of a value is otherwise; of a list the members that are. */
function differing(before: Stated | undefined, after: Stated): Stated | undefined {
  if (!(after instanceof Map)) return (before ?? null) === after ? undefined : after
  const old: ReadonlyMap<string, boolean | null> = before instanceof Map ? before : new Map()
  const members = new Set([...old.keys(), ...after.keys()])
  const changed = [...members].flatMap((member): [string, boolean | null][] => {
    const [was, is] = [old.get(member) ?? null, after.get(member) ?? null]
    return was === is ? [] : [[member, is]]
  })
  return changed.length === 0 ? undefined : new Map(changed)
}

function withStep(stated: StatedFacts, [name, value]: Step): StatedFacts {
  const before = stated.get(name)
  const after = value instanceof Map && before instanceof Map ? new Map([...before, ...value]) : value
  return new Map([...stated, [name, after]])
}

/** What is said of every action, and how soon the whole is. */
function sayingOf<S>(known: Known, pack: Pack<S>, options: WeighOptions) {
  const assessment = assess(known, pack, options)
  const ranked = rankActions(assessment, pack, doneActions(known, pack))
  const actions = new Map(ranked.map(({ action, status, urgency }): [string, Said] => [action, { status, urgency }]))
  return { actions, statuses: assessment.statuses, urgency: assessment.urgency }
}

/** Whether it is about what cannot wait. */
function isPressing({ status, urgency }: Said): boolean {
  return (status === 'must' || status === 'must-not') && urgency !== 'routine'
}

function isWeaker(from: Said, to: Said | null): boolean {
  if (to === null || to.status !== from.status)
    return to === null || statuses.indexOf(to.status) > statuses.indexOf(from.status)
  return urgencies.indexOf(to.urgency) > urgencies.indexOf(from.urgency)
}
