import type { Conditions, Leaf, Scalar } from '../../pack/conditions.js'
import { type Fact, type Facts, hasValue } from '../../pack/fact.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import type { Rule } from '../../pack/rule.js'
import { type Force, type Operator, urgencies } from '../../vocabulary.js'
import { jurisdictionOf } from './ruleJurisdiction.js'

/** The rule as it would be after one small change, where that change was made, and what it is in words. */
export interface RuleChange {
  readonly rule: Rule
  readonly place: string
  readonly change: string
}

/**
 * Every small change to a rule by which an author could get it wrong: a condition dropped or turned round, a threshold moved
 * by one step, an exception, an action or a duty still owed dropped, a force weakened or turned round, another urgency.
 */
export function changesOf(rule: Rule, facts: Facts): readonly RuleChange[] {
  return [
    ...conditionChanges(rule, facts),
    ...unlessChanges(rule, facts),
    ...exceptionChanges(rule),
    ...pushChanges(rule),
    ...scopeChanges(rule),
  ].map((one) => ({ ...one, place: [rule.file, rule.name, one.place].join(' · ') }))
}

function conditionChanges(rule: Rule, facts: Facts): RuleChange[] {
  const jurisdiction = jurisdictionOf(rule)
  if (!jurisdiction)
    return variants(rule.conditions, 'conditions', facts).map(({ conditions, ...change }) => ({
      ...change,
      rule: { ...rule, conditions },
    }))
  const [where, besides] = (rule.conditions as { all: readonly Conditions[] }).all as [Conditions, Conditions]
  return [
    { place: 'jurisdiction', change: 'jurisdiction dropped', rule: { ...rule, conditions: besides } },
    ...variants(besides, 'conditions', facts).map(({ conditions, ...change }) => ({
      ...change,
      rule: { ...rule, conditions: { all: [where, conditions] } },
    })),
  ]
}

function unlessChanges(rule: Rule, facts: Facts): RuleChange[] {
  return rule.unless.flatMap((one, i) => [
    {
      place: `unless · ${one.name}`,
      change: `\`${one.name}\` dropped from \`unless\``,
      rule: { ...rule, unless: without(rule.unless, i) },
    },
    ...variants(one.conditions, `unless · ${one.name}`, facts).map(({ conditions, ...change }) => ({
      ...change,
      rule: { ...rule, unless: rule.unless.map((other) => (other === one ? { ...one, conditions } : other)) },
    })),
  ])
}

function exceptionChanges(rule: Rule): RuleChange[] {
  return (['exceptionTo', 'whenOverridden'] as const).flatMap((member) =>
    rule[member].map((name, i) => ({
      place: member,
      change: `\`${name}\` dropped from \`${member}\``,
      rule: { ...rule, [member]: without(rule[member], i) },
    })),
  )
}

const weaker: Partial<Record<Force, Force>> = { must: 'should', should: 'may', 'must-not': 'should-not' }
const turned: Record<Force, Force> = {
  must: 'must-not',
  should: 'should-not',
  may: 'should-not',
  'should-not': 'should',
  'must-not': 'must',
}

function pushChanges(rule: Rule): RuleChange[] {
  return rule.pushes.flatMap((push, i) => {
    const place = push.force
    const forces = [weaker[push.force], turned[push.force]].filter((force) => force !== undefined)
    const dropped = { place, change: `\`${push.action}\` dropped`, rule: { ...rule, pushes: without(rule.pushes, i) } }
    return [
      ...(rule.pushes.length > 1 ? [dropped] : []),
      ...forces.map((force) => ({
        place,
        change: `\`${push.action}\` from \`${push.force}\` to \`${force}\``,
        rule: { ...rule, pushes: rule.pushes.map((other) => (other === push ? { ...push, force } : other)) },
      })),
    ]
  })
}

