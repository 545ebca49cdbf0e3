import { compiledPack, compiledRule } from '../../decide/compiledPack.js'
import { type Finding, findingOn, isClaiming } from '../../decide/decide.js'
import { readsDanger } from '../../pack/factsRead.js'
import type { Pack } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import { type Claim, claimGraph, urgencyAndRole } from '../../weigh/claims.js'
import { opensDanger, presses } from '../../weigh/hastening.js'
import type { KnownCase } from './readableCases.js'

/** What was found in a case as the rules stand, and the claims that are made in it, named by `claimKey`. */
export interface DecidedCase extends KnownCase {
  readonly findings: readonly Finding[]
  readonly claimed: ReadonlySet<string>
}

/** A case in which a changed rule can or could apply. */
export interface AffectedCase<C> {
  readonly one: C
  readonly after: Finding
  /** Whether the rule says the same in it as before. */
  readonly same: boolean
  /** Whether what is advised in it could differ from before: its force, its certainty, how soon, what gave way. */
  readonly moved: boolean
}

/** A claim by what tells it from others. */
export function claimKey({ rule, action, force }: Claim): string {
  return `${rule.name} ${force} ${action}`
}

/**
 * The cases in which a changed rule can or could apply, those in which it says something else first. A rule that cannot
 * apply makes no claim, threatens none, presses for no hurry and gives no reason to ask. No rule reads what another says,
 * so that only the changed one is decided again.
 */
export function affectedCases<S, C extends DecidedCase>(
  rule: Rule,
  found: readonly C[],
  pack: Pack<S>,
  mutated: Pack<S>,
): readonly AffectedCase<C>[] {
  const place = [...mutated.rules.keys()].indexOf(rule.name)
  const compiled = compiledRule(rule, mutated.facts, compiledPack(mutated).slots)
  const moves = movesOf(rule, pack, mutated)
  const affected = found.flatMap((one) => {
    const before = one.findings[place] as Finding
    const after = findingOn(compiled, one.known, one.options.on ?? mutated.asOf)
    if (!before.possible && !after.possible) return []
    return [{ one, after, same: isSame(before, after), moved: moves(before, after, one) }]
  })
  return affected.sort((a, b) => Number(a.same) - Number(b.same))
}

function isSame(before: Finding, after: Finding): boolean {
  return (
    before.outcome === after.outcome &&
    before.holds === after.holds &&
    before.possible === after.possible &&
    before.unless.length === after.unless.length &&
    before.unless.every((truth, i) => truth === after.unless[i]) &&
    before.open.every((truth, i) => truth === after.open[i])
  )
}

/**
 * Whether a change of a rule could alter what is advised in a case. Where it makes no claim, neither before nor after, it bears on
 * an advice in four ways only: it threatens the claims that are made, presses for hurry, leaves a danger open, and is in doubt.
 */
function movesOf<S>(rule: Rule, pack: Pack<S>, mutated: Pack<S>) {
  const old = pack.rules.get(rule.name) as Rule
  const threatened = new Set([...rivalsOf(old, pack), ...rivalsOf(rule, mutated)])
  const threatensAlike = isAlike(old, rule) && readsAnyDanger(old, pack) === readsAnyDanger(rule, mutated)
  const urgencyAlike = String(urgenciesOf(old, pack)) === String(urgenciesOf(rule, mutated))
  return (before: Finding, after: Finding, { claimed, known }: DecidedCase): boolean => {
    if (isClaiming(before) || isClaiming(after)) return true
    if (isInDoubt(before) !== isInDoubt(after)) return true
    if (opensDanger(before, known, pack) !== opensDanger(after, known, mutated)) return true
    const pressing = presses(after, known, mutated)
    if (presses(before, known, pack) !== pressing || (pressing && !urgencyAlike)) return true
    const threatens = !threatensAlike || before.possible !== after.possible
    return threatens && [...threatened].some((rival) => claimed.has(rival))
  }
}

function isInDoubt({ outcome }: Finding): boolean {
  return outcome === 'undetermined'
}

/** The claims that a rule could defeat, put in doubt, or be set against. */
function rivalsOf<S>({ name }: Rule, pack: Pack<S>): readonly string[] {
  const { claimsOf, rivals, alternatives } = claimGraph(pack)
  const own = claimsOf.get(name) ?? []
  return own.flatMap((claim) => [...rivals.get(claim), ...alternatives.get(claim)].map(claimKey))
}

/** Whether two forms of a rule push alike and prevail alike, whatever their conditions are. */
function isAlike(old: Rule, rule: Rule): boolean {
  return old.pushes === rule.pushes && old.exceptionTo === rule.exceptionTo
}

function readsAnyDanger<S>(rule: Rule, { facts }: Pack<S>): boolean {
  return [rule, ...rule.unless].some(({ conditions }) => readsDanger(conditions, facts))
}

function urgenciesOf<S>(rule: Rule, pack: Pack<S>): readonly string[] {
  return rule.pushes.map((push) => urgencyAndRole(rule, push, pack).urgency)
}
