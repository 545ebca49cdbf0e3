import { type Issue, unknownName } from '../../errors.js'
import type { Fact, Facts } from '../fact.js'
import type { PackSource } from '../packSource.js'
import type { RuleSource } from '../rule.js'

type Names = ReadonlySet<string>

/** What a pack declares, by name, for the checks that follow. */
export interface Declared {
  readonly facts: Facts
  readonly actions: Names
  readonly principles: Names
  readonly roles: Names
  readonly sources: Names
  /** The country of each law; an empty text where it is of none. */
  readonly laws: ReadonlyMap<string, string>
  /** The actions that each action says cannot be done together with it. */
  readonly excluded: ReadonlyMap<string, readonly string[]>
  readonly source: PackSource
}

/** The declarations of a pack. */
export function declaredIn(source: PackSource): Declared {
  const names = (list: readonly { readonly name: string }[]) => new Set(list.map(({ name }) => name))
  return {
    facts: new Map(source.facts.map((fact) => [fact.name, fact as Fact])),
    actions: names(source.actions),
    principles: names(source.principles),
    roles: names(source.roles),
    sources: names(source.sources),
    laws: new Map(
      source.sources.filter(({ kind }) => kind === 'law').map(({ name, jurisdiction = '' }) => [name, jurisdiction]),
    ),
    excluded: new Map(source.actions.map(({ name, incompatibleWith = [] }) => [name, incompatibleWith])),
    source,
  }
}

/** Every rule with its place in the words of an author: file and name. */
export function rulesOf(source: PackSource): { place: string; rule: RuleSource }[] {
  return Object.entries(source.rules).flatMap(([file, { rules }]) =>
    rules.map((rule) => ({ place: `${file} · ${rule.name}`, rule })),
  )
}

/** The names that stand more than once. */
export function duplicates(names: readonly string[]): string[] {
  const seen = new Set<string>()
  const again = names.filter((name) => seen.has(name) || !seen.add(name))
  return [...new Set(again)]
}

/** An author who sees this many has seen enough. */
const mostNames = 200

/** An issue for each name that is not declared, with the nearest that is. */
export function undeclaredIssues(
  place: string,
  what: string,
  names: Iterable<string>,
  declared: Iterable<string>,
): Issue[] {
  const named = [...names]
  if (named.length === 0) return []
  const known = declared instanceof Set ? declared : new Set(declared)
  return named
    .filter((name) => !known.has(name))
    .slice(0, mostNames)
    .map((name) => unknownName(place, `no ${what} is named \`${name}\``, name, known))
}

/** The names that reach themselves; each cycle is told once, at the place of its first name. */
export function cycleIssues(
  edges: ReadonlyMap<string, readonly string[]>,
  placeOf: (name: string) => string,
  message: string,
): Issue[] {
  const done = new Set<string>()
  const issues: Issue[] = []
  for (const start of edges.keys()) {
    if (done.has(start)) continue
    const trail = reachesItself(start, edges, done)
    const [first] = trail ?? []
    if (trail && first !== undefined)
      issues.push({ place: placeOf(first), message: `${message}: ${trail.map((name) => `\`${name}\``).join(' → ')}` })
  }
  return issues
}

/** Walks without recursion, so that a long chain cannot exhaust the stack. */
function reachesItself(start: string, edges: ReadonlyMap<string, readonly string[]>, done: Set<string>) {
  const trail = [start]
  const onTrail = new Set(trail)
  const waiting = [[...(edges.get(start) ?? [])]]
  while (trail.length > 0) {
    const next = waiting.at(-1)?.pop()
    if (next === undefined) {
      const left = trail.pop() as string
      onTrail.delete(left)
      done.add(left)
      waiting.pop()
    } else if (onTrail.has(next)) {
      for (const name of trail) done.add(name)
      return [...trail.slice(trail.indexOf(next)), next]
    } else if (!done.has(next)) {
      trail.push(next)
      onTrail.add(next)
      waiting.push([...(edges.get(next) ?? [])])
    }
  }
  return undefined
}
