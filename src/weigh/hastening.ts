import { type CompiledRule, compiledPack, type Known, valueIn } from '../decide/compiledPack.js'
import type { Finding } from '../decide/decide.js'
import { movedFrom, type Touched } from '../decide/touched.js'
import type { Leaf } from '../pack/conditions.js'
import { allComeOut } from '../pack/evaluation.js'
import { leavesRead } from '../pack/factsRead.js'
import { grouped } from '../pack/grouped.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { once, rememberedBy } from '../pack/remembered.js'
import { conditionsOf, type Rule } from '../pack/rule.js'
import type { Urgency } from '../vocabulary.js'
import { type Claim, claimGraph } from './claims.js'
import { harmless } from './harmless.js'

/** A rule by its place among the rules. */
interface Placed {
  readonly place: number
}

/** The claims by which a rule makes a situation as urgent. */
export interface Pressing extends Placed {
  readonly claims: readonly Claim[]
}

/** Whether of some rule something is so, and something else besides. */
type Some<T> = (is: (one: T) => boolean) => boolean

/** What hastens a situation: whether there is a rule that presses, or one that leaves a danger open. */
export interface Hastened {
  readonly immediate: Some<Pressing>
  readonly prompt: Some<Pressing>
  readonly opening: Some<Placed>
}

type FindingAt = (place: number) => Finding

/** What hastens a situation; no more is looked at than is asked for. */
export function hastened<S>(findingAt: FindingAt, known: Known, pack: Pack<S>): Hastened {
  const { isPressing, isOpening } = asked(findingAt, known, pack)
  const { immediate, prompt, opening } = hasteners(pack)
  return {
    immediate: (is) => immediate().all.some((one) => isPressing(one) && is(one)),
    prompt: (is) => prompt().all.some((one) => isPressing(one) && is(one)),
    opening: (is) => opening().all.some((one) => isOpening(one) && is(one)),
  }
}

/**
 * Tells what hastens a situation once something else is known. Only rules that are touched can differ, and of those that press none that
 * misses something else.
 */
export function hastenedIf<S>(findingNow: FindingAt, now: Known, pack: Pack<S>) {
  const { immediate, prompt, opening } = hasteners(pack)
  const { isPressing, isOpening } = asked(findingNow, now, pack)
  const before = {
    immediate: once(() => immediate().all.filter(isPressing)),
    prompt: once(() => prompt().all.filter(isPressing)),
    opening: once(() => opening().all.filter(isOpening)),
  }
  const movedBy = movedFrom(({ rule }) => harmless(pack).needs(rule), now.assumed, pack)
  // The answers to a question touch the same rules.
  const movedAmong = <T extends Placed>(placed: () => Hasteners<T>, moved: (touched: Touched) => readonly number[]) =>
    rememberedBy((touched: Touched) => moved(touched).flatMap((place) => placed().at[place] ?? []))
  const again = {
    immediate: movedAmong(immediate, movedBy),
    prompt: movedAmong(prompt, movedBy),
    opening: movedAmong(opening, ({ places }) => places),
  }
  /** Of those that are not touched the same is so as before. */
  const staying = (touched: Touched): Hastened => {
    const stays = ({ place }: Placed) => !touched.has(place)
    return {
      immediate: (is) => before.immediate().some((one) => stays(one) && is(one)),
      prompt: (is) => before.prompt().some((one) => stays(one) && is(one)),
      opening: (is) => before.opening().some((one) => stays(one) && is(one)),
    }
  }
  const then = (touched: Touched, findingAt: FindingAt, known: Known): Hastened => {
    const { isPressing, isOpening } = asked(findingAt, known, pack)
    // One that stays is often enough.
    const { immediate, prompt, opening } = staying(touched)
    return {
      immediate: (is) => immediate(is) || again.immediate(touched).some((one) => isPressing(one) && is(one)),
      prompt: (is) => prompt(is) || again.prompt(touched).some((one) => isPressing(one) && is(one)),
      opening: (is) => opening(is) || again.opening(touched).some((one) => isOpening(one) && is(one)),
    }
  }
  return { staying, then }
}

