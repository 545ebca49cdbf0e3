import { checkedOptions } from '../advise/advise.js'
import { type SaidOfAction, saidOfActions } from '../advise/rankActions.js'
import { type FactChange, factChanges } from '../consult/changes.js'
import { adviceMoved, isLater, isWeaker, type RuleChanges, rulesMoved, type Told } from '../consult/moved.js'
import { knownSituation } from '../consult/statements.js'
import { compiledPack, type Known } from '../decide/compiledPack.js'
import { claimingRules, knownOrContradiction } from '../decide/decide.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { type AnySituation, checkPack, type Pack } from '../pack/pack.js'
import type { Rule } from '../pack/rule.js'
import type { Text, Urgency } from '../vocabulary.js'
import { assess, kindOf, type WeighOptions } from '../weigh/assess.js'

/** What moved between two times a situation was weighed, and by which answers. */
export interface SinceLastTime {
  /** What is known otherwise than before; `null` where it is not known. */
  readonly changes: readonly FactChange[]
  readonly urgency: { readonly from: Urgency; readonly to: Urgency }
  /** The actions of which something else is said. */
  readonly moved: readonly MovedSince[]
  /** Of these, where danger was or is stated, those of which less is said, or later, with the answers that did it. */
  readonly weaker: readonly Weakened[]
  /** Where danger was or is stated and the whole is less urgent: the answers that did it; else nothing. */
  readonly later: ByAnswers | null
}

/** An action of which something else is said, and the rules that hold no longer or hold now. */
export interface MovedSince {
  readonly action: string
  readonly label: Text
  readonly from: SaidOfAction | null
  readonly to: SaidOfAction | null
  readonly rules: readonly string[]
}

/** The answers by which something moved: one by itself, else all of them together. */
export interface ByAnswers {
  readonly by: readonly FactChange[]
  /** Whether each of the answers does it by itself. */
  readonly alone: boolean
}

/** An action of which less is said than last time, or later, and by which answers. */
export interface Weakened extends MovedSince, ByAnswers {}

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
  const [was, is] = [toldOf(then, pack, checked), toldOf(now, pack, checked)]
  const steps = stepsBetween(then.stated, now.stated)
  const inWords = (step: Step) => factChanges(new Map([step]), then, pack)
  const answers = (isSo: (told: Told) => boolean): ByAnswers => {
    const own = steps.filter((step) => {
      const known = knownOrContradiction(withStep(then.stated, step), pack)
      return typeof known !== 'string' && isSo(toldOf(known, pack, checked))
    })
    return { by: (own.length > 0 ? own : steps).flatMap(inWords), alone: own.length > 0 }
  }
  const move = adviceMoved(was, is, spokenOf(was, is, pack))
  const moved = [...pack.actions.values()].flatMap(({ name, label }) => {
    const one = move?.actions.find(({ action }) => action === name)
    return one ? [{ action: name, label, from: one.was, to: one.now, rules: one.by }] : []
  })
  const weaker = moved
    .filter(({ from, to }) => move?.weakerInDanger && isWeaker(from, to))
    .map((one) => ({ ...one, ...answers(({ actions }) => isWeaker(one.from, actions.get(one.action) ?? null)) }))
  const isLess = ({ urgency }: Told) => isLater(was.urgency, urgency)
  return {
    changes: steps.flatMap(inWords),
    urgency: { from: was.urgency, to: is.urgency },
    moved,
    weaker,
    later: move?.weakerInDanger && isLess(is) ? answers(isLess) : null,
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

/** What is said of a situation, done or not: what was done since is no weaker for that. */
function toldOf<S>(known: Known, pack: Pack<S>, options: WeighOptions): Told {
  const assessment = assess(known, pack, options)
  return {
    kind: kindOf(assessment, known, pack, options),
    urgency: assessment.urgency,
    danger: compiledPack(pack).dangerStated(known.values) === true,
    actions: saidOfActions(assessment),
    rules: claimingRules(assessment.weighing.findings),
  }
}

/** The rules that hold no longer or hold now, each with the actions that it speaks of. */
function spokenOf<S>(was: Told, now: Told, { rules }: Pack<S>): RuleChanges {
  const { gone, come } = rulesMoved(was, now)
  const spoken = (name: string) => (rules.get(name) as Rule).pushes.map(({ action }) => action)
  return Object.fromEntries([...gone, ...come].map((name) => [name, spoken(name)]))
}
