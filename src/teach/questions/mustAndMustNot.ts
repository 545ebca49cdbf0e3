import type { Advice, AdvisedAction, SetAside } from '../../advise/advice.js'
import type { Action } from '../../pack/packSource.js'
import { type Lure, lures, whyNotAgainst, whyNotHere } from '../distractors.js'
import { atMost, chosen, type Draft, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { headed, listed, principleLabel, sentences, statusesOf } from '../phrasing.js'
import { both } from '../words.js'

/** What must be done: the duties that hold are right; what would be one elsewhere, is forbidden here or gave way is not. */
export function mustQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const duties = lesson.advice.actions.filter((one) => one.status === 'must' && !one.standing)
  return dutyQuestion('must', duties, [...gaveWay(lesson, true), ...spokenAgainst(lesson), ...wouldBe(lesson)], lesson)
}

/**
 * What must not be done: what is forbidden is right; what is asked for or allowed here is not, best where one fact would forbid
 * it. What no rule speaks of is no choice: that would read as if it were allowed.
 */
export function mustNotQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const forbidden = lesson.advice.actions.filter(({ status }) => status === 'must-not')
  const particular = forbidden.filter(({ standing }) => !standing)
  const asked = particular.length > 0 ? particular : forbidden
  return dutyQuestion('must-not', asked, [...gaveWay(lesson, false), ...notForbidden(lesson)], lesson)
}

function dutyQuestion<S>(
  kind: 'must' | 'must-not',
  actions: readonly AdvisedAction[],
  wrong: readonly Draft[],
  lesson: Lesson<S>,
): QuestionDraft | undefined {
  const whole = actions.filter(({ within }) => within === undefined)
  const surest = [...whole].sort((a, b) => Number(a.certainty !== 'firm') - Number(b.certainty !== 'firm'))
  const right = atMost(surest, Math.ceil(lesson.most / 2), lesson).map((one) => keyDraft(one, lesson))
  const others = chosen(wrong, lesson.most - right.length, lesson, right)
  if (right.length === 0 || others.length === 0) return undefined
  return {
    kind,
    ask: both((w) => (kind === 'must' ? w.mustAsk : w.mustNotAsk)),
    pick: 'several',
    right,
    others,
    rationale: listed(whole),
  }
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

/** What holds in itself and gives way here. */
function gaveWay<S>(lesson: Lesson<S>, towards: boolean): readonly Draft[] {
  const { advice, pack } = lesson
  const statuses = statusesOf(advice)
  return advice.setAside
    .filter(
      (one) =>
        ['must', 'should'].includes(one.force) === towards && !statuses.has(one.action) && one.because.length > 0,
    )
    .map((one) => ({
      name: one.action,
      says: one.label,
      mark: 'wrong',
      feedback: sentences(
        one.because[0]?.because,
        wayTo(one, lesson),
        headed(
          both((w) => w.stillOwed),
          one.owed,
        ),
      ),
      from: 'neighbouring-rule',
      rules: [
        ...rulesOf(one.because, lesson).slice(0, 1),
        ...one.gaveWayTo.slice(0, 1).flatMap(({ rule }) => pack.rules.get(rule) ?? []),
      ],
    }))
}

function wayTo<S>({ gaveWayTo: [victor] }: SetAside, { pack }: Lesson<S>) {
  if (victor === undefined) return undefined
  const label = principleLabel(victor.principle, pack)
  return both((w, locale) => w.gaveWay(label[locale]))
}

/** What a rule that holds warns of. */
function spokenAgainst<S>(lesson: Lesson<S>): readonly Draft[] {
  const forbidden = lesson.advice.actions.filter(({ status, within }) => status === 'must-not' && within === undefined)
  return forbidden.map((one) =>
    turned(
      one,
      both((w) => w.forbidden),
      lesson,
    ),
  )
}

/** What is asked for or allowed here; where one fact would forbid it, with that fact. */
function notForbidden<S>(lesson: Lesson<S>): readonly Draft[] {
  const elsewhere = new Map(lures(lesson, false).map((lure) => [lure.action, lure]))
  const asked = lesson.advice.actions.filter(({ standing, within }) => !standing && within === undefined)
  return asked.flatMap((one) => {
    const { status } = one
    if (status !== 'must' && status !== 'should' && status !== 'may') return []
    const draft = turned(
      one,
      both((w) => w.askedHere[status]),
      lesson,
    )
    const lure = elsewhere.get(one.action)
    return [lure ? turnedElsewhere(draft, lure) : draft]
  })
}

/** What is asked for here, and what a rule that speaks against it hangs on; it rests on the sources of both. */
function turnedElsewhere(draft: Draft, { rule, from, why }: Lure): Draft {
  return {
    ...draft,
    from,
    feedback: sentences(draft.feedback, whyNotAgainst(why)),
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

/** What is owed to what gave way, or to a side not taken, or is the way on where nothing decides: none of it is wrong to do. */
export function owedActions({ procedure, setAside, dilemmas }: Advice): readonly string[] {
  const owed = [...setAside, ...dilemmas.flatMap(({ sides }) => sides)].flatMap((one) => one.owed)
  return [...(procedure?.actions ?? []), ...owed].map(({ action }) => action)
}

/** What no rule speaks of here, and a rule in doubt, a neighbouring rule or a flipped case would ask for. */
function wouldBe<S>(lesson: Lesson<S>): readonly Draft[] {
  const { advice, pack } = lesson
  const statuses = statusesOf(advice)
  const aside = new Set(advice.setAside.map(({ action }) => action))
  const owedBesides = new Set(owedActions(advice))
  const parts = new Set([...statuses.keys()].flatMap((name) => pack.actions.get(name)?.partOf ?? []))
  const fits = ({ action }: Lure) => {
    const { partOf = [], standing = false } = pack.actions.get(action) as Action
    const related = parts.has(action) || partOf.some((whole) => statuses.has(whole))
    return !standing && !statuses.has(action) && !aside.has(action) && !owedBesides.has(action) && !related
  }
  return lures(lesson, true)
    .filter(fits)
    .map(({ action, rule, from, why }) => ({
      name: action,
      says: (pack.actions.get(action) as Action).label,
      mark: 'wrong',
      feedback: sentences(
        whyNotHere(why),
        both((w, locale) => w.whereItApplies(rule.because[locale])),
      ),
      from,
      rules: [rule],
    }))
}
