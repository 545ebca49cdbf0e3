import { compiledPack } from '../../decide/compiledPack.js'
import type { Conditions } from '../../pack/conditions.js'
import { leavesRead, readsDanger } from '../../pack/factsRead.js'
import { canonical } from '../../pack/identity/digest.js'
import type { Pack } from '../../pack/pack.js'
import { conditionsOf, type Rule } from '../../pack/rule.js'
import { type Urgency, urgencies } from '../../vocabulary.js'
import { claimGraph, soonest, urgencyAndRole } from '../../weigh/claims.js'
import { type ChangedRule, packChange, type Weighed } from './packChange.js'
import { couldInSql, isNotKnownInSql, isOpenInSql, quoted, truthInSql } from './sqlTruth.js'

/**
 * Which situations a change of rules can move, as the condition of a `WHERE` over their normal form (`s.facts`) and what was said of
 * them before (`r.said`). What it leaves out is advised alike by both packs: what must, should and must not be done, how surely, how
 * soon, what gave way. What is asked may differ. Where more than rules differs it is `true`.
 */
export function affectedWhere(before: Weighed, after: Weighed): string {
  const { rules, besides } = packChange(before, after)
  if (besides.length > 0) return 'true'
  const moved = rules.map((rule) => movedBy(rule, before.pack, after.pack))
  return moved.length === 0 ? 'false' : moved.join('\nOR ')
}

/** A rule in the pack that has it, and what it finds, each as SQL that is true or false. */
interface FindingInSql {
  readonly rule: Rule
  readonly pack: Pack<unknown>
  readonly claims: string
  readonly inDoubt: string
  readonly possible: string
  readonly opensDanger: string
  readonly presses: string
}

/**
 * Where a changed rule can move an advice: where it makes a claim, before or after; and where it makes none, by the four ways in which
 * it bears on an advice all the same. It threatens claims that are made, presses for hurry, leaves a danger open, or is in doubt,
 * which is told of a situation only where nothing else is.
 */
function movedBy({ before, after }: ChangedRule, was: Pack<unknown>, is: Pack<unknown>): string {
  const found = [before && findingInSql(before, was), after && findingInSql(after, is)].filter((one) => !!one)
  const [one, other] = [found[0], found[1]]
  const differing = (part: 'inDoubt' | 'possible' | 'opensDanger' | 'presses') =>
    `(${one?.[part] ?? 'false'}) <> (${other?.[part] ?? 'false'})`
  const either = (part: 'possible' | 'presses') => `(${found.map((finding) => finding[part]).join(' OR ')})`
  const levels = found.map(urgenciesOf)
  const alike = found.length === 2 && String(threatOf(one)) === String(threatOf(other))
  const pressing =
    levels.length === 2 && String(levels[0]) === String(levels[1]) ? differing('presses') : either('presses')
  const ways = [
    ...found.map(({ claims }) => claims),
    `${said('kind')} IN ('undetermined', 'not-covered') AND ${differing('inDoubt')}`,
    ...threatened(found, alike || found.length === 1 ? differing('possible') : either('possible')),
    `${said('urgency')} <> 'immediate' AND ${couldInSql(compiledPack(is).dangerSigns, true, is.facts)} AND ${differing('opensDanger')}`,
    ...hurried(levels.flat(), pressing),
  ]
  return `(${ways.map((way) => `(${way})`).join('\n  OR ')})`
}

function said(part: 'kind' | 'urgency'): string {
  return `r.said->>'${part}'`
}

function findingInSql(rule: Rule, pack: Pack<unknown>): FindingInSql {
  const { facts } = pack
  const holds = (conditions: Conditions) => truthInSql(conditions, facts, 'assumed')
  const [strictly, excepted, strictlyExcepted] = [
    truthInSql(rule.conditions, facts, 'stated'),
    anyOf(rule.unless.map(({ conditions }) => holds(conditions))),
    anyOf(rule.unless.map(({ conditions }) => truthInSql(conditions, facts, 'stated'))),
  ]
  const open = rule.findsOut === undefined ? 'true' : anyOf(rule.findsOut.map((name) => isOpenInSql(name, facts)))
  const possible = `${open} AND (${strictly}) IS NOT FALSE AND ${strictlyExcepted} IS NOT TRUE`
  return {
    rule,
    pack,
    claims: `${open} AND (${holds(rule.conditions)}) IS TRUE AND ${excepted} IS NOT TRUE`,
    inDoubt: `${open} AND (${holds(rule.conditions)}) IS NULL AND ${excepted} IS NOT TRUE`,
    possible,
    opensDanger: `${possible} AND NOT ((${strictly}) IS TRUE AND ${strictlyExcepted} IS FALSE) AND ${anyOf(dangerOpen(rule, pack))}`,
    presses: rule.standing
      ? 'false'
      : `${possible} AND ${excepted} IS NOT TRUE AND ${couldInSql(rule.conditions, true, facts)}`,
  }
}

function anyOf(parts: readonly string[]): string {
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`
}

/** Where a danger fact that the rule reads is not known. */
function dangerOpen(rule: Rule, { facts }: Pack<unknown>): readonly string[] {
  const read = conditionsOf(rule).flatMap((conditions) => leavesRead(conditions, facts))
  const open = read.filter(({ fact }) => facts.get(fact)?.danger !== undefined)
  return [...new Set(open.map((leaf) => isNotKnownInSql(leaf, facts)))]
}

/** By what a rule threatens claims of others, whatever its conditions are. */
function threatOf(finding: FindingInSql | undefined): string | undefined {
  if (!finding) return undefined
  const { pushes, principle, principles, basis, sources, exceptionTo, guardedFrom, pack } = finding.rule
  const danger = conditionsOf(finding.rule).some((conditions) => readsDanger(conditions, finding.pack.facts))
  return canonical({ pushes, principle, principles, basis, sources, exceptionTo, guardedFrom, pack, danger })
}

/** Where it threatens a claim of a rule that was found to hold. */
function threatened(found: readonly FindingInSql[], where: string): readonly string[] {
  const rivals = new Set(found.flatMap(({ rule, pack }) => rivalRules(rule, pack)))
  if (rivals.size === 0) return []
  return [`r.said->'rules' ?| ARRAY[${[...rivals].sort().map(quoted).join(', ')}] AND (${where})`]
}

function rivalRules({ name }: Rule, pack: Pack<unknown>): readonly string[] {
  const { claimsOf, rivals, alternatives } = claimGraph(pack)
  return (claimsOf.get(name) ?? []).flatMap((claim) =>
    [...rivals.get(claim), ...alternatives.get(claim)].map(({ rule }) => rule.name),
  )
}

function urgenciesOf({ rule, pack }: FindingInSql): readonly Urgency[] {
  return rule.pushes.map((push) => urgencyAndRole(rule, push, pack).urgency)
}

/** Where it presses for hurry, unless what was said is more urgent than it presses for. */
function hurried(levels: readonly Urgency[], where: string): readonly string[] {
  const reached = urgencies.slice(urgencies.indexOf(soonest(levels)))
  return [`${said('urgency')} IN (${reached.map(quoted).join(', ')}) AND (${where})`]
}
