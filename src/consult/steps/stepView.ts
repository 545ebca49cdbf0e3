import { rankActions } from '../../advise/rankActions.js'
import {
  byWeight,
  consistentActions,
  type Draft,
  excludedIn,
  isAgainst,
  namedAction,
  reasonFor,
} from '../../advise/reasons.js'
import { sortedBy } from '../../ask/order.js'
import type { Question } from '../../ask/question.js'
import type { Pack } from '../../pack/pack.js'
import { type Certainty, type Status, type Urgency, urgencies } from '../../vocabulary.js'
import type { Assessment } from '../../weigh/assess.js'
import type { Assumptions } from '../../weigh/certainty.js'
import { type Claim, soonest } from '../../weigh/claims.js'
import { alwaysAgainst } from './alwaysAgainst.js'
import { type ClaimsAbout, claimsAbout, claimsAgainstWaiting } from './claimsAbout.js'
import type { ComparedStep, StepQuestion, StepReason } from './comparedStep.js'

/** All that steps are looked at with. */
export interface Table<S> {
  readonly draft: Draft<S>
  readonly questions: readonly Question[]
  /** What would be said if each framework alone were followed. */
  readonly followed: readonly { readonly framework: string; readonly statuses: ReadonlyMap<string, Status> }[]
}

/** From what is asked for to what is forbidden; what no rule speaks of stands above what one speaks against. */
const order: readonly (Status | null)[] = ['must', 'should', 'may', 'contested', null, 'should-not', 'must-not']

/** A step with what decides its place among others: the lower, the earlier. */
interface RankedStep {
  readonly view: Omit<ComparedStep, 'level'>
  readonly rank: readonly number[]
}

/** What the rules say of one step, none of whose actions is waiting. */
export function stepViewOf<S>(step: readonly string[], table: Table<S>): RankedStep {
  const { draft } = table
  const { pack, assessment } = draft
  const { labels } = assessment.weighing
  const due = dueBeside(step, draft)
  const about = step.length === 0 ? claimsAgainstWaiting(due, labels) : claimsOn(step, draft)
  const apart = excludingEachOther(step, draft)
  const says = step.length === 0 ? saidOfWaiting(due) : saidOfAll(step, about, apart.length > 0, draft)
  const urgency = soonest([...about.towards.filter((claim) => labels.get(claim) !== 'out').map(near), 'routine'])
  const told = (claims: readonly Claim[]) => claims.map((claim) => reasonOf(claim, draft)).sort(byStanding)
  const view = {
    actions: step.map((action) => ({
      ...namedAction(action, pack),
      status: assessment.statuses.get(action) ?? null,
    })),
    says,
    unspoken: about.towards.length + about.against.length + apart.length === 0,
    for: told(about.towards),
    against: told(about.against),
    apart: apart.map(([one, other]) => [namedAction(one, pack), namedAction(other, pack)] as const),
    owed: consistentActions(
      about.against.flatMap(({ rule }) => rule.whenOverridden),
      draft,
    ).filter(({ action }) => !step.includes(action)),
    first: step.length === 0 ? [] : firstOf(due, about, urgency, draft),
    hangsOn: table.questions.flatMap((question) => hangingOn(question, step, pack)),
    parts: partsOf(step, table),
  }
  return { view, rank: [order.indexOf(says), urgencies.indexOf(urgency), sureness(about, draft)] }
}

/** What the rules say of the actions of a step here; of one of which they say nothing, what they say wherever they speak of it. */
function claimsOn<S>(step: readonly string[], { assessment, pack, place }: Draft<S>): ClaimsAbout {
  const { towards, against } = claimsAbout(step, assessment.weighing, pack)
  const unsaid = step.filter((action) => !assessment.statuses.has(action))
  return { towards, against: [...against, ...unsaid.flatMap((action) => alwaysAgainst(action, pack, place.on) ?? [])] }
}

function near({ urgency }: Claim): Urgency {
  return urgency
}

function reasonOf<S>(claim: Claim, { assessment, pack }: Draft<S>): StepReason {
  const stands = assessment.weighing.labels.get(claim) ?? 'in'
  return { ...namedAction(claim.action, pack), ...reasonFor(claim), stands }
}

/** What stands before what is undecided and what gives way, the stronger first. */
function byStanding(one: StepReason, other: StepReason): number {
  const place = ({ stands }: StepReason) => ['in', 'undecided', 'out'].indexOf(stands)
  return place(one) - place(other) || byWeight(one, other)
}

type Due = ReturnType<typeof rankActions>

/** What must or should be done soon or at once, beside a step, and is no part of what stands there itself. */
function dueBeside<S>(step: readonly string[], { assessment, pack, done }: Draft<S>): Due {
  return rankActions(assessment, pack, done).filter(
    ({ action, status, urgency, standing, within }) =>
      (status === 'must' || status === 'should') &&
      urgency !== 'routine' &&
      !standing &&
      within === undefined &&
      !step.includes(action),
  )
}

