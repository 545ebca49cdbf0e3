import { inForce } from '../../decide/decide.js'
import type { Contact, Source } from '../../pack/packSource.js'
import type { Rule } from '../../pack/rule.js'
import type { Term } from '../../pack/texts/textSchema.js'
import type { CheckedPack } from './check.js'
import type { Remark } from './remark.js'

/** On the day that is asked about: the sources and contacts last read over a year before it, and the sources that are not in force. */
export function sourceDayRemarks({ pack, on }: CheckedPack): readonly Remark[] {
  if (on === undefined) return []
  const [sources, rules] = [[...pack.sources.values()], [...pack.rules.values()]]
  return [
    ...sources.flatMap((source) => readRemark('sources', source, on)),
    ...[...pack.contacts.values()].flatMap((contact) => readRemark('contacts', contact, on)),
    ...sources.filter((source) => !inForce(source, on)).map((source) => forceRemark(source, on, rules)),
  ]
}

type Read = Pick<Source, 'verifiedOn'> & Pick<Contact, 'name' | 'read'>

function readRemark(list: string, { name, read, verifiedOn: day = read?.on }: Read, on: string): readonly Remark[] {
  if (day === undefined || day >= yearBefore(on)) return []
  const message = `was last read on ${day}, over a year before ${on}`
  return [{ kind: 'read-long-ago', level: 'warning', place: `${list} · ${name}`, message }]
}

/** The same day of the year before, as far as days are compared. */
function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`
}

function forceRemark({ name, inForce: term }: Source, on: string, rules: readonly Rule[]): Remark {
  const { from = on, until } = term as Term
  const citing = rules.filter(
    (rule) => [rule, ...(rule.otherPositions ?? [])].some(({ sources }) => sources.includes(name)) && inForce(rule, on),
  )
  const since = from > on ? `begins on ${from}` : `ended on ${until}`
  const cited = citing.length === 0 ? '' : `; cited by ${citing.map((rule) => `\`${rule.name}\``).join(', ')}`
  return {
    kind: 'not-in-force',
    level: 'warning',
    place: `sources · ${name}`,
    message: `is not in force on ${on}: it ${since}${cited}`,
    ...(citing.length > 0 && { rules: citing.map((rule) => rule.name) }),
  }
}
