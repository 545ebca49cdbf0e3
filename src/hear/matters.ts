import { checkPack, oncePerPack, type Pack } from '../pack/pack.js'
import { type SayingsFile, type Statement, statementKey } from '../pack/sayings/sayings.js'
import type { Text } from '../vocabulary.js'

/** What a story can be about: everyday statements to tick, and the facts that are then asked. */
export interface Matter {
  readonly name: string
  readonly label: Text
  /** Whether it stands open at first sight; the others are one touch away. */
  readonly open: boolean
  readonly statements: readonly {
    readonly fact: string
    readonly value: string | number | boolean
    readonly label: Text
  }[]
  /** The facts that belong to it besides, asked by their own questions. */
  readonly facts: readonly string[]
}

/** What a story can be about, in the order in which it is shown, with every fact that can be told. */
export function matters<S>(pack: Pack<S>): readonly Matter[] {
  checkPack(pack)
  return mattersIn(pack)
}

const mattersIn = oncePerPack((pack): readonly Matter[] => {
  const files = filesOfMatters(pack).sort((a, b) => a.matter.order - b.matter.order)
  return files.map(({ matter: { name, label, open = false, statements, facts = [] }, sayings = [] }) => {
    const stated = statements.map(({ fact, value, says }) => ({ fact, value, label: says }))
    const said = new Set([...facts, ...sayings.map(({ fact }) => fact)])
    const left = [...said].filter((fact) => !statements.some((one) => one.fact === fact))
    return {
      name,
      label,
      open,
      statements: stated,
      facts: left.filter((fact) => pack.facts.get(fact)?.ask !== undefined),
    }
  })
})

/** A fact that is asked of everybody before anything else, in everyday words, with what its answers are called there. */
interface FirstAsked {
  readonly fact: string
  readonly label: Text
  readonly values: ReadonlyMap<string | number | boolean, Text>
}

/** What is asked of everybody before anything else. */
export const firstAsked: (pack: Pack<unknown>) => readonly FirstAsked[] = oncePerPack(({ sayings }) =>
  sayings.flatMap(({ first = [] }) =>
    first.map(({ fact, says, values = [] }) => ({
      fact,
      label: says,
      values: new Map(values.map((one) => [one.value, one.says])),
    })),
  ),
)

/** A statement as it is ticked, in everyday words. */
export function everydayWords(statement: Statement, pack: Pack<unknown>): Text | undefined {
  return everyday(pack).get(statementKey(statement))
}

const everyday = oncePerPack((pack) => {
  const statements = mattersIn(pack).flatMap((matter) => matter.statements)
  return new Map(statements.map(({ label, ...statement }) => [statementKey(statement), label]))
})

/** The matters in which a statement belongs: those that say it, or else those that ask for its fact. */
export function mattersOf(statement: Statement, pack: Pack<unknown>): readonly string[] {
  const { saying, asking } = byStatement(pack)
  const { fact, value } = statement
  return (value === undefined ? undefined : saying.get(statementKey(statement))) ?? asking.get(fact) ?? []
}

const byStatement = oncePerPack((pack) => {
  const saying = new Map<string, string[]>()
  const asking = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, name: string) => {
    const before = map.get(key) ?? []
    if (!before.includes(name)) map.set(key, [...before, name])
  }
  for (const { matter, sayings = [] } of filesOfMatters(pack)) {
    for (const statement of [...sayings, ...matter.statements]) {
      add(saying, statementKey(statement), matter.name)
      add(asking, statement.fact, matter.name)
    }
    for (const fact of matter.facts ?? []) add(asking, fact, matter.name)
  }
  return { saying, asking }
})

function filesOfMatters({ sayings }: Pack<unknown>) {
  return sayings.filter(
    (file): file is SayingsFile & { matter: NonNullable<SayingsFile['matter']> } => file.matter !== undefined,
  )
}