function asked<S>(findingAt: FindingAt, known: Known, pack: Pack<S>) {
  const { rules } = compiledPack(pack)
  const { needs } = harmless(pack)
  // What could not hold is not looked at more closely.
  const couldHold = (place: number) => allComeOut(needs((rules[place] as CompiledRule).rule), known.assumed)
  return {
    isPressing: ({ place }: Placed) => couldHold(place) && presses(findingAt(place), known, pack),
    isOpening: ({ place }: Placed) => opensDanger(findingAt(place), known, pack),
  }
}

/** Some rules, all of them, and each at its place. */
interface Hasteners<T> {
  readonly all: readonly T[]
  readonly at: readonly (T | undefined)[]
}

/** For each urgency the rules that make a situation as urgent. */
export const hastening = oncePerPack((pack): Readonly<Record<Urgency, readonly Pressing[]>> => {
  const { claimsOf } = claimGraph(pack)
  const found: Record<Urgency, Pressing[]> = { immediate: [], prompt: [], routine: [] }
  for (const [place, { rule }] of compiledPack(pack).rules.entries()) {
    if (rule.standing) continue
    for (const [urgency, claims] of grouped(claimsOf.get(rule.name) ?? [], (claim) => claim.urgency))
      found[urgency].push({ place, claims })
  }
  return found
})

/** The rules that press for something to be done at once, or soon, and those that read a danger fact; with each at its place. They are looked for when they are first asked for. */
const hasteners = oncePerPack((pack) => {
  const { rules } = compiledPack(pack)
  const placed = <T extends Placed>(all: readonly T[]): Hasteners<T> => {
    const at: (T | undefined)[] = rules.map(() => undefined)
    for (const one of all) at[one.place] = one
    return { all, at }
  }
  return {
    immediate: once(() => placed(hastening(pack).immediate)),
    prompt: once(() => placed(hastening(pack).prompt)),
    opening: once(() =>
      placed(rules.flatMap(({ rule }, place) => (dangerRead(pack).get(rule)?.length ? [{ place }] : []))),
    ),
  }
})

/** Whether a rule that holds, or would if the open danger facts turned out harmless, makes a situation as urgent as its claims. */
export function presses<S>({ rule, possible, holds, unless }: Finding, known: Known, pack: Pack<S>): boolean {
  if (!possible || rule.standing || unless.includes(true)) return false
  // What is found to hold, or not to, is so whatever is still open.
  return (
    holds ??
    harmless(pack)
      .needs(rule)
      .every((could) => could(known.assumed))
  )
}

/** Whether a rule could still apply, or not, and reads a danger fact that is not known. */
export function opensDanger<S>({ rule, outcome, possible }: Finding, known: Known, pack: Pack<S>): boolean {
  if (!possible || outcome === 'applies') return false
  const read = dangerRead(pack).get(rule) ?? []
  return read.some((leaf) => isNotKnown(leaf, known, pack))
}

/** Whether what a comparison asks is not known: the fact, or of a list the member. */
export function isNotKnown<S>({ fact, value: member }: Leaf, { values }: Known, pack: Pack<S>): boolean {
  const value = valueIn(values, fact, pack)
  return typeof value === 'object' ? !value.has(member as string) : value === undefined
}

/** The comparisons of danger facts that each rule makes. */
const dangerRead = oncePerPack(({ facts, rules }): ReadonlyMap<Rule, readonly Leaf[]> => {
  const isDanger = ({ fact }: Leaf) => facts.get(fact)?.danger !== undefined
  const read = (rule: Rule) =>
    conditionsOf(rule)
      .flatMap((conditions) => leavesRead(conditions, facts))
      .filter(isDanger)
  return new Map([...rules.values()].map((rule) => [rule, read(rule)]))
})
