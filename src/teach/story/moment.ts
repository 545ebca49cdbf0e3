import type { Advice, AdvisedAction, UnaskedAdvice } from '../../advise/advice.js'
import { advise } from '../../advise/advise.js'
import { atPaths } from '../../decide/nestedFacts.js'
import type { StatedFacts } from '../../decide/statedFacts.js'
import type { Pack } from '../../pack/pack.js'
import type { Text } from '../../vocabulary.js'
import type { WeighOptions } from '../../weigh/assess.js'
import { isTowards } from '../../weigh/claims.js'
import { storyWords } from '../../words/outletWords.js'
import { principleLabel, sentences } from '../phrasing.js'
import type { VignetteWithFacts } from '../vignette.js'
import { worded } from '../worded.js'
import type { StoryDuty } from './storyShape.js'

/** What stays the same while a story is told. */
export interface Telling<S> extends VignetteWithFacts {
  readonly pack: Pack<S>
  readonly options: WeighOptions
  readonly seed: number
}

/** What has happened so far. */
export interface Past {
  readonly act: number
  readonly stated: StatedFacts
  readonly done: readonly string[]
  /** The sides that were taken, by principle or position. */
  readonly taken: readonly string[]
  /** The facts held back that were asked for. */
  readonly asked: readonly string[]
  /** Those that were not, and came to light by themselves. */
  readonly late: readonly string[]
  /** What was asked for first, and left. */
  readonly left: readonly string[]
  /** What became a duty by what was done or learned. */
  readonly since: readonly string[]
}

/** What has happened so far, and what the rules say of it. */
export interface Moment {
  readonly past: Past
  readonly advice: Advice | UnaskedAdvice
}

/** What the rules say after what has happened. */
export async function momentAfter<S>(past: Past, { pack, options }: Telling<S>): Promise<Moment> {
  const values = [...past.stated].map(
    ([name, value]) => [name.split('.'), value instanceof Map ? Object.fromEntries(value) : value] as const,
  )
  const advice = await advise(atPaths(values) as S, pack, { ...options, questions: false })
  return { past, advice }
}

/** What is asked for and not done, but for standing duties and parts of others. */
export function askedFor({ past, advice }: Moment): readonly AdvisedAction[] {
  return advice.actions.filter(
    ({ action, status, standing, within }) =>
      (status === 'must' || status === 'should') && !standing && within === undefined && !past.done.includes(action),
  )
}

/** Of what is asked for as a duty what comes first. */
export function askedFirst(moment: Moment): readonly AdvisedAction[] {
  return askedFor(moment)
    .filter(({ status }) => status === 'must')
    .slice(0, 1)
}

/** What was done and is spoken against, by what is known now. */
export function spokenAgainst({ advice }: Pick<Moment, 'advice'>): readonly AdvisedAction[] {
  return advice.actions.filter(({ status }) => status === 'must-not' || status === 'should-not')
}

/** Why something stands as it does, in the words of the first rule that says so. */
export function reasonOf({ because }: AdvisedAction): Text {
  return sentences(because[0]?.because)
}

/** What is owed and not done: what can still be done, and what is done before something that was done, and so comes too late. */
interface Owed {
  readonly open: readonly StoryDuty[]
  readonly missed: readonly StoryDuty[]
}

/**
 * What is owed and not done: to what gave way to something that was done, to the side that was not taken, and of what came
 * first what was left and still is asked for.
 */
export function owedAt<S>(moment: Moment, telling: Telling<S>): Owed {
  const { past } = moment
  const against = new Set(spokenAgainst(moment).map(({ action }) => action))
  const all = [...residualDuties(moment, telling), ...leftDuties(moment)]
  const owed = all.filter(
    ({ action }, i) =>
      !past.done.includes(action) && !against.has(action) && all.findIndex((one) => one.action === action) === i,
  )
  const missed = [...owed, ...askedFor(moment).map(dutyOf)].flatMap((one) => tooLate(one, moment, telling))
  const late = new Map(missed.map((one) => [one.action, one]))
  return { open: owed.filter(({ action }) => !late.has(action)), missed: [...late.values()] }
}

/** What is owed to what gave way to something that was done, and to the side that was not taken. */
function residualDuties<S>({ past, advice }: Moment, { pack }: Telling<S>): readonly StoryDuty[] {
  const gaveWay = advice.setAside.filter(({ action, force, gaveWayTo }) =>
    gaveWayTo.some((one) => past.done.includes(one.action) && !(one.action === action && isTowards(force))),
  )
  const notTaken = advice.dilemmas
    .filter(({ sides }) => sides.some(({ principle }) => past.taken.includes(principle)))
    .flatMap(({ sides }) => sides.filter(({ principle }) => !past.taken.includes(principle)))
  const owedTo = [
    ...gaveWay.map(({ label, owed }) => ({ label, owed })),
    ...notTaken.map(({ principle, owed }) => ({ label: principleLabel(principle, pack), owed })),
  ]
  return owedTo.flatMap(({ label: what, owed }) =>
    owed.map(({ action, label }) => ({
      action,
      says: label,
      because: worded((_, say, language) => storyWords[language].owedTo(say(what))),
    })),
  )
}

/** What became a duty since, and what came first and was left. */
function leftDuties(moment: Moment): readonly StoryDuty[] {
  const of = (names: readonly string[], why: 'cameUp' | 'cameFirst') =>
    askedFor(moment)
      .filter(({ action }) => names.includes(action))
      .map((one) => ({
        ...dutyOf(one),
        because: sentences(
          worded((_, __, language) => storyWords[language][why]),
          reasonOf(one),
        ),
      }))
  return [...of(moment.past.since, 'cameUp'), ...of(moment.past.left, 'cameFirst')]
}

function dutyOf(one: AdvisedAction): StoryDuty {
  return { action: one.action, says: one.label, because: reasonOf(one) }
}

/** The same where it has its place before something that was done. */
function tooLate<S>({ action, says }: StoryDuty, { past }: Moment, { pack }: Telling<S>): readonly StoryDuty[] {
  const before = pack.actions.get(action)?.before ?? []
  const done = past.done.find((one) => before.includes(one))
  const label = done === undefined ? undefined : pack.actions.get(done)?.label
  if (label === undefined) return []
  return [{ action, says, because: worded((_, say, language) => storyWords[language].tooLate(say(label))) }]
}
