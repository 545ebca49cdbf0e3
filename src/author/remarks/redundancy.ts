import type { Rule } from '../../pack/rule.js'
import { urgencies } from '../../vocabulary.js'
import { isTowards, strength } from '../../weigh/claims.js'
import { type CheckedPack, isAsked } from './check.js'
import { inForceWhenever } from './daysInForce.js'
import { appliesNot, jointWitness, type Study } from './jointWitness.js'
import { notDecided, placeOf, type Remark } from './remark.js'

/**
 * Rules that another makes redundant: whenever they apply, it applies too and asks at least as strongly for all they ask
 * for. A warning where nothing would change without them once everything is known; a note where they add a reason.
 */
export function redundancyRemarks(study: CheckedPack): readonly Remark[] {
  const rules = [...study.living].filter(({ findsOut }) => findsOut === undefined)
  return rules.flatMap((rule, i) => {
    const covering = rules.filter((other) => other !== rule && covers(other, rule))
    if (!isAsked([rule, ...covering], study)) return []
    const found = covering.map((other) => ({
      other,
      meeting: jointWitness([rule], [appliesNot(other)], study),
      adds: additions(rule, other, rules),
    }))
    const always = found.filter(({ meeting }) => meeting === 'impossible')
    const least = [...always].sort((a, b) => a.adds.length - b.adds.length)[0]
    const open = found.find(({ meeting }) => meeting === 'not decided')
    if (least === undefined)
      return open ? [notDecided(placeOf(rule), `\`${open.other.name}\` makes it redundant`, [rule.name])] : []
    return isFirstOfTwins(rule, least.other, i, rules, study) ? [] : [redundantRemark(rule, least.other, least.adds)]
  })
}

/** Whether the one asks at least as strongly for all that the other asks for, on every day, and keeps what it adds. */
function covers(one: Rule, other: Rule): boolean {
  return (
    inForceWhenever(one, other) &&
    other.exceptionTo.every((name) => name !== one.name && one.exceptionTo.includes(name)) &&
    other.whenOverridden.every((action) => one.whenOverridden.includes(action)) &&
    other.pushes.every(({ action, force }) =>
      one.pushes.some(
        (push) =>
          push.action === action &&
          isTowards(push.force) === isTowards(force) &&
          strength(push.force) >= strength(force),
      ),
    )
  )
}

/** What a rule adds to one that asks for the same: grounds on which it may stand where that one gives way, or hurry. */
function additions(rule: Rule, other: Rule, rules: readonly Rule[]): readonly string[] {
  const beyond = rules.filter(
    (third) => third.exceptionTo.includes(other.name) && !third.exceptionTo.includes(rule.name),
  )
  const rows: readonly [boolean, string][] = [
    [rule.principle !== other.principle, `the principle \`${rule.principle}\``],
    [rule.basis !== other.basis, `the basis \`${rule.basis}\``],
    [urgencies.indexOf(rule.urgency) < urgencies.indexOf(other.urgency), `the urgency \`${rule.urgency}\``],
    [other.standing && !rule.standing, 'that it is told before the standing duties'],
    [rule.otherPositions !== undefined, 'the other published positions'],
    [beyond.length > 0, `that it stands where ${beyond.map(({ name }) => `\`${name}\``).join(', ')} prevails`],
  ]
  return rows.filter(([so]) => so).map(([, what]) => what)
}

/** Of two rules that make each other redundant the later one is told. */
function isFirstOfTwins(rule: Rule, other: Rule, i: number, rules: readonly Rule[], study: Study): boolean {
  return (
    rules.indexOf(other) > i && covers(rule, other) && jointWitness([other], [appliesNot(rule)], study) === 'impossible'
  )
}

function redundantRemark(rule: Rule, other: Rule, adds: readonly string[]): Remark {
  const same = `whenever it applies, \`${other.name}\` does and asks at least as strongly for all it asks for`
  return {
    kind: 'redundant',
    level: adds.length === 0 ? 'warning' : 'note',
    place: placeOf(rule),
    message: adds.length === 0 ? `is redundant: ${same}` : `${same}; it adds ${adds.join(' and ')}`,
    rules: [rule.name, other.name],
  }
}
