import type { Question } from '../../ask/question.js'
import { supposedOutlooks } from '../../ask/supposedOutlooks.js'
import { leaves } from '../../pack/conditions.js'
import type { Fact } from '../../pack/fact.js'
import { leavesRead } from '../../pack/factsRead.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { conditionsOf, type Rule } from '../../pack/rule.js'
import type { Text } from '../../vocabulary.js'
import { idleRules } from '../distractors.js'
import { atMost, type Draft, isOffered, type Lesson, type QuestionDraft } from '../lesson.js'
import { answerInWords, sentences } from '../phrasing.js'
import { inSeededOrder } from '../seededOrder.js'
import { worded } from '../worded.js'

const alsoAsked = 2
const mostIdle = 3

/**
 * What to ask first: of what the rules would ask, that which the author of the vignette names, else what the story holds back,
 * else the most pressing question of which the story speaks. Others of which it speaks are partly right.
 */
export function askFirstQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const asked = lesson.advice.questions.filter(
    ({ fact }) => isTouched(fact, lesson) && isOffered(fact, lesson.vignette),
  )
  const first = firstOf(asked, lesson)
  if (first.length === 0) return undefined
  const right = first.map((one) => askedDraft(one, 'right', lesson))
  const rest = asked.filter((one) => !first.includes(one) && (!one.danger || first.some(({ danger }) => danger)))
  const several = right.length > 1
  const partly = several ? [] : atMost(rest, alsoAsked, lesson).map((one) => askedDraft(one, 'partly', lesson))
  const others = idleQuestions(lesson, Math.min(mostIdle, lesson.most - right.length - partly.length))
  if (others.length === 0) return undefined
  return {
    kind: 'ask-first',
    ask: worded((w) => (several ? w.firstAsks : w.firstAsk)),
    pick: several ? 'several' : 'one',
    right,
    others: [...partly, ...others],
    rationale: sentences(...right.map(({ feedback }) => feedback)),
  }
}

function firstOf<S>(asked: readonly Question[], { vignette, heldBack }: Lesson<S>): readonly Question[] {
  const { firstQuestions = [] } = vignette
  const named = asked.filter(({ fact }) => firstQuestions.includes(fact))
  if (firstQuestions.length > 0) return named
  const held = asked.filter(({ fact }) => heldBack.has(fact))
  return held.length > 0 ? held : asked.slice(0, 1)
}

/** Whether the story speaks of it: it tells another fact of the same matter, holds this one back, or its author names it. */
function isTouched<S>(name: string, { known, heldBack, pack, vignette }: Lesson<S>): boolean {
  if (heldBack.has(name) || vignette.firstQuestions?.includes(name)) return true
  return [...known.stated.keys()].some((told) => matterOf(told) === matterOf(name) && !pack.facts.get(told)?.background)
}

function matterOf(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

function askedDraft<S>(question: Question, mark: 'right' | 'partly', lesson: Lesson<S>): Draft {
  const { fact, ask, why } = question
  return {
    name: fact,
    says: ask,
    mark,
    feedback: sentences(
      worded((w) => (mark === 'right' ? w.asksFirst : w.alsoAsked)),
      why,
      whatHangs(question, lesson),
      heldBackAnswer(fact, lesson),
    ),
    from: 'key',
    rules: readers(fact, lesson).slice(0, 1),
  }
}

const changesTold = 2

/** “If yes: must ensure safety; no longer keep the secret”. */
function whatHangs<S>({ answers: [first], wouldChange, fact: name }: Question, { pack }: Lesson<S>): Text | undefined {
  const fact = pack.facts.get(name)
  if (fact === undefined || wouldChange.length === 0) return undefined
  const stated: Stated = first.so === undefined ? first.value : new Map([[String(first.value), first.so]])
  const answer = answerInWords(fact, stated)
  return worded((w, say) => {
    const told = wouldChange
      .slice(0, changesTold)
      .map(({ to, label }) => (to === null ? w.noLonger(say(label)) : `${w.status[to]} “${say(label)}”`))
    return `${w.changes}: ${w.ifSo(say(answer))}, ${told.join('; ')}`
  })
}

/** What whoever asks is told, where the vignette holds it back. */
function heldBackAnswer<S>(name: string, { heldBack, pack }: Lesson<S>): Text | undefined {
  const [fact, stated] = [pack.facts.get(name), heldBack.get(name)]
  if (fact === undefined || stated === undefined || stated === null) return undefined
  const answer = answerInWords(fact, stated)
  return worded((w, say) => w.told(say(answer)))
}

/** The rules in doubt that read a fact. */
function readers<S>(name: string, { now }: Lesson<S>): readonly Rule[] {
  return now.weighing.findings.flatMap(({ rule, outcome, possible }) => {
    const reads = [rule.conditions, ...rule.unless.map(({ conditions }) => conditions)].some((part) =>
      leaves(part).some(({ fact }) => fact === name),
    )
    return possible && outcome !== 'does-not-apply' && reads ? [rule] : []
  })
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

function idleDraft<S>(fact: Fact, { pack }: Lesson<S>): Draft {
  const reader = [...pack.rules.values()].find((rule) =>
    conditionsOf(rule).some((part) => leavesRead(part, pack.facts).some((leaf) => leaf.fact === fact.name)),
  )
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
