import { compiledPack, type Known } from '../decide/compiled.js'
import type { Finding } from '../decide/decide.js'
import { type Facts, leafTruth, type Value } from '../pack/conditions.js'
import { type Conditions, type Fact, type Leaf, leaves, words } from '../pack/facts.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Rule } from '../pack/rule.js'
import type { Outline, WeighOptions } from '../weigh/outline.js'
import { isOpen } from '../weigh/urgency.js'
import type { Weighing } from '../weigh/weigh.js'
import { explorer } from './explore.js'
import { compareLists, jump, type Question, wasAsked, witness } from './witness.js'

/** The facts worth asking for: danger first, new matters before more of one, then by how much hangs on the answer. */
export function questions<S>(now: Outline, known: Known, pack: Pack<S>, options: WeighOptions): readonly Question[] {
  const order = [...pack.facts.keys()]
  const explore = explorer(now, known, pack, options)
  const found = [...candidates(now, known, pack)].flatMap(([name, contexts]) => {
    const question = witness(pack.facts.get(name) as Fact, contexts, explore, known, pack)
    return question ? [question] : []
  })
  const rank = ({ danger, urgency, given, wouldChange, fact }: Question) => [
    danger ? 0 : 1,
    known.stated.has(fact) ? 1 : 0,
    jump(urgency),
    ...(given.length > 0 ? [1, 0] : [0, -wouldChange.length]),
    order.indexOf(fact),
  ]
  return found.sort((a, b) => compareLists(rank(a), rank(b)))
}

/** Each fact that may be asked, with the conditions in which its answer matters. */
type Candidates = ReadonlyMap<string, readonly Conditions[]>

/**
 * A fact is asked only if it is a danger fact of an open matter, or is read by an open exception, by a rule in doubt for a
 * stated reason (what is told with the story only once its matter was opened), or by a guideline on which an undecided collision hangs; while nothing tells what it is about, the openers.
 */
function candidates<S>({ weighing, sure }: Outline, known: Known, pack: Pack<S>): Candidates {
  const found = new Map<string, Conditions[]>()
  const add = (conditions: Conditions, wanted: (fact: Fact) => boolean = () => true) => {
    for (const leaf of askable(conditions, pack.facts))
      if (isOpen(leaf, known, pack) && !wasAsked(leaf, known) && wanted(pack.facts.get(leaf.fact) as Fact))
        found.set(leaf.fact, [...(found.get(leaf.fact) ?? []), conditions])
  }
  if (!isAboutSomething(weighing, known, pack))
    for (const { conditions } of pack.rules.values()) add(conditions, ({ name }) => pack.header.openers.includes(name))
  const isOfTheStory = storyOf(known, pack)
  for (const finding of weighing.findings)
    for (const conditions of inDoubt(finding, known, pack)) add(conditions, isOfTheStory)
  for (const { settledBy, counsel } of weighing.collisions)
    if (settledBy === 'undecided') for (const { open } of counsel.opinions) if (open?.when) add(open.when)
  for (const [claim, label] of weighing.labels) {
    const assumed = sure.get(claim)
    if (label === 'out' || assumed?.certainty !== 'depends') continue
    const defeaters = assumed.defeaters.map(({ rule }) => rule).filter((rule) => hasStatedReason(rule, known, pack))
    for (const { conditions } of [...assumed.exceptions, ...defeaters])
      add(conditions, ({ danger }) => danger !== undefined)
  }
  return found
}

/**
 * Which facts are to be asked for in this story: all but those told with it, and these once their matter was opened, which is a
 * group that holds no others.
 */
function storyOf<S>(known: Known, pack: Pack<S>): (fact: Fact) => boolean {
  const asked = mattersAsked(pack)
  const opened = new Set([...known.stated.keys()].map(groupOf).filter((group) => !asked.has(group)))
  return ({ name, toldWithStory }) => toldWithStory !== true || opened.has(groupOf(name))
}

/** The matters of which some fact is asked for whether or not it is told with the story. */
const mattersAsked = oncePerPack(
  ({ facts }) =>
    new Set([...facts.values()].filter(({ toldWithStory }) => !toldWithStory).map(({ name }) => groupOf(name))),
)

/** The matter of a fact: `colleague` of `colleague.concern`. */
function groupOf(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

/** Whether what is stated gives any rule a reason: background, the absence of danger and what is not known give none. */
function isAboutSomething<S>({ findings }: Weighing, known: Known, pack: Pack<S>): boolean {
  return findings.some(({ rule, possible }) => possible && !rule.standing && hasStatedReason(rule, known, pack))
}

/** The conditions of a finding that are in doubt and matter: its own for a stated reason, an `unless` of what holds. */
function inDoubt<S>({ rule, outcome, possible, holds, unless }: Finding, known: Known, pack: Pack<S>): Conditions[] {
  if (!possible || rule.standing || rule.findsOut) return []
  if (outcome === 'undetermined') return hasStatedReason(rule, known, pack) ? [rule.conditions] : []
  if (holds !== true) return []
  return rule.unless.flatMap(({ conditions }, i) => (unless[i] === undefined ? [conditions] : []))
}

/** Whether a stated leaf of a rule is true; a background fact is no reason, nor is a danger fact that marks no danger. */
function hasStatedReason<S>(rule: Rule, known: Known, pack: Pack<S>): boolean {
  const { slots } = compiledPack(pack)
  const isReason = (leaf: Leaf, wanted: boolean): boolean => {
    const fact = pack.facts.get(leaf.fact) as Fact
    if (fact.background) return false
    const value = known.values[slots.get(leaf.fact) as number]
    if (leafTruth(leaf, pack.facts)(value) === wanted)
      return fact.danger === undefined || marksDanger(fact, leaf, value)
    return fact.derivedFrom !== undefined && value === undefined && holdsReason(fact.derivedFrom, wanted)
  }
  const holdsReason = (conditions: Conditions, wanted: boolean): boolean => {
    if ('not' in conditions) return holdsReason(conditions.not, !wanted)
    if ('all' in conditions) return conditions.all.some((part) => holdsReason(part, wanted))
    if ('any' in conditions) return conditions.any.some((part) => holdsReason(part, wanted))
    return isReason(conditions, wanted)
  }
  return holdsReason(rule.conditions, true)
}

function marksDanger(fact: Fact, leaf: Leaf, value: Value): boolean {
  const danger: readonly unknown[] = fact.danger ?? []
  if (typeof value === 'object') return value.get(leaf.value as string) === true && danger.includes(leaf.value)
  return danger.includes(fact.type === 'scale' ? words(fact)[value as number] : value)
}

/** The comparisons of facts to ask for; a derived fact without a question is asked through what it follows from. */
function askable(conditions: Conditions, facts: Facts): readonly Leaf[] {
  return leaves(conditions).flatMap((leaf) => {
    const { ask, derivedFrom, presume } = facts.get(leaf.fact) as Fact
    if (presume) return []
    return ask === undefined && derivedFrom ? askable(derivedFrom, facts) : [leaf]
  })
}
