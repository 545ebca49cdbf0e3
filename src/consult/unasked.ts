import { checkedOptions } from '../advise/advise.js'
import { type Asked, askedFact, type Change } from '../ask/question.js'
import { questions } from '../ask/questions.js'
import { supposedOutlooks } from '../ask/supposedOutlooks.js'
import { type Known, valueIn } from '../decide/compiledPack.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { checkPack, type Pack } from '../pack/pack.js'
import type { Text } from '../vocabulary.js'
import { assess, type WeighOptions } from '../weigh/assess.js'
import { askedFacts, everyAnswer } from './answers.js'
import { statusChanges } from './changes.js'
import { knownSituation } from './statements.js'

/** Why a fact is not asked for, although an answer could change the advice. */
export const unaskedReasons = ['not-known', 'presumed', 'told-with-story', 'another-matter'] as const
export type UnaskedReason = (typeof unaskedReasons)[number]

/** A fact that is not asked for, why not, and what an answer could change. */
export interface Unasked extends Asked {
  readonly label: Text
  /** It was asked and is not known; it is presumed; whoever tells the story tells it; or nothing told gives a reason to ask. */
  readonly reason: UnaskedReason
  /** What the answer that changes most would change. */
  readonly wouldChange: readonly Change[]
}

/**
 * Which facts could change the advice and are not asked for, and why not: so that a person can tell of them unasked.
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function unasked<S>(situation: NoInfer<S>, pack: Pack<S>, options: WeighOptions = {}): readonly Unasked[] {
  checkPack(pack)
  const given = checkedOptions<WeighOptions, S>(options, pack, {})
  const known = knownSituation(situation, pack)
  const now = assess(known, pack, given)
  const outlooks = supposedOutlooks(now, known, pack, given)
  const open = new Set(questions(now, known, pack, given).map(({ fact }) => fact))
  const most = (fact: Fact): readonly Change[] | undefined =>
    openAnswers(fact, known, pack)
      .flatMap((answer) => outlooks.of(new Map([[fact.name, answer]])) ?? [])
      .filter(
        ({ statuses, urgency }) => urgency !== now.urgency || statusChanges(now.statuses, statuses, pack).length > 0,
      )
      .map(({ statuses }) => statusChanges(now.statuses, statuses, pack))
      .sort((a, b) => b.length - a.length)[0]
  return askedFacts(pack).flatMap((fact) => {
    if (open.has(fact.name)) return []
    const wouldChange = most(fact)
    return wouldChange ? [{ ...askedFact(fact), label: fact.label, reason: reasonOf(fact, known), wouldChange }] : []
  })
}

/** The answers that a fact could still have; of a list, of the members of which nothing is known. */
function openAnswers<S>(fact: Fact, known: Known, pack: Pack<S>): readonly Stated[] {
  const value = valueIn(known.values, fact.name, pack)
  if (value === undefined) return everyAnswer(fact, pack)
  if (typeof value !== 'object') return []
  return everyAnswer(fact, pack).filter(
    (answer) => ![...(answer as ReadonlyMap<string, boolean>).keys()].some((member) => value.has(member)),
  )
}

function reasonOf({ name, presume, toldWithStory }: Fact, { stated }: Known): UnaskedReason {
  const answer = stated.get(name)
  if (answer === null || (answer instanceof Map && [...answer.values()].includes(null))) return 'not-known'
  if (presume) return 'presumed'
  return toldWithStory ? 'told-with-story' : 'another-matter'
}
