import { comparedValue, compiledPack, type Known } from '../../decide/compiledPack.js'
import type { Finding } from '../../decide/decide.js'
import type { Conditions, Leaf } from '../../pack/conditions.js'
import { leafTruth } from '../../pack/evaluation.js'
import type { Fact } from '../../pack/fact.js'
import { leavesRead } from '../../pack/factsRead.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { valueNames } from '../../pack/factTypes/wordList.js'
import type { Pack } from '../../pack/pack.js'
import type { Text } from '../../vocabulary.js'
import { answerInWords, anyInWords, factInWords } from '../phrasing.js'
import { worded } from '../worded.js'

/* Why a rule does not hold in a story, and how that is told. */

/** What the rules say of it: an exception undoes it here; or something open would make it so. That they are silent says nothing. */
export function isUndone({ by }: Cause): boolean {
  return by === 'exception'
}

/** Whether something not known, or one thing otherwise, would make it so. */
export function isPossible({ by }: Cause): boolean {
  return by === 'open' || by === 'one-fact'
}

/** By what a rule does not hold here: by what is not known, by what the story tells, by an exception (beside what is not known), or but for one fact. */
export type Cause =
  | { readonly by: 'open' | 'one-fact'; readonly facts: Text }
  | Told
  | { readonly by: 'exception'; readonly because: Text }
  | { readonly by: 'untold'; readonly facts: Text; readonly because: Text }

/** What the story tells otherwise than a rule asks for. */
interface Told {
  readonly by: 'told'
  readonly facts: Text
  /** What the rule asks for instead, and what is told of that, where few words say it. */
  readonly instead?: { readonly wanted: Text; readonly answer: Text }
  /** Whether it is of another sort, and not only more or less. */
  readonly ofAnotherSort: boolean
  /** Whether it is no more than who, where or when. */
  readonly background: boolean
  /** Whether it is a danger that there is not, or not so grave or near. */
  readonly danger: boolean
  /** Whether it is all that is otherwise: the people and the matters of the rule are those of the story. */
  readonly ofThisStory: boolean
}

/** Why what a rule asks for is not to be done here (or what it warns of is not forbidden). */
export function whyNotHere(cause: Cause): Text {
  return worded((w, say) => {
    const words = w.notHere
    if (cause.by === 'untold') return words.untold(say(cause.facts), say(cause.because))
    if (cause.by === 'told' && cause.instead)
      return words.toldOtherwise(say(cause.instead.wanted), say(cause.instead.answer))
    return words[cause.by](say(cause.by === 'exception' ? cause.because : cause.facts))
  })
}

/**
 * Why a rule that speaks against what is asked for here does not: said of the rule, since the thing itself is to be done. That
 * a rule far from the case does not apply in it, or may yet, is nothing to tell.
 */
export function whyNotAgainst(cause: Cause): Text | undefined {
  if (cause.by === 'exception') return worded((w, say) => w.notAgainst.exception(say(cause.because)))
  if (cause.by === 'one-fact') return worded((w, say) => w.notAgainst['one-fact'](say(cause.facts)))
  return undefined
}

/** Why nothing is said of something here, and what would be, where it is known on what that hangs. */
export function whyUnspoken(cause: Cause): Text {
  return worded((w, say) => {
    const depends = cause.by === 'open' || cause.by === 'one-fact' ? [w.dependsOn[cause.by](say(cause.facts))] : []
    return [w.unspoken, ...depends].join(' ')
  })
}

export function quoted(open: readonly Text[]): Text {
  return worded((_, say) => open.map((one) => `“${say(one)}”`).join(', '))
}

/**
 * Why a rule does not hold: the stated fact by which its conditions fail; where they do not, the exception that stands against
 * it, said to be the second reason where the story does not tell what the rule asks for first.
 */
