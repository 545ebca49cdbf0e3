import type { Fact } from '../../pack/fact.js'
import type { Pack } from '../../pack/pack.js'
import { sourceSchema } from '../../pack/packSource.js'
import { factNameSchema, nameSchema, wordSchema } from '../../pack/texts/textSchema.js'
import { jurisdictionFact, locales, type Text } from '../../vocabulary.js'
import { choices, type Defs, formerChoices, inAll, type JsonSchema, shapeOf } from './jsonSchema.js'

/** Whether names that the pack does not have may stand beside its own, as a pack that adds to it needs. */
export interface SchemaOptions {
  readonly open?: boolean | undefined
}

/** The parts of a pack that have names. */
export type Vocabulary = Pick<
  Pack,
  | 'name'
  | 'facts'
  | 'formerFacts'
  | 'formerWords'
  | 'principles'
  | 'actions'
  | 'roles'
  | 'sources'
  | 'frameworks'
  | 'rules'
>

/** The names that a pack declares, each with its words in every language: what an editor offers and shows. */
export function nameDefs(pack: Vocabulary, { open = false }: SchemaOptions): Defs {
  const names = (title: string, offered: readonly JsonSchema[], shape: JsonSchema) =>
    open || offered.length === 0 ? namesOf(title, open ? [...offered, shape] : []) : namesOf(title, offered)
  return {
    fact: names('A fact', factNames(pack), shapeOf(factNameSchema)),
    action: names('An action', actionNames(pack), kebab),
    principle: names('A principle', labelled(pack.principles), kebab),
    role: names('A role', labelled(pack.roles), kebab),
    framework: names('A framework', labelled(pack.frameworks), kebab),
    source: names('A source', sourceNames(pack), shapeOf(sourceSchema.shape.name)),
    jurisdiction: names('Where a law holds', jurisdictions(pack), shapeOf(wordSchema)),
    // A file may name the rules that it adds itself, so those of the pack are never all: the loader knows them.
    rule: namesOf('A rule', [...ruleNames(pack), kebab]),
  }
}

const kebab = shapeOf(nameSchema)

function namesOf(title: string, anyOf: readonly JsonSchema[]): JsonSchema {
  return anyOf.length === 0 ? { title, not: {} } : { title, type: 'string', anyOf }
}

/** What a fact says, and the question that asks for it. */
export function factWords({ label, ask }: Fact): string {
  return ask === undefined ? inAll(label) : inAll(told(label, ask))
}

/** A text, and what belongs to it. */
function told(one: Text, other: Text): Text {
  const spoken = locales.filter((locale) => one[locale] !== undefined)
  return Object.fromEntries(spoken.map((locale) => [locale, `${one[locale]}: ${other[locale]}`])) as Text
}

function factNames({ facts, formerFacts }: Vocabulary): readonly JsonSchema[] {
  return [...choices([...facts.values()].map((fact) => [fact.name, factWords(fact)])), ...formerChoices(formerFacts)]
}

function labelled(things: Vocabulary['roles']): readonly JsonSchema[] {
  return choices([...things.values()].map(({ name, label }) => [name, inAll(label)]))
}

function actionNames({ actions }: Vocabulary): readonly JsonSchema[] {
  const former = [...actions.values()].flatMap(({ name, aliases = [] }) =>
    aliases.map((alias) => [alias, name] as const),
  )
  return [...labelled(actions), ...formerChoices(former)]
}

function sourceNames({ sources }: Vocabulary): readonly JsonSchema[] {
  return choices([...sources.values()].map(({ name, cite, says }) => [name, inAll(told(cite, says))]))
}

function jurisdictions({ facts }: Vocabulary): readonly JsonSchema[] {
  const fact = facts.get(jurisdictionFact)
  return fact?.type === 'one-of' ? choices((fact.values ?? []).map(({ value, label }) => [value, inAll(label)])) : []
}

/** The rules by which danger is found out are made from the pack; no file can name them. */
function ruleNames({ rules }: Vocabulary): readonly JsonSchema[] {
  const written = [...rules.values()].filter(({ findsOut }) => findsOut === undefined)
  return choices(written.map(({ name, because }) => [name, inAll(because)]))
}
