import { comparedValue, type Known } from '../decide/compiledPack.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Scalar } from '../pack/conditions.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { grouped } from '../pack/grouped.js'
import type { Pack } from '../pack/pack.js'
import type { Action } from '../pack/packSource.js'
import { type Status, statuses, type Text, type Urgency, urgencies } from '../vocabulary.js'
import type { Assessment } from '../weigh/assess.js'
import { type Claim, isTowards, soonest, strength } from '../weigh/claims.js'
import { isInDoubt, type Reasoned } from './candidates.js'
import { sortedBy } from './order.js'
import { type Answer, isTold, type Supposed, supposedInWords } from './question.js'
import { factsKey, satisfying } from './satisfyingFacts.js'
import type { SupposedOutlook, SupposedOutlooks } from './supposedOutlooks.js'

/** What all rules together would ask for, forbid or permit anew if what is not known proved to be so. */
export interface DependingDuty {
  /** What would have to be so; all of it. */
  readonly when: readonly Supposed[]
  /** Whether it hangs on nothing but danger that is still open. */
  readonly danger: boolean
  readonly urgency: Urgency
  readonly actions: readonly {
    readonly action: string
    readonly label: Text
    readonly status: Status
    /** The rules that would say so. */
    readonly rules: readonly string[]
  }[]
}

/** What would be said anew, by what decides rules in doubt for a stated reason: what hangs on danger alone first, then what belongs to the matters that were told, and the gravest before the rest; else what hangs on little before what hangs on much. */
export function dependingDuties<S>(
  now: Assessment,
  reasoned: Reasoned,
  outlooks: SupposedOutlooks,
  known: Known,
  pack: Pack<S>,
): readonly DependingDuty[] {
  const inDoubt = now.weighing.findings
    .filter((finding) => isInDoubt(finding, reasoned))
    .flatMap(({ rule }) => {
      const facts = satisfying(rule.conditions, true, new Map(), known, pack)
      return facts && facts.size > 0 ? [{ rule, facts }] : []
    })
  const byWhatDecides = [...grouped(inDoubt, ({ facts }) => factsKey(facts)).values()]
  const duties = byWhatDecides.flatMap((group): DependingDuty[] => {
    const [{ facts }] = group as [(typeof group)[number]]
    const outlook = outlooks.of(facts)
    if (!outlook) return []
    const said = saidAnew(outlook, now.statuses, pack)
    return said.length === 0 ? [] : [dutyOf(facts, said, pack)]
  })
  const told = duties.flatMap((duty): DependingDuty[] => {
    const actions = duty.actions.filter((one) => !duties.some((other) => saysWithLess(other, duty, one)))
    return actions.length === 0 ? [] : [{ ...duty, actions }]
  })
  return sortedBy(
    told.filter((duty) => !told.some((other) => isToldForMilder(duty, other, pack))),
    rankAmong(known),
  )
}

/** Whether another line says all of it already where a scale stands lower: what is so from *serious* on is not told of *life-threatening* again. */
function isToldForMilder<S>(duty: DependingDuty, other: DependingDuty, pack: Pack<S>): boolean {
  if (other === duty || other.when.length !== duty.when.length) return false
  const answers = new Map(duty.when.map(({ fact, answer }) => [fact, answer]))
  const milder = other.when.map(({ fact, answer }) => milderBy(pack.facts.get(fact) as Fact, answer, answers.get(fact)))
  return (
    milder.every((by) => by !== undefined) &&
    milder.some((by) => by !== 0) &&
    duty.actions.every((one) => other.actions.some((said) => said.action === one.action && said.status === one.status))
  )
}

/** By how many steps of a scale one answer stands below another; nothing where they are no two answers of one scale and differ. */
function milderBy(fact: Fact, one: Answer, other: Answer | undefined): number | undefined {
  if (other?.value === one.value && other.so === one.so) return 0
  if (other === undefined || !typeOf(fact).hasSteps) return undefined
  const by = Number(comparedValue(fact, other.value)) - Number(comparedValue(fact, one.value))
  return by > 0 ? by : undefined
}

