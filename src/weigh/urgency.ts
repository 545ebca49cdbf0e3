import { compiledPack, type Known, valueIn } from '../decide/compiledPack.js'
import type { Finding } from '../decide/decide.js'
import { readersOf } from '../decide/readers.js'
import type { Conditions, Leaf } from '../pack/conditions.js'
import { leafTruth, type Values } from '../pack/evaluation.js'
import type { Fact, Facts } from '../pack/fact.js'
import { leavesRead, remembered } from '../pack/factsRead.js'
import type { Value } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { rememberedBy } from '../pack/remembered.js'
import { conditionsOf, type Rule } from '../pack/rule.js'
import { type Urgency, urgencies } from '../vocabulary.js'
import { firmClaims } from './certainty.js'
import { type Claim, claimGraph } from './claims.js'
import { prevailing, type Weighing } from './weigh.js'

/**
 * How soon: the most pressing claim of a rule that holds, or would hold if the danger facts still open turned out harmless, so
 * that leaving a danger fact out never lowers it; and at least prompt while a sign of danger is stated and one is open.
 * @param isPressing whether the rule at a place makes it urgent, where that was found out before
 */
export function urgencyOf<S>(
  weighing: Weighing,
  known: Known,
  pack: Pack<S>,
  isPressing = (place: number) => presses(weighing.findings[place] as Finding, known, pack),
): Urgency {
  const { dangerCould } = harmless(pack)
  const surelyDefeated = surelyDefeatedIn(weighing, pack)
  const isPressed = ({ place, claims }: Pressing) => isPressing(place) && !claims.every(surelyDefeated)
  const least = (level: Urgency) =>
    level === 'routine' || (level === 'prompt' && dangerCould(known.assumed) && dangerOpen(weighing, known, pack))
  return urgencies.find((level) => least(level) || hastening(pack)[level].some(isPressed)) as Urgency
}

/** By place whether a rule makes a situation more urgent than it would be without; of most this is never asked. */
export interface PressingRules {
  readonly isPressing: (place: number) => boolean
  /** The same after something else is found of what is known, the rest being as it was: only readers of the changed facts can differ. */
  readonly after: (changed: readonly number[], findings: readonly Finding[], known: Known) => PressingRules
}

/** The rules that press. */
export function pressingRules<S>(findings: readonly Finding[], known: Known, pack: Pack<S>): PressingRules {
  const unseen = new Uint8Array(findings.length).fill(notSeen)
  return pressingOf(unseen, findings, known, pack)
}

const notSeen = 2

/** Bytes, since they are copied often: 1 where a rule presses, 0 where not, or not looked at as yet. */
function pressingOf<S>(pressing: Uint8Array, findings: readonly Finding[], known: Known, pack: Pack<S>): PressingRules {
  return {
    isPressing(place) {
      if (pressing[place] === notSeen) pressing[place] = Number(presses(findings[place] as Finding, known, pack))
      return pressing[place] === 1
    },
    after(changed, findingsThen, knownThen) {
      const readers = hasteningReaders(pack)
      const copy = pressing.slice()
      for (const slot of changed) for (const place of readers[slot] as readonly number[]) copy[place] = notSeen
      return pressingOf(copy, findingsThen, knownThen, pack)
    },
  }
}

/** The places of the rules that could make a situation more urgent than routine. */
const hasteningRules = oncePerPack(
  (pack) => new Set([...hastening(pack).immediate, ...hastening(pack).prompt].map(({ place }) => place)),
)

/** For each fact those of these rules that read it. */
const hasteningReaders = oncePerPack((pack) =>
  readersOf(pack).map((places) => places.filter((place) => hasteningRules(pack).has(place))),
)

/** The claims by which a rule makes a situation as urgent, and its place among the rules. */
interface Pressing {
  readonly place: number
  readonly claims: readonly Claim[]
}

/** For each urgency the rules that make a situation as urgent. */
export const hastening = oncePerPack((pack): Readonly<Record<Urgency, readonly Pressing[]>> => {
  const { claimsOf } = claimGraph(pack)
  const at = (level: Urgency) =>
    compiledPack(pack).rules.flatMap(({ rule: { name, standing } }, place) => {
      const claims = standing ? [] : (claimsOf.get(name) ?? []).filter(({ urgency }) => urgency === level)
      return claims.length > 0 ? [{ place, claims }] : []
    })
  return { immediate: at('immediate'), prompt: at('prompt'), routine: at('routine') }
})

/** Whether a rule that holds, or would if the open danger facts turned out harmless, makes a situation as urgent as its claims. */
export function presses<S>({ rule, possible, holds, unless }: Finding, known: Known, pack: Pack<S>): boolean {
  if (!possible || rule.standing || unless.includes(true)) return false
  // What is found to hold, or not to, is so whatever is still open.
  return holds ?? harmless(pack).couldHold(rule)(known.assumed)
}

