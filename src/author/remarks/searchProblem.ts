import { compiledPack } from '../../decide/compiled.js'
import { compile, type Facts, leavesRead, type Test } from '../../pack/conditions.js'
import type { Conditions, Fact, Leaf } from '../../pack/facts.js'
import { oncePerPack, type Pack } from '../../pack/pack.js'
import { type ValueClass, valueClasses } from './valueClasses.js'

/* What a search for a situation has to decide: the goals taken apart, and all on which they hang. */

/** Conditions, and whether they are to hold or not to hold. */
export interface Goal {
  readonly conditions: Conditions
  readonly wanted: boolean
}

/**
 * What is given a value: a fact that follows from no other, or one member of a list; `open` stands
 * for not known.
 */
export interface Variable {
  readonly fact: string
  readonly slot: number
  readonly member?: string
  readonly choices: readonly (ValueClass | 'open')[]
}

/** A goal that cannot be taken apart, with what it hangs on. */
export interface Part {
  readonly test: Test
  readonly wanted: boolean
  readonly variables: readonly Variable[]
}

export interface Problem {
  readonly parts: readonly Part[]
  readonly derived: readonly { readonly slot: number; readonly test: Test }[]
  readonly open: readonly number[]
}

/** Several goals instead of one, as far as all of them have to be met. */
function partsOf({ conditions, wanted }: Goal): readonly Goal[] {
  if ('not' in conditions) return partsOf({ conditions: conditions.not, wanted: !wanted })
  const together = wanted
    ? 'all' in conditions && conditions.all
    : 'any' in conditions && conditions.any
  return together
    ? together.flatMap((part) => partsOf({ conditions: part, wanted }))
    : [{ conditions, wanted }]
}

/** Goals as a problem of the pack; the facts named in `open` are to stay not known. */
export function problemOf(
  wanted: readonly Goal[],
  open: readonly string[],
  pack: Pack<unknown>,
): Problem {
  const { slots, derived } = compiledPack(pack)
  const goals = wanted.flatMap(partsOf)
  const read = goals.map(({ conditions }) => readBy(conditions, pack))
  const all = read.flatMap(({ leaves }) => leaves)
  const names = new Set([
    ...all.map(({ fact }) => fact),
    ...open.flatMap((name) => [name, ...sourcesOf(name, pack.facts)]),
  ])
  const variables = variablesOf(all, open, pack)
  return {
    parts: goals.map(({ wanted }, i) => {
      const { test, keys } = read[i] as Read
      return { test, wanted, variables: keys.map((key) => variables.get(key) as Variable) }
    }),
    derived: derived.filter(({ name }) => names.has(name)),
    open: open.map((name) => slots.get(name) as number),
  }
}

interface Read {
  readonly test: Test
  readonly leaves: readonly Leaf[]
  readonly keys: readonly string[]
}

const readings = oncePerPack(() => new Map<Conditions, Read>())

/** Conditions compiled, with all that they read; made once for each part of a pack. */
function readBy(conditions: Conditions, pack: Pack<unknown>): Read {
  const made = readings(pack).get(conditions)
  if (made) return made
  const leaves = leavesRead(conditions, pack.facts)
  const given = leaves.filter(({ fact }) => pack.facts.get(fact)?.derivedFrom === undefined)
  const keys = [...new Set(given.map((leaf) => keyOf(leaf, pack.facts)))]
  const read = { test: compile(conditions, pack.facts, compiledPack(pack).slots), leaves, keys }
  readings(pack).set(conditions, read)
  return read
}

/** A member of a list is a thing of its own. */
function keyOf({ fact, value }: Leaf, facts: Facts): string {
  return facts.get(fact)?.type === 'some-of' ? `${fact} ${String(value)}` : fact
}

function variablesOf(leaves: readonly Leaf[], open: readonly string[], pack: Pack<unknown>) {
  const grouped = new Map<string, Leaf[]>()
  for (const leaf of leaves) {
    const key = keyOf(leaf, pack.facts)
    grouped.set(key, [...(grouped.get(key) ?? []), leaf])
  }
  const loose = new Set(open.flatMap((name) => sourcesOf(name, pack.facts)))
  return new Map([...grouped].map(([key, of]) => [key, variableOf(of, open, loose, pack)]))
}

/** What a fact that is to stay not known follows from may have to stay not known too. */
function sourcesOf(name: string, facts: Facts): readonly string[] {
  const { derivedFrom } = facts.get(name) as Fact
  return derivedFrom ? leavesRead(derivedFrom, facts).map(({ fact }) => fact) : []
}

function variableOf(
  leaves: readonly Leaf[],
  open: readonly string[],
  loose: ReadonlySet<string>,
  pack: Pack<unknown>,
): Variable {
  const { fact: name, value } = leaves[0] as Leaf
  const fact = pack.facts.get(name) as Fact
  const classes = open.includes(name) ? [] : valueClasses(fact, leaves, pack.facts)
  return {
    fact: name,
    slot: compiledPack(pack).slots.get(name) as number,
    ...(fact.type === 'some-of' && { member: String(value) }),
    choices: open.includes(name) || loose.has(name) ? [...classes, 'open'] : classes,
  }
}
