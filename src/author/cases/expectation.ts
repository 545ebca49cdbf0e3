import type { Advice, AdvisedAction } from '../../advise/advice.js'
import { advise, advisedActions, doneIn } from '../../advise/advise.js'
import { dilemmas } from '../../advise/dilemmas.js'
import type { Draft } from '../../advise/reasons.js'
import { setAside } from '../../advise/setAside.js'
import { parseSituation } from '../../decide/situation.js'
import type { Pack } from '../../pack/pack.js'
import { statuses } from '../../vocabulary.js'
import { kindOf } from '../../weigh/assess.js'
import { type Case, type Expectation, type ExpectedPart, expectedParts } from './caseFile.js'
import { weighOptions } from './readableCases.js'

/** What a case says of its situation; where it expects nothing yet, its expectation can be written from the advice. */
export type CaseSketch = Pick<Case, 'situation' | 'options'> & Partial<Pick<Case, 'expect'>>

/** What of an advice a case lists. */
type Advised = Pick<Advice, 'kind' | 'urgency' | 'actions' | 'done' | 'setAside' | 'dilemmas'> & {
  readonly questions: readonly { readonly fact: string }[]
}

/**
 * What the advice on a situation says today, in the words of a case: for an author to read, judge and keep.
 * @throws TimbangError as `advise` does
 */
export async function expectationOf<S>(one: CaseSketch, pack: Pack<S>): Promise<Expectation> {
  return reported(await advise(one.situation as NoInfer<S>, pack, weighOptions(one)), one, pack)
}

/** The same but for what is asked, which is not looked for. */
export async function unaskedExpectation<S>(one: CaseSketch, pack: Pack<S>): Promise<Expectation> {
  return inOrder(forceOf(await advise(one.situation as NoInfer<S>, pack, { ...weighOptions(one), questions: false })))
}

/** The same of what was weighed and not yet confirmed, but for the questions. */
export function draftExpectation<S>(draft: Draft<S>): Expectation {
  const advised = {
    kind: kindOf(draft.assessment, draft.known, draft.pack, draft.place),
    urgency: draft.assessment.urgency,
    actions: advisedActions(draft),
    ...doneIn(draft),
    setAside: setAside(draft),
    dilemmas: dilemmas(draft),
  }
  return inOrder(forceOf(advised))
}

/** All that a case has to list of an advice. */
function reported<S>(advice: Advised, one: CaseSketch, pack: Pack<S>): Expectation {
  return inOrder({ ...forceOf(advice), questions: questionsOf(advice.questions, one, pack) })
}

function forceOf(advice: Omit<Advised, 'questions'>): Expectation {
  const named = (wanted: (one: AdvisedAction) => boolean) => advice.actions.filter(wanted).map(({ action }) => action)
  return {
    kind: advice.kind,
    urgency: advice.urgency,
    ...Object.fromEntries(statuses.map((status) => [status, named((one) => one.status === status)])),
    always: named(({ standing }) => standing),
    firm: named(({ certainty }) => certainty === 'firm'),
    depends: named(({ certainty }) => certainty === 'depends'),
    divided: named(({ divided }) => divided !== undefined),
    done: (advice.done ?? []).map(({ action }) => action),
    setAside: Object.fromEntries(
      advice.setAside.map(({ action, owed }) => [action, owed.map((one) => one.action)] as const),
    ),
    settledBy: Object.fromEntries(
      advice.setAside.map(({ action, gaveWayTo }) => [action, [...new Set(gaveWayTo.map(({ by }) => by))]] as const),
    ),
    dilemmas: advice.dilemmas.map(({ between }) => between as [string, string]),
  }
}

/** The facts asked for, in the order of their names; where only the openers are, and a case says so or says nothing yet, that word. */
export function questionsOf<S>(
  asked: Advised['questions'],
  { situation, expect }: CaseSketch,
  pack: Pack<S>,
): NonNullable<Expectation['questions']> {
  const short = expect === undefined || expect.questions === 'openers'
  return short && asksOpeners(asked, situation, pack) ? 'openers' : asked.map(({ fact }) => fact).sort()
}

/** Whether every opener that was not stated is asked for, and nothing else. */
function asksOpeners<S>(asked: Advised['questions'], situation: Case['situation'], pack: Pack<S>): boolean {
  const stated = parseSituation(situation, pack)
  const left = pack.header.openers.filter((name) => !stated.has(name)).sort()
  return left.length > 0 && String(asked.map(({ fact }) => fact).sort()) === String(left)
}

/**
 * Lists in the order of their names, what is empty left out. In which order questions are asked is one law for every advice, and no
 * case holds it: a better order of questions would else turn hundreds of cases red.
 */
export function inOrder(expectation: Expectation): Expectation {
  const parts = expectedParts.map((part) => [part, sorted(expectation[part])] as const)
  return Object.fromEntries(parts.filter(([, one]) => !isEmpty(one))) as Expectation
}

function sorted(part: Expectation[ExpectedPart]): unknown {
  if (typeof part !== 'object') return part
  if (Array.isArray(part)) return [...part].sort()
  const lists = Object.entries(part).map(([action, list]) => [action, [...list].sort()] as const)
  return Object.fromEntries(lists.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isEmpty(part: unknown): boolean {
  return part === undefined || (typeof part === 'object' && part !== null && Object.keys(part).length === 0)
}