/** Whether a firm claim defeats another by exception or force; which are firm is found out only once it matters. */
function surelyDefeatedIn<S>(weighing: Weighing, pack: Pack<S>): (claim: Claim) => boolean {
  const { rivals } = claimGraph(pack)
  let firm: ReadonlySet<Claim> | undefined
  return (claim) => {
    const victors = rivals
      .get(claim)
      .filter((rival) => weighing.labels.has(rival) && prevailing(claim, rival)?.claim === rival)
    if (victors.length === 0) return false
    firm ??= firmClaims(weighing, pack).claims
    return victors.some((rival) => firm?.has(rival))
  }
}

/** Whether any rule leaves a danger open. */
function dangerOpen<S>({ findings }: Weighing, known: Known, pack: Pack<S>): boolean {
  return dangerReaders(pack).some((place) => opensDanger(findings[place] as Finding, known, pack))
}

/** The places of the rules that read a danger fact. */
const dangerReaders = oncePerPack((pack): readonly number[] => {
  const read = dangerRead(pack)
  return compiledPack(pack).rules.flatMap(({ rule }, place) => (read.get(rule)?.length ? [place] : []))
})

/** Whether a rule could still apply, or not, and reads a danger fact that is not known. */
export function opensDanger<S>({ rule, outcome, possible }: Finding, known: Known, pack: Pack<S>): boolean {
  if (!possible || outcome === 'applies') return false
  const read = dangerRead(pack).get(rule) ?? []
  return read.some((leaf) => isNotKnown(leaf, known, pack))
}

/** Whether what a comparison asks is not known: the fact, or of a list the member. */
export function isNotKnown<S>({ fact, value: member }: Leaf, { values }: Known, pack: Pack<S>): boolean {
  const value = valueIn(values, fact, pack)
  return typeof value === 'object' ? !value.has(member as string) : value === undefined
}

/** The comparisons of danger facts that each rule makes. */
const dangerRead = oncePerPack(({ facts, rules }): ReadonlyMap<Rule, readonly Leaf[]> => {
  const isDanger = ({ fact }: Leaf) => facts.get(fact)?.danger !== undefined
  const read = (rule: Rule) =>
    conditionsOf(rule)
      .flatMap((conditions) => leavesRead(conditions, facts))
      .filter(isDanger)
  return new Map([...rules.values()].map((rule) => [rule, read(rule)]))
})

/** Whether something could be so if each danger fact that is open stays open or turns out harmless. */
type Could = (assumed: Values) => boolean

/** What could be so of a rule's conditions, and of the signs of danger; each compiled the first time it is wanted. */
const harmless = oncePerPack((pack) => {
  const couldHold = rememberedBy((rule: Rule): Could => harmlesslyHolds(rule.conditions, pack))
  return { couldHold, dangerCould: harmlesslyHolds(compiledPack(pack).dangerSigns, pack) }
})

/** Whether some conditions could hold if each danger fact that is open stays open or turns out harmless. */
export function harmlesslyHolds<S>(conditions: Conditions, pack: Pack<S>): Could {
  return compileCould(conditions, true, pack.facts, compiledPack(pack).slots)
}

type Slots = ReadonlyMap<string, number>

function compileCould(conditions: Conditions, wanted: boolean, facts: Facts, slots: Slots): Could {
  if ('not' in conditions) return compileCould(conditions.not, !wanted, facts, slots)
  if ('fact' in conditions) return compileLeaf(conditions, wanted, facts, slots)
  const [parts, together] = 'all' in conditions ? [conditions.all, wanted] : [conditions.any, !wanted]
  const coulds = parts.map((part) => compileCould(part, wanted, facts, slots))
  return together ? (assumed) => !isAny(coulds, assumed, false) : (assumed) => isAny(coulds, assumed, true)
}

/** Whether any of them says so. */
function isAny(coulds: readonly Could[], assumed: Values, so: boolean): boolean {
  for (let i = 0; i < coulds.length; i++) if ((coulds[i] as Could)(assumed) === so) return true
  return false
}

/** What is known decides; else the harmless values of the fact, and what it could be derived to be. */
function compileLeaf(leaf: Leaf, wanted: boolean, facts: Facts, slots: Slots): Could {
  const fact = facts.get(leaf.fact) as Fact
  const slot = slots.get(leaf.fact) as number
  const { derivedFrom } = fact
  const truth = leafTruth(leaf, facts)
  const fitting = (value: Value) => truth(value) === wanted
  const isHarmless =
    fact.danger !== undefined && remembered(facts, fact.danger, () => harmlessValues(fact)).some(fitting)
  const derived = derivedFrom
    ? [true, false].filter(fitting).map((so) => compileCould(derivedFrom, so, facts, slots))
    : []
  return (assumed) => {
    const value = assumed[slot]
    const holds = value === undefined ? undefined : truth(value)
    if (holds !== undefined) return holds === wanted
    return isHarmless || isAny(derived, assumed, true)
  }
}

/** The values of a danger fact that mark no danger, as they are compared. */
export function harmlessValues(fact: Fact): readonly Value[] {
  const { danger } = fact
  if (danger === undefined) return []
  const type = typeOf(fact)
  if (type.input === 'members') return [new Map(danger.map((member) => [String(member), false]))]
  const harmless = type.values(fact, []).filter((value) => !danger.includes(value))
  return harmless.map((value) => type.compared(fact, value))
}
