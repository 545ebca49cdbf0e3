import type { Issue } from '../../errors.js'
import type { Conditions } from '../conditions.js'
import type { Facts } from '../fact.js'
import { readsDanger } from '../factsRead.js'
import type { PackPart, PackParts } from '../packParts.js'
import type { PackSource } from '../packSource.js'
import type { RuleSource } from '../rule.js'
import { declaredIn, rulesOf } from './declared.js'

/** Whether a rule guards against danger or rests on law, so that another pack may not set it aside by itself. */
export function isGuarded({ conditions, event: { params } }: RuleSource, facts: Facts): boolean {
  if (params.basis === 'law') return true
  return [conditions, ...(params.unless ?? []).map((one) => one.conditions)].some((part) =>
    readsDanger(part as Conditions, facts),
  )
}

/** An exception to a guarded rule of another pack, which the host has not admitted. */
export function admissionIssues(
  source: PackSource,
  parts: PackParts,
  partOfFile: ReadonlyMap<string, PackPart>,
): Issue[] {
  if (parts.length === 1) return []
  const { facts } = declaredIn(source)
  const packOf = new Map(
    Object.entries(source.rules).flatMap(([file, { rules }]) => rules.map(({ name }) => [name, partOfFile.get(file)])),
  )
  const guarded = new Map(rulesOf(source).flatMap(({ rule }) => (isGuarded(rule, facts) ? [[rule.name, rule]] : [])))
  return rulesOf(source).flatMap(({ place, rule }) => {
    const own = packOf.get(rule.name)
    return (rule.event.params.exceptionTo ?? []).flatMap((name) => {
      const other = packOf.get(name)
      if (other === own || !guarded.has(name) || own?.admitted.includes(name)) return []
      const what = guarded.get(name)?.event.params.basis === 'law' ? 'a rule of law' : 'a rule about danger'
      const message = `\`${name}\` is ${what} of \`${other?.name}\`; an exception to it must be admitted by whoever runs the system`
      return [{ place: `${place} · exceptionTo`, message }]
    })
  })
}
