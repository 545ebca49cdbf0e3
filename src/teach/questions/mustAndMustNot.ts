import type { AdvisedAction } from '../../advise/advice.js'
import type { Action } from '../../pack/packSource.js'
import { isTowards } from '../../weigh/claims.js'
import { disputed, unlessDivided, unmarkedWhereDivided } from '../disputed.js'
import { type Distractor, distractors } from '../distractors.js'
import { atMost, chosen, type Draft, isOffered, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { sentences, statusesOf, told } from '../phrasing.js'
import { worded } from '../worded.js'
import { isPossible, isUndone, whyNotAgainst, whyNotHere, whyUnspoken } from './causes.js'
import { gaveWay } from './gaveWay.js'
import { owedActions } from './owedActions.js'

/**
 * What must be done: the duties that hold are right; what is forbidden here, gave way or is undone by an exception is not.
 * What no rule asks for here is neither.
 */
export function mustQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const near = [
    ...gaveWay(lesson, true),
    ...unlessDivided('must', lesson.advice, [...spokenAgainst(lesson), ...wouldBe(lesson)]),
  ]
  const isEnough = !lesson.whole && near.some(({ mark, name }) => mark === 'wrong' && isOffered(name, lesson.vignette))
  const beside = isEnough ? near : [...near, ...unlessDivided('must', lesson.advice, neverDone(lesson))]
  return dutyQuestion('must', duties(lesson), beside, lesson, ({ name }) => !lesson.pack.actions.get(name)?.standing)
}

function duties<S>({ advice }: Lesson<S>): readonly AdvisedAction[] {
  return advice.actions.filter((one) => one.status === 'must' && !one.standing)
}

/**
 * What must not be done: what is forbidden is right; what is asked for or allowed here is not, best where one fact would forbid
 * it. What no rule speaks of is no choice: that would read as if it were allowed. No duty that another question asks for is
 * one either: it would give that away.
 */
export function mustNotQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const elsewhere = new Map(distractors(lesson, false).map((distractor) => [distractor.action, distractor]))
  const spoken = notForbidden(elsewhere, lesson).filter(({ name }) => !isAskedByAll(name, lesson))
  const beside = [...gaveWay(lesson, false), ...unlessDivided('must-not', lesson.advice, spoken)]
  return dutyQuestion('must-not', forbidden(lesson), beside, lesson, ({ name }) => elsewhere.has(name))
}

/** Whether positions differ on an action in force alone, and none would forbid it. */
function isAskedByAll<S>(name: string, { advice }: Lesson<S>): boolean {
  return disputed(advice).some(({ position }) =>
    position.asks.some(({ action, force }) => action === name && isTowards(force)),
  )
}

/** What must not be done in this case; or else in any, where what it guards is at stake here. */
function forbidden<S>(lesson: Lesson<S>): readonly AdvisedAction[] {
  const all = lesson.advice.actions.filter(({ status }) => status === 'must-not')
  const particular = all.filter(({ standing }) => !standing)
  return particular.length > 0 ? particular : all.filter((one) => isAtStake(one, lesson))
}

/** Whether what is ruled out in any case serves a goal of the vignette, or a principle of a rule that holds in this one. */
function isAtStake<S>({ because }: AdvisedAction, { advice, vignette }: Lesson<S>): boolean {
  const particular = [...advice.actions.filter(({ standing }) => !standing), ...advice.setAside]
  const reasons = particular.flatMap((one) => one.because)
  const served = new Set([...vignette.goals, ...reasons.map(({ principle }) => principle)])
  return because.some(({ principle }) => served.has(principle))
}

function dutyQuestion<S>(
  kind: 'must' | 'must-not',
  actions: readonly AdvisedAction[],
  beside: readonly Draft[],
  lesson: Lesson<S>,
  tellsMore: (draft: Draft) => boolean = () => false,
): QuestionDraft | undefined {
  const { agreed, disputed } = askedFor(actions, lesson)
  const mark = unmarkedWhereDivided(lesson.advice)
  const right = atMost(agreed, mostRight(lesson), lesson).map((one) => keyDraft(one, lesson))
  const unmarked = atMost(disputed, 1, lesson).map((one) => mark(keyDraft(one, lesson)))
  const keyed = [...right, ...unmarked]
  const offered = beside.filter(({ name }) => isOffered(name, lesson.vignette))
  const wrongs = offered.filter((one) => one.mark === 'wrong')
  const room = lesson.most - keyed.length
  const telling = chosen(wrongs.filter(tellsMore), room, lesson, keyed)
  const plain = wrongs.filter((one) => !tellsMore(one))
  const wrong = [...telling, ...chosen(plain, room - telling.length, lesson, [...keyed, ...telling])]
  const open = chosen(
    offered.filter((one) => one.mark !== 'wrong'),
    Math.min(mostOpen, room - wrong.length),
    lesson,
    [...keyed, ...wrong],
  )
  const others = [...wrong, ...open]
  if (right.length === 0 || wrong.length === 0) return undefined
  return {
    kind,
    ask: worded((w) => (kind === 'must' ? w.mustAsk : w.mustNotAsk)),
    pick: 'several',
    right,
    others: [...unmarked, ...others],
    rationale: sentences(...keyed.map(told)),
  }
}

/** How many choices there are at most that are neither right nor wrong. */
const mostOpen = 2

function mostRight<S>({ most }: Lesson<S>): number {
  return Math.ceil(most / 2)
}

