import type { NamedAction, Reason } from '../advise/advice.js'
import { checkedOptions } from '../advise/advise.js'
import { namedAction, reasonFor } from '../advise/reasons.js'
import { type Answer, answerOf } from '../ask/question.js'
import { compiledPack, type Known, valueIn } from '../decide/compiledPack.js'
import { type Finding, inForce } from '../decide/decide.js'
import { TimbangError, unknownName } from '../errors.js'
import type { Leaf, Scalar } from '../pack/conditions.js'
import { type Judged, judge } from '../pack/evaluation.js'
import type { Fact } from '../pack/fact.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { checkPack, type Pack } from '../pack/pack.js'
import type { Status, Text } from '../vocabulary.js'
import { assess, type WeighOptions } from '../weigh/assess.js'
import { type Claim, claimGraph, isTowards } from '../weigh/claims.js'
import type { Weighing } from '../weigh/weigh.js'
import { knownSituation } from './statements.js'

/** Which action is meant. */
export interface ActionOptions extends WeighOptions {
  readonly action: string
}

/** A condition that stands in the way: it fails, or whether it holds is not known. */
export interface Wanting {
  readonly fact: string
  readonly label: Text
  readonly operator: Leaf['operator']
  readonly values: readonly Answer[]
  /** Whether the comparison would have to hold, or not to. */
  readonly wanted: boolean
  /** Whether it is not known; else it fails. */
  readonly open: boolean
  /** Whether another condition in its place would do. */
  readonly oneOf: boolean
  /** What was stated of the fact. */
  readonly told: Answer | null
}

/** A rule that would ask for the action, and why it does not, or does in vain. */
export interface WouldAsk extends Reason {
  readonly outcome: Finding['outcome']
  readonly inForce: boolean
  readonly conditions: Judged
  readonly wanting: readonly Wanting[]
  /** Where its duty does not arise. */
  readonly excepted: readonly { readonly name: string; readonly because: Text }[]
  /** To what its claim gives way, or with what it stays undecided. */
  readonly gaveWayTo: readonly (NamedAction & Reason)[]
}

/** Why an action is not recommended: the rules that would ask for it, those nearest to it first. */
export interface WhyNot extends NamedAction {
  /** What is said of it now; `null` where no rule speaks of it. */
  readonly status: Status | null
  readonly rules: readonly WouldAsk[]
}

/**
 * Why an action is not recommended: which rules would ask for it, and which of their conditions fail or are not known.
 * @param options `action`: the name of an action of the pack
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function whyNot<S>(situation: NoInfer<S>, pack: Pack<S>, options: ActionOptions): WhyNot {
  checkPack(pack)
  const given = checkedOptions<ActionOptions, S>(options, pack, { action: true })
  const action = knownAction(given, pack)
  const known = knownSituation(situation, pack)
  const { weighing, statuses } = assess(known, pack, given)
  const on = given.on ?? pack.asOf
  const claims = [...claimGraph(pack).claimsOf.values()].flat()
  const asking = claims.filter((claim) => claim.action === action && isTowards(claim.force) && !claim.rule.findsOut)
  const findings = new Map(weighing.findings.map((finding) => [finding.rule, finding]))
  return {
    ...namedAction(action, pack),
    status: statuses.get(action) ?? null,
    rules: asking
      .map((claim) => wouldAsk(claim, findings.get(claim.rule) as Finding, weighing, known, pack, on))
      .sort((a, b) => distance(a) - distance(b) || (a.rule < b.rule ? -1 : 1)),
  }
}

/** @throws TimbangError `invalid-options` where no action of the pack has the name */
export function knownAction<S>({ action }: ActionOptions, { actions }: Pack<S>): string {
  if (actions.has(action)) return action
  const [place, message] = ['options.action', 'no action of the pack has this name']
  throw new TimbangError('invalid-options', [
    typeof action === 'string' ? unknownName(place, message, action, actions.keys()) : { place, message },
  ])
}

/** How far a rule is from asking: what fails counts more than what is not known. */
function distance({ inForce: valid, wanting, excepted }: WouldAsk): number {
  const failing = wanting.filter(({ open }) => !open).length
  return (valid ? 0 : 100_000) + (failing + excepted.length) * 100 + wanting.length
}

function wouldAsk<S>(
  claim: Claim,
  { rule, outcome, unless }: Finding,
  weighing: Weighing,
  known: Known,
  pack: Pack<S>,
  on: string,
): WouldAsk {
  const conditions = judge(rule.conditions, known.assumed, pack.facts, compiledPack(pack).slots)
  return {
    ...reasonFor(claim),
    outcome,
    inForce: inForce(rule, on),
    conditions,
    wanting: wanting(conditions, true, false).map(({ leaf, wanted, oneOf }) =>
      wantingOf(leaf, wanted, oneOf, known, pack),
    ),
    excepted: rule.unless.flatMap(({ name, because }, i) => (unless[i] === true ? [{ name, because }] : [])),
    gaveWayTo:
      weighing.labels.get(claim) === 'in'
        ? []
        : against(claim, weighing).map((other) => ({ ...namedAction(other.action, pack), ...reasonFor(other) })),
  }
}

/** The claims to which one gives way, or with which it stays undecided. */
function against(claim: Claim, { collisions, labels }: Weighing): readonly Claim[] {
  return collisions.flatMap(({ claims: [one, other], prevails }) => {
    const rival = one === claim ? other : other === claim ? one : undefined
    return rival === undefined || prevails === claim || labels.get(rival) === 'out' ? [] : [rival]
  })
}

type JudgedLeaf = Extract<Judged, Leaf>

/** The comparisons that stand in the way of conditions coming out as wanted. */
function wanting(
  part: Judged,
  wanted: boolean,
  oneOf: boolean,
): readonly { readonly leaf: JudgedLeaf; readonly wanted: boolean; readonly oneOf: boolean }[] {
  if (part.truth === wanted) return []
  if ('not' in part) return wanting(part.not, !wanted, oneOf)
  if ('fact' in part) return [{ leaf: part, wanted, oneOf }]
  const [parts, together] = 'all' in part ? [part.all, wanted] : [part.any, !wanted]
  return parts.flatMap((inner) => wanting(inner, wanted, oneOf || (!together && parts.length > 1)))
}

function wantingOf<S>(leaf: JudgedLeaf, wanted: boolean, oneOf: boolean, known: Known, pack: Pack<S>): Wanting {
  const fact = pack.facts.get(leaf.fact) as Fact
  const values = [leaf.value].flat() as readonly Scalar[]
  return {
    fact: fact.name,
    label: fact.label,
    operator: leaf.operator,
    values: values.map((value) => answerOf(fact, value)),
    wanted,
    open: leaf.truth === null,
    oneOf,
    told: knownOf(fact, leaf, known, pack),
  }
}

/** What is known of the fact that a comparison reads; of a list, of the member that it asks for. */
function knownOf<S>(fact: Fact, { value }: Leaf, { assumed }: Known, pack: Pack<S>): Answer | null {
  const known = valueIn(assumed, fact.name, pack)
  if (known === undefined) return null
  if (typeof known !== 'object') return answerOf(fact, typeOf(fact).fromCompared(fact, known))
  const so = known.get(value as string)
  return so === undefined ? null : answerOf(fact, new Map([[value as string, so]]))
}
