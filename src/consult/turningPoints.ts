import { checkedOptions } from '../advise/advise.js'
import { firstRanked, type RankedAction, rankActions } from '../advise/rankActions.js'
import type { Answer } from '../ask/question.js'
import { type SupposedOutlook, supposedOutlooks } from '../ask/supposedOutlooks.js'
import type { Known } from '../decide/compiledPack.js'
import { doneActions } from '../decide/doneActions.js'
import type { Fact } from '../pack/fact.js'
import { factsRead } from '../pack/factsRead.js'
import { grouped } from '../pack/grouped.js'
import { checkPack, type Pack } from '../pack/pack.js'
import { conditionsOf } from '../pack/rule.js'
import type { Text, Urgency } from '../vocabulary.js'
import { type Assessment, assess, type WeighedActions, type WeighOptions } from '../weigh/assess.js'
import { askedFacts, otherAnswers } from './answers.js'
import { type FactChange, factChanges } from './changes.js'
import { knownSituation, type Statement } from './statements.js'
import { type FirstAction, firstActions } from './whatIf.js'

/** Facts that would have to be otherwise for something else to be recommended first, or sooner or later. */
export interface TurningPoint {
  /** One fact, or two that must both be otherwise; any of the answers of `to` does it. */
  readonly changes: readonly {
    readonly fact: string
    readonly label: Text
    readonly from: Answer | null
    readonly to: readonly Answer[]
  }[]
  readonly urgency: { readonly from: Urgency; readonly to: Urgency }
  /** What would then be recommended first. */
  readonly first: readonly FirstAction[]
}

/** What a situation turns on, and how far was looked. */
export interface TurningPoints {
  /** The recommendations that stand first now: those that share the status and the urgency of the first. */
  readonly first: readonly FirstAction[]
  readonly single: readonly TurningPoint[]
  readonly pairs: readonly TurningPoint[]
  readonly searched: {
    /** How many facts, and how many other answers of them, were tried one by one: all there are. */
    readonly facts: number
    readonly answers: number
    /** How many of these contradict something else that was stated, and so say nothing. */
    readonly contradicted: number
    /** The facts among which pairs were tried; no others, and no three together. */
    readonly pairsAmong: readonly string[]
  }
}

/**
 * What would have to be different for something else to be recommended first, or sooner or later: every single fact, and the
 * pairs among the facts that the first recommendations rest on.
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function turningPoints<S>(situation: NoInfer<S>, pack: Pack<S>, options: WeighOptions = {}): TurningPoints {
  const search = turningPointsBitByBit(situation, pack, options)
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
  }
}

/**
 * The same search, which pauses after each answer that was tried, so that whoever shows a page can let it breathe between two.
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function* turningPointsBitByBit<S>(
  situation: NoInfer<S>,
  pack: Pack<S>,
  options: WeighOptions = {},
): BitByBit<TurningPoints> {
  checkPack(pack)
  const given = checkedOptions<WeighOptions, S>(options, pack, {})
  const known = knownSituation(situation, pack)
  const now = assess(known, pack, given)
  yield
  const done = doneActions(known, pack)
  const actions = rankActions(now, pack, done)
  yield
  const search = searcher(now, actions, done, known, pack, given)
  yield
  const facts = askedFacts(pack)
  const answers = facts.flatMap((fact) => otherAnswers(fact, known, pack).map((to): Statement => [fact.name, to]))
  const tried = yield* each(answers, (answer) => search([answer]))
  const single = tried.filter(({ turns }) => turns)
  const enough = new Set(single.flatMap(({ changes }) => changes.map(keyOf)))
  const among = restedOn(actions, pack)
  const pairs = pairsOf(among, known, pack).filter((pair) => !pair.some((one) => enough.has(keyOf(one))))
  const both = (yield* each(pairs, search)).filter(({ turns }) => turns)
  return {
    first: firstActions(actions, pack),
    single: yield* turningPointsOf(single, now, known, pack),
    pairs: yield* turningPointsOf(both, now, known, pack),
    searched: {
      facts: facts.length,
      answers: tried.length,
      contradicted: tried.filter(({ explored }) => explored === undefined).length,
      pairsAmong: among.map(({ name }) => name),
    },
  }
}

/** Work that pauses now and then, and ends with a result. */
type BitByBit<T> = Generator<undefined, T, undefined>

