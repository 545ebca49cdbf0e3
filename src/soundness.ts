import { conditionIssues, type Facts, factsRead } from './conditions.js'
import { type Issue, unknownName } from './errors.js'
import { type Conditions, type Fact, hasValue, words } from './facts.js'
import type { PackSource } from './rule.js'
import { forces, jurisdictionFact } from './vocabulary.js'

type Names = ReadonlySet<string>

/** What must hold between the parts of a pack so that it can be evaluated without surprises; all issues at once. */
export function soundnessIssues(source: PackSource): Issue[] {
  const facts: Facts = new Map(source.facts.map((fact) => [fact.name, fact as Fact]))
  const declared = {
    facts,
    actions: new Set(source.actions.map(({ name }) => name)),
    principles: new Set(source.principles.map(({ name }) => name)),
    roles: new Set(source.roles.map(({ name }) => name)),
    sources: new Set(source.sources.map(({ name }) => name)),
    source,
  }
  const conditions = [...derivationShapes(declared), ...ruleShapes(declared), ...guidelineShapes(declared)]
  if (conditions.length > 0) return [...repeatedNames(source), ...conditions]
  return [
    ...repeatedNames(source),
    ...source.facts.flatMap((fact) => factIssues(fact as Fact, declared)),
    ...cycle(
      new Map([...facts.values()].map((fact) => [fact.name, derivedReads(fact)])),
      'facts',
      'is derived from itself',
    ),
    ...source.actions.flatMap(({ name, incompatibleWith = [] }) =>
      incompatibleWith.flatMap((other) =>
        other === name
          ? [{ place: `actions · ${name}`, message: 'cannot be incompatible with itself' }]
          : missing(`actions · ${name}`, 'action', [other], declared.actions),
      ),
    ),
    ...source.principles.flatMap((one) => missing(`principles · ${one.name}`, 'source', one.sources, declared.sources)),
    ...source.frameworks.flatMap((one) => frameworkIssues(one, declared)),
    ...rulesOf(source).flatMap(({ place, rule }) => ruleIssues(rule, place, declared)),
    ...exceptionIssues(source),
    ...headerIssues(declared),
  ]
}

interface Declared {
  readonly facts: Facts
  readonly actions: Names
  readonly principles: Names
  readonly roles: Names
  readonly sources: Names
  readonly source: PackSource
}

type RuleSource = PackSource['rules'][string]['rules'][number]

function rulesOf(source: PackSource): { place: string; rule: RuleSource }[] {
  return Object.entries(source.rules).flatMap(([file, { rules }]) =>
    rules.map((rule) => ({ place: `${file} · ${rule.name}`, rule })),
  )
}

