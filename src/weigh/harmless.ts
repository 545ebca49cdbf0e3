import { compiledPack } from '../decide/compiledPack.js'
import { type Conditions, type Leaf, partsOf } from '../pack/conditions.js'
import { anyComesOut, type ComesOut, compile, compileWanted, leafSure, leafTruth } from '../pack/evaluation.js'
import type { Fact, Facts } from '../pack/fact.js'
import { remembered } from '../pack/factsRead.js'
import type { Value } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { rememberedBy } from '../pack/remembered.js'
import type { Rule } from '../pack/rule.js'

/** What could be so of each part that a rule needs, and of the signs of danger; each compiled the first time it is wanted. */
export const harmless = oncePerPack((pack) => {
  const needs = rememberedBy((rule: Rule) => partsOf(rule.conditions).map((part) => harmlesslyHolds(part, pack)))
  return { needs, dangerCould: harmlesslyHolds(compiledPack(pack).dangerSigns, pack) }
})

/** Whether some conditions could hold if each danger fact that is open stays open or turns out harmless. */
export function harmlesslyHolds<S>(conditions: Conditions, pack: Pack<S>): ComesOut {
  return couldComeOut(conditions, true, pack.facts, compiledPack(pack).slots)
}

type Slots = ReadonlyMap<string, number>

/** Whether conditions could come out as wanted if each danger fact that is open stays open or turns out harmless. */
function couldComeOut(conditions: Conditions, wanted: boolean, facts: Facts, slots: Slots): ComesOut {
  return compileWanted(conditions, wanted, (leaf, so) => leafCould(leaf, so, facts, slots))
}

/** What is known decides; else the harmless values of the fact, and what it could be derived to be. */
function leafCould(leaf: Leaf, wanted: boolean, facts: Facts, slots: Slots): ComesOut {
  const { danger, derivedFrom } = facts.get(leaf.fact) as Fact
  if (danger === undefined && derivedFrom === undefined) return leafSure(leaf, wanted, facts, slots)
  const test = compile(leaf, facts, slots)
  let open: readonly ComesOut[] | undefined
  return (assumed) => {
    const truth = test(assumed)
    if (truth !== undefined) return truth === wanted
    open ??= openCould(leaf, wanted, facts, slots)
    return anyComesOut(open, assumed)
  }
}

/** What a comparison could come out by while its fact is not known. */
function openCould(leaf: Leaf, wanted: boolean, facts: Facts, slots: Slots): readonly ComesOut[] {
  const fact = facts.get(leaf.fact) as Fact
  const { danger, derivedFrom } = fact
  const truth = leafTruth(leaf, facts)
  const fitting = (value: Value) => truth(value) === wanted
  if (danger && remembered(facts, danger, () => harmlessValues(fact)).some(fitting)) return [() => true]
  return derivedFrom ? [true, false].filter(fitting).map((so) => couldComeOut(derivedFrom, so, facts, slots)) : []
}

/** The values of a danger fact that mark no danger, as they are compared. */
export function harmlessValues(fact: Fact): readonly Value[] {
  const { danger } = fact
  if (danger === undefined) return []
  const type = typeOf(fact)
  if (type.input === 'members') return [new Map(danger.map((member) => [String(member), false]))]
  const harmless = type.values(fact, []).filter((value) => !danger.includes(value))
  return harmless.map((value) => type.compared(fact, value))
}
