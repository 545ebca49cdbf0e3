import type { ComparedStep, StepReason } from '../../consult/steps/comparedStep.js'
import { compareSteps } from '../../consult/steps/compareSteps.js'
import { waiting } from '../../consult/steps/considered.js'
import { disputed, disputedActions } from '../disputed.js'
import { atMost, type Draft, isOffered, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { labelsInRow, sentences, underHeading } from '../phrasing.js'
import { worded } from '../worded.js'

const alsoAsked = 2

/** Which of some steps comes first, waiting among them: the one that the rules put above all others; what they ask for besides is partly right. */
export function whichFirstQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const [first, ...below] = stepsApart(lesson)
  if (first === undefined || !isAsked(first)) return undefined
  const later = atMost(below.filter(isAsked), alsoAsked, lesson)
  const wrong = atMost([...below.filter((one) => !isAsked(one))].reverse(), lesson.most - 1 - later.length, lesson)
  if (wrong.length === 0) return undefined
  const right = askedDraft(first, 'right', lesson)
  return {
    kind: 'which-first',
    ask: worded((w) => w.whichFirstAsk),
    pick: 'one',
    right: [right],
    others: [...later.map((one) => askedDraft(one, 'partly', lesson)), ...wrong.map((one) => wrongDraft(one, lesson))],
    rationale: sentences(labelsInRow(first.actions), right.feedback),
  }
}

/** What is asked for, spoken against or set aside, and waiting, as the rules put them; without what stands level with the first, and what published positions dispute. */
function stepsApart<S>({ advice, vignette, pack, options }: Lesson<S>): readonly ComparedStep[] {
  const told = advice.actions.filter(
    ({ status, standing, within }) => status !== 'may' && status !== 'contested' && !standing && within === undefined,
  )
  const apart = disputedActions(advice)
  const disputedRules = new Set(disputed(advice).map(({ position }) => position.rule))
  const gaveWay = advice.setAside.filter(({ gaveWayTo }) => !gaveWayTo.some(({ rule }) => disputedRules.has(rule)))
  const names = [...new Set([...told, ...gaveWay].map(({ action }) => action))].filter(
    (one) => !apart.has(one) && isOffered(one, vignette),
  )
  if (names.length === 0) return []
  const { steps } = compareSteps(vignette.facts as S, pack, { ...options, steps: [...names, waiting] })
  const below = steps.findIndex(({ level }, i) => i > 0 && !level)
  return below === -1 ? [] : [...steps.slice(0, 1), ...steps.slice(below)]
}

function isAsked({ says }: ComparedStep): boolean {
  return says === 'must' || says === 'should'
}

/** What is asked for: the right answer where it comes first, and partly right where it comes later. */
function askedDraft<S>(step: ComparedStep, mark: 'right' | 'partly', lesson: Lesson<S>): Draft {
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
