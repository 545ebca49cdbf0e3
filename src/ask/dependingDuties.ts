import type { Known } from '../decide/compiledPack.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Scalar } from '../pack/conditions.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { grouped } from '../pack/grouped.js'
import type { Pack } from '../pack/pack.js'
import type { Action } from '../pack/packSource.js'
import type { Rule } from '../pack/rule.js'
import { type Status, statuses, type Text, type Urgency, urgencies } from '../vocabulary.js'
import type { Assessment } from '../weigh/assess.js'
import { soonest } from '../weigh/claims.js'
import { sortedBy } from './order.js'
import { type Supposed, supposedInWords } from './question.js'
import { isInDoubt } from './questions.js'
import { factsKey, satisfying } from './satisfyingFacts.js'
import type { SupposedOutlooks } from './supposedOutlooks.js'

/** What the rules would ask for or forbid if what is not known proved to be so, which is no more than what they say together. */
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
    /** The rules in doubt that would say so. */
    readonly rules: readonly string[]
  }[]
}

/** Duties and prohibitions of rules in doubt for a stated reason, by what decides them: what hangs on danger alone first, what hangs on little before what hangs on much, then the gravest. */
export function dependingDuties<S>(
  now: Assessment,
  outlookOf: SupposedOutlooks,
  known: Known,
  pack: Pack<S>,
): readonly DependingDuty[] {
  const inDoubt = now.weighing.findings
    .filter((finding) => isInDoubt(finding, known, pack))
    .flatMap(({ rule }) => {
      const facts = satisfying(rule.conditions, true, new Map(), known, pack)
      return facts && facts.size > 0 ? [{ rule, facts }] : []
    })
  const byWhatDecides = [...grouped(inDoubt, ({ facts }) => factsKey(facts)).values()]
  const duties = byWhatDecides.flatMap((group): DependingDuty[] => {
    const [{ facts }] = group as [(typeof group)[number]]
    const outlook = outlookOf(facts)
    if (!outlook) return []
    const rules = group.map(({ rule }) => rule)
    const actions = owedThen(rules, outlook.statuses, now.statuses, pack)
    return actions.length === 0 ? [] : [dutyOf(facts, rules, actions, pack)]
  })
  const told = duties.flatMap((duty): DependingDuty[] => {
    const actions = duty.actions.filter((one) => !duties.some((other) => saysWithLess(other, duty, one)))
    return actions.length === 0 ? [] : [{ ...duty, actions }]
  })
  return sortedBy(told, rank)
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

/** What the rules claim, as far as all rules together would then say so, and do not say so now. */
function owedThen<S>(
  rules: readonly Rule[],
  then: ReadonlyMap<string, Status>,
  now: ReadonlyMap<string, Status>,
  pack: Pack<S>,
): Owed {
  const claims = rules.flatMap(({ name, pushes }) => pushes.map((push) => ({ ...push, rule: name })))
  const actions = [...grouped(claims, ({ action }) => action)].flatMap(([action, claimed]) => {
    const status = then.get(action)
    if (status === undefined || status === 'may' || status === 'contested' || status === now.get(action)) return []
    const saying = claimed.filter(({ force }) => force === status).map(({ rule }) => rule)
    const { label, standing } = pack.actions.get(action) as Action
    return saying.length === 0 || standing ? [] : [{ action, label, status, rules: saying }]
  })
  return sortedBy(actions, ({ status }) => [statuses.indexOf(status)])
}

function dutyOf<S>(facts: StatedFacts, rules: readonly Rule[], actions: Owed, pack: Pack<S>): DependingDuty {
  const saying = new Set(actions.flatMap((one) => one.rules))
  return {
    when: supposedInWords(facts, pack),
    danger: [...facts].every(([name, value]) => marksDanger(pack.facts.get(name) as Fact, value)),
    urgency: soonest(rules.flatMap(({ name, urgency }) => (saying.has(name) ? [urgency] : []))),
    actions,
  }
}

/** Whether an answer says that there is danger. */
function marksDanger({ danger = [] }: Fact, value: Stated): boolean {
  if (value instanceof Map) return [...value].some(([member, so]) => so === true && danger.includes(member))
  return danger.includes(value as Scalar)
}

const fewConditions = 2

function rank({ when, danger, urgency, actions: [gravest] }: DependingDuty): readonly number[] {
  const status = gravest ? statuses.indexOf(gravest.status) : statuses.length
  return [Number(!danger), Number(when.length > fewConditions), status, urgencies.indexOf(urgency), when.length]
}
