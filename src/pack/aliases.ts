import type { Issue } from '../errors.js'
import { forces } from '../vocabulary.js'
import { grouped } from './grouped.js'
import type { PackSource } from './packSource.js'

/** The names that facts and actions bore before, each with the one they bear now; and the words of facts, which may be several now. */
interface Aliases {
  readonly facts: ReadonlyMap<string, string>
  readonly actions: ReadonlyMap<string, string>
  readonly words: FormerWords
}

/** Of facts, by their present name, the words that they had before, each with those that say it now. */
export type FormerWords = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

/** The former names that a pack declares; a situation or a rule that still uses one means what bears the present name. */
export function aliasesIn({ facts, actions }: PackSource): Aliases {
  return { facts: former(facts), actions: former(actions), words: formerWords(facts) }
}

function formerWords(facts: PackSource['facts']): FormerWords {
  const each = facts.map(({ name, values = [] }) => {
    const pairs = values.flatMap(({ value, aliases = [] }) => aliases.map((alias) => [alias, value] as const))
    const present = grouped(pairs, ([alias]) => alias)
    return [name, new Map([...present].map(([alias, all]) => [alias, all.map(([, value]) => value)]))] as const
  })
  return new Map(each.filter(([, words]) => words.size > 0))
}

interface Named {
  readonly name: string
  readonly aliases?: readonly string[] | undefined
}

function former(list: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(list.flatMap(({ name, aliases = [] }) => aliases.map((alias) => [alias, name] as const)))
}

/** A former name must not be the name, present or former, of anything else. */
export function aliasIssues({ facts, actions }: PackSource): Issue[] {
  return [
    ...clashes('facts', facts),
    ...clashes('actions', actions),
    ...facts.flatMap((fact) => wordClashes(fact, actions)),
  ]
}

/** A former word must not be one that the fact has now. */
function wordClashes(
  { name, values = [], ofActions }: PackSource['facts'][number],
  actions: readonly Named[],
): Issue[] {
  const taken = new Set([...values.map(({ value }) => value), ...(ofActions ? actions.map((one) => one.name) : [])])
  return values
    .flatMap(({ aliases = [] }) => aliases)
    .filter((alias) => taken.has(alias))
    .map((alias) => ({ place: `facts · ${name}`, message: `its former word \`${alias}\` stands for something else` }))
}

function clashes(part: string, list: readonly Named[]): Issue[] {
  const taken = new Map<string, number>()
  for (const { name, aliases = [] } of list)
    for (const beginning of [name, ...aliases].flatMap(beginnings))
      taken.set(beginning, (taken.get(beginning) ?? 0) + 1)
  return list.flatMap(({ name, aliases = [] }) =>
    aliases
      .filter((alias) => (taken.get(alias) ?? 0) > 1)
      .map((alias) => ({
        place: `${part} · ${name}`,
        message: `its former name \`${alias}\` stands for something else`,
      })),
  )
}

/** Every beginning of a dotted name, and the name itself. */
function beginnings(name: string): string[] {
  return name.split('.').map((_, i, steps) => steps.slice(0, i + 1).join('.'))
}

/** The pack with every former name replaced by the present one. */
export function withPresentNames(source: PackSource, { facts, actions, words }: Aliases): PackSource {
  if (facts.size + actions.size + words.size === 0) return source
  const present = (names: ReadonlyMap<string, string>) => (name: unknown) => names.get(name as string) ?? name
  const replace = new Map<string, (member: unknown) => unknown>([
    ['fact', present(facts)],
    ...['openers', 'asks'].map((key) => [key, (member: unknown) => (member as unknown[]).map(present(facts))] as const),
    ['findOutBy', present(actions)],
    ...[...forces, 'whenOverridden', 'insteadOf', 'incompatibleWith', 'partOf', 'before', 'for', 'actions'].map(
      (key) => [key, (member: unknown) => (Array.isArray(member) ? member.map(present(actions)) : member)] as const,
    ),
  ])
  const { actions: listed, ...rest } = source
  const all = <T>(part: T) => renamed(part, replace, words) as T
  return { ...all(rest), actions: all(listed) }
}

function renamed(
  value: unknown,
  replace: ReadonlyMap<string, (member: unknown) => unknown>,
  words: FormerWords,
): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, replace, words))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]) => [
    key,
    replace.get(key)?.(member) ?? renamed(member, replace, words),
  ])
  return reworded(Object.fromEntries(members), words)
}

/** What names a former word of a fact, with the present one; a comparison with a word that is several now, as several. */
function reworded(part: Readonly<Record<string, unknown>>, words: FormerWords): unknown {
  const present = words.get(part.fact as string)?.get(part.value as string)
  if (present === undefined) return part
  const each = present.map((value) => ({ ...part, value }))
  if (each.length === 1 || part.operator === undefined) return each[0]
  return part.operator === 'doesNotContain' ? { all: each } : { any: each }
}
