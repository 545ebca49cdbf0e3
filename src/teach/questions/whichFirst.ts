import type { AdvisedAction } from '../../advise/advice.js'
import type { ComparedStep, StepReason } from '../../consult/steps/comparedStep.js'
import { compareSteps } from '../../consult/steps/compareSteps.js'
import { waiting } from '../../consult/steps/considered.js'
import { urgencies } from '../../vocabulary.js'
import { disputed, disputedActions } from '../disputed.js'
import { atMost, type Draft, isOffered, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { sentences, underHeading } from '../phrasing.js'
import { worded } from '../worded.js'

const alsoAsked = 2

/**
 * Which of some steps comes first, waiting among them: of what the rules ask for, that which must be done and soonest. What
 * they ask for besides is partly right, and only where it plainly comes later.
 */
export function whichFirstQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const asked = lesson.advice.actions.filter((one) => isAsked(one) && isOnTheTable(one, lesson))
  const first = asked.find(({ certainty }) => certainty !== 'depends') ?? asked[0]
  if (first === undefined) return undefined
  const steps = stepsBeside(first, lesson)
  const later = atMost(
    asked.filter((one) => comesLater(one, first)),
    alsoAsked,
    lesson,
  )
  const spokenAgainst = steps.filter(({ says }) => says !== 'must' && says !== 'should').reverse()
  const wrong = atMost(spokenAgainst, lesson.most - 1 - later.length, lesson)
  if (wrong.length === 0) return undefined
  const right = askedDraft(first, steps, 'right', lesson)
  return {
    kind: 'which-first',
    ask: worded((w) => w.whichFirstAsk),
    pick: 'one',
    right: [right],
    others: [
      ...later.map((one) => askedDraft(one, steps, 'partly', lesson)),
      ...wrong.map((one) => wrongDraft(one, lesson)),
    ],
    rationale: sentences(first.label, right.feedback),
  }
}

function isAsked({ status }: AdvisedAction): boolean {
  return status === 'must' || status === 'should'
}

/** Whether nobody could dispute that one comes after another: it is due later, and less is asked of it or the other cannot wait. */
function comesLater(one: AdvisedAction, first: AdvisedAction): boolean {
  const [due, before] = [urgencies.indexOf(one.urgency), urgencies.indexOf(first.urgency)]
  if (first.urgency === 'immediate' || first.status === one.status)
    return due > before && (first.urgency === 'immediate' || one.status === 'should')
  return first.status === 'must' && due >= before
}

/** What is told by itself, is disputed by no published position, and is let be a choice. */
function isOnTheTable<S>({ action, standing, within }: AdvisedAction, { advice, vignette }: Lesson<S>): boolean {
  return !standing && within === undefined && !disputedActions(advice).has(action) && isOffered(action, vignette)
}

/** What is asked for, spoken against or set aside, and waiting, side by side; without what published positions dispute. */
function stepsBeside<S>(first: AdvisedAction, lesson: Lesson<S>): readonly ComparedStep[] {
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
  const names = new Set([first, ...told, ...gaveWay].map(({ action }) => action))
  return compareSteps(vignette.facts as S, pack, { ...options, steps: [...names, waiting] }).steps
}

/** What is asked for: the right answer where it comes first, and partly right where it comes later. */
function askedDraft<S>(
  { action }: AdvisedAction,
  steps: readonly ComparedStep[],
  mark: 'right' | 'partly',
  lesson: Lesson<S>,
): Draft {
  const step = steps.find(({ actions }) => actions[0]?.action === action) as ComparedStep
  const note = worded((w) => (mark === 'right' ? w.comesFirst : w.comesLater))
  return draftOf(step, step.for, { mark, from: 'key' }, note, lesson)
}

function wrongDraft<S>(step: ComparedStep, lesson: Lesson<S>): Draft {
  const { actions, against } = step
  const waits = actions.length === 0
  const undone = [...new Map(against.map((one) => [one.action, one])).values()]
  const note = waits
    ? (underHeading(
        worded((w) => w.waitingLeaves),
        undone,
      ) ?? worded((w) => w.nothingDue))
    : worded((w) => w.comesLast)
  return draftOf(step, against, { mark: 'wrong', from: 'neighbouring-rule' }, note, lesson)
}

function draftOf<S>(
  { actions }: ComparedStep,
  reasons: readonly StepReason[],
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