/** How soon, and when it is in force; a standing duty never makes a situation more urgent. */
function scopeChanges({ inForce, ...rule }: Rule): RuleChange[] {
  const rank = urgencies.indexOf(rule.urgency)
  const near = rule.standing ? [] : [urgencies[rank - 1], urgencies[rank + 1]].filter((one) => one !== undefined)
  return [
    ...near.map((urgency) => ({
      place: 'urgency',
      change: `urgency from \`${rule.urgency}\` to \`${urgency}\``,
      rule: { ...rule, ...(inForce && { inForce }), urgency },
    })),
    ...(inForce ? [{ place: 'inForce', change: '`inForce` dropped', rule }] : []),
  ]
}

function without<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, i) => i !== index)
}

/** Conditions after one small change. */
interface Variant {
  readonly conditions: Conditions
  readonly place: string
  readonly change: string
}

function variants(conditions: Conditions, place: string, facts: Facts): Variant[] {
  if ('not' in conditions)
    return variants(conditions.not, `${place}.not`, facts).map((one) => ({
      ...one,
      conditions: { not: one.conditions },
    }))
  if ('all' in conditions)
    return listVariants(conditions.all, `${place}.all`, facts).map(({ parts, ...change }) => {
      return { ...change, conditions: { all: parts } }
    })
  if ('any' in conditions)
    return listVariants(conditions.any, `${place}.any`, facts).map(({ parts, ...change }) => {
      return { ...change, conditions: { any: parts } }
    })
  return leafVariants(conditions, facts).map(([leaf, change]) => ({ conditions: leaf, place, change }))
}

type ListVariant = Omit<Variant, 'conditions'> & { readonly parts: readonly Conditions[] }

function listVariants(parts: readonly Conditions[], place: string, facts: Facts): ListVariant[] {
  return parts.flatMap((part, i) => {
    const dropped = { place: `${place}[${i}]`, change: `${inShort(part)} dropped`, parts: without(parts, i) }
    return [
      ...(parts.length > 1 ? [dropped] : []),
      ...variants(part, `${place}[${i}]`, facts).map(({ conditions, ...variant }) => ({
        ...variant,
        parts: parts.map((other) => (other === part ? conditions : other)),
      })),
    ]
  })
}

const opposite: Record<Operator, Operator> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
}

function leafVariants(leaf: Leaf, facts: Facts): [Leaf, string][] {
  const fact = facts.get(leaf.fact) as Fact
  const listed = Array.isArray(leaf.value) ? (leaf.value as readonly Scalar[]) : []
  const moved = typeof leaf.value === 'object' ? [] : neighbours(leaf.value as Scalar, fact)
  return [
    [{ ...leaf, operator: opposite[leaf.operator] }, `${inShort(leaf)} turned round`],
    ...moved.map((value): [Leaf, string] => [{ ...leaf, value }, `${inShort(leaf)} moved to \`${value}\``]),
    ...(listed.length < 2 ? [] : listed).map((value, i): [Leaf, string] => [
      { ...leaf, value: without(listed, i) },
      `\`${value}\` dropped from ${inShort(leaf)}`,
    ]),
  ]
}

/** The next values below and above on a scale, or by one for a number. */
function neighbours(value: Scalar, fact: Fact): Scalar[] {
  const type = typeOf(fact)
  if (!type.operators.includes('lessThan')) return []
  const rank = type.compared(fact, value) as number
  return [rank - 1, rank + 1].map((next) => type.fromCompared(fact, next)).filter((one) => hasValue(fact, one))
}

/** A condition as it is named where it was changed. */
function inShort(conditions: Conditions): string {
  if ('all' in conditions) return `all of ${conditions.all.map(inShort).join(', ')}`
  if ('any' in conditions) return `any of ${conditions.any.map(inShort).join(', ')}`
  if ('not' in conditions) return `not ${inShort(conditions.not)}`
  return `\`${conditions.fact} ${conditions.operator} ${[conditions.value].flat().join(', ')}\``
}
