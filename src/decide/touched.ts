import { type Conditions, type Leaf, partsOf } from '../pack/conditions.js'
import type { ComesOut, Values } from '../pack/evaluation.js'
import { leavesRead } from '../pack/factsRead.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { rememberedBy } from '../pack/remembered.js'
import { conditionsOf, type Rule } from '../pack/rule.js'
import { type CompiledRule, compiledPack } from './compiledPack.js'
import type { StatedFacts } from './statedFacts.js'

/** The rules on which something bears that is known otherwise, by their places. */
export interface Touched {
  readonly places: readonly number[]
  readonly has: (place: number) => boolean
  /** On how many of the parts that a rule needs it bears, at most. */
  readonly parts: (place: number) => number
}

/** What is told by answers: the facts, and of lists the members. */
export function namesTold(answers: StatedFacts): readonly string[] {
  const names: string[] = []
  for (const [fact, answer] of answers) {
    names.push(fact)
    if (answer instanceof Map) for (const member of answer.keys()) names.push(memberName(fact, member))
  }
  return names
}

/** The rules on which it bears that other things are known of facts, by themselves or through what follows from them. */
export function touchedBy<S>(names: readonly string[], pack: Pack<S>): Touched {
  // Numbers in a row, since hundreds of rules are looked at for what is supposed.
  const bearing = new Uint16Array(compiledPack(pack).rules.length)
  const found: number[] = []
  for (const name of names) {
    const { places, parts } = readings(pack).get(name) ?? nowhere
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number
      if (bearing[place] === 0) found.push(place)
      bearing[place] = (bearing[place] || 1) + (parts[i] as number)
    }
  }
  return { places: found, has: (place) => bearing[place] !== 0, parts: (place) => (bearing[place] as number) - 1 }
}

/** The places of the rules that may come out otherwise once they are touched: on all that they miss it bears. */
type MovedBy = (touched: Touched) => readonly number[]

/** Tells them by how many of the parts that each rule needs it misses now; that is counted when it is first asked for. */
export function movedFrom<S>(
  needs: (rule: CompiledRule) => readonly ComesOut[],
  assumed: Values,
  pack: Pack<S>,
): MovedBy {
  const { rules } = compiledPack(pack)
  const missing = new Uint16Array(rules.length).fill(notCounted)
  const missingAt = (place: number) => {
    if (missing[place] === notCounted) missing[place] = countMissing(needs(rules[place] as CompiledRule), assumed)
    return missing[place] as number
  }
  return rememberedBy(({ places, parts }) => places.filter((place) => missingAt(place) <= parts(place)))
}

const notCounted = 0xffff

function countMissing(parts: readonly ComesOut[], assumed: Values): number {
  let missing = 0
  for (let i = 0; i < parts.length; i++) if (!(parts[i] as ComesOut)(assumed)) missing++
  return missing
}

/** The rules on which something bears, and on how many of the parts that each needs. */
interface Reading {
  readonly places: readonly number[]
  readonly parts: readonly number[]
}

const nowhere: Reading = { places: [], parts: [] }

/** Where each fact bears, and of a list each member. */
const readings = oncePerPack((pack): ReadonlyMap<string, Reading> => {
  const found = new Map<string, { readonly places: number[]; readonly parts: number[] }>()
  for (const [place, { rule }] of compiledPack(pack).rules.entries())
    for (const [name, parts] of partsReading(rule, pack)) {
      const reading = found.get(name) ?? { places: [], parts: [] }
      reading.places.push(place)
      reading.parts.push(parts)
      found.set(name, reading)
    }
  return found
})

/** What bears on a rule, on how many of the parts that it needs; on none what only excepts it, or it finds out. */
function partsReading<S>(rule: Rule, { facts }: Pack<S>): ReadonlyMap<string, number> {
  const namesIn = (conditions: Conditions) => new Set(leavesRead(conditions, facts).map(readName))
  const reading = new Map<string, number>()
  for (const name of [...conditionsOf(rule).flatMap((some) => [...namesIn(some)]), ...(rule.findsOut ?? [])])
    reading.set(name, 0)
  for (const part of partsOf(rule.conditions))
    for (const name of namesIn(part)) reading.set(name, (reading.get(name) as number) + 1)
  return reading
}

function readName({ fact, operator, value }: Leaf): string {
  return operator === 'contains' || operator === 'doesNotContain' ? memberName(fact, value as string) : fact
}

function memberName(fact: string, member: string): string {
  return `${fact} ${member}`
}