/** Conditions are checked for shape first: nothing else can be said of a pack whose conditions cannot be read. */
function derivationShapes({ facts }: Declared): Issue[] {
  return [...facts.values()].flatMap((fact) =>
    fact.derivedFrom === undefined
      ? []
      : conditionIssues(fact.derivedFrom, `facts · ${fact.name} · derivedFrom`, facts),
  )
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

function guidelineShapes({ source, facts }: Declared): Issue[] {
  return source.frameworks.flatMap((framework) =>
    framework.guidelines.flatMap((one) =>
      one.when === undefined
        ? []
        : conditionIssues(one.when, `frameworks · ${framework.name} · ${one.name} · when`, facts),
    ),
  )
}

function repeatedNames(source: PackSource): Issue[] {
  const named = (place: string, list: readonly { name: string }[]) =>
    repeated(list.map(({ name }) => name)).map((name) => ({
      place: `${place} · ${name}`,
      message: 'is declared twice',
    }))
  const rules = rulesOf(source).map(({ rule }) => rule)
  const prefixes = source.facts.filter(({ name }) => source.facts.some((other) => other.name.startsWith(`${name}.`)))
  return [
    ...named('facts', source.facts),
    ...named('principles', source.principles),
    ...named('actions', source.actions),
    ...named('roles', source.roles),
    ...named('sources', source.sources),
    ...named('frameworks', source.frameworks),
    ...named('rules', rules),
    ...prefixes.map(({ name }) => ({ place: `facts · ${name}`, message: 'is the beginning of another fact' })),
  ]
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}

function missing(place: string, what: string, names: readonly string[], declared: Iterable<string>): Issue[] {
  const known = new Set(declared)
  return names
    .filter((name) => !known.has(name))
    .map((name) => unknownName(place, `no ${what} is named \`${name}\``, name, known))
}

function factIssues(fact: Fact, declared: Declared): Issue[] {
  const place = `facts · ${fact.name}`
  const wordy = ['one-of', 'some-of', 'scale'].includes(fact.type)
  const rows: [boolean, string][] = [
    [wordy !== (fact.values !== undefined), wordy ? 'needs `values`' : 'has no `values` in this type'],
    [repeated(words(fact)).length > 0, 'has the same value twice'],
    [fact.type !== 'number' && (fact.min ?? fact.max) !== undefined, '`min` and `max` are for numbers'],
    [fact.ask === undefined && fact.derivedFrom === undefined, 'needs a question in `ask`'],
    [fact.derivedFrom !== undefined && fact.type !== 'yes-no', 'only a yes-no fact can be derived'],
    [fact.derivedFrom !== undefined && fact.presume !== undefined, 'cannot be both derived and presumed'],
    [fact.danger !== undefined && fact.presume !== undefined, 'marks danger, and danger is never presumed'],
    [fact.presume !== undefined && fact.type === 'some-of', 'a list of members cannot be presumed'],
    [fact.presume !== undefined && !hasValue(fact, fact.presume.value), '`presume` is not a value of it'],
    [fact.findOutBy !== undefined && fact.danger === undefined, '`findOutBy` needs `danger`'],
    [readsPresumed(fact, declared.facts), 'marks danger and is derived from a presumed fact'],
    ...dangerRows(fact),
  ]
  return [
    ...rows.filter(([wrong]) => wrong).map(([, message]) => ({ place, message })),
    ...missing(place, 'action', fact.findOutBy === undefined ? [] : [fact.findOutBy], declared.actions),
    ...missing(place, 'source', fact.presume?.sources ?? [], declared.sources),
  ]
}

function dangerRows(fact: Fact): [boolean, string][] {
  if (fact.danger === undefined) return []
  const values = fact.type === 'yes-no' ? [true, false] : words(fact)
  const safe = values.some((value) => !fact.danger?.includes(value))
  return [
    [fact.type === 'number', 'a number cannot mark danger'],
    [fact.danger.some((value) => !hasValue(fact, value)), '`danger` names what is not a value of it'],
    [fact.type !== 'some-of' && fact.type !== 'number' && !safe, 'leaves no value that is safe'],
  ]
}

function readsPresumed(fact: Fact, facts: Facts): boolean {
  if (fact.danger === undefined || fact.derivedFrom === undefined) return false
  return [...factsRead(fact.derivedFrom, facts)].some((name) => facts.get(name)?.presume !== undefined)
}

function derivedReads(fact: Fact): readonly string[] {
  return fact.derivedFrom === undefined ? [] : [...factsRead(fact.derivedFrom, new Map())]
}

function frameworkIssues(framework: PackSource['frameworks'][number], declared: Declared): Issue[] {
  const place = `frameworks · ${framework.name}`
  return [
    ...missing(place, 'source', framework.sources, declared.sources),
    ...framework.guidelines.flatMap((one) => {
      const at = `${place} · ${one.name}`
      const forms = [one.order, one.prevails && one.over, one.basis].filter((form) => form !== undefined)
      const principles = [...(one.order ?? []).flat(), ...(one.prevails ?? []), ...(one.over ?? [])]
      return [
        ...(forms.length === 1 && (one.prevails === undefined) === (one.over === undefined)
          ? []
          : [{ place: at, message: 'needs one of `order`, `prevails` with `over`, or `basis`' }]),
        ...missing(at, 'principle', principles, declared.principles),
        ...missing(at, 'source', one.sources, declared.sources),
        ...repeated((one.order ?? []).flat()).map((name) => ({ place: at, message: `ranks \`${name}\` twice` })),
      ]
    }),
  ]
}

function ruleIssues(rule: RuleSource, place: string, declared: Declared): Issue[] {
  const { params, type } = rule.event
  const asked = forces.flatMap((force) => params[force] ?? [])
  const { from, until } = params.inForce ?? {}
  const rows: [boolean, string][] = [
    [asked.length === 0, 'asks for nothing'],
    [params.principles[0] !== type, `\`principles\` must begin with its leading principle \`${type}\``],
    [from !== undefined && until !== undefined && from > until, '`inForce` ends before it begins'],
    [
      params.basis === 'law' && params.jurisdiction !== undefined && !citesLaw(rule, declared),
      'cites no law of its jurisdiction',
    ],
    [
      params.protective !== true && readsProtected(rule, declared.facts),
      'reads a protected fact and is not marked `protective`',
    ],
  ]
  return [
    ...rows.filter(([wrong]) => wrong).map(([, message]) => ({ place, message })),
    ...repeated(asked).map((action) => ({ place, message: `speaks of \`${action}\` twice` })),
    ...ownCollisions(rule, declared.source).map((pair) => ({
      place,
      message: `asks for ${pair}, which exclude each other`,
    })),
    ...repeated((params.unless ?? []).map(({ name }) => name)).map((name) => ({
      place,
      message: `has \`${name}\` twice`,
    })),
    ...missing(place, 'action', [...asked, ...(params.whenOverridden ?? [])], declared.actions),
    ...missing(place, 'principle', [type, ...params.principles], declared.principles),
    ...missing(place, 'role', params.role === undefined ? [] : [params.role], declared.roles),
    ...missing(place, 'source', params.sources, declared.sources),
    ...jurisdictionIssues(params.jurisdiction, place, declared.facts),
  ]
}

function citesLaw(rule: RuleSource, { source }: Declared): boolean {
  const { sources, jurisdiction = [] } = rule.event.params
  return source.sources.some(
    (one) => one.kind === 'law' && sources.includes(one.name) && jurisdiction.includes(one.jurisdiction ?? ''),
  )
}

function readsProtected(rule: RuleSource, facts: Facts): boolean {
  const parts = [rule.conditions, ...(rule.event.params.unless ?? []).map(({ conditions }) => conditions)]
  return parts.some((part) => [...factsRead(part as Conditions, facts)].some((name) => facts.get(name)?.protected))
}

function ownCollisions(rule: RuleSource, source: PackSource): string[] {
  const { must = [], should = [], may = [] } = rule.event.params
  const wanted = [...must, ...should, ...may]
  const excluded = (name: string) => source.actions.find((action) => action.name === name)?.incompatibleWith ?? []
  return wanted.flatMap((one) =>
    wanted
      .filter((other) => excluded(one).includes(other) && !(may.includes(one) && may.includes(other)))
      .map((other) => `\`${one}\` and \`${other}\``),
  )
}

function jurisdictionIssues(wanted: readonly string[] | undefined, place: string, facts: Facts): Issue[] {
  if (wanted === undefined) return []
  const fact = facts.get(jurisdictionFact)
  if (fact?.type !== 'one-of')
    return [{ place, message: `has a jurisdiction, which needs a one-of fact \`${jurisdictionFact}\`` }]
  return missing(place, `value of \`${jurisdictionFact}\``, wanted, words(fact))
}

function exceptionIssues(source: PackSource): Issue[] {
  const rules = rulesOf(source)
  const prevails = new Map(rules.map(({ rule }) => [rule.name, rule.event.params.exceptionTo ?? []]))
  return [
    ...rules.flatMap(({ place, rule }) =>
      missing(`${place} · exceptionTo`, 'rule', rule.event.params.exceptionTo ?? [], prevails.keys()),
    ),
    ...cycle(prevails, 'rules', 'is, through others, an exception to itself'),
  ]
}

/** The names that reach themselves; each cycle is told once, at its first name. */
function cycle(edges: ReadonlyMap<string, readonly string[]>, place: string, message: string): Issue[] {
  const done = new Set<string>()
  const issues: Issue[] = []
  for (const start of edges.keys()) {
    if (done.has(start)) continue
    const trail = reachesItself(start, edges, done)
    if (trail) issues.push({ place: `${place} · ${start}`, message: `${message}: ${trail.join(' → ')}` })
  }
  return issues
}

/** Walks without recursion, so that a long chain cannot exhaust the stack. */
function reachesItself(start: string, edges: ReadonlyMap<string, readonly string[]>, done: Set<string>) {
  const trail = [start]
  const waiting = [[...(edges.get(start) ?? [])]]
  while (trail.length > 0) {
    const next = waiting.at(-1)?.pop()
    if (next === undefined) {
      done.add(trail.pop() as string)
      waiting.pop()
    } else if (trail.includes(next)) {
      for (const name of trail) done.add(name)
      return [...trail.slice(trail.indexOf(next)), next]
    } else if (!done.has(next)) {
      trail.push(next)
      waiting.push([...(edges.get(next) ?? [])])
    }
  }
  return undefined
}

function headerIssues({ source, facts, actions, principles, roles, sources }: Declared): Issue[] {
  const { openers, findOut, whenUndecided } = source.pack
  const unasked = openers.filter((name) => facts.get(name) && facts.get(name)?.ask === undefined)
  const finds = source.facts.some(({ findOutBy }) => findOutBy !== undefined)
  return [
    ...missing('pack · openers', 'fact', openers, facts.keys()),
    ...unasked.map((name) => ({ place: 'pack · openers', message: `\`${name}\` has no question` })),
    ...missing('pack · whenUndecided', 'action', whenUndecided.actions, actions),
    ...missing('pack · whenUndecided', 'source', whenUndecided.sources, sources),
    ...(finds && !findOut
      ? [{ place: 'pack', message: 'needs `findOut`, since facts say by which action they are found out' }]
      : []),
    ...(findOut ? missing('pack · findOut', 'principle', [findOut.principle], principles) : []),
    ...(findOut?.role ? missing('pack · findOut', 'role', [findOut.role], roles) : []),
    ...missing('pack · findOut', 'source', findOut?.sources ?? [], sources),
  ]
}
