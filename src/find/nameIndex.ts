import MiniSearch, { type SearchResult } from 'minisearch'
import type { Fact } from '../pack/fact.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Action } from '../pack/packSource.js'
import type { Text } from '../vocabulary.js'
import { termsOf, wordsOf } from './terms.js'
import { type WordsSaid, wordsSaid } from './wordsSaid.js'

/** What has a name that an author writes and a label that a worker reads. */
const namedKinds = ['fact', 'value', 'action'] as const
type NamedKind = (typeof namedKinds)[number]

/** Something that bears a name: a fact, one value of a fact, or an action. */
export interface Named {
  readonly kind: NamedKind
  readonly name: string
  /** Of a value, the fact that has it. */
  readonly fact?: string
  readonly label: Text
}

/** What is searched: under a number, the names, the words a worker reads, and what is said besides. */
interface Entry {
  readonly id: number
  readonly named: Named
  readonly name: string
  readonly label: string
  readonly besides: string
}

/** All facts, values and actions of a pack, to be searched by the words of both languages and by parts of names. */
export interface NameIndex {
  readonly search: (words: string, wanted: (named: Named) => boolean) => readonly Named[]
}

/** The one index of names of a pack; whatever else is to be found by words is added to its entries. */
export const nameIndex: (pack: Pack<unknown>) => NameIndex = oncePerPack((pack) =>
  indexOf([...pack.facts.values()], [...pack.actions.values()], wordsSaid(pack)),
)

/** The index of some facts and actions, which need not be a whole pack. */
export function indexOf(facts: readonly Fact[], actions: readonly Action[], said: WordsSaid = () => ''): NameIndex {
  const entries = [...facts.flatMap((fact) => factEntries(fact, said)), ...actions.map(actionEntry)].map(
    (entry, id) => ({ id, ...entry }),
  )
  const index = new MiniSearch<Entry>({
    fields: ['name', 'label', 'besides'],
    tokenize: (text) => [...wordsOf(text)],
    processTerm: termsOf,
    searchOptions: { boost: { name: 2, label: 3 }, prefix: (term) => term.length > 3 },
  })
  index.addAll(entries)
  const found = (words: string, filter: (result: SearchResult) => boolean) => {
    const exact = index.search(words, { filter })
    return exact.length > 0 ? exact : index.search(words, { filter, fuzzy: fuzziness })
  }
  return {
    search: (words, wanted) =>
      found(words, ({ id }) => wanted((entries[id] as Entry).named)).map(({ id }) => (entries[id] as Entry).named),
  }
}

/** Where nothing is found as it is written, long words may be misspelt a little. */
function fuzziness(term: string): number | false {
  return term.length > 4 ? 0.25 : false
}

function factEntries(fact: Fact, said: WordsSaid): readonly Omit<Entry, 'id'>[] {
  const { name, label, ask, topic, why, values = [], aliases = [] } = fact
  const own = {
    named: { kind: 'fact', name, label } as const,
    name: [name, ...aliases].join(' '),
    label: inAll(label),
    besides: [ask, topic, why, ...values.map((one) => one.label)].map(inAll).join(' ') + said(name),
  }
  const each = values.map(({ value, label }) => ({
    named: { kind: 'value', name: value, fact: name, label } as const,
    name: value,
    label: inAll(label),
    besides: said(fact.name, value),
  }))
  return [own, ...each]
}

function actionEntry({ name, label, steps = [], aliases = [] }: Action): Omit<Entry, 'id'> {
  return {
    named: { kind: 'action', name, label },
    name: [name, ...aliases].join(' '),
    label: inAll(label),
    besides: steps.map(inAll).join(' '),
  }
}

function inAll(text: Text | undefined): string {
  return text === undefined ? '' : Object.values(text).join(' ')
}