export function reasonNotTo<S>(
  { rule, outcome, unless }: Finding,
  open: readonly Text[],
  known: Known,
  pack: Pack<S>,
): Cause | undefined {
  if (outcome === 'excepted') {
    const { because } = rule.unless[unless.indexOf(true)] ?? {}
    if (because === undefined) return undefined
    return open.length === 0 ? { by: 'exception', because } : { by: 'untold', facts: quoted(open), because }
  }
  if (outcome !== 'does-not-apply') return undefined
  const failed = plainest(
    conjuncts(rule.conditions).flatMap((part) => failing(part, true, known, pack) ?? []),
    pack,
  )
  const stated = failed && known.stated.get(failed.leaf.fact)
  if (failed === undefined || stated === undefined || stated === null) return undefined
  const { leaf } = failed
  const fact = pack.facts.get(leaf.fact) as Fact
  const wanted = wantedInWords(failed, fact, pack)
  return {
    by: 'told',
    facts: factInWords(fact, comparedPart(leaf, stated)),
    ...(wanted && { instead: { wanted, answer: answerInWords(fact, stated) } }),
    ofAnotherSort: isFarFrom(leaf, stated, fact) && !fact.background,
    background: fact.background === true,
    danger: fact.danger !== undefined,
    ofThisStory: isAllOtherwise(leaf, rule.conditions, known, pack),
  }
}

/**
 * Whether a rule fails by one comparison alone: nothing else that it asks for is otherwise here, and of lists, which say who
 * and what it is about, the story tells what it asks for.
 */
function isAllOtherwise<S>(leaf: Leaf, conditions: Conditions, known: Known, pack: Pack<S>): boolean {
  return conjuncts(conditions).every((part) => {
    const read = leavesRead(part, pack.facts)
    const ofList = read.some(({ fact }) => typeOf(pack.facts.get(fact) as Fact).input === 'members')
    if (read.some(({ fact }) => fact === leaf.fact)) return !ofList
    return ofList ? failing(part, false, known, pack) !== undefined : failing(part, true, known, pack) === undefined
  })
}

function conjuncts(conditions: Conditions): readonly Conditions[] {
  return 'all' in conditions ? conditions.all.flatMap(conjuncts) : [conditions]
}

/** Whether what is told is another thing than what is asked for: of steps more than the next one, which one may judge otherwise. */
function isFarFrom({ value }: Leaf, stated: Stated, fact: Fact): boolean {
  if (!typeOf(fact).hasSteps) return true
  const steps = valueNames(fact)
  return Math.abs(steps.indexOf(String(value)) - steps.indexOf(String(stated))) > 1
}

/** Of a list only the member that is asked for, where that much was stated. */
function comparedPart({ value }: Leaf, stated: Stated): Stated {
  const so = stated instanceof Map ? stated.get(value) : undefined
  return so === undefined ? stated : new Map([[value as string, so]])
}

/** A comparison, and how it would have to come out. */
interface Failed {
  readonly leaf: Leaf
  readonly wanted: boolean
}

/** Of several comparisons the one that says best that it is another case: a danger, else what is plainly so or not; last who, where and when. */
function plainest<S>(failed: readonly Failed[], { facts }: Pack<S>): Failed | undefined {
  const place = ({ leaf }: Failed) => {
    const fact = facts.get(leaf.fact) as Fact
    if (fact.background) return 3
    if (fact.danger) return 0
    return typeOf(fact).hasWords ? 2 : 1
  }
  return [...failed].sort((one, other) => place(one) - place(other))[0]
}

const fewWords = 2

/** The words that a comparison would have: that another placement is told says little where nobody is told which. */
function wantedInWords<S>({ leaf, wanted }: Failed, fact: Fact, { facts }: Pack<S>): Text | undefined {
  const { hasWords, input } = typeOf(fact)
  if (!hasWords || input !== 'choice') return undefined
  const truth = leafTruth(leaf, facts)
  const words = valueNames(fact).filter((word) => truth(comparedValue(fact, word)) === wanted)
  return words.length > 0 && words.length <= fewWords ? anyInWords(fact, words) : undefined
}

/** The comparison by which conditions do not come out as wanted; none where they do, or it is not known. */
function failing<S>(conditions: Conditions, wanted: boolean, known: Known, pack: Pack<S>): Failed | undefined {
  if ('not' in conditions) return failing(conditions.not, !wanted, known, pack)
  if ('fact' in conditions) {
    const { slots } = compiledPack(pack)
    const truth = leafTruth(conditions, pack.facts)(known.values[slots.get(conditions.fact) as number])
    return truth === !wanted ? { leaf: conditions, wanted } : undefined
  }
  const [parts, together] = 'all' in conditions ? [conditions.all, wanted] : [conditions.any, !wanted]
  const failed = parts.map((part) => failing(part, wanted, known, pack))
  return together || failed.every((one) => one !== undefined) ? failed.find((one) => one !== undefined) : undefined
}
