import { jurisdictionFact } from '../../../vocabulary.js'
import type { Rule } from '../../../pack/rule.js'
import type { Obligation } from '../obligation.js'
import type { Study } from '../study.js'

/** For every rule that rests on law: it holds only where a law that it cites is in force, and not while the country is not known. */
export function lawObligations(_: unknown, study: Study): readonly Obligation[] {
  const { pack, outlook } = study
  const lawful = [...pack.rules.values()].filter(({ basis }) => basis === 'law')
  return lawful.flatMap((rule) => {
    const lands = landsOf(rule, study)
    if (lands.includes(undefined)) return []
    const here = outlook.known({ fact: jurisdictionFact, operator: 'in', value: lands as string[] }).yes
    const { live } = outlook.deciding.finding(rule)
    return [
      {
        about: [rule.name],
        actions: rule.pushes.map(({ action }) => action),
        wanted: [live, -here],
        bites: [[live]],
        outlooks: [outlook],
        shows: ([seen]) => {
          const stated = seen?.known.stated.get(jurisdictionFact)
          return seen?.rules.has(rule.name) === true && !lands.includes(typeof stated === 'string' ? stated : '')
        },
      } satisfies Obligation,
    ]
  })
}

/** The countries of the laws that a rule cites; nothing among them where one is a law of none, which holds everywhere. */
function landsOf({ sources }: Rule, { pack }: Study): readonly (string | undefined)[] {
  const laws = sources.map((name) => pack.sources.get(name)).filter((source) => source?.kind === 'law')
  return laws.map((source) => source?.jurisdiction)
}
