import type { Fact } from '../pack/fact.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import type { Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'

/**
 * TypeScript for the situations that a pack understands, so that an editor completes its facts and refuses what is not one.
 * The answer is the text of a module that exports one interface of the given name.
 */
export function situationType<S>(pack: Pack<S>, name: string): string {
  const tree = new Map<string, Branch | Fact>()
  for (const fact of pack.facts.values()) place(fact, fact.name.split('.'), tree)
  const actions = [...pack.actions.keys()].map((action) => `'${action}'`).join(' | ')
  const telling = [...pack.facts.values()].some(({ ofActions }) => ofActions)
  return [
    `// Generated from the facts of the pack \`${pack.name}\`; do not edit.`,
    '',
    '/** Members of a list: one, several that are so, or what is said of each; what is not named stays not known. */',
    'type SomeOf<T extends string> = T | readonly T[] | { readonly [Member in T]?: boolean | null | undefined } | null',
    '',
    ...(telling ? ['/** An action of the catalogue. */', `type Action = ${actions}`, ''] : []),
    `/** A situation for the pack \`${pack.name}\`: what is left out is not known; \`null\`: asked, and still not known. */`,
    `export interface ${name} {`,
    '  /** Free text for people; no rule reads it, and it reaches no advice. */',
    '  readonly summary?: string | undefined',
    ...[...tree].flatMap(([key, held]) => member(key, held, '  ')),
    '}',
    '',
  ].join('\n')
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
