import { jurisdictionFact, type Text } from '../vocabulary.js'
import type { Conditions } from './conditions.js'
import { signsOfDanger } from './dangerSigns.js'
import type { Fact, Facts } from './fact.js'
import { positionFromSource, pushesOf } from './otherPosition.js'
import type { PackPart, PackParts } from './packParts.js'
import type { PackSource } from './packSource.js'
import type { Rule, RuleSource } from './rule.js'
import { isGuarded } from './soundness/admissions.js'

/** The rules of a pack as they are weighed with, in the order of their names, so that their order in a file never matters. */
export function rulesFromSource(
  source: PackSource,
  facts: Facts,
  parts: PackParts,
  partOfFile: ReadonlyMap<string, PackPart>,
): readonly Rule[] {
  const rules = Object.entries(source.rules).flatMap(([file, { standard, rules }]) => {
    const part = partOfFile.get(file) as PackPart
    return rules.map((rule) =>
      ruleFromSource(rule, { file, standard, pack: part.name, guardedFrom: guardedFrom(rule, facts, part, parts) }),
    )
  })
  return [...rules, ...findOutRules(source, parts)].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The packs that may not set a guarded rule aside: all others, but for those that the host has admitted. */
function guardedFrom(rule: RuleSource, facts: Facts, part: PackPart, parts: PackParts): readonly string[] {
  if (parts.length === 1 || !isGuarded(rule, facts)) return []
  return parts.filter((other) => other !== part && !other.admitted.includes(rule.name)).map(({ name }) => name)
}

type Origin = Pick<Rule, 'file' | 'standard' | 'pack' | 'guardedFrom'>

function ruleFromSource(rule: RuleSource, origin: Origin): Rule {
  const { params, type } = rule.event
  const conditions = rule.conditions as Conditions
  return {
    name: rule.name,
    ...origin,
    conditions: params.jurisdiction ? within(params.jurisdiction, conditions) : conditions,
    pushes: pushesOf(params),
    principle: type,
    principles: params.principles,
    basis: params.basis,
    urgency: params.urgency,
    ...(params.role && { role: params.role }),
    because: params.because,
    sources: params.sources,
    unless: (params.unless ?? []).map((one) => ({ ...one, conditions: one.conditions as Conditions })),
    exceptionTo: params.exceptionTo ?? [],
    dilemmaWith: params.dilemmaWith ?? [],
    whenOverridden: params.whenOverridden ?? [],
    standing: params.standing ?? false,
    protective: params.protective ?? false,
    ...(params.inForce && { inForce: onlyDefined(params.inForce) }),
    ...positionsFrom(params),
  }
}

/** The other positions, and when they were looked for; neither where nobody has, so that a rule without them reads as before. */
function positionsFrom({
  otherPositions,
  positionsSought,
}: RuleSource['event']['params']): Pick<Rule, 'otherPositions' | 'positionsSought'> {
  return {
    ...(otherPositions && { otherPositions: otherPositions.map(positionFromSource) }),
    ...(positionsSought && { positionsSought }),
  }
}

function onlyDefined(range: { from?: string | undefined; until?: string | undefined }) {
  return { ...(range.from && { from: range.from }), ...(range.until && { until: range.until }) }
}

function within(jurisdictions: readonly string[], conditions: Conditions): Conditions {
  return { all: [{ fact: jurisdictionFact, operator: 'in', value: jurisdictions }, conditions] }
}

/** Before the action, in the name of a rule that a danger not known makes. */
export const findsOutBefore = 'find-out.'

/** One rule for each action by which danger is found out: it holds while a sign of danger is stated and a fact is open. */
function findOutRules({ pack: { findOut }, facts }: PackSource, [base, ...others]: PackParts): Rule[] {
  if (!findOut) return []
  const actions = [...new Set(facts.flatMap(({ findOutBy }) => findOutBy ?? []))]
  const conditions = signsOfDanger(facts as Fact[])
  return actions.map((action) => ({
    name: `${findsOutBefore}${action}`,
    file: 'pack',
    pack: base.name,
    guardedFrom: others.map(({ name }) => name),
    standard: findOut.because as Text,
    conditions,
    pushes: [{ action, force: findOut.force }],
    principle: findOut.principle,
    principles: [findOut.principle],
    basis: findOut.basis,
    urgency: findOut.urgency,
    ...(findOut.role && { role: findOut.role }),
    because: findOut.because,
    sources: findOut.sources,
    unless: [],
    exceptionTo: [],
    dilemmaWith: [],
    whenOverridden: [],
    standing: false,
    protective: false,
    findsOut: facts.filter(({ findOutBy }) => findOutBy === action).map(({ name }) => name),
  }))
}
