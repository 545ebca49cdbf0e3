import type { Advice, AdvisedAction } from '../../advise/advice.js'
import { advise, advisedActions } from '../../advise/advise.js'
import { dilemmas, setAside } from '../../advise/conflicts.js'
import type { Draft } from '../../advise/reasons.js'
import { parseSituation } from '../../decide/situation.js'
import type { Pack } from '../../pack/pack.js'
import { statuses } from '../../vocabulary.js'
import { kindOf } from '../../weigh/outline.js'
import { type Case, type Expectation, type ExpectedPart, expectedParts } from './caseFile.js'
import { weighOptions } from './knownCases.js'

/** What a case says of its situation; where it expects nothing yet, its expectation can be written from the advice. */
export type CaseSketch = Pick<Case, 'situation' | 'options'> & Partial<Pick<Case, 'expect'>>

/** What of an advice a case lists. */
type Told = Pick<Advice, 'kind' | 'urgency' | 'actions' | 'setAside' | 'dilemmas'> & {
  readonly questions: readonly { readonly fact: string; readonly danger: boolean }[]
}

/**
 * What the advice on a situation says today, in the words of a case: for an author to read, judge and keep.
 * @throws TimbangError as `advise` does
 */
export async function expectationOf<S>(one: CaseSketch, pack: Pack<S>): Promise<Expectation> {
  return reported(await advise(one.situation as NoInfer<S>, pack, weighOptions(one)), one, pack)
}

/** The same of what was weighed and not yet confirmed, but for the questions. */
export function draftExpectation<S>(draft: Draft<S>): Expectation {
  const told = {
    kind: kindOf(draft.now),
    urgency: draft.now.urgency,
    actions: advisedActions(draft),
    setAside: setAside(draft),
    dilemmas: dilemmas(draft),
  }
  return inOrder(forceOf(told))
}

/** All that a case has to list of an advice. */
function reported<S>(advice: Told, one: CaseSketch, pack: Pack<S>): Expectation {
  return inOrder({ ...forceOf(advice), questions: questionsOf(advice.questions, one, pack) })
}

function forceOf(advice: Omit<Told, 'questions'>): Expectation {
  const named = (wanted: (one: AdvisedAction) => boolean) => advice.actions.filter(wanted).map(({ action }) => action)
  return {
    kind: advice.kind,
    urgency: advice.urgency,
    ...Object.fromEntries(statuses.map((status) => [status, named((one) => one.status === status)])),
    always: named(({ standing }) => standing),
    firm: named(({ certainty }) => certainty === 'firm'),
    depends: named(({ certainty }) => certainty === 'depends'),
    setAside: Object.fromEntries(
      advice.setAside.map(({ action, owed }) => [action, owed.map((one) => one.action)] as const),
    ),
    settledBy: Object.fromEntries(
      advice.setAside.map(({ action, gaveWayTo }) => [action, [...new Set(gaveWayTo.map(({ by }) => by))]] as const),
    ),
    dilemmas: advice.dilemmas.map(({ between }) => between as [string, string]),
  }
}

/** The facts asked for; where only the openers are, and a case says so or says nothing yet, that word. */
export function questionsOf<S>(
  asked: Told['questions'],
  { situation, expect }: CaseSketch,
  pack: Pack<S>,
): NonNullable<Expectation['questions']> {
  const short = expect === undefined || expect.questions === 'openers'
  return short && asksOpeners(asked, situation, pack) ? 'openers' : asked.map(({ fact }) => fact)
}

/** Whether every opener that was not stated is asked for, danger first, and nothing else. */
function asksOpeners<S>(asked: Told['questions'], situation: Case['situation'], pack: Pack<S>): boolean {
  const stated = parseSituation(situation, pack)
  const left = pack.header.openers.filter((name) => !stated.has(name)).sort()
  const calm = asked.findIndex(({ danger }) => !danger)
  const dangerFirst = asked.every(({ danger }, i) => danger === (calm === -1 || i < calm))
  return left.length > 0 && dangerFirst && String(asked.map(({ fact }) => fact).sort()) === String(left)
}

/** Lists in the order of their names, the questions as they are asked; what is empty is left out. */
export function inOrder(expectation: Expectation): Expectation {
  const held = expectedParts.map((part) => [part, sorted(part, expectation[part])] as const)
  return Object.fromEntries(held.filter(([, one]) => !isEmpty(one))) as Expectation
}

function sorted(part: ExpectedPart, held: Expectation[ExpectedPart]): unknown {
  if (part === 'questions' || typeof held !== 'object') return held
  if (Array.isArray(held)) return [...held].sort()
  const lists = Object.entries(held).map(([action, list]) => [action, [...list].sort()] as const)
  return Object.fromEntries(lists.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isEmpty(held: unknown): boolean {
  return held === undefined || (typeof held === 'object' && held !== null && Object.keys(held).length === 0)
}