/** The surest first; what a published position differs from for itself. */
function askedFor<S>(actions: readonly AdvisedAction[], { vignette }: Lesson<S>) {
  const whole = actions.filter(({ within, action }) => within === undefined && isOffered(action, vignette))
  const surest = [...whole].sort((a, b) => Number(a.certainty !== 'firm') - Number(b.certainty !== 'firm'))
  return { agreed: surest.filter(({ divided }) => !divided), disputed: surest.filter(({ divided }) => divided) }
}

function keyDraft<S>(action: AdvisedAction, lesson: Lesson<S>): Draft {
  const rules = rulesOf(action.because, lesson)
  return {
    name: action.action,
    says: action.label,
    mark: 'right',
    feedback: sentences(action.because[0]?.because),
    from: 'key',
    rules: rules.slice(0, 1),
  }
}

/**
 * What a rule that holds warns of; of what no worker may ever do only that which guards something at stake here. Where there
 * is enough besides, not what another question asks for.
 */
export function spokenAgainst<S>(lesson: Lesson<S>): readonly Draft[] {
  const near = against(lesson).filter((one) => !one.standing || isAtStake(one, lesson))
  return unlessAsked(
    near.map((one) => againstDraft(one, lesson)),
    forbidden(lesson),
    lesson,
  )
}

/** What no worker may ever do, and guards nothing that is at stake here: to be offered where nothing nearer is. */
export function neverDone<S>(lesson: Lesson<S>): readonly Draft[] {
  const far = against(lesson).filter((one) => one.standing && !isAtStake(one, lesson))
  return far.map((one) => againstDraft(one, lesson))
}

function against<S>({ advice }: Lesson<S>): readonly AdvisedAction[] {
  return advice.actions.filter(
    ({ status, within }) => within === undefined && (status === 'must-not' || status === 'should-not'),
  )
}

function againstDraft<S>(one: AdvisedAction, lesson: Lesson<S>): Draft {
  return turned(
    one,
    worded((w) => (one.status === 'must-not' ? w.forbidden : w.unadvised)),
    lesson,
  )
}

/** How many choices that are not right a question has at least, if that many can be found. */
const fewest = 2

/** What is offered, without what another question shows as right, unless too little is left. */
function unlessAsked<S>(all: readonly Draft[], asked: readonly AdvisedAction[], lesson: Lesson<S>) {
  const drafts = all.filter(({ name }) => isOffered(name, lesson.vignette))
  const shown = new Set(
    askedFor(asked, lesson)
      .agreed.slice(0, mostRight(lesson))
      .map(({ action }) => action),
  )
  const [besides, again] = [drafts.filter(({ name }) => !shown.has(name)), drafts.filter(({ name }) => shown.has(name))]
  return lesson.whole ? drafts : [...besides, ...again.slice(0, Math.max(0, fewest - besides.length))]
}

/** What is asked for or allowed here; where one fact would forbid it, with that fact. */
function notForbidden<S>(elsewhere: ReadonlyMap<string, Distractor>, lesson: Lesson<S>): readonly Draft[] {
  const asked = lesson.advice.actions.filter(({ standing, within }) => !standing && within === undefined)
  const drafts = asked.flatMap((one) => {
    const { status } = one
    if (status !== 'must' && status !== 'should' && status !== 'may') return []
    const draft = turned(
      one,
      worded((w) => w.askedHere[status]),
      lesson,
    )
    const distractor = elsewhere.get(one.action)
    return [distractor ? turnedElsewhere(draft, distractor) : draft]
  })
  return unlessAsked(drafts, duties(lesson), lesson)
}

/** What is asked for here, with what would forbid it where that is to be told; it rests then on the sources of both. */
function turnedElsewhere(draft: Draft, { rule, from, why }: Distractor): Draft {
  const against = whyNotAgainst(why)
  if (against === undefined) return draft
  return {
    ...draft,
    from,
    feedback: sentences(draft.feedback, against),
    rules: [rule],
    sources: (draft.rules ?? []).flatMap(({ sources }) => sources),
  }
}

function turned<S>(one: AdvisedAction, on: Draft['feedback'], lesson: Lesson<S>): Draft {
  return {
    name: one.action,
    says: one.label,
    mark: 'wrong',
    feedback: sentences(on, one.because[0]?.because),
    from: 'neighbouring-rule',
    rules: rulesOf(one.because, lesson).slice(0, 1),
  }
}

/** What an exception undoes here; and what no rule speaks of, and one in doubt, a neighbouring one or a flipped case would ask for. */
function wouldBe<S>(lesson: Lesson<S>): readonly Draft[] {
  const { advice, pack } = lesson
  const statuses = statusesOf(advice)
  const aside = new Set(advice.setAside.map(({ action }) => action))
  const owedBesides = new Set(owedActions(advice))
  const parts = new Set([...statuses.keys()].flatMap((name) => pack.actions.get(name)?.partOf ?? []))
  const fits = ({ action }: Distractor) => {
    const { partOf = [], standing = false } = pack.actions.get(action) as Action
    const related = parts.has(action) || partOf.some((whole) => statuses.has(whole))
    return !standing && !statuses.has(action) && !aside.has(action) && !owedBesides.has(action) && !related
  }
  return distractors(lesson, true)
    .filter((one) => fits(one) && (isUndone(one.why) || isPossible(one.why)))
    .map(({ action, rule, from, why }) => ({
      name: action,
      says: (pack.actions.get(action) as Action).label,
      mark: isUndone(why) ? 'wrong' : 'open',
      feedback: sentences(
        isUndone(why) ? whyNotHere(why) : whyUnspoken(why),
        worded((w, say) => w.whereItApplies(say(rule.because))),
      ),
      from,
      rules: [rule],
    }))
}
