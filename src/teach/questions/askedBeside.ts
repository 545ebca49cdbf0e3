import { supposedOutlooks } from '../../ask/supposedOutlooks.js'
import { leaves } from '../../pack/conditions.js'
import type { Fact } from '../../pack/fact.js'
import { leavesRead } from '../../pack/factsRead.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import type { Pack } from '../../pack/pack.js'
import { conditionsOf, type Rule } from '../../pack/rule.js'
import type { Text } from '../../vocabulary.js'
import { idleRules } from '../distractors.js'
import { atMost, type Draft, isOffered, type Lesson } from '../lesson.js'
import { factInWords, questionInWords, sentences } from '../phrasing.js'
import { inSeededOrder } from '../seededOrder.js'
import { worded } from '../worded.js'
import { isTouched } from './touched.js'

/** With so many that the story answers, none is wanted of which it does not speak. */
const enoughTold = 2

/** What is not asked first: what the story tells already, and where that is too little, what it does not speak of. */
export function besideQuestions<S>(lesson: Lesson<S>, wanted: number): readonly Draft[] {
  const all = toldQuestions(lesson)
  const ofTheStory = atMost(
    all.filter(({ frame }) => !frame).map(({ draft }) => draft),
    wanted,
    lesson,
  )
  const missing = Math.min(enoughTold, wanted) - ofTheStory.length
  const frame = atMost(
    all.filter((one) => one.frame).map(({ draft }) => draft),
    missing,
    lesson,
  )
  const told = [...ofTheStory, ...frame]
  const isEnough = !lesson.whole && frame.length >= missing
  return isEnough ? told : [...told, ...idleQuestions(lesson, wanted - told.length)]
}

/**
 * Questions that the story answers: what it is about first, then who, and where; no danger, which is looked at again, no
 * word of several, which may say that it is not settled yet, and no list of which more is asked.
 */
function toldQuestions<S>({ advice, known, pack, seed, vignette }: Lesson<S>) {
  const asked = new Set(advice.questions.map(({ fact }) => fact))
  const told = [...known.stated].flatMap(([name, stated]): readonly Told[] => {
    const fact = pack.facts.get(name) as Fact
    const { ask, danger, class: how, protected: isProtected } = fact
    const isAnswered = stated !== null && !asked.has(name)
    const isPlain = how === 'stated' && !danger && !isProtected && isAnswered && isOffered(name, vignette)
    return ask && isPlain && !(isOneOfSeveral(fact) && !fact.background) ? [{ fact, stated }] : []
  })
  const mixed = inSeededOrder(told, seed, ({ fact }) => `${vignette.name} ${fact.name}`)
  return [...mixed]
    .sort((a, b) => farness(a.fact) - farness(b.fact))
    .map((one) => ({
      draft: toldDraft(one, pack),
      frame: isFrame(one.fact),
    }))
}

interface Told {
  readonly fact: Fact
  readonly stated: Stated
}

/**
 * What the story is about is nearest; then who it is about; last the frame of any case, which law and which field, and of
 * that last what opens a matter: whom one serves may be asked first.
 */
function farness(fact: Fact): number {
  if (isFrame(fact)) return fact.toldWithStory ? 3 : 2
  return fact.background ? 1 : 0
}

function isFrame(fact: Fact): boolean {
  return fact.background === true && isOneOfSeveral(fact)
}

function isOneOfSeveral(fact: Fact): boolean {
  const { hasWords, input, hasSteps } = typeOf(fact)
  return hasWords && input === 'choice' && !hasSteps
}

function toldDraft<S>({ fact, stated }: Told, pack: Pack<S>): Draft {
  const told = factInWords(fact, stated)
  const reader = readerOf(fact, pack)
  return {
    name: fact.name,
    says: questionInWords(fact),
    mark: 'wrong',
    feedback: worded((w, say) => w.toldAlready(say(told))),
    from: 'neighbouring-rule',
    rules: reader ? [reader] : [],
  }
}

/**
 * Questions of which the story does not speak and on whose answer nothing hangs here: as many as are wanted, or all of them.
 * Where the pack says so, only those that open a matter of their own: what one has to find out or judge is beside the point
 * nowhere.
 */