/** Whether another duty says the same of an action already where less is so. */
function saysWithLess(other: DependingDuty, { when }: DependingDuty, { action, status }: Owed[number]): boolean {
  const among = ({ fact, answer }: Supposed) =>
    when.some((one) => one.fact === fact && one.answer.value === answer.value && one.answer.so === answer.so)
  return (
    other.when.length < when.length &&
    other.when.every(among) &&
    other.actions.some((one) => one.action === action && one.status === status)
  )
}

type Owed = DependingDuty['actions']

/** What would then be said of an action, with the claims that say it. */
interface Said {
  readonly action: string
  readonly status: Exclude<Status, 'contested'>
  readonly claims: readonly Claim[]
}

/** What all rules together would then ask for, forbid or permit and do not say as strongly now, but for what is owed always. */
function saidAnew<S>(
  { statuses: then, weighed }: SupposedOutlook,
  now: ReadonlyMap<string, Status>,
  pack: Pack<S>,
): readonly Said[] {
  const claims = grouped(
    [...weighed.weighing.labels].flatMap(([claim, label]) => (label === 'in' ? [claim] : [])),
    ({ action }) => action,
  )
  const said = [...then].flatMap(([action, status]): Said[] => {
    if (status === 'contested' || isSaid(status, now.get(action))) return []
    const saying = (claims.get(action) ?? []).filter(({ force }) => force === status)
    const standing = saying.every(({ rule }) => rule.standing) || pack.actions.get(action)?.standing === true
    return standing ? [] : [{ action, status, claims: saying }]
  })
  return sortedBy(said, ({ status, claims: saying }) => [
    statuses.indexOf(status),
    urgencies.indexOf(urgencyOf(saying)),
  ])
}

/** Whether as much is said of an action now. */
function isSaid(then: Said['status'], now: Status | undefined): boolean {
  if (now === undefined || now === 'contested') return false
  return isTowards(now) === isTowards(then) && strength(now) >= strength(then)
}

function urgencyOf(claims: readonly Claim[]): Urgency {
  return soonest(claims.map(({ urgency }) => urgency))
}

function dutyOf<S>(facts: StatedFacts, said: readonly Said[], pack: Pack<S>): DependingDuty {
  return {
    when: supposedInWords(facts, pack),
    danger: [...facts].every(([name, value]) => marksDanger(pack.facts.get(name) as Fact, value)),
    urgency: urgencyOf(said.flatMap(({ claims }) => claims)),
    actions: said.map(({ action, status, claims }) => ({
      action,
      label: (pack.actions.get(action) as Action).label,
      status,
      rules: claims.map(({ rule }) => rule.name),
    })),
  }
}

/** Whether an answer says that there is danger. */
function marksDanger({ danger = [] }: Fact, value: Stated): boolean {
  if (value instanceof Map) return [...value].some(([member, so]) => so === true && danger.includes(member))
  return danger.includes(value as Scalar)
}

const fewConditions = 2

/** What hangs on matters of which nothing was told comes after what belongs to the story. */
function rankAmong({ stated }: Known): (duty: DependingDuty) => readonly number[] {
  const matterOf = (fact: string) => fact.slice(0, fact.indexOf('.'))
  const told = new Set([...stated].flatMap(([fact, value]) => (isTold(value) ? [matterOf(fact)] : [])))
  return ({ when, danger, urgency, actions: [gravest] }) => {
    const { status } = gravest as Owed[number]
    const isUntold = when.some(({ fact }) => !told.has(matterOf(fact)))
    const isRemote = !danger && when.length > fewConditions
    const [force, haste] = [statuses.indexOf(status), urgencies.indexOf(urgency)]
    return [Number(!danger), Number(isUntold), Number(isRemote), force, haste, when.length]
  }
}
