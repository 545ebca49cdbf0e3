import { comparedValue, compiledPack, type Known } from '../decide/compiled.js'
import { type Finding, following, redecide, tryKnown } from '../decide/decide.js'
import type { Stated, StatedFacts } from '../decide/situation.js'
import { leafTruth } from '../pack/conditions.js'
import { type Fact, leaves, words } from '../pack/facts.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { type Outline, type Outlook, type Weighed, type WeighOptions, weighedOf } from '../weigh/outline.js'
import { urgencyOf } from '../weigh/urgency.js'

/** What the rules would say of a situation that was not told. Its weighing holds for all that claims the same: only its findings may be another's. */
export interface Explored extends Outlook {
  readonly weighed: Weighed
}

/** What the rules would say if facts had these answers, also others than were stated; nothing where they contradict each other. */
export type Explore = (answers: StatedFacts) => Explored | undefined

/**
 * Explores a situation from what is known and found now. Answers that no rule tells apart are explored once, and what is
 * claimed under several answers, with the frameworks saying the same, is weighed once.
 */
export function explorer<S>(now: Outline, known: Known, pack: Pack<S>, options: WeighOptions): Explore {
  const weighedOnce = remembering<Weighed>()
  const exploredOnce = remembering<Explored | undefined>()
  const explore = (answers: StatedFacts) => {
    const supposed = supposing(answers, known, pack)
    if (typeof supposed === 'string') return undefined
    const findings = redecide(now.weighing.findings, known, supposed, pack, options.on)
    const weighed = weighedOnce(claimsKey(findings, supposed, pack), () => weighedOf(findings, supposed, pack, options))
    const urgency = urgencyOf({ ...weighed.weighing, findings }, supposed, pack)
    return { weighed, statuses: weighed.statuses, urgency }
  }
  return (answers) => exploredOnce(answersKey(answers, pack), () => explore(answers))
}

function remembering<T>(): (key: string, make: () => T) => T {
  const made = new Map<string, T>()
  return (key, make) => {
    if (!made.has(key)) made.set(key, make())
    return made.get(key) as T
  }
}

/** What weighing reads of findings and of what is known, as a text: which rules claim, and which guidelines speak. */
function claimsKey<S>(findings: readonly Finding[], { values, assumed }: Known, pack: Pack<S>): string {
  let key = ''
  for (const { outcome } of findings) key += outcome === 'applies' || outcome === 'presumed' ? 1 : 0
  for (const when of compiledPack(pack).whens.values()) key += ` ${when(values)} ${when(assumed)}`
  return key
}

/** What would be known if facts had these answers; a contradiction is answered with the name of the fact. */
function supposing<S>(answers: StatedFacts, known: Known, pack: Pack<S>): Known | string {
  const { facts, slots } = compiledPack(pack)
  const stated = new Map(known.stated)
  const values = [...known.values]
  let changed = false
  for (const [name, answer] of answers) {
    const before = stated.get(name)
    const slot = slots.get(name) as number
    stated.set(name, before instanceof Map && answer instanceof Map ? new Map([...before, ...answer]) : answer)
    changed ||= values[slot] !== undefined
    values[slot] = comparedValue(facts[slot] as Fact, stated.get(name))
  }
  // What followed from an answer that is now another no longer follows.
  return changed ? tryKnown(stated, pack) : following(stated, values, pack)
}

/** Answers as a text: the same for answers that no rule tells apart, in whatever order they are supposed. */
function answersKey<S>(answers: StatedFacts, pack: Pack<S>): string {
  const alike = alikeIn(pack)
  const told = ([fact, answer]: readonly [string, Stated]) =>
    `${fact}=${answer instanceof Map ? [...answer].sort().join() : (alike.get(fact)?.get(answer as string) ?? answer)}`
  return [...answers].map(told).sort().join(' ')
}

/** For each word of a fact the first of its words from which no comparison of the pack tells it apart. */
const alikeIn = oncePerPack((pack): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const { facts, rules, frameworks } = pack
  const guidelines = [...frameworks.values()].flatMap((framework) => framework.guidelines)
  const read = [
    compiledPack(pack).signs,
    ...[...rules.values()].flatMap((rule) => [rule, ...rule.unless].map(({ conditions }) => conditions)),
    ...[...facts.values()].flatMap(({ derivedFrom }) => derivedFrom ?? []),
    ...guidelines.flatMap(({ when }) => when ?? []),
  ].flatMap(leaves)
  const alike = (fact: Fact) => {
    const truths = read.filter((leaf) => leaf.fact === fact.name).map((leaf) => leafTruth(leaf, facts))
    const told = (word: string) => truths.map((truth) => truth(comparedValue(fact, word))).join()
    const first = new Map([...words(fact)].reverse().map((word) => [told(word), word]))
    return new Map(words(fact).map((word) => [word, first.get(told(word)) as string]))
  }
  return new Map([...facts.values()].filter(({ type }) => type !== 'some-of').map((fact) => [fact.name, alike(fact)]))
})