function idleQuestions<S>(lesson: Lesson<S>, wanted: number): readonly Draft[] {
  const { advice, known, pack, whole } = lesson
  const asked = advice.questions.map(({ fact }) => fact)
  const answered = new Set([...known.stated.keys(), ...asked, ...doubted(lesson), ...stillToDo(lesson)])
  const candidates = [...pack.facts.values()].filter(
    ({ name, ask, derivedFrom, danger, presume, background, protected: isProtected }) =>
      ask &&
      !(derivedFrom || danger || presume || background || isProtected || answered.has(name)) &&
      isBeside(name, lesson),
  )
  const opening = candidates.filter(({ toldWithStory, class: how }) => toldWithStory && how === 'stated')
  const found: Draft[] = []
  for (const fact of nearestFirst(opening.length > 0 ? opening : candidates, lesson)) {
    if (!whole && found.length >= wanted) break
    if (nothingHangs(fact, lesson)) found.push(idleDraft(fact, lesson))
  }
  return found
}

/** What a rule near the case hangs on: whoever asks for that asks for something, though nothing advised turns by it. */
function doubted<S>(lesson: Lesson<S>): readonly string[] {
  const inDoubt = idleRules(lesson).filter(({ from }) => from === 'rule-in-doubt')
  return inDoubt.flatMap(({ rule }) => leavesRead(rule.conditions, lesson.pack.facts).map(({ fact }) => fact))
}

/** What a rule goes by that would ask for what must be done here anyway: whoever asks for that asks for something too. */
function stillToDo<S>({ now, pack }: Lesson<S>): readonly string[] {
  const isDue = (rule: Rule) =>
    rule.pushes.some(({ action, force }) => force === 'must' && now.statuses.get(action) === 'must')
  return [...pack.rules.values()].flatMap((rule) =>
    !rule.standing && isDue(rule) ? leavesRead(rule.conditions, pack.facts).map(({ fact }) => fact) : [],
  )
}

/** Those that a rule beside the case reads before the others; within each by the lots of the seed, other ones for each story. */
function nearestFirst<S>(facts: readonly Fact[], lesson: Lesson<S>): readonly Fact[] {
  const read = new Set(idleRules(lesson).flatMap(({ rule }) => leaves(rule.conditions).map(({ fact }) => fact)))
  const mixed = inSeededOrder(facts, lesson.seed, ({ name }) => `${lesson.vignette.name} ${name}`)
  return [...mixed.filter(({ name }) => read.has(name)), ...mixed.filter(({ name }) => !read.has(name))]
}

/** Whether the story speaks of nothing near it. */
function isBeside<S>(name: string, lesson: Lesson<S>): boolean {
  return !isTouched(name, lesson) && isOffered(name, lesson.vignette)
}

/** The first rule that reads a fact. */
function readerOf<S>(fact: Fact, pack: Pack<S>): Rule | undefined {
  return [...pack.rules.values()].find((rule) =>
    conditionsOf(rule).some((part) => leavesRead(part, pack.facts).some((leaf) => leaf.fact === fact.name)),
  )
}

function idleDraft<S>(fact: Fact, { pack }: Lesson<S>): Draft {
  const reader = readerOf(fact, pack)
  return {
    name: fact.name,
    says: fact.ask as Text,
    mark: 'wrong',
    feedback: sentences(worded((w) => w.nothingHangs)),
    from: 'neighbouring-rule',
    rules: reader ? [reader] : [],
  }
}

/** Whether every answer leaves what is advised as it is. */
function nothingHangs<S>(fact: Fact, { now, known, pack, options }: Lesson<S>): boolean {
  const outlooks = supposedOutlooks(now, known, pack, options)
  const type = typeOf(fact)
  const answers = type.values(fact, []).flatMap(type.answers)
  return (
    answers.length > 0 &&
    answers.every((answer) => {
      const outlook = outlooks.of(new Map([[fact.name, answer]]))
      return outlook === undefined || (outlook.urgency === now.urgency && same(outlook.statuses, now.statuses))
    })
  )
}

function same(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([action, status]) => other.get(action) === status)
}
