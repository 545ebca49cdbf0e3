import type { Advice, NamedAction, Reason } from '../advise/advice.js'
import { advise } from '../advise/advise.js'
import type { Known } from '../decide/compiledPack.js'
import { knownFrom } from '../decide/decide.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import type { Pack } from '../pack/pack.js'
import type { Rule } from '../pack/rule.js'
import type { ChoiceOrigin, QuestionKind, Text } from '../vocabulary.js'
import type { Assessment, WeighOptions } from '../weigh/assess.js'
import { isGroundHere, placeOf } from '../weigh/groundsHere.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { assessLeftToDo } from './assessLeftToDo.js'
import { type Contrast, contrasts } from './contrasts.js'
import type { Choice, ExerciseQuestion } from './exerciseShape.js'
import { isStillThisStory } from './flips.js'
import { inSeededOrder } from './seededOrder.js'
import type { Vignette, VignetteWithFacts } from './vignette.js'

/** A vignette with all that the rules say of it: what questions are made from. */
export interface Lesson<S> {
  readonly vignette: Vignette
  readonly heldBack: StatedFacts
  /** Those that story and pack both speak. */
  readonly languages: readonly InterfaceLanguage[]
  readonly pack: Pack<S>
  readonly known: Known
  readonly now: Assessment
  /** The same with all that the story holds back. */
  readonly onceAsked: Assessment
  readonly advice: Advice
  readonly contrasts: readonly Contrast[]
  readonly options: WeighOptions
  readonly seed: number
  /** How many choices a question has at most. */
  readonly most: number
  /** Whether all that could be a choice is wanted, to see how a kept exercise stands to it. */
  readonly whole: boolean
}

/** What the rules say of the facts that a vignette tells. */
export async function lessonOf<S>(
  { vignette, toldFacts, heldBack, languages }: VignetteWithFacts,
  pack: Pack<S>,
  options: WeighOptions,
  { seed, most, whole }: Pick<Lesson<S>, 'seed' | 'most' | 'whole'>,
): Promise<Lesson<S>> {
  const known = knownFrom(toldFacts, pack)
  const advice = fittingReasonsFirst((await advise(vignette.facts as S, pack, options)) as Advice, vignette, pack)
  return {
    vignette,
    heldBack,
    languages,
    pack,
    known,
    now: assessLeftToDo(known, pack, options),
    onceAsked: assessLeftToDo(knownFrom(new Map([...toldFacts, ...heldBack]), pack), pack, options),
    advice,
    contrasts: contrasts(
      toldFacts,
      pack,
      options,
      (fact, from, to) => isOfferedAs(to, fact, vignette) && isStillThisStory(fact, from, to),
    ),
    options,
    seed,
    most,
    whole,
  }
}

/**
 * The same with the reasons first that fit the action best: of as strong a rule as it stands by, and of one that asks for
 * little else. Those of rules that are not offered come last: a rule may hold, and its words tell of another story. What is
 * not offered is not told as owed either.
 */
function fittingReasonsFirst<S>(advice: Advice, vignette: Vignette, { rules }: Pack<S>): Advice {
  const actions = advice.actions.map((one) => {
    const farness = ({ rule, force }: Reason) => {
      const beside = rules.get(rule)?.pushes.length ?? 0
      return (isOffered(rule, vignette) ? 0 : 1_000) + (force === one.status ? 0 : 100) + beside
    }
    return { ...one, because: [...one.because].sort((a, b) => farness(a) - farness(b)) }
  })
  const offeredFirst = <T extends { readonly because: readonly Reason[] }>(one: T): T => ({
    ...one,
    because: [...one.because].sort(
      (a, b) => Number(!isOffered(a.rule, vignette)) - Number(!isOffered(b.rule, vignette)),
    ),
  })
  const offeredOwed = <T extends { readonly owed: readonly NamedAction[] }>(one: T): T => ({
    ...one,
    owed: one.owed.filter(({ action }) => isOffered(action, vignette)),
  })
  const setAside = advice.setAside.map((one) => offeredOwed(offeredFirst(one)))
  const dilemmas = advice.dilemmas.map((one) => ({ ...one, sides: one.sides.map(offeredOwed) }))
  return { ...advice, actions, setAside, dilemmas }
}

