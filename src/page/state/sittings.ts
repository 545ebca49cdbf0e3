import { type Interview, interview, type Sitting } from '../../consult/interview.js'
import { TimbangError } from '../../errors.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { type Answerable, type Consultation, pack, type Situation } from './pack.js'

type Here = Sitting<Situation>

/** What was worked out of a consultation, as long as the page holds it: what it asks, and where each answer leads. */
const asking = new WeakMap<Consultation, Here>()
const leading = new WeakMap<Consultation, Map<string, Here>>()

/** The question whose turn it is, or one that is asked out of its turn. */
export function sittingOf(consultation: Consultation, wanted?: string): Here {
  if (wanted !== undefined) return askedAlone(consultation, wanted)
  const known = asking.get(consultation) ?? interview(consultation, pack)
  asking.set(consultation, known)
  return known
}

function askedAlone(consultation: Consultation, wanted: string): Here {
  const before = consultation.asked
  const asked = before.includes(wanted) ? before : [...before, wanted]
  return interview({ ...consultation, asked, at: asked.indexOf(wanted) }, pack)
}

/** The consultation after an answer. @throws TimbangError where it contradicts another */
export function answered(consultation: Consultation, fact: string, answer: Answerable): Interview<Situation> {
  const then = ledTo(consultation, fact, answer)
  asking.set(then.state, then)
  return then.state
}

function ledTo(consultation: Consultation, fact: string, answer: Answerable): Here {
  const ways = leading.get(consultation) ?? new Map<string, Here>()
  leading.set(consultation, ways)
  const key = JSON.stringify([fact, answer])
  const then = ways.get(key) ?? interview(consultation, pack, { step: { fact, answer } })
  ways.set(key, then)
  return then
}

/** Where the answers to a question would lead, one after the other, so that the next question need not wait once one is given. */
export function prepared(consultation: Consultation, { question }: Here): readonly (() => void)[] {
  if (!question) return []
  const isList = typeOf(question).input !== 'choice'
  const values = isList ? [] : (typeOf(question).values(question, []) as readonly (string | boolean)[])
  return [null, ...values].map((answer) => () => possibly(() => ledTo(consultation, question.fact, answer)))
}

/** An answer that contradicts another leads nowhere; that is said once it is given. */
function possibly(lead: () => void): void {
  try {
    lead()
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
  }
}
