import type { Fact } from '../pack/fact.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import type { Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'

/**
 * TypeScript for the situations that a pack understands, and for the names of its actions and facts, so that an editor completes
 * them and refuses what is not one. The answer is the text of a module that exports an interface of the given name, and two
 * types that begin with the same word: of `OurSituation` they are `OurAction` and `OurFact`.
 */
export function situationType<S>(pack: Pack<S>, name: string): string {
  const tree = new Map<string, Branch | Fact>()
  for (const fact of pack.facts.values()) place(fact, fact.name.split('.'), tree)
  const stem = name.replace(/Situation$/, '')
  const telling = [...pack.facts.values()].some(({ ofActions }) => ofActions)
  return [
    `// Generated from the facts of the pack \`${pack.name}\`; do not edit.`,
    '',
    '/** Members of a list: one, several that are so, or what is said of each; what is not named stays not known. */',
    'type SomeOf<T extends string> = T | readonly T[] | { readonly [Member in T]?: boolean | null | undefined } | null',
    '',
    '/** An action of the catalogue. */',
    `export type ${stem}Action = ${quotedNames(pack.actions)}`,
    ...(telling && stem !== '' ? [`type Action = ${stem}Action`] : []),
    '',
    '/** A fact that can be stated or that follows, by its dotted name. */',
    `export type ${stem}Fact = ${quotedNames(pack.facts)}`,
    '',
    `/** A situation for the pack \`${pack.name}\`: what is left out is not known; \`null\`: asked, and still not known. */`,
    `export interface ${name} {`,
    '  /** Free text for people; no rule reads it, and it reaches no advice. */',
    '  readonly summary?: string | undefined',
    ...[...tree].flatMap(([key, held]) => member(key, held, '  ')),
    '}',
    '',
  ].join('\n')
}

function quotedNames(named: ReadonlyMap<string, unknown>): string {
  return [...named.keys()].map((name) => `'${name}'`).join(' | ') || 'never'
}

type Branch = Map<string, Branch | Fact>

function place(fact: Fact, [key, ...rest]: readonly string[], tree: Branch): void {
  if (key === undefined) return
  if (rest.length === 0) {
    tree.set(key, fact)
    return
  }
  const inner = tree.get(key)
  const branch: Branch = inner instanceof Map ? inner : new Map()
  tree.set(key, branch)
  place(fact, rest, branch)
}

function member(key: string, held: Branch | Fact, indent: string): string[] {
  if (held instanceof Map)
    return [
      `${indent}readonly ${key}?: {`,
      ...[...held].flatMap(([name, inner]) => member(name, inner, `${indent}  `)),
      `${indent}} | undefined`,
    ]
  return [
    `${indent}/** ${wording(held.ask ?? held.label, 'en')} */`,
    `${indent}readonly ${key}?: ${typeOf(held).typeScript(held)} | undefined`,
  ]
}
