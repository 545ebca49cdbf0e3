import { inForce } from '../../decide/decide.js'
import { canonical } from '../../pack/identity/digest.js'
import type { Pack } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import { languagesOf } from '../../pack/texts/languages.js'
import type { WeighOptions } from '../../weigh/assess.js'

/** A pack as a caseload is weighed by it: on a day, and by a framework where one is named. */
export interface Weighed {
  readonly pack: Pack<unknown>
  readonly options?: WeighOptions
}

/** A rule as it was and as it is; nothing where it was not, is not, or is not in force. */
export interface ChangedRule {
  readonly name: string
  readonly before?: Rule
  readonly after?: Rule
}

/** What tells two packs apart, their wording aside: the rules that differ; or why more than rules differs. */
interface PackChange {
  readonly rules: readonly ChangedRule[]
  /** What else differs, by which any case could move. */
  readonly besides: readonly string[]
}

/** Compares what decides an advice in two packs. */
export function packChange(before: Weighed, after: Weighed): PackChange {
  const names = new Set([...before.pack.rules.keys(), ...after.pack.rules.keys()])
  const [were, are] = [rulesInForce(before), rulesInForce(after)]
  const differs = (name: string) => meaning(were.get(name), before) !== meaning(are.get(name), after)
  const rules = [...names].filter(differs).map((name): ChangedRule => {
    const [was, is] = [were.get(name), are.get(name)]
    return { name, ...(was && { before: was }), ...(is && { after: is }) }
  })
  return { rules: rules.sort((a, b) => (a.name < b.name ? -1 : 1)), besides: differingBesides(before, after) }
}

/** The day whose rules are in force. */
export function dayOf({ pack, options = {} }: Weighed): string {
  return options.on ?? pack.asOf
}

function rulesInForce(weighed: Weighed): ReadonlyMap<string, Rule> {
  const on = dayOf(weighed)
  return new Map([...weighed.pack.rules].filter(([, rule]) => inForce(rule, on)))
}

/** What else than rules differs. A fact that is new, presumed by nobody and following from nothing, was stated in no case. */
function differingBesides(before: Weighed, after: Weighed): readonly string[] {
  const parts = ['principles', 'actions', 'frameworks', 'formerFacts', 'formerWords'] as const
  const differing = parts.filter((part) => meaning(before.pack[part], before) !== meaning(after.pack[part], after))
  const facts = [...after.pack.facts.values()].some((fact) => {
    const was = before.pack.facts.get(fact.name)
    if (was) return meaning(was, before) !== meaning(fact, after)
    return fact.presume !== undefined || fact.derivedFrom !== undefined
  })
  const gone = [...before.pack.facts.keys()].some((name) => !after.pack.facts.has(name))
  return [
    ...(facts || gone ? ['facts'] : []),
    ...differing,
    ...(meaning(sourcesIn(before), before) === meaning(sourcesIn(after), after) ? [] : ['sources']),
    ...(meaning(headerOf(before), before) === meaning(headerOf(after), after) ? [] : ['header']),
  ]
}

/** Of each source what makes it a ground: of what kind, where, and whether it is in force on the day. */
function sourcesIn(weighed: Weighed): unknown {
  const on = dayOf(weighed)
  return [...weighed.pack.sources.values()]
    .map(({ name, kind, jurisdiction, region, ...source }) => ({
      name,
      kind,
      jurisdiction,
      region,
      is: inForce(source, on),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function headerOf({ pack: { header }, options: { framework } = {} }: Weighed): unknown {
  return { jurisdiction: header.jurisdiction, framework }
}

/** What something says but for its wording, and for where its author wrote it. */
function meaning(value: unknown, { pack }: Weighed): string {
  const languages = new Set([...languagesOf(pack.parts[0].source), 'en', 'id'])
  return canonical(unworded(value, languages) ?? null)
}

function unworded(value: unknown, languages: ReadonlySet<string>): unknown {
  if (value instanceof Map) return unworded(Object.fromEntries(value), languages)
  if (Array.isArray(value)) return value.map((one) => unworded(one, languages))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([key, one]) => key !== 'file' && one !== undefined)
  if (members.length > 0 && members.every(([key]) => languages.has(key))) return 'worded'
  return Object.fromEntries(members.map(([key, one]) => [key, unworded(one, languages)]))
}
