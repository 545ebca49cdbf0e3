import { formAgain } from '../../consult/formAgain.js'
import { type Interview, interview, type Sitting } from '../../consult/interview.js'
import { TimbangError } from '../../errors.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { type Answerable, type Consultation, pack, type Situation } from './pack.js'
import { toldIn } from './telling.js'

type Here = Sitting<Situation>

/** What was worked out of a consultation, as long as the page holds it: what it asks, and where each answer leads. */
const asking = new WeakMap<Consultation, Here>()
const leading = new WeakMap<Consultation, Map<string, Here>>()

/** The questions whose turn it is, or those that are asked out of their turn: one alone, or a form that was handed on. */
export function sittingOf(consultation: Consultation, wanted: readonly string[] = []): Here {
  const [first, second] = wanted
  if (first !== undefined)
    return second === undefined ? askedAlone(consultation, first) : formAgain(consultation, wanted, pack)
  const known = asking.get(consultation) ?? interview(consultation, pack)
  asking.set(consultation, known)
  return known
}

function askedAlone(consultation: Consultation, wanted: string): Here {
  const before = consultation.asked
  const asked = before.includes(wanted) ? before : [...before, wanted]
  return interview({ ...consultation, asked, at: asked.indexOf(wanted) }, pack)
}

/** The answers that are given at once, by their facts. */
type Answers = Readonly<Record<string, Answerable>>

/** The consultation after a form was handed on: what was left alone is not known. */
export function handedOn(consultation: Consultation, facts: readonly string[]): Interview<Situation> {
  return answered(consultation, answersOn(facts, consultation))
}

/** What is answered on a form: what is told of its facts, else that they are not known. */
function answersOn(facts: readonly string[], { situation }: Consultation): Answers {
  const told = toldIn(situation)
  return Object.fromEntries(
    facts.map((fact) => {
      const stated = told.get(fact) ?? null
      return [fact, stated instanceof Map ? Object.fromEntries(stated) : stated]
    }),
  )
}

/** The consultation after answers. @throws TimbangError where they contradict each other or what was told */
export function answered(consultation: Consultation, answers: Answers): Interview<Situation> {
  const then = ledTo(consultation, answers)
  asking.set(then.state, then)
  return then.state
}

function ledTo(consultation: Consultation, answers: Answers): Here {
  const ways = leading.get(consultation) ?? new Map<string, Here>()
  leading.set(consultation, ways)
  const key = JSON.stringify(answers)
  const then = ways.get(key) ?? interview(consultation, pack, { step: { answers } })
  ways.set(key, then)
  return then
}

/** Where the answers to a question would lead, one after the other, so that the next question need not wait once one is given. */
export function prepared(consultation: Consultation, { question, together }: Here): readonly (() => void)[] {
  if (!question) return []
  const facts = together.map(({ fact }) => fact)
  if (facts.length > 1) return [() => possibly(() => ledTo(consultation, answersOn(facts, consultation)))]
  const isList = typeOf(question).input !== 'choice'
  const values = isList ? [] : (typeOf(question).values(question, []) as readonly (string | boolean)[])
  return [null, ...values].map((answer) => () => possibly(() => ledTo(consultation, { [question.fact]: answer })))
}

/** An answer that contradicts another leads nowhere; that is said once it is given. */
function possibly(lead: () => void): void {
  try {
    lead()
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
  }
}
