import { type CompiledRule, compiledPack, type Known, valueIn } from '../decide/compiledPack.js'
import type { Finding } from '../decide/decide.js'
import { readersOf } from '../decide/readers.js'
import { type Conditions, type Leaf, leaves } from '../pack/conditions.js'
import { leafTruth } from '../pack/evaluation.js'
import type { Fact, Facts } from '../pack/fact.js'
import type { Value } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { grouped } from '../pack/grouped.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Rule } from '../pack/rule.js'
import type { Assessment } from '../weigh/assess.js'
import { isNotKnown } from '../weigh/hastening.js'
import type { Weighing } from '../weigh/weigh.js'
import { isTold, wasAsked } from './question.js'

/** Each fact that may be asked, with the conditions in which its answer matters. */
type Candidates = ReadonlyMap<string, readonly Conditions[]>

/**
 * A fact is asked only if it is a danger fact of an open matter, or is read by an open `unless`, by a rule in doubt for a
 * stated reason (what is told with the story only once its matter was opened), or by a guideline on which an undecided
 * collision hangs; while nothing tells what it is about, the openers.
 */
export function candidates<S>(
  assessment: Assessment,
  known: Known,
  pack: Pack<S>,
  reasoned: Reasoned = reasonedRules(known, pack),
): Candidates {
  const { weighing } = assessment
  const mayAsk = (leaf: Leaf) => isNotKnown(leaf, known, pack) && !wasAsked(leaf, known)
  const reading = ({ conditions, asks }: Matter) =>
    askable(conditions, pack.facts)
      .filter((leaf) => mayAsk(leaf) && asks(pack.facts.get(leaf.fact) as Fact))
      .map((leaf) => ({ fact: leaf.fact, conditions }))
  const matters = [
    ...(isAboutSomething(weighing, reasoned) ? [] : openers(pack)),
    ...inDoubt(weighing, reasoned, known, pack),
    ...hangingOnGuidelines(weighing),
    ...hangingOnDanger(assessment, reasoned),
  ]
  const byFact = grouped(matters.flatMap(reading), ({ fact }) => fact)
  return new Map([...byFact].map(([fact, read]) => [fact, read.map(({ conditions }) => conditions)]))
}

/** Conditions that are not known and matter, and which of the facts that they read are to be asked for. */
interface Matter {
  readonly conditions: Conditions
  readonly asks: (fact: Fact) => boolean
}

/** Where nothing tells what it is about: the facts with which the pack opens. */
function openers<S>({ rules, header }: Pack<S>): readonly Matter[] {
  const asks = ({ name }: Fact) => header.openers.includes(name)
  return [...rules.values()].map(({ conditions }) => ({ conditions, asks }))
}

/** The guidelines on which undecided collisions hang. */
function hangingOnGuidelines({ collisions }: Weighing): readonly Matter[] {
  const undecided = collisions.filter(({ settledBy }) => settledBy === 'undecided')
  const open = undecided.flatMap(({ counsel }) => counsel.opinions.flatMap((opinion) => opinion.open ?? []))
  return open.flatMap(({ when }) => (when ? [{ conditions: when, asks: () => true }] : []))
}

/** What could undo a claim that depends on danger. */
function hangingOnDanger({ weighing, assumptions }: Assessment, reasoned: Reasoned): readonly Matter[] {
  const asks = ({ danger }: Fact) => danger !== undefined
  return [...weighing.labels].flatMap(([claim, label]): Matter[] => {
    const assumed = assumptions.get(claim)
    if (label === 'out' || assumed?.certainty !== 'depends') return []
    const defeaters = assumed.defeaters.map(({ rule }) => rule)
    return [...assumed.unless, ...defeaters.filter((rule) => reasoned.has(rule))].map(({ conditions }) => ({
      conditions,
      asks,
    }))
  })
}

/**
 * Which facts are to be asked for in this story: all but those told with it, and these once their matter was opened, which is a
 * group that holds no others.
 */
function storyOf<S>(known: Known, pack: Pack<S>): (fact: Fact) => boolean {
  const asked = mattersAsked(pack)
  const told = [...known.stated].flatMap(([name, value]) => (isTold(value) ? [groupOf(name)] : []))
  const opened = new Set(told.filter((group) => !asked.has(group)))
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
function isAboutSomething({ findings }: Weighing, reasoned: Reasoned): boolean {
  return findings.some(({ rule, possible }) => possible && !rule.standing && reasoned.has(rule))
}

/** The conditions in doubt that matter, with the facts of this story. */
function inDoubt<S>({ findings }: Weighing, reasoned: Reasoned, known: Known, pack: Pack<S>): readonly Matter[] {
  const asks = storyOf(known, pack)
  return findings.flatMap((finding) => conditionsInDoubt(finding, reasoned).map((conditions) => ({ conditions, asks })))
}

/** The conditions of a finding that are in doubt and matter: its own for a stated reason, an `unless` of what holds. */
function conditionsInDoubt(finding: Finding, reasoned: Reasoned): readonly Conditions[] {
  const { rule, outcome, holds, unless } = finding
  if (!canMatter(finding)) return []
  if (outcome === 'undetermined') return isInDoubt(finding, reasoned) ? [rule.conditions] : []
  if (holds !== true) return []
  return rule.unless.filter((_, i) => unless[i] === undefined).map(({ conditions }) => conditions)
}

function canMatter({ rule, possible }: Finding): boolean {
  return possible && !rule.standing && !rule.findsOut
}

/** Whether a rule is in doubt for a stated reason. */
export function isInDoubt(finding: Finding, reasoned: Reasoned): boolean {
  return canMatter(finding) && finding.outcome === 'undetermined' && reasoned.has(finding.rule)
}

/** The rules for which something that is stated is a reason. */
export type Reasoned = ReadonlySet<Rule>

/** The rules for which something that is stated is a reason; only those that read something known are looked at. */
export function reasonedRules<S>(known: Known, pack: Pack<S>): Reasoned {
  const { rules } = compiledPack(pack)
  const places = readersOf(pack).filter((_, slot) => known.values[slot] !== undefined)
  const reading = [...new Set(places.flat())].map((place) => (rules[place] as CompiledRule).rule)
  const holdsReason = reasonsIn(known, pack)
  return new Set(reading.filter(({ conditions }) => holdsReason(conditions, true)))
}

/**
 * Whether a stated leaf of conditions comes out as wanted; a background fact is no reason, nor is a danger fact that marks no danger.
 */
function reasonsIn<S>(known: Known, pack: Pack<S>): (conditions: Conditions, wanted: boolean) => boolean {
  const isReason = (leaf: Leaf, wanted: boolean): boolean => {
    const fact = pack.facts.get(leaf.fact) as Fact
    if (fact.background) return false
    const value = valueIn(known.values, leaf.fact, pack)
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
  return holdsReason
}

function marksDanger(fact: Fact, leaf: Leaf, value: Value): boolean {
  const danger: readonly unknown[] = fact.danger ?? []
  if (typeof value === 'object') return value.get(leaf.value as string) === true && danger.includes(leaf.value)
  return value !== undefined && danger.includes(typeOf(fact).fromCompared(fact, value))
}

/** The comparisons of facts to ask for; a derived fact without a question is asked through what it follows from. */
function askable(conditions: Conditions, facts: Facts): readonly Leaf[] {
  return leaves(conditions).flatMap((leaf) => {
    const { ask, derivedFrom, presume } = facts.get(leaf.fact) as Fact
    if (presume || (ask === undefined && !derivedFrom)) return []
    return ask === undefined && derivedFrom ? askable(derivedFrom, facts) : [leaf]
  })
}
