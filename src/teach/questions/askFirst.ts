import type { Question } from '../../ask/question.js'
import { supposedOutlooks } from '../../ask/supposedOutlooks.js'
import type { Fact } from '../../pack/fact.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { statuses, type Text } from '../../vocabulary.js'
import { atMost, type Draft, isOffered, type Lesson, type QuestionDraft } from '../lesson.js'
import { answerInWords, sentences, withoutAdvice } from '../phrasing.js'
import { worded } from '../worded.js'
import { besideQuestions } from './askedBeside.js'
import { isCalledFor, isTouched, readers } from './touched.js'

const alsoAsked = 2
const mostBeside = 3

/**
 * What to ask first: of what the rules would ask, that which the author of the vignette names, else what the story holds back,
 * else the most pressing question of which the story speaks. Others of which it speaks are partly right; what it tells already,
 * and else that of which it does not speak, is not asked first.
 */
export function askFirstQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const touched = lesson.advice.questions.filter(
    ({ fact }) => isTouched(fact, lesson) && isOffered(fact, lesson.vignette),
  )
  const calledFor = touched.filter(({ fact }) => isCalledFor(fact, lesson))
  const asked = calledFor.length > 0 ? calledFor : touched
  const first = firstOf(asked, lesson)
  if (first.length === 0) return undefined
  const right = first.map((one) => askedDraft(one, 'right', lesson))
  const rest = asked.filter((one) => !first.includes(one) && (!one.danger || first.some(({ danger }) => danger)))
  const several = right.length > 1
  const partly = several ? [] : atMost(rest, alsoAsked, lesson).map((one) => askedDraft(one, 'partly', lesson))
  const others = besideQuestions(lesson, Math.min(mostBeside, lesson.most - right.length - partly.length))
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

function askedDraft<S>(question: Question, mark: 'right' | 'partly', lesson: Lesson<S>): Draft {
  const { fact, ask, why } = question
  return {
    name: fact,
    says: withoutAdvice(ask),
    mark,
    feedback: sentences(
      worded((w) => (mark === 'right' ? w.asksFirst : w.alsoAsked)),
      why,
      ...(mark === 'right' ? [whatHangs(question, lesson)] : []),
      heldBackAnswer(fact, lesson),
    ),
    from: 'key',
    rules: readers(fact, lesson).slice(0, 1),
  }
}

const changesTold = 2

/**
 * “If yes: must ensure safety”: by the answer that whoever asks is told. Where that changes nothing, of yes and no by the other
 * one; of several words another is soon another story. Not told is what falls away or weakens, which would read as a leave, nor
 * what holds in any case; and what is not to be done, which mostly holds whatever the answer is, only where there is nothing else.
 */
function whatHangs<S>(question: Question, lesson: Lesson<S>): Text | undefined {
  const { pack, heldBack } = lesson
  const fact = pack.facts.get(question.fact)
  if (fact === undefined) return undefined
  const answered = heldBack.get(question.fact)
  const hanging = answered === undefined || answered === null ? undefined : changesBy(fact, answered, lesson)
  if (hanging) return hanging
  const isPlain = answered === undefined || typeof answered === 'boolean'
  const [first] = question.answers
  return isPlain ? changesInWords(fact, statedOf(first), towards(question.wouldChange, lesson)) : undefined
}

function statedOf({ value, so }: Question['answers'][0]): Stated {
  return so === undefined ? value : new Map([[String(value), so]])
}

/** What would be advised otherwise if this were told. */
function changesBy<S>(fact: Fact, answer: Stated, lesson: Lesson<S>): Text | undefined {
  const { now, known, pack, options } = lesson
  const then = supposedOutlooks(now, known, pack, options).of(new Map([[fact.name, answer]]))
  const changed = [...(then?.statuses ?? [])].flatMap(([action, to]): readonly Turned[] => {
    const label = pack.actions.get(action)?.label
    const from = now.statuses.get(action) ?? null
    return label === undefined || from === to ? [] : [{ action, label, from, to }]
  })
  const strongestFirst = [...changed].sort((a, b) => placeOf(a) - placeOf(b))
  return changesInWords(fact, answer, towards(strongestFirst, lesson))
}

type Turned = Question['wouldChange'][0]

/** The stronger, the earlier; what falls away last. */
function placeOf({ to }: Turned): number {
  return to === null ? statuses.length : statuses.indexOf(to)
}

function towards<S>(changes: readonly Turned[], { pack, vignette }: Lesson<S>): readonly Turned[] {
  const changed = changes.filter(
    (one) => isStronger(one) && !pack.actions.get(one.action)?.standing && isOffered(one.action, vignette),
  )
  const asked = changed.filter(({ to }) => to !== 'must-not' && to !== 'should-not')
  return asked.length > 0 ? asked : changed
}

/** Whether more is asked for than before, or warned of. */
function isStronger({ from, to }: Turned): boolean {
  return to !== null && (from === null || statuses.indexOf(to) < statuses.indexOf(from))
}

function changesInWords(fact: Fact, stated: Stated, changes: readonly Turned[]): Text | undefined {
  if (changes.length === 0) return undefined
  const answer = answerInWords(fact, stated)
  return worded((w, say) => {
    const told = changes
      .slice(0, changesTold)
      .flatMap(({ to, label }) => (to ? [`${w.status[to]} “${say(label)}”`] : []))
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
