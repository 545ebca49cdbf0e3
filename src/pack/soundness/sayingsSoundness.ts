import { type Issue, unknownName } from '../../errors.js'
import { type Fact, type Facts, hasValue } from '../fact.js'
import type { SayingsFile, SayingsFiles, Statement } from '../sayings/sayings.js'
import { duplicates } from './declared.js'

/** What must hold of sayings: that each fact of which they speak is asked for, and has the value. */
export function sayingsIssues(
  files: SayingsFiles | undefined,
  facts: Facts,
  former: ReadonlyMap<string, string>,
): readonly Issue[] {
  return Object.entries(files ?? {}).flatMap(([file, content]) => [
    ...spoken(content).flatMap(([place, statement]) => statementIssues(`${file} · ${place}`, statement, facts, former)),
    ...duplicates((content.often ?? []).map(({ fact }) => fact)).map((fact) => ({
      place: `${file} · often`,
      message: `has \`${fact}\` twice`,
    })),
  ])
}

/** Every statement of a file with its place. */
function spoken({ matter, first, sayings, companions, often }: SayingsFile): readonly (readonly [string, Statement])[] {
  const each = (name: string, list: readonly Statement[] = []) => list.map((one, i) => [`${name}[${i}]`, one] as const)
  const asked = (name: string, list: readonly string[] = []) =>
    each(
      name,
      list.map((fact) => ({ fact })),
    )
  return [
    ...each('matter.statements', matter?.statements),
    ...asked('matter.facts', matter?.facts),
    ...each(
      'first',
      first?.map(({ fact }) => ({ fact })),
    ),
    ...(first ?? []).flatMap(({ fact, values = [] }, i) =>
      each(
        `first[${i}].values`,
        values.map(({ value }) => ({ fact, value })),
      ),
    ),
    ...each('sayings', sayings),
    ...each('often', often),
    ...(companions ?? []).flatMap(({ of, offer }, i) => [
      [`companions[${i}].of`, of] as const,
      ...asked(`companions[${i}].offer`, offer),
    ]),
  ]
}

function statementIssues(
  place: string,
  { fact: name, value }: Statement,
  facts: Facts,
  former: ReadonlyMap<string, string>,
): readonly Issue[] {
  const fact = facts.get(former.get(name) ?? name)
  if (fact === undefined) return [unknownName(place, `no fact is named \`${name}\``, name, facts.keys())]
  if (fact.ask === undefined) return [{ place, message: `\`${name}\` follows from others, and nobody tells it` }]
  if (value === undefined || hasValue(fact, value)) return []
  const message = `\`${name}\` has no value \`${String(value)}\``
  return [unknownName(place, message, String(value), valuesOf(fact))]
}

function valuesOf({ values = [] }: Fact): readonly string[] {
  return values.map(({ value }) => value)
}
