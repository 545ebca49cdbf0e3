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
 * What each sign adds to the log odds that a fact was told, on top of how often it is told at all; a fact that marks danger is put
 * forward beside what was told, however seldom it is told. Fitted on the coded stories
 * that stand open, and rounded; `npm run heard` shows how it does on those held apart.
 */
const odds = {
  seldom: 0.03,
  silent: -0.5,
  heard: 0.1,
  perWeight: 0.14,
  perWeightOver: 0.16,
  over: 8,
  most: 20,
  beside: 0.11,
  danger: 1,
}

/** How much a further place, or a later companion, adds. */
const further = 0.3
const later = 0.92

/** The facts that may have been told, the likeliest first. */
export function rank(heard: readonly HeardSaying[], pack: Pack<unknown>): readonly Ranked[] {
  const values = valuesHeard(heard)
  const beside = companionsHeard(values, pack)
  const often = shares(pack)
  const ranked = [...pack.facts.values()].flatMap((fact): readonly Ranked[] => {
    if (fact.ask === undefined) return []
    const own = values.get(fact.name) ?? []
    const companion = beside.get(fact.name)
    const [best] = own
    const share = Math.max(odds.seldom, often.get(fact.name) ?? 0)
    const danger = companion !== undefined && fact.danger !== undefined ? odds.danger : 0
    const likely = chance(Math.log(share / (1 - share)) + evidence(best?.score, companion?.score) + danger)
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

function evidence(own: number | undefined, beside: number | undefined): number {
  if (own === undefined && beside === undefined) return odds.silent
  const weight = Math.min(odds.most, own ?? 0)
  const over = Math.max(0, weight - odds.over)
  const heard = own === undefined ? 0 : odds.heard + odds.perWeight * weight + odds.perWeightOver * over
  return heard + odds.beside * Math.min(odds.most, beside ?? 0)
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
  readonly of: Statement
  readonly score: number
  readonly sayings: readonly HeardSaying[]
}

/** What is worth offering beside what was told; nothing beside what is denied. */
function companionsHeard(
  values: ReadonlyMap<string, readonly HeardValue[]>,
  pack: Pack<unknown>,
): ReadonlyMap<string, Companion> {
  const beside = new Map<string, Companion>()
  const offered = companions(pack)
  for (const [fact, list] of values)
    for (const { value, as, score, sayings } of list) {
      if (as === 'denied') continue
      const offers = [
        ...(offered.get(statementKey({ fact, value })) ?? []),
        ...(offered.get(statementKey({ fact })) ?? []),
      ]
      for (const [place, name] of offers.entries()) {
        const companion = { of: { fact, value }, score: score * later ** place, sayings }
        if ((beside.get(name)?.score ?? 0) < companion.score) beside.set(name, companion)
      }
    }
  return beside
}

const companions = oncePerPack((pack) => {
  const offers = new Map<string, readonly string[]>()
  for (const { of, offer } of pack.sayings.flatMap((file) => file.companions ?? []))
    offers.set(statementKey(of), [...(offers.get(statementKey(of)) ?? []), ...offer])
  return offers
})

const shares = oncePerPack(
  ({ sayings }) => new Map(sayings.flatMap((file) => file.often ?? []).map(({ fact, share }) => [fact, share])),
)

/** Whether a value of a fact is a judgement, which no words of a story give: it is asked, and never offered. */
export function isJudged(fact: Fact): boolean {
  return typeOf(fact).hasSteps
}
