import { type Conditions, leaves } from '../pack/conditions.js'
import type { Fact } from '../pack/fact.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { type Statement, statementKey } from '../pack/sayings/sayings.js'
import type { HeardSaying } from './heardSayings.js'

/** One value that was heard of a fact, and where. */
export interface HeardValue {
  readonly value: string | number | boolean
  readonly as?: HeardSaying['as']
  readonly score: number
  readonly sayings: readonly HeardSaying[]
}

/** A fact that may have been told: which of its values were heard, or beside what it is worth offering. */
export interface Ranked {
  readonly fact: Fact
  readonly values: readonly HeardValue[]
  readonly companionOf?: Statement
  /** Where it, or what it accompanies, was heard. */
  readonly sayings: readonly HeardSaying[]
  /** How likely it was told, between 0 and 1; and how much likelier than in any story. */
  readonly likely: number
  readonly raised: number
}

/**
 * The log odds that a fact was told: from how often it is told at all, which counts for less once it, or what it is worth offering
 * beside, was heard; and from how much was heard of both. A fact that marks danger is put forward there, however seldom it is told.
 * Fitted on the coded stories that stand open, and rounded; `npm run heard` shows how it does on those held apart.
 */
const odds = {
  seldom: 0.03,
  silent: -1.1,
  oftenSilent: 1.6,
  spoken: -1.8,
  oftenSpoken: 0.6,
  heard: 0.7,
  perWeight: 0.07,
  perWeightOver: 0.15,
  over: 8,
  most: 20,
  beside: 0.3,
  perBeside: 0.045,
  mostBeside: 40,
  danger: 0.3,
  onlyDenied: -0.7,
  follows: -1.3,
}

/** How much a further place, or a later companion, adds. */
const further = 0.3
const later = 0.92

/** The facts that may have been told, the likeliest first. */
export function rank(heard: readonly HeardSaying[], pack: Pack<unknown>): readonly Ranked[] {
  const values = valuesHeard(heard)
  const beside = companionsHeard(values, pack)
  const told = shares(pack)
  const numbers = numbersBehind(pack)
  const ranked = [...pack.facts.values()].flatMap((fact): readonly Ranked[] => {
    if (fact.ask === undefined) return []
    const own = values.get(fact.name) ?? []
    const companion = beside.get(fact.name)
    const [best] = own
    const share = Math.max(odds.seldom, told.get(fact.name) ?? 0)
    const denied = own.length > 0 && own.every(isOneOfOthersDenied) ? odds.onlyDenied : 0
    const follows = numbers.get(fact.name)?.some((name) => values.has(name)) ? odds.follows : 0
    const often = Math.log(share / (1 - share))
    const evidence =
      best === undefined && companion === undefined
        ? odds.silent + odds.oftenSilent * often
        : odds.spoken + odds.oftenSpoken * often + heardOf(best?.score) + heardBeside(companion?.score, fact)
    const likely = chance(evidence + follows + denied)
    const sayings = best?.sayings ?? companion?.sayings ?? []
    return [
      {
        fact,
        values: own,
        sayings,
        likely,
        raised: likely - share,
        ...(best === undefined && companion && { companionOf: companion.of }),
      },
    ]
  })
  return ranked.sort((a, b) => b.likely - a.likely)
}

/** That one of many values is not so tells little of the fact: *she doesn't want the police* names nobody who asks. */
function isOneOfOthersDenied({ value, as }: HeardValue): boolean {
  return as === 'denied' && typeof value !== 'boolean'
}

function heardOf(score: number | undefined): number {
  if (score === undefined) return 0
  const weight = Math.min(odds.most, score)
  return odds.heard + odds.perWeight * weight + odds.perWeightOver * Math.max(0, weight - odds.over)
}

function heardBeside(score: number | undefined, { danger }: Fact): number {
  if (score === undefined) return 0
  return odds.beside + odds.perBeside * Math.min(odds.mostBeside, score) + (danger ? odds.danger : 0)
}

function chance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

