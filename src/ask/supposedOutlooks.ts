import { comparedValue, compiledPack, type Known } from '../decide/compiledPack.js'
import { type Finding, isClaiming, knownFromValues, knownOrContradiction, redecide } from '../decide/decide.js'
import { restatedValue, type StatedFacts } from '../decide/statedFacts.js'
import { leaves } from '../pack/conditions.js'
import { leafTruth } from '../pack/evaluation.js'
import { everyCondition } from '../pack/everyCondition.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { type Assessment, type Outlook, type WeighedActions, type WeighOptions, weighActions } from '../weigh/assess.js'
import { urgencyOf } from '../weigh/urgency.js'

/** What the rules would say of a situation that was not told. Its weighing holds for all that claims the same: only its findings may be another's. */
export interface SupposedOutlook extends Outlook {
  readonly weighed: WeighedActions
}

/** What the rules would say if facts had these answers, also others than were stated; nothing where they contradict each other. */
export type SupposedOutlooks = (answers: StatedFacts) => SupposedOutlook | undefined

/**
 * Explores a situation from what is known and found now. Answers that no rule tells apart are explored once, and what is
 * claimed under several answers, with the frameworks saying the same, is weighed once.
 */
export function supposedOutlooks<S>(
  now: Assessment,
  known: Known,
  pack: Pack<S>,
  options: WeighOptions,
): SupposedOutlooks {
  const weighedOnce = remembering<WeighedActions>()
  const outlookOnce = remembering<SupposedOutlook | undefined>()
  const outlookOf = (answers: StatedFacts) => {
    const supposed = supposing(answers, known, pack)
    if (typeof supposed === 'string') return undefined
    const findings = redecide(now.weighing.findings, known, supposed, pack, options.on)
    const key = claimsKey(findings, supposed, pack)
    const weighed = weighedOnce(key, () => weighActions(findings, supposed, pack, options))
    const urgency = urgencyOf({ ...weighed.weighing, findings }, supposed, pack)
    return { weighed, statuses: weighed.statuses, urgency }
  }
  return (answers) => outlookOnce(answersKey(answers, pack), () => outlookOf(answers))
}

function remembering<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>()
  return (key, make) => {
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as T
  }
}

/** What weighing reads of findings and of what is known, as a text: which rules claim, and which guidelines speak. */
function claimsKey<S>(findings: readonly Finding[], { values, assumed }: Known, pack: Pack<S>): string {
  let key = ''
  for (let place = 0; place < findings.length; place++) if (isClaiming(findings[place] as Finding)) key += ` ${place}`
  for (const when of compiledPack(pack).guidelineTests.values()) key += ` ${when(values)} ${when(assumed)}`
  return key
}

/** What would be known if facts had these answers; a contradiction is answered with the name of the fact. */
function supposing<S>(answers: StatedFacts, known: Known, pack: Pack<S>): Known | string {
  const { facts, slots } = compiledPack(pack)
  const stated = new Map(known.stated)
  const values = [...known.values]
  let changed = false
  for (const [name, answer] of answers) {
    const slot = slots.get(name) as number
    const value = restatedValue(stated.get(name), answer)
    stated.set(name, value)
    changed ||= values[slot] !== undefined
    values[slot] = comparedValue(facts[slot] as Fact, value)
  }
  // What followed from an answer that is now another no longer follows.
  return changed ? knownOrContradiction(stated, pack) : knownFromValues(stated, values, pack)
}

/** Answers as a text: the same for answers that no rule tells apart, in whatever order they are supposed. */
function answersKey<S>(answers: StatedFacts, pack: Pack<S>): string {
  const alike = alikeIn(pack)
  const textOf = (fact: string, answer: Stated) => {
    if (answer instanceof Map) return [...answer].sort().join()
    return alike.get(fact)?.get(answer as string) ?? answer
  }
  return [...answers]
    .map(([fact, answer]) => `${fact}=${textOf(fact, answer)}`)
    .sort()
    .join(' ')
}

/** For each word of a fact the first of its words from which no comparison of the pack tells it apart. */
const alikeIn = oncePerPack((pack): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const { facts } = pack
  const read = [compiledPack(pack).dangerSigns, ...everyCondition(pack)].flatMap(leaves)
  const alike = (fact: Fact) => {
    const truths = read.filter((leaf) => leaf.fact === fact.name).map((leaf) => leafTruth(leaf, facts))
    const truthsOf = (word: string) => truths.map((truth) => truth(comparedValue(fact, word))).join()
    const first = new Map([...valueNames(fact)].reverse().map((word) => [truthsOf(word), word]))
    return new Map(valueNames(fact).map((word) => [word, first.get(truthsOf(word)) as string]))
  }
  const chosen = [...facts.values()].filter((fact) => typeOf(fact).input === 'choice')
  return new Map(chosen.map((fact) => [fact.name, alike(fact)]))
})
