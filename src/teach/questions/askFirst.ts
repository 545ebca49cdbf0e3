import type { Question } from '../../ask/question.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import type { Text } from '../../vocabulary.js'
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
      whatHangs(question, lesson),
      heldBackAnswer(fact, lesson),
    ),
    from: 'key',
    rules: readers(fact, lesson).slice(0, 1),
  }
}

const changesTold = 2

/**
 * “If yes: must ensure safety”; not what falls away, which would read as a leave, nor what holds in any case; and what is not
 * to be done, which mostly holds whatever the answer is, only where there is nothing else.
 */
function whatHangs<S>({ answers: [first], wouldChange, fact: name }: Question, { pack }: Lesson<S>): Text | undefined {
  const fact = pack.facts.get(name)
  const changed = wouldChange.filter(({ to, action }) => to !== null && !pack.actions.get(action)?.standing)
  const towards = changed.filter(({ to }) => to !== 'must-not' && to !== 'should-not')
  const turned = towards.length > 0 ? towards : changed
  if (fact === undefined || turned.length === 0) return undefined
  const stated: Stated = first.so === undefined ? first.value : new Map([[String(first.value), first.so]])
  const answer = answerInWords(fact, stated)
  return worded((w, say) => {
    const told = turned
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
