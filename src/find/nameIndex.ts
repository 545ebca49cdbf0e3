import MiniSearch, { type SearchOptions } from 'minisearch'
import type { Fact } from '../pack/fact.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Action } from '../pack/packSource.js'
import { rememberedBy } from '../pack/remembered.js'
import type { Text } from '../vocabulary.js'
import { type RuleTexts, ruleTexts } from './ruleTexts.js'
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

/** What is searched: under a number, the names, the words a worker reads, what is said besides, and what rules say of it. */
interface Entry {
  readonly id: number
  readonly named: Named
  readonly name: string
  readonly label: string
  readonly besides: string
  readonly rules: string
  /** How else it is called. */
  readonly said?: string
}

type Wanted = (named: Named) => boolean

/** All facts, values and actions of a pack, to be searched by the words of both languages and by parts of names. */
export interface NameIndex {
  readonly search: (words: string, wanted: Wanted) => readonly Named[]
  /** What has all of these words in its name or its label; else what alone has half of them. */
  readonly meant: (words: string, wanted: Wanted) => Named | undefined
}

/** The one index of names of a pack; whatever else is to be found by words is added to its entries. */
export const nameIndex: (pack: Pack<unknown>) => NameIndex = oncePerPack((pack) =>
  indexOf([...pack.facts.values()], [...pack.actions.values()], { rules: ruleTexts(pack), said: wordsSaid(pack) }),
)

/** What is said of facts and actions elsewhere in a pack: by its rules, and by people. */
interface SaidAbout {
  readonly rules?: RuleTexts
  readonly said?: WordsSaid
}

const ofItsOwn = ['name', 'label', 'besides', 'said']
const ofItsRules = 'rules'

/** The index of some facts and actions, which need not be a whole pack. */
export function indexOf(facts: readonly Fact[], actions: readonly Action[], about: SaidAbout = {}): NameIndex {
  const ofFacts = facts.flatMap((fact) => factEntries(fact, about))
  const find = finderIn([...ofFacts, ...actions.map((action) => actionEntry(action, about))])
  return {
    search: (words, wanted) => searched(words, wanted, find),
    meant: (words, wanted) => meant(words, wanted, find),
  }
}

type Find = (words: string, wanted: Wanted, options: SearchOptions) => readonly Named[]

function finderIn(entries: readonly Omit<Entry, 'id'>[]): Find {
  const index = new MiniSearch<Entry>({
    fields: [...ofItsOwn, ofItsRules],
    tokenize: (text) => [...wordsOf(text)],
    // Of the words of a pack, which come again and again, the terms are made once; of what somebody looks for nothing is kept.
    processTerm: rememberedBy(termsOf),
    searchOptions: { processTerm: termsOf, boost: { name: 2, label: 3, said: 5 }, prefix: (term) => term.length > 2 },
  })
  index.addAll(entries.map((entry, id) => ({ id, ...entry })))
  const named = entries.map((entry) => entry.named)
  return (words, wanted, options) =>
    index
      .search(words, options)
      .map(({ id }) => named[id] as Named)
      .filter(wanted)
}

/** By what a thing says of itself; where that says nothing, by what rules say of it; and by words misspelt only where nothing has them. */
function searched(words: string, wanted: Wanted, find: Find): readonly Named[] {
  const own = find(words, wanted, { fields: ofItsOwn })
  if (own.length > 0) return own
  if (find(words, () => true, {}).length > 0) return find(words, wanted, { fields: [ofItsRules] })
  return find(words, wanted, { fields: ofItsOwn, prefix: false, fuzzy: slips })
}

function meant(words: string, wanted: Wanted, find: Find): Named | undefined {
  const fields = ['name', 'label']
  const [all] = find(words, wanted, { fields, combineWith: 'AND' })
  if (all) return all
  const telling = wordsOf(words).filter((word) => termsOf(word) !== null)
  const having = telling.map((word) => find(word, wanted, { fields }))
  const half = [...new Set(having.flat())].filter(
    (one) => 2 * having.filter((some) => some.includes(one)).length >= telling.length,
  )
  return half.length === 1 ? half[0] : undefined
}

/** How many letters of a word may be wrong where no word of the pack is written so. */
function slips(term: string): number {
  if (term.length < 6) return 0
  return term.length < 9 ? 1 : 2
}

function factEntries(fact: Fact, { rules, said }: SaidAbout): readonly Omit<Entry, 'id'>[] {
  const { name, label, ask, topic, why, values = [], presume, aliases = [] } = fact
  const besides = [ask, topic, why, presume?.because, ...values.map((one) => one.label)]
  const own = {
    named: { kind: 'fact', name, label } as const,
    name: [name, ...aliases].join(' '),
    label: inAll(label),
    besides: [...besides.map(inAll), said?.(name) ?? ''].join(' '),
    rules: (rules?.reading(name) ?? []).map(inAll).join(' '),
  }
  const each = values.map(({ value, label }) => ({
    named: { kind: 'value', name: value, fact: name, label } as const,
    name: value,
    label: inAll(label),
    besides: said?.(fact.name, value) ?? '',
    rules: '',
  }))
  return [own, ...each]
}

function actionEntry(
  { name, label, steps = [], foundBy, aliases = [] }: Action,
  { rules }: SaidAbout,
): Omit<Entry, 'id'> {
  return {
    named: { kind: 'action', name, label },
    name: [name, ...aliases].join(' '),
    label: inAll(label),
    besides: steps.map(inAll).join(' '),
    rules: (rules?.about(name) ?? []).map(inAll).join(' '),
    said: inAll(foundBy),
  }
}

function inAll(text: Text | undefined): string {
  return text === undefined ? '' : Object.values(text).join(' ')
}
