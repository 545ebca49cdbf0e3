import type { Advice, AdvisedAction, SetAside } from '../../advise/advice.js'
import type { Action } from '../../pack/packSource.js'
import { unmarkedWhereDivided } from '../disputed.js'
import { type Distractor, distractors, whyNotAgainst, whyNotHere } from '../distractors.js'
import { atMost, chosen, type Draft, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { labelsInRow, principleLabel, sentences, statusesOf, underHeading } from '../phrasing.js'
import { worded } from '../worded.js'

/** What must be done: the duties that hold are right; what would be one elsewhere, is forbidden here or gave way is not. */
export function mustQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const duties = lesson.advice.actions.filter((one) => one.status === 'must' && !one.standing)
  return dutyQuestion(
    'must',
    duties,
    [...gaveWay(lesson, true), ...unlessDivided(lesson, [...spokenAgainst(lesson), ...wouldBe(lesson)])],
    lesson,
  )
}

/**
 * What must not be done: what is forbidden is right; what is asked for or allowed here is not, best where one fact would forbid
 * it. What no rule speaks of is no choice: that would read as if it were allowed.
 */
export function mustNotQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const forbidden = lesson.advice.actions.filter(({ status }) => status === 'must-not')
  const particular = forbidden.filter(({ standing }) => !standing)
  const asked = particular.length > 0 ? particular : forbidden
  return dutyQuestion(
    'must-not',
    asked,
    [...gaveWay(lesson, false), ...unlessDivided(lesson, notForbidden(lesson))],
    lesson,
  )
}

/** What is offered as no answer, but for what one of the published positions asks for. */
function unlessDivided<S>({ advice }: Lesson<S>, offered: readonly Draft[]): readonly Draft[] {
  const mark = unmarkedWhereDivided(advice)
  return offered.map((one) => mark(one))
}

function dutyQuestion<S>(
  kind: 'must' | 'must-not',
  actions: readonly AdvisedAction[],
  wrong: readonly Draft[],
  lesson: Lesson<S>,
): QuestionDraft | undefined {
  const whole = actions.filter(({ within }) => within === undefined)
  const surest = [...whole].sort((a, b) => Number(a.certainty !== 'firm') - Number(b.certainty !== 'firm'))
  const [agreed, disputed] = [surest.filter(({ divided }) => !divided), surest.filter(({ divided }) => divided)]
  const mark = unmarkedWhereDivided(lesson.advice)
  const right = atMost(agreed, Math.ceil(lesson.most / 2), lesson).map((one) => keyDraft(one, lesson))
  const unmarked = atMost(disputed, 1, lesson).map((one) => mark(keyDraft(one, lesson)))
  const beside = [...right, ...unmarked]
  const others = chosen(wrong, lesson.most - beside.length, lesson, beside)
  if (right.length === 0 || others.every((one) => one.mark !== 'wrong')) return undefined
  return {
    kind,
    ask: worded((w) => (kind === 'must' ? w.mustAsk : w.mustNotAsk)),
    pick: 'several',
    right,
    others: [...unmarked, ...others],
    rationale: labelsInRow(whole),
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
  const mark = unmarkedWhereDivided(advice)
  return advice.setAside
    .filter(
      (one) =>
        ['must', 'should'].includes(one.force) === towards && !statuses.has(one.action) && one.because.length > 0,
    )
    .map((one) => {
      const draft: Draft = {
        name: one.action,
        says: one.label,
        mark: 'wrong',
        feedback: sentences(
          one.because[0]?.because,
          wayTo(one, lesson),
          underHeading(
            worded((w) => w.stillOwed),
            one.owed,
          ),
        ),
        from: 'neighbouring-rule',
        rules: [
          ...rulesOf(one.because, lesson).slice(0, 1),
          ...one.gaveWayTo.slice(0, 1).flatMap(({ rule }) => pack.rules.get(rule) ?? []),
        ],
      }
      return mark(
        draft,
        one.gaveWayTo.map(({ rule }) => rule),
      )
    })
}

function wayTo<S>({ gaveWayTo: [victor] }: SetAside, { pack }: Lesson<S>) {
  if (victor === undefined) return undefined
  const label = principleLabel(victor.principle, pack)
  return worded((w, say) => w.gaveWay(say(label)))
}

/** What a rule that holds warns of. */
function spokenAgainst<S>(lesson: Lesson<S>): readonly Draft[] {
  const forbidden = lesson.advice.actions.filter(({ status, within }) => status === 'must-not' && within === undefined)
  return forbidden.map((one) =>
    turned(
      one,
      worded((w) => w.forbidden),
      lesson,
    ),
  )
}

/** What is asked for or allowed here; where one fact would forbid it, with that fact. */
function notForbidden<S>(lesson: Lesson<S>): readonly Draft[] {
  const elsewhere = new Map(distractors(lesson, false).map((distractor) => [distractor.action, distractor]))
  const asked = lesson.advice.actions.filter(({ standing, within }) => !standing && within === undefined)
  return asked.flatMap((one) => {
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
}

/** What is asked for here, and what a rule that speaks against it hangs on; it rests on the sources of both. */
function turnedElsewhere(draft: Draft, { rule, from, why }: Distractor): Draft {
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
  const fits = ({ action }: Distractor) => {
    const { partOf = [], standing = false } = pack.actions.get(action) as Action
    const related = parts.has(action) || partOf.some((whole) => statuses.has(whole))
    return !standing && !statuses.has(action) && !aside.has(action) && !owedBesides.has(action) && !related
  }
  return distractors(lesson, true)
    .filter(fits)
    .map(({ action, rule, from, why }) => ({
      name: action,
      says: (pack.actions.get(action) as Action).label,
      mark: 'wrong',
      feedback: sentences(
        whyNotHere(why),
        worded((w, say) => w.whereItApplies(say(rule.because))),
      ),
      from,
      rules: [rule],
    }))
}
