import type { Issue } from '../errors.js'
import { forces } from '../vocabulary.js'
import type { PackSource } from './packSource.js'

/** The names that facts and actions bore before, each with the one they bear now. */
interface Aliases {
  readonly facts: ReadonlyMap<string, string>
  readonly actions: ReadonlyMap<string, string>
}

/** The former names that a pack declares; a situation or a rule that still uses one means what bears the present name. */
export function aliasesIn({ facts, actions }: PackSource): Aliases {
  return { facts: former(facts), actions: former(actions) }
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
  return [...clashes('facts', facts), ...clashes('actions', actions)]
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
export function withPresentNames(source: PackSource, { facts, actions }: Aliases): PackSource {
  if (facts.size + actions.size === 0) return source
  const present = (names: ReadonlyMap<string, string>) => (name: unknown) => names.get(name as string) ?? name
  const replace = new Map<string, (member: unknown) => unknown>([
    ['fact', present(facts)],
    ['openers', (member) => (member as unknown[]).map(present(facts))],
    ['findOutBy', present(actions)],
    ...[...forces, 'whenOverridden', 'incompatibleWith', 'partOf', 'before', 'for', 'actions'].map(
      (key) => [key, (member: unknown) => (Array.isArray(member) ? member.map(present(actions)) : member)] as const,
    ),
  ])
  const { actions: listed, ...rest } = source
  return { ...(renamed(rest, replace) as typeof rest), actions: renamed(listed, replace) as typeof listed }
}

function renamed(value: unknown, replace: ReadonlyMap<string, (member: unknown) => unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, replace))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]) => [
    key,
    replace.get(key)?.(member) ?? renamed(member, replace),
  ])
  return Object.fromEntries(members)
}
