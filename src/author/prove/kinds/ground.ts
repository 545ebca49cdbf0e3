import type { Source } from '../../../pack/packSource.js'
import { jurisdictionFact, regionFact } from '../../../vocabulary.js'
import type { Obligation } from '../obligation.js'
import { always, type Literal, never } from '../solve/circuit.js'
import type { Study } from '../study.js'

/**
 * For every rule: where it holds, a source is a ground for it. A law is one only where and while it is in force, and none while the
 * country is not stated.
 */
export function groundObligations(_: unknown, study: Study): readonly Obligation[] {
  const { pack, outlook, circuit } = study
  return [...pack.rules.values()].map((rule): Obligation => {
    const cited = rule.sources.map((name) => pack.sources.get(name) as Source)
    const { live } = outlook.deciding.finding(rule)
    return {
      about: [rule.name],
      actions: rule.pushes.map(({ action }) => action),
      wanted: [live, -circuit.any(cited.map((source) => isGround(source, study)))],
      bites: [[live]],
      outlooks: [outlook],
      shows: ([seen]) => seen?.grounds.get(rule.name)?.length === 0,
    }
  })
}

function isGround({ kind, jurisdiction, region, inForce = {} }: Source, study: Study): Literal {
  const { pack, outlook, circuit, options } = study
  const { on = pack.asOf } = options
  const { from = on, until = on } = inForce
  if (on < from || on > until) return never
  if (kind !== 'law') return always
  const among = (fact: string, places: readonly string[]) =>
    pack.facts.has(fact) ? outlook.known({ fact, operator: 'in', value: places }).yes : never
  return circuit.all([
    ...(jurisdiction === undefined ? [] : [among(jurisdictionFact, [jurisdiction])]),
    ...(region === undefined ? [] : [among(regionFact, region)]),
  ])
}
