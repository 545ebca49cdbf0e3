import type { Issue } from '../../errors.js'
import { type Force, forces, jurisdictionFact } from '../../vocabulary.js'
import type { Conditions } from '../conditions.js'
import type { Facts } from '../fact.js'
import { factsRead } from '../factsRead.js'
import { valueNames } from '../factTypes/wordList.js'
import type { PackSource } from '../packSource.js'
import type { RuleSource } from '../rule.js'
import type { Term } from '../texts/textSchema.js'
import { conditionIssues } from './conditionSoundness.js'
import { cycleIssues, type Declared, duplicates, rulesOf, undeclaredIssues } from './declared.js'
import { readingSizes } from './size.js'

/** What must hold of the rules of a pack: their conditions, what they ask for, what they name, their exceptions. */
export function rulesIssues(declared: Declared, othersReadable: boolean): Issue[] {
  const shapes = ruleShapes(declared)
  const sizes = othersReadable && shapes.length === 0 ? readingSizes(declared) : []
  const readable = othersReadable && shapes.length === 0 && sizes.length === 0
  return [
    ...shapes,
    ...sizes,
    ...rulesOf(declared.source).flatMap(({ place, rule }) => ruleIssues(rule, place, declared, readable)),
    ...exceptionIssues(declared.source),
  ]
}

function ruleShapes({ source, facts }: Declared): Issue[] {
  return rulesOf(source).flatMap(({ place, rule }) => [
    ...topIssues(rule.conditions, `${place} · conditions`),
    ...conditionIssues(rule.conditions, `${place} · conditions`, facts),
    ...(rule.event.params.unless ?? []).flatMap((one, i) => [
      ...topIssues(one.conditions, `${place} · unless[${i}]`),
      ...conditionIssues(one.conditions, `${place} · unless[${i}]`, facts),
    ]),
  ])
}

/** The stock engine wants `all`, `any` or `not` at the top. */
function topIssues(conditions: unknown, place: string): Issue[] {
  const leaf = typeof conditions === 'object' && conditions !== null && 'fact' in conditions
  return leaf ? [{ place, message: 'must begin with `all`, `any` or `not`' }] : []
}

/** What must hold of a rule; what it reads is looked at only where conditions can be read. */
function ruleIssues(rule: RuleSource, place: string, declared: Declared, readable: boolean): Issue[] {
  const { params, type } = rule.event
  const asked = forces.flatMap((force) => params[force] ?? [])
  const rows: [boolean, string][] = [
    [asked.length === 0, 'asks for nothing'],
    [params.principles[0] !== type, `\`principles\` must begin with its leading principle \`${type}\``],
    [endsFirst(params.inForce), '`inForce` ends before it begins'],
    [
      params.protective !== true && readable && readsProtected(rule, declared.facts),
      'reads a protected fact and is not marked `protective`',
    ],
  ]
  return [
    ...rows.filter(([wrong]) => wrong).map(([, message]) => ({ place, message })),
    ...lawIssues(rule, place, declared),
    ...duplicates(asked).map((action) => ({ place, message: `speaks of \`${action}\` twice` })),
    ...ownCollisions(params, declared.excluded).map((pair) => ({
      place,
      message: `asks for ${pair}, which exclude each other`,
    })),
    ...duplicates((params.unless ?? []).map(({ name }) => name)).map((name) => ({
      place,
      message: `has \`${name}\` twice`,
    })),
    ...undeclaredIssues(place, 'action', [...asked, ...(params.whenOverridden ?? [])], declared.actions),
    ...undeclaredIssues(place, 'principle', new Set([type, ...params.principles]), declared.principles),
    ...undeclaredIssues(place, 'role', params.role === undefined ? [] : [params.role], declared.roles),
    ...undeclaredIssues(place, 'source', params.sources, declared.sources),
    ...jurisdictionIssues(params.jurisdiction, place, declared.facts),
  ]
}

/** Whether a term is over before it begins. */
export function endsFirst({ from, until }: Term = {}): boolean {
  return from !== undefined && until !== undefined && from > until
}

/** What rests on law cites one, and one of the countries in which it holds. */
function lawIssues(rule: RuleSource, place: string, declared: Declared): Issue[] {
  const { basis, jurisdiction } = rule.event.params
  if (basis !== 'law' || citesLaw(rule, declared)) return []
  const land = jurisdiction ? ` with a \`jurisdiction\` of ${jurisdiction.map((one) => `\`${one}\``).join(' or ')}` : ''
  return [
    { place: `${place} · sources`, message: `rests on law, and none of these is a source of kind \`law\`${land}` },
  ]
}

/** Whether a source is a law, of one of the rule's jurisdictions where it has any. */
function citesLaw(rule: RuleSource, { laws }: Declared): boolean {
  const { sources, jurisdiction } = rule.event.params
  return sources.some((name) => {
    const land = laws.get(name)
    return land !== undefined && (jurisdiction === undefined || jurisdiction.includes(land))
  })
}

function readsProtected(rule: RuleSource, facts: Facts): boolean {
  const parts = [rule.conditions, ...(rule.event.params.unless ?? []).map(({ conditions }) => conditions)]
  return parts.some((part) => [...factsRead(part as Conditions, facts)].some((name) => facts.get(name)?.protected))
}

/** The actions that a rule asks for and that exclude each other, in pairs. */
export function ownCollisions(
  { must = [], should = [], may = [] }: { readonly [F in Force]?: readonly string[] | undefined },
  excluded: ReadonlyMap<string, readonly string[]>,
): string[] {
  const wanted = new Set([...must, ...should, ...may])
  return [...wanted].flatMap((one) =>
    (excluded.get(one) ?? [])
      .filter((other) => wanted.has(other) && !(may.includes(one) && may.includes(other)))
      .map((other) => `\`${one}\` and \`${other}\``),
  )
}

/** Places must be values of the fact that says which country's law applies. */
export function jurisdictionIssues(wanted: readonly string[] | undefined, place: string, facts: Facts): Issue[] {
  if (wanted === undefined) return []
  const fact = facts.get(jurisdictionFact)
  if (fact?.type !== 'one-of')
    return [{ place, message: `has a jurisdiction, which needs a one-of fact \`${jurisdictionFact}\`` }]
  return undeclaredIssues(place, `value of \`${jurisdictionFact}\``, wanted, valueNames(fact))
}

function exceptionIssues(source: PackSource): Issue[] {
  const rules = rulesOf(source)
  const places = new Map(rules.map(({ place, rule }) => [rule.name, place]))
  const prevails = new Map(rules.map(({ rule }) => [rule.name, rule.event.params.exceptionTo ?? []]))
  const known = new Set(prevails.keys())
  return [
    ...rules.flatMap(({ place, rule }) =>
      undeclaredIssues(`${place} · exceptionTo`, 'rule', rule.event.params.exceptionTo ?? [], known),
    ),
    ...cycleIssues(
      prevails,
      (name) => `${places.get(name)} · exceptionTo`,
      'is, through others, an exception to itself',
    ),
    ...rules.flatMap(({ place, rule }) => {
      const named = rule.event.params.dilemmaWith ?? []
      const decided = named.filter((name) => rule.event.params.exceptionTo?.includes(name))
      return [
        ...undeclaredIssues(`${place} · dilemmaWith`, 'rule', named, known),
        ...decided.map((name) => ({
          place,
          message: `cannot be an exception to \`${name}\` and in a dilemma with it`,
        })),
      ]
    }),
  ]
}