/** Waiting leaves undone what is due: what must be done at once forbids it, anything else that is due speaks against it. */
function saidOfWaiting(due: Due): Status | null {
  if (due.some(({ status, urgency }) => status === 'must' && urgency === 'immediate')) return 'must-not'
  return due.length > 0 ? 'should-not' : null
}

/** The worst that is said against a part, else the most that is said for one. */
function saidOfAll<S>(step: readonly string[], about: ClaimsAbout, apart: boolean, draft: Draft<S>): Status | null {
  if (apart) return 'must-not'
  const said = sortedBy(
    step.map((action) => saidOf(action, about, draft)),
    (one) => [order.indexOf(one)],
  )
  const [best, worst] = [said[0] as Status | null, said.at(-1) as Status | null]
  if (isAgainst(worst ?? undefined)) return worst
  return said.includes('contested') ? 'contested' : best
}

/** What is said of an action; where nothing is said of it here, that it excludes what is asked for, is never right, or gave way. */
function saidOf<S>(action: string, { towards, against }: ClaimsAbout, { assessment, pack }: Draft<S>): Status | null {
  const status = assessment.statuses.get(action)
  if (status !== undefined) return status
  const { labels } = assessment.weighing
  const excluded = excludedIn(pack).get(action)
  const asked = against.filter((claim) => labels.get(claim) === 'in' && excluded?.has(claim.action))
  const always = against.find((claim) => claim.action === action && !labels.has(claim))
  if (asked.some(({ force }) => force === 'must') || always?.force === 'must-not') return 'must-not'
  const lost = towards.some((claim) => claim.action === action && hasGivenWay(claim, assessment))
  return asked.length > 0 || always || lost ? 'should-not' : null
}

/** Whether a claim gave way to one that hangs on no danger that is open. */
function hasGivenWay(claim: Claim, { weighing: { collisions, labels }, assumptions }: Assessment): boolean {
  return collisions.some(({ claims: [one, other], prevails }) => {
    const rival = one === claim ? other : other === claim ? one : undefined
    if (rival === undefined || prevails === claim || labels.get(rival) !== 'in') return false
    const { certainty, findsOut } = assumptions.get(rival) as Assumptions
    return certainty !== 'depends' || findsOut.length > 0
  })
}

function excludingEachOther<S>(step: readonly string[], { pack }: Draft<S>): readonly (readonly [string, string])[] {
  const excluded = excludedIn(pack)
  return step.flatMap((one, i) =>
    step.slice(i + 1).flatMap((other) => (excluded.get(one)?.has(other) ? [[one, other] as const] : [])),
  )
}

/** What must be done sooner than the step, and what finds out about a danger on which it depends. */
function firstOf<S>(due: Due, about: ClaimsAbout, urgency: Urgency, draft: Draft<S>): ComparedStep['first'] {
  const { assumptions } = draft.assessment
  const depends = [...about.towards, ...about.against].some((claim) => assumptions.get(claim)?.certainty === 'depends')
  const barred = new Set(about.against.map(({ action }) => action))
  return due
    .filter(({ action, status }) => status === 'must' && !barred.has(action))
    .filter(
      (one) =>
        urgencies.indexOf(one.urgency) < urgencies.indexOf(urgency) ||
        (depends && one.claims.some(({ rule }) => rule.findsOut !== undefined)),
    )
    .map(({ action }) => namedAction(action, draft.pack))
}

/** A question whose answer would say something else of a step; of waiting, one about danger and what would then be due. */
function hangingOn<S>(question: Question, step: readonly string[], { actions }: Pack<S>): StepQuestion[] {
  const { fact, ask, danger, answers, wouldChange } = question
  const waits = step.length === 0
  const changes = wouldChange.filter(({ action, to }) =>
    waits ? to === 'must' && actions.get(action)?.standing !== true : step.includes(action),
  )
  return changes.length === 0 || (waits && !danger) ? [] : [{ fact, ask, danger, answer: answers[0], changes }]
}

function partsOf<S>(step: readonly string[], { followed, draft }: Table<S>): ComparedStep['parts'] {
  return step.flatMap((action) => {
    const by = followed.map(({ framework, statuses }) => [framework, statuses.get(action) ?? null] as const)
    const differ = new Set(by.map(([, status]) => status)).size > 1
    return differ ? [{ ...namedAction(action, draft.pack), by: Object.fromEntries(by) }] : []
  })
}

const surest: readonly Certainty[] = ['firm', 'presumed', 'depends']

/** How surely what stands for it is said: firmly, on what is presumed, or while a danger is open. */
function sureness<S>({ towards }: ClaimsAbout, { assessment: { weighing, assumptions } }: Draft<S>): number {
  const standing = towards.filter((claim) => weighing.labels.get(claim) === 'in')
  const places = standing.map((claim) => surest.indexOf((assumptions.get(claim) as Assumptions).certainty))
  return Math.min(surest.length, ...places)
}