/** Whether the author lets a fact be a choice, with this answer. */
function isOfferedAs(to: Stated, { name }: Fact, vignette: Vignette): boolean {
  return isOffered(name, vignette) && !(typeof to === 'string' && !isOffered(`${name}=${to}`, vignette))
}

/** Whether the author of a vignette lets an action, a rule or a fact be a choice in it. */
export function isOffered(name: string, { notOffered = [] }: Vignette): boolean {
  return !notOffered.includes(name)
}

/** A choice before it has a place: what makes it the same one in another exercise is its name. */
export interface Draft extends Omit<Choice, 'id' | 'rules' | 'principles' | 'sources' | 'side'> {
  readonly name: string
  readonly side?: 'a' | 'b' | 'way'
  readonly rules?: readonly Rule[]
  /** Where it rests on sources without a rule. */
  readonly sources?: readonly string[]
  readonly principles?: readonly string[]
}

/** A question before its choices have their places. */
export interface QuestionDraft {
  readonly kind: QuestionKind
  readonly ask: Text
  readonly pick: ExerciseQuestion['pick']
  readonly right: readonly Draft[]
  readonly others: readonly Draft[]
  readonly principles?: readonly string[]
  readonly rationale: Text
}

/** At most so many; all of them where all that could be a choice is wanted. */
export function atMost<T, S>(things: readonly T[], most: number, { whole }: Lesson<S>): readonly T[] {
  return whole ? things : things.slice(0, Math.max(0, most))
}

const fromOrder: readonly ChoiceOrigin[] = ['flipped-case', 'neighbouring-rule', 'rule-in-doubt', 'key']

/** Of drafts at most so many, by the lots of the seed, taken from each origin in turn; no two that say the same. */
export function chosen<S>(
  drafts: readonly Draft[],
  most: number,
  lesson: Lesson<S>,
  beside: readonly Draft[] = [],
): readonly Draft[] {
  const said = new Set(beside.map(saying))
  const fresh = inSeededOrder(drafts, lesson.seed, ({ name }) => name).filter(
    (one) => !said.has(saying(one)) && said.add(saying(one)),
  )
  if (lesson.whole) return fresh
  const groups = fromOrder.map((from) => fresh.filter((one) => one.from === from))
  const inTurn = Array.from({ length: most }, (_, round) => groups.flatMap((group) => group.slice(round, round + 1)))
  return inTurn.flat().slice(0, most)
}

function saying({ says }: Draft): string {
  return JSON.stringify(says)
}

const letters = 'abcdefghij'

/** A question with its choices in the order that the seed gives, another in each case, each with what it rests on. */
export function questionFrom<S>(draft: QuestionDraft, place: number, lesson: Lesson<S>): ExerciseQuestion {
  const { seed, vignette } = lesson
  const { kind, ask, pick, rationale } = draft
  const placed = ({ name }: Draft) => `${vignette.name} ${kind} ${name}`
  const choices = inSeededOrder([...draft.right, ...draft.others], seed, placed).map(
    ({ name, rules = [], sources = [], principles = [], ...choice }, i): Choice => ({
      ...choice,
      id: letters.charAt(i),
      rules: unique(rules.map((rule) => rule.name)),
      principles: unique([...principles, ...rules.map(({ principle }) => principle)]),
      sources: sourcesOf({ rules, sources }, lesson),
    }),
  )
  const right = choices.filter(({ mark }) => mark !== 'wrong').flatMap(({ principles }) => principles)
  return {
    id: `q${place + 1}-${kind}`,
    kind,
    ask,
    pick,
    choices,
    principles: unique([...(draft.principles ?? []), ...right]),
    rationale,
  }
}

/** What a draft rests on where and when the story plays; the law of elsewhere is no ground there. */
export function sourcesOf<S>(
  { sources = [], rules = [] }: Pick<Draft, 'sources' | 'rules'>,
  lesson: Lesson<S>,
): string[] {
  const { known, pack, advice } = lesson
  const place = placeOf(known, advice.on)
  const cited = unique([...sources, ...rules.flatMap((rule) => rule.sources)])
  return cited.filter((name) => isGroundHere(name, place, pack))
}

/** Each once, in the order in which they come first. */
export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}

/** The rules that reasons name. */
export function rulesOf<S>(reasons: readonly Reason[], { pack }: Pick<Lesson<S>, 'pack'>): readonly Rule[] {
  return reasons.flatMap(({ rule }) => pack.rules.get(rule) ?? [])
}