/** What comes of each, with a pause after each. */
function* each<T, R>(items: Iterable<T>, of: (item: T) => R): BitByBit<readonly R[]> {
  const results: R[] = []
  for (const item of items) {
    results.push(of(item))
    yield
  }
  return results
}

/** Answers that were tried, and what would be said then: nothing where they contradict what was stated. */
interface Tried {
  readonly changes: readonly Statement[]
  readonly explored: SupposedOutlook | undefined
  /** What would be recommended first, as a text. */
  readonly first: string
  readonly turns: boolean
}

function searcher<S>(
  now: Assessment,
  actions: readonly RankedAction[],
  done: ReadonlySet<string>,
  known: Known,
  pack: Pack<S>,
  options: WeighOptions,
) {
  const outlooks = supposedOutlooks(now, known, pack, options)
  const firsts = new WeakMap<WeighedActions, string>()
  const firstIn = ({ weighed }: SupposedOutlook) => {
    const first = firsts.get(weighed) ?? inShort(rankActions(weighed, pack, done))
    firsts.set(weighed, first)
    return first
  }
  const firstNow = inShort(actions)
  return (changes: readonly Statement[]): Tried => {
    const explored = outlooks.of(new Map(changes))
    if (explored === undefined) return { changes, explored, first: '', turns: false }
    const first = firstIn(explored)
    return { changes, explored, first, turns: first !== firstNow || explored.urgency !== now.urgency }
  }
}

function inShort(actions: readonly RankedAction[]): string {
  return firstRanked(actions)
    .map(({ action, status, urgency }) => `${action} ${status} ${urgency}`)
    .join()
}

/** The facts that the rules read which ask for the first recommendations, as far as a person can be asked for them. */
function restedOn<S>(actions: readonly RankedAction[], pack: Pack<S>): readonly Fact[] {
  const rules = new Set(firstRanked(actions).flatMap(({ claims }) => claims.map(({ rule }) => rule)))
  const conditions = [...rules].flatMap(conditionsOf)
  const read = new Set(conditions.flatMap((one) => [...factsRead(one, pack.facts)]))
  return askedFacts(pack).filter(({ name }) => read.has(name))
}

function pairsOf<S>(facts: readonly Fact[], known: Known, pack: Pack<S>): readonly (readonly [Statement, Statement])[] {
  const answered = (fact: Fact) => otherAnswers(fact, known, pack).map((to): Statement => [fact.name, to])
  return facts.flatMap((one, i) =>
    facts.slice(i + 1).flatMap((other) => answered(one).flatMap((a) => answered(other).map((b) => [a, b] as const))),
  )
}

function keyOf([fact, to]: Statement): string {
  return JSON.stringify([fact, to instanceof Map ? [...to] : to])
}

/** What turns the advice the same way is told once, with all the answers that do. */
function* turningPointsOf<S>(
  turns: readonly Tried[],
  now: Assessment,
  known: Known,
  pack: Pack<S>,
): BitByBit<readonly TurningPoint[]> {
  const turnOf = ({ changes, explored, first }: Tried) => {
    const others = changes.slice(0, -1).map(keyOf)
    const [last] = changes.slice(-1) as [Statement]
    return JSON.stringify([others, last[0], first, explored?.urgency])
  }
  return yield* each(grouped(turns, turnOf).values(), (group) => turningPoint(group, now, known, pack))
}

function turningPoint<S>(group: readonly Tried[], now: Assessment, known: Known, pack: Pack<S>): TurningPoint {
  const [{ changes, explored }] = group as [Tried & { readonly explored: SupposedOutlook }]
  const answersAt = (place: number) =>
    group.map((turn) => factChanges(new Map([turn.changes[place] as Statement]), known, pack)[0] as FactChange)
  return {
    changes: changes.map((_, place) => {
      const changed = answersAt(place)
      const { fact, label, from } = changed[0] as FactChange
      const to = changed.flatMap((one) => one.to ?? [])
      return { fact, label, from, to: place === changes.length - 1 ? to : to.slice(0, 1) }
    }),
    urgency: { from: now.urgency, to: explored.urgency },
    first: firstActions(rankActions(explored.weighed, pack, doneActions(known, pack)), pack),
  }
}
