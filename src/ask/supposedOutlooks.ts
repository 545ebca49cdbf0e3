import { comparedValue, compiledPack, type Known } from '../decide/compiledPack.js'
import { redecide } from '../decide/decide.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import { supposing } from '../decide/supposing.js'
import { leaves } from '../pack/conditions.js'
import { leafTruth } from '../pack/evaluation.js'
import { everyCondition } from '../pack/everyCondition.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { once, remembering } from '../pack/remembered.js'
import type { Urgency } from '../vocabulary.js'
import { type Assessment, type Outlook, type WeighedActions, type WeighOptions, weighActions } from '../weigh/assess.js'
import { leastUrgency, urgencyOf } from '../weigh/urgency.js'
import { deciding } from './deciding.js'

/** What the rules would say of a situation that was not told. Its weighing holds for all that claims the same: only its findings may be another's. */
export interface SupposedOutlook extends Outlook {
  readonly weighed: WeighedActions
}

/** What the rules would say of situations that were not told. */
export interface SupposedOutlooks {
  /** If facts had these answers, also others than were stated; nothing where they contradict each other. */
  readonly of: (answers: StatedFacts) => SupposedOutlook | undefined
  /** How soon at least, whatever is answered to what these answer. */
  readonly leastUrgency: (some: readonly StatedFacts[]) => Urgency
}

/**
 * Explores a situation from what is known and found now, one answer after the other: only what the answer can touch is decided
 * again. Answers that no rule tells apart are explored once, and what is claimed under several answers, with the frameworks
 * saying the same, is weighed once.
 */
export function supposedOutlooks<S>(
  now: Assessment,
  known: Known,
  pack: Pack<S>,
  options: WeighOptions,
): SupposedOutlooks {
  const { findings } = now.weighing
  const { decidedIf, staying } = deciding(findings, known, pack, options)
  const outlookOnce = remembering<SupposedOutlook | undefined>()
  const weighedOnce = remembering<WeighedActions>()
  weighedOnce(decidedIf(known, new Map()).claimed().key, () => now)
  const outlookOf = (answers: StatedFacts) => {
    const supposed = supposing(answers, known, pack)
    if (typeof supposed === 'string') return undefined
    const { claimed, hastened } = decidedIf(supposed, answers)
    const weighed = once(() => {
      const { key, rules } = claimed()
      // What is kept for all that claims the same keeps the findings of none.
      return weighedOnce(key, () => weighActions(findings, supposed, pack, options, rules()))
    })
    const weighing = () => ({
      ...weighed().weighing,
      // What is found of every rule is seldom asked for.
      get findings() {
        return redecide(findings, known, supposed, pack, options.on)
      },
    })
    const urgency = once(() => urgencyOf(weighing, supposed, pack, hastened))
    return outlookFrom(weighed, () => weighed().statuses, urgency)
  }
  return {
    of: (answers) => outlookOnce(answersKey(answers, pack), () => outlookOf(answers)),
    leastUrgency: (some) => leastUrgency(staying(some), pack),
  }
}

/** An outlook of which nothing is found out that is not asked for. */
export function outlookFrom(
  weighed: () => WeighedActions,
  statuses: () => Outlook['statuses'],
  urgency: () => Urgency,
): SupposedOutlook {
  return {
    get weighed() {
      return weighed()
    },
    get statuses() {
      return statuses()
    },
    get urgency() {
      return urgency()
    },
  }
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
