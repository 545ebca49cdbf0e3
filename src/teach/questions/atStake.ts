import type { Reason } from '../../advise/advice.js'
import type { Rule } from '../../pack/rule.js'
import type { Force, Status } from '../../vocabulary.js'
import { isTowards } from '../../weigh/claims.js'
import { disputedActions, unmarkedWhereDivided } from '../disputed.js'
import { farRules, hasReason, type IdleRule, idleRules } from '../distractors.js'
import { atMost, chosen, type Draft, isOffered, type Lesson, type QuestionDraft, rulesOf, unique } from '../lesson.js'
import { principleWithReason, sentences } from '../phrasing.js'
import { worded } from '../worded.js'
import { isPossible, isUndone, whyNotHere, whyUnspoken } from './causes.js'
import { nearestFirst } from './nearness.js'

const mostStakes = 3

/** From how many of the nearest misses is chosen what does not hold here. */
const nearest = 4

/**
 * What is at stake: the principles of the rules that hold, each with its reason; of a dilemma its reasons are asked for instead.
 * Where the profession is divided a principle is at stake whichever side prevails.
 */
export function stakeQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice, pack, vignette } = lesson
  if (advice.kind === 'dilemma') return undefined
  const offered = advice.actions.filter(({ action }) => isOffered(action, vignette))
  const stakes = stakesOf({ advice: { ...advice, actions: offered } })
    .filter(({ rule }) => isOffered(rule, vignette))
    .sort((a, b) => rank(a) - rank(b))
  const divided = unmarkedWhereDivided(advice)
  const right = atMost(stakes, mostStakes, lesson).map(
    (one): Draft => ({ ...divided(stakeDraft(one, lesson), [one.rule]), mark: 'right' }),
  )
  const served = new Set(Object.values(advice.rules).flatMap(({ principles }) => principles))
  const isBeside = (principle: string) => !served.has(principle) && !vignette.goals.includes(principle)
  const others = besideReasons(lesson, ({ principle }) => isBeside(principle), right)
  if (right.length === 0 || others.length === 0) return undefined
  return {
    kind: 'at-stake',
    ask: worded((w) => w.principlesAsk),
    pick: 'several',
    right,
    others,
    rationale: sentences(...stakes.map(({ principle, because }) => principleWithReason(principle, because, pack))),
  }

  /** The first two that collide come first, then what the vignette is to teach. */
  function rank({ principle }: Reason): number {
    const [first] = advice.setAside
    const both = [...(first?.gaveWayTo ?? []).slice(0, 1), ...(first?.because ?? []).slice(0, 1)]
    return both.some((one) => one.principle === principle) ? 0 : vignette.goals.includes(principle) ? 1 : 2
  }
}

/** The first reason of each principle that the rules bring into a case: of both sides where duties collide, and of what must or must not be done. */
export function stakesOf<S>({ advice }: Pick<Lesson<S>, 'advice'>): readonly Reason[] {
  const reasons = advice.actions.flatMap(({ because }) => because)
  const sides = advice.dilemmas.flatMap(({ sides: both }) => both.flatMap(({ because }) => because.slice(0, 1)))
  const collided = advice.setAside.flatMap(({ because, gaveWayTo }) => [
    ...gaveWayTo.slice(0, 1).flatMap(({ rule }) => reasons.find((one) => one.rule === rule) ?? []),
    ...because.slice(0, 1),
  ])
  const leading = advice.actions.filter(
    ({ status, standing }) => !standing && status !== 'contested' && status !== 'may',
  )
  const inOrder = [...leading].sort((a, b) => Number(isMust(b.status)) - Number(isMust(a.status)))
  const all = [...sides, ...collided, ...inOrder.flatMap(({ because }) => because.slice(0, 1))]
  const names = unique(all.map(({ principle }) => principle))
  return names.map((name) => all.find(({ principle }) => principle === name) as Reason)
}

function isMust(status: string): boolean {
  return status === 'must' || status === 'must-not'
}

function stakeDraft<S>(reason: Reason, lesson: Lesson<S>): Draft {
  const { principle, rule, because } = reason
  return {
    name: rule,
    says: principleWithReason(principle, because, lesson.pack),
    mark: 'right',
    feedback: sentences(lesson.pack.principles.get(principle)?.means),
    from: 'key',
    rules: rulesOf([reason], lesson),
  }
}

/**
 * Reasons beside good ones: one or two that do not hold here, and one at most that is neither right nor wrong. Best is what a
 * rule near the case says for a principle that is not at stake, else for any; else what the nearest of all rules say. A rule
 * of other people or other matters is taken only where there is no other, and last of all one for which nothing speaks here
 * and that lacks a danger: nobody takes that for a reason.
 */
