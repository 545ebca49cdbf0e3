import type { AdvisedAction, Reason } from '../../advise/advice.js'
import type { ComparedStep, StepReason } from '../../consult/steps/comparedStep.js'
import { compareSteps } from '../../consult/steps/compareSteps.js'
import { waiting } from '../../consult/steps/considered.js'
import { urgencies } from '../../vocabulary.js'
import { disputed, disputedActions } from '../disputed.js'
import { atMost, type Draft, isOffered, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { labelsInRow, sentences, underHeading } from '../phrasing.js'
import { worded } from '../worded.js'

const alsoAsked = 2

/**
 * Which of some steps come first, waiting among them: of what the rules ask for, that which must be done and soonest, all of it
 * where several steps are due alike. What they ask for besides is partly right where one step comes first, else neither right
 * nor wrong; and it is offered only where it plainly comes later.
 */
export function whichFirstQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const asked = lesson.advice.actions.filter((one) => isAsked(one) && isOnTheTable(one, lesson))
  const sure = asked.filter(({ certainty }) => certainty !== 'depends')
  const first = sure[0] ?? asked[0]
  if (first === undefined) return undefined
  const alike = sure.filter((one) => one.status === first.status && one.urgency === first.urgency)
  const right = atMost(alike.length > 0 ? alike : [first], mostFirst(lesson), lesson)
  const several = right.length > 1
  const later = atMost(
    asked.filter((one) => comesLater(one, first) && !isRaisedByAsking(one, lesson)),
    several ? 1 : alsoAsked,
    lesson,
  )
  const steps = stepsBeside(asked, lesson)
  const wrong = atMost(spokenAgainst(steps, lesson), lesson.most - right.length - later.length, lesson)
  if (wrong.length === 0) return undefined
  const noted = worded((w) => (several ? w.isAmongFirst : w.comesFirst))
  const rights = right.map((one) => askedDraft(one, steps, { mark: 'right', note: noted }, lesson))
  const afterwards = { mark: several ? 'open' : 'partly', note: worded((w) => w.comesLater) } as const
  return {
    kind: 'which-first',
    ask: worded((w) => (several ? w.whichFirstAsks : w.whichFirstAsk)),
    pick: several ? 'several' : 'one',
    right: rights,
    others: [
      ...later.map((one) => askedDraft(one, steps, afterwards, lesson)),
      ...wrong.map((one) => wrongDraft(one, right.slice(0, mostFirst(lesson)), lesson)),
    ],
    rationale: sentences(labelsInRow(right), rights[0]?.feedback),
  }
}

/**
 * What is not to be done first: waiting, then what gives way here, which one might well do, then what the rules are most against.
 */
function spokenAgainst<S>(steps: readonly ComparedStep[], { advice }: Lesson<S>): readonly ComparedStep[] {
  const gaveWay = new Set(advice.setAside.map(({ action }) => action))
  const place = (step: ComparedStep) => (isWaiting(step) ? 0 : gaveWay.has(step.actions[0]?.action ?? '') ? 1 : 2)
  const against = steps.filter(({ says }) => says !== 'must' && says !== 'should').reverse()
  return [...against].sort((one, other) => place(one) - place(other))
}

function isWaiting({ actions }: ComparedStep): boolean {
  return actions.length === 0
}

function mostFirst<S>({ most }: Lesson<S>): number {
  return Math.ceil(most / 2)
}

function isAsked({ status }: AdvisedAction): boolean {
  return status === 'must' || status === 'should'
}

/**
 * Whether one plainly comes after another: it is asked for less strongly and is due no sooner, or is due later and the other at once.
 */
function comesLater(one: AdvisedAction, first: AdvisedAction): boolean {
  const [due, before] = [urgencies.indexOf(one.urgency), urgencies.indexOf(first.urgency)]
  if (first.urgency === 'immediate' || first.status === one.status)
    return due > before && (first.urgency === 'immediate' || one.status === 'should')
  return first.status === 'must' && due >= before
}

/** Whether it is advised as the story is told, and a duty by what the story holds back: then it may well come first. */
function isRaisedByAsking<S>({ action, status }: AdvisedAction, { onceAsked }: Lesson<S>): boolean {
  return status === 'should' && onceAsked.statuses.get(action) === 'must'
}

/** What is told by itself, is disputed by no published position, and is let be a choice. */
function isOnTheTable<S>({ action, standing, within }: AdvisedAction, { advice, vignette }: Lesson<S>): boolean {
  return !standing && within === undefined && !disputedActions(advice).has(action) && isOffered(action, vignette)
}

/** What is asked for, spoken against or set aside, and waiting, side by side; without what published positions dispute. */
function stepsBeside<S>(asked: readonly AdvisedAction[], lesson: Lesson<S>): readonly ComparedStep[] {
  const { advice, vignette, pack, options } = lesson
  const told = advice.actions.filter(
    (one) => one.status !== 'may' && one.status !== 'contested' && isOnTheTable(one, lesson),
  )
  const disputedRules = new Set(disputed(advice).map(({ position }) => position.rule))
  const gaveWay = advice.setAside.filter(
    ({ action, gaveWayTo }) =>
      !gaveWayTo.some(({ rule }) => disputedRules.has(rule)) &&
      !disputedActions(advice).has(action) &&
      isOffered(action, vignette),
  )
  const names = new Set([...asked, ...told, ...gaveWay].map(({ action }) => action))
  return compareSteps(vignette.facts as S, pack, { ...options, steps: [...names, waiting] }).steps
}

/** What is asked for, with why it comes first or that it comes later. */
function askedDraft<S>(
  { action, because }: AdvisedAction,
  steps: readonly ComparedStep[],
  { mark, note }: { readonly mark: Draft['mark']; readonly note: Draft['feedback'] },
  lesson: Lesson<S>,
): Draft {
  const step = steps.find(({ actions }) => actions[0]?.action === action) as ComparedStep
  return draftOf(step, because, { mark, from: 'key' }, note, lesson)
}

/** What is not done first: by waiting what comes first is left undone, or at least not bettered; else the rules are against it. */
function wrongDraft<S>(step: ComparedStep, first: readonly AdvisedAction[], lesson: Lesson<S>): Draft {
  const contested = disputedActions(lesson.advice)
  const isTold = (action: string) => !contested.has(action) && isOffered(action, lesson.vignette)
  const against = step.against.filter(({ action }) => !isWaiting(step) || isTold(action))
  const undone = against.length > 0 ? first : []
  const waited =
    underHeading(
      worded((w) => w.waitingLeaves),
      undone,
    ) ?? worded((w) => w.nothingDue)
  const note = isWaiting(step) ? waited : worded((w) => w.comesLast)
  return draftOf(step, against, { mark: 'wrong', from: 'neighbouring-rule' }, note, lesson)
}

function draftOf<S>(
  { actions }: ComparedStep,
  reasons: readonly (StepReason | Reason)[],
  marked: Pick<Draft, 'mark' | 'from'>,
  note: Draft['feedback'],
  lesson: Lesson<S>,
): Draft {
  const [action] = actions
  return {
    name: action?.action ?? waiting,
    says: action?.label ?? worded((w) => w.waitStep),
    ...marked,
    feedback: sentences(note, action && reasons[0]?.because),
    rules: rulesOf(reasons, lesson).slice(0, 1),
  }
}