/** Of each fact the values that were heard, best first; one that is denied stands apart from the same as told. */
function valuesHeard(heard: readonly HeardSaying[]): ReadonlyMap<string, readonly HeardValue[]> {
  const groups = new Map<string, HeardSaying[]>()
  for (const one of heard) {
    const key = JSON.stringify([one.fact, one.value, one.as === 'denied'])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const values = new Map<string, HeardValue[]>()
  for (const group of groups.values()) {
    const sayings = apart(group)
    const [{ fact, value, as }] = sayings as [HeardSaying]
    if (value === undefined) continue
    const score = sayings.reduce((sum, { weight }, place) => sum + weight * further ** place, 0)
    values.set(fact, [...(values.get(fact) ?? []), { value, score, sayings, ...(as && { as }) }])
  }
  for (const list of values.values()) list.sort((a, b) => b.score - a.score)
  return values
}

/** The best of the sayings that were heard in the same words. */
function apart(sayings: readonly HeardSaying[]): readonly HeardSaying[] {
  const sorted = [...sayings].sort((a, b) => b.weight - a.weight)
  const overlap = (one: HeardSaying, other: HeardSaying) => one.from < other.to && other.from < one.to
  return sorted.filter((one, place) => !sorted.slice(0, place).some((better) => overlap(one, better))).slice(0, 4)
}

interface Companion {
  /** Beside which it stands most, and where that was heard. */
  readonly of: Statement
  readonly sayings: readonly HeardSaying[]
  readonly most: number
  /** By how much all that was heard beside which it stands. */
  readonly score: number
}

/** What is worth offering beside what was told, the more so the more of that was told; nothing beside what is denied. */
function companionsHeard(
  values: ReadonlyMap<string, readonly HeardValue[]>,
  pack: Pack<unknown>,
): ReadonlyMap<string, Companion> {
  const beside = new Map<string, Companion>()
  const offered = companions(pack)
  for (const [fact, list] of values)
    for (const { value, as, score: heard, sayings } of list) {
      if (as === 'denied') continue
      const offers = new Set([
        ...(offered.get(statementKey({ fact, value })) ?? []),
        ...(offered.get(statementKey({ fact })) ?? []),
      ])
      for (const [place, name] of [...offers].entries()) {
        const most = Math.min(odds.most, heard) * later ** place
        const before = beside.get(name)
        const score = most + (before?.score ?? 0)
        beside.set(
          name,
          before && before.most >= most ? { ...before, score } : { of: { fact, value }, sayings, most, score },
        )
      }
    }
  return beside
}

/** Of a fact that follows from others, those from which a number decides it: once the number was heard it says nothing new. */
const numbersBehind = oncePerPack(
  ({ facts }) =>
    new Map(
      [...facts.values()].flatMap(({ name, derivedFrom }) => {
        const numbers = derivedFrom === undefined ? [] : leaves(derivedFrom as Conditions).map(({ fact }) => fact)
        return [[name, numbers.filter((one) => typeOf(facts.get(one) as Fact).hasLimits)] as const]
      }),
    ),
)

const companions = oncePerPack((pack) => {
  const offers = new Map<string, readonly string[]>()
  for (const { of, offer } of pack.sayings.flatMap((file) => file.companions ?? []))
    offers.set(statementKey(of), [...(offers.get(statementKey(of)) ?? []), ...offer])
  return offers
})

/** The facts that stand behind what happened (the field of service, the level of practice), and come after what was heard of it. */
export const background: (pack: Pack<unknown>) => ReadonlySet<string> = oncePerPack(
  ({ sayings }) =>
    new Set(sayings.flatMap((file) => file.often ?? []).flatMap((one) => (one.background ? [one.fact] : []))),
)

const shares = oncePerPack(
  ({ sayings }) => new Map(sayings.flatMap((file) => file.often ?? []).map(({ fact, share }) => [fact, share])),
)

/** Whether a value of a fact is a judgement, which no words of a story give: it is asked, and never offered. */
export function isJudged(fact: Fact): boolean {
  return typeOf(fact).hasSteps
}