export function besideReasons<S>(lesson: Lesson<S>, wanted: (rule: Rule) => boolean, right: readonly Draft[]) {
  const isWanted = ({ rules = [] }: Draft) => rules.every(wanted)
  const isNear = ({ rule }: IdleRule) => hasReason(rule.conditions, lesson.known, lesson.pack)
  const isFit = (one: IdleRule) => isNear(one) || (one.why.by === 'told' && !one.why.danger)
  const sorts = [isNear, isFit, () => true].flatMap((isSo) =>
    [failsHere, isOfAnotherSort].map((fails) => (one: IdleRule) => fails(one) && isSo(one)),
  )
  let all: readonly Draft[] = []
  for (const fails of lesson.whole ? sorts.slice(-1) : sorts)
    if (all.length === 0) all = wrongReasons(lesson, isWanted, right, fails)
  if (all.length === 0) return []
  const open = idleReasons(lesson, () => true).filter((one) => !isWrong(one) && isWanted(one))
  return [...all, ...chosen(open, 1, lesson, [...right, ...all])]
}

function wrongReasons<S>(
  lesson: Lesson<S>,
  isWanted: (one: Draft) => boolean,
  right: readonly Draft[],
  fails: (one: IdleRule) => boolean,
): readonly Draft[] {
  const near = reasonsOf(idleBeside(lesson), lesson, fails)
  const wrong = firstFew(apart(near.filter(isWrong), isWanted), lesson, right)
  const far = lesson.whole || wrong.length === 0 ? farReasons(lesson, isWanted, fails) : []
  return lesson.whole ? [...wrong, ...far.flat()] : firstFew([wrong, ...far], lesson, right)
}

/** What the story tells otherwise, of any rules; where there is nothing else, also what speaks for something that others ask for. */
function farReasons<S>(
  lesson: Lesson<S>,
  isWanted: (one: Draft) => boolean,
  fails: (one: IdleRule) => boolean,
): readonly (readonly Draft[])[] {
  const [besides, rest] = apart(
    nearestFirst(farRules(lesson), lesson),
    ({ rule }) => !asksForWhatIsAdvised(rule, lesson),
  )
  const reasons = (rules: readonly IdleRule[]) => reasonsOf(rules, lesson, fails)
  const best = apart(reasons(besides), isWanted)
  const second = reasons(rest).filter(isWanted)
  return lesson.whole || best.flat().length === 0 ? [...best, second] : best
}

function apart<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}

function isWrong({ mark }: Draft): boolean {
  return mark === 'wrong'
}

const mostWrong = 2

/** At most two of the nearest, of the first list as far as it has them, else of the next. */
function firstFew<S>(lists: readonly (readonly Draft[])[], lesson: Lesson<S>, beside: readonly Draft[]) {
  let taken: readonly Draft[] = []
  for (const list of lists)
    taken = [
      ...taken,
      ...chosen(atMost(list, nearest, lesson), mostWrong - taken.length, lesson, [...beside, ...taken]),
    ]
  return taken
}

/**
 * The reasons of rules that do not hold here: wrong where an exception undoes them or what they go by is otherwise in the
 * story; neither where it is only not known. Those of this story come first.
 */
export function idleReasons<S>(lesson: Lesson<S>, wanted: (rule: Rule) => boolean): readonly Draft[] {
  const idle = idleBeside(lesson).filter(({ rule }) => wanted(rule))
  const [here, elsewhere] = apart(idle, (one) => !isOfAnotherSort(one) || failsHere(one))
  return reasonsOf([...here, ...elsewhere], lesson, isOfAnotherSort)
}

function idleBeside<S>(lesson: Lesson<S>): readonly IdleRule[] {
  const { advice } = lesson
  const spoken = new Set([...disputedActions(advice), ...advice.setAside.map(({ action }) => action)])
  const idle = idleRules(lesson).filter(({ rule, why }) => {
    const isBesides = isPossible(why) || !asksForWhatIsAdvised(rule, lesson)
    return isBesides && !rule.pushes.some(({ action }) => spoken.has(action))
  })
  return nearestFirst(idle, lesson)
}

/** Whether the story tells something of another sort than a rule goes by. */
function isOfAnotherSort({ why }: IdleRule): boolean {
  return why.by === 'told' && why.ofAnotherSort
}

/** Whether that is all, and the rule is of this story else. */
function failsHere(one: IdleRule): boolean {
  return isOfAnotherSort(one) && one.why.by === 'told' && one.why.ofThisStory
}

function reasonsOf<S>(rules: readonly IdleRule[], lesson: Lesson<S>, fails: (one: IdleRule) => boolean) {
  return rules.flatMap((one): Draft[] => {
    const { rule, from, why } = one
    const holdsNot = isUndone(why) || fails(one)
    if (!holdsNot && !isPossible(why)) return []
    return [
      {
        name: rule.name,
        says: principleWithReason(rule.principle, rule.because, lesson.pack),
        mark: holdsNot ? 'wrong' : 'open',
        feedback: holdsNot ? whyNotHere(why) : whyUnspoken(why),
        from,
        rules: [rule],
      },
    ]
  })
}

/**
 * Whether a rule that does not hold speaks for what others ask for all the same, or against what they rule out: its reason is
 * then no wrong one.
 */
function asksForWhatIsAdvised<S>({ pushes }: Rule, { now }: Lesson<S>): boolean {
  return pushes.some(({ action, force }) => {
    const status = now.statuses.get(action)
    return force !== 'may' && isForce(status) && isTowards(status) === isTowards(force)
  })
}

function isForce(status: Status | undefined): status is Force {
  return status !== undefined && status !== 'contested'
}
