import type { Dilemma, DilemmaSide, NamedAction, SetAside } from '../../advise/advice.js'
import type { Action } from '../../pack/packSource.js'
import { disputedActions } from '../disputed.js'
import { hasReason } from '../distractors.js'
import { atMost, chosen, type Draft, isOffered, type Lesson, type QuestionDraft, rulesOf, unique } from '../lesson.js'
import { asking, labelsInRow, principleLabel, principleWithReason, sentences, told, underHeading } from '../phrasing.js'
import { worded } from '../worded.js'
import { besideReasons } from './atStake.js'
import { neverDone, spokenAgainst } from './mustAndMustNot.js'
import { owedActions } from './owedActions.js'
import { positionQuestion } from './positions.js'

/** The reasons on both sides of a dilemma and the ways on; of either side they are good reasons, whatever one decides. */
export function reasonsQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice, pack } = lesson
  const [dilemma] = advice.dilemmas
  if (dilemma === undefined) return undefined
  const right = [
    ...dilemma.sides.flatMap((side, i) => sideReasons(side, i === 0 ? 'a' : 'b', lesson)),
    ...waysOn(lesson),
  ]
  const contested = new Set(advice.dilemmas.flatMap(({ sides }) => sides.map(({ principle }) => principle)))
  const others = besideReasons(lesson, ({ principle }) => !contested.has(principle), right)
  if (others.length === 0) return undefined
  return {
    kind: 'reasons',
    ask: worded((w) => w.reasonsAsk),
    pick: 'several',
    right,
    others,
    principles: sidesOf(dilemma),
    rationale: sentences(...right.map(({ says }) => says), ...owedNotes(dilemma, pack)),
  }

  function owedNotes(of: Dilemma, held: typeof pack) {
    return of.sides.map((side) => {
      const label = principleLabel(side.principle, held)
      return underHeading(
        worded((w, say) => w.owedToOther(say(label))),
        side.owed,
      )
    })
  }
}

function sidesOf({ sides }: Dilemma): readonly string[] {
  return unique(sides.map(({ principle }) => principle))
}

const reasonsOfSide = 2

function sideReasons<S>({ because, principle }: DilemmaSide, side: 'a' | 'b', lesson: Lesson<S>): readonly Draft[] {
  const label = principleLabel(principle, lesson.pack)
  return atMost(because, reasonsOfSide, lesson).map((reason) => ({
    name: reason.rule,
    says: principleWithReason(reason.principle, reason.because, lesson.pack),
    mark: 'right',
    feedback: worded((w, say) => w.oneSide(say(label))),
    from: 'key',
    side,
    rules: rulesOf([reason], lesson),
  }))
}

/** How the pack says to go on where nothing decides. */
function waysOn<S>(lesson: Lesson<S>): readonly Draft[] {
  const { procedure } = lesson.advice
  const steps = (procedure?.actions ?? []).filter(({ action }) => isOffered(action, lesson.vignette))
  return atMost(steps, 2, lesson).map(({ action, label }) => ({
    name: action,
    says: label,
    mark: 'right',
    feedback: sentences(
      worded((w) => w.wayOn),
      procedure?.because,
    ),
    from: 'key',
    side: 'way',
    sources: procedure?.sources ?? [],
  }))
}

/** The learner’s own decision, with reasons; every side can be taken, and none is marked. */
export function decisionQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice, pack } = lesson
  const [dilemma] = advice.dilemmas
  if (dilemma === undefined) return positionQuestion(lesson)
  const right = dilemma.sides.map((side, i): Draft => {
    const other = dilemma.sides[1 - i] as DilemmaSide
    const label = principleLabel(other.principle, pack)
    return {
      name: side.principle,
      says: asking(side.actions),
      mark: 'open',
      feedback: sentences(
        underHeading(
          worded((w, say) => w.owedToOther(say(label))),
          other.owed,
        ) ?? worded((w, say) => w.speaksAgainst(say(label))),
      ),
      from: 'key',
      side: i === 0 ? 'a' : 'b',
      rules: side.because.flatMap(({ rule }) => pack.rules.get(rule) ?? []),
    }
  })
  return {
    kind: 'decision',
    ask: worded((w) => w.decisionAsk),
    pick: 'own-words',
    right,
    others: [],
    principles: sidesOf(dilemma),
    rationale: sentences(
      ...dilemma.sides.map(
        ({ because, principle }) => because[0] && principleWithReason(principle, because[0].because, pack),
      ),
    ),
  }
}

/** What is still owed to what gave way, best to what nobody disputes; of a dilemma, to the side not taken, supposing one of them is. */
export function owedQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice, seed } = lesson
  if (advice.dilemmas.length > 0) return owedIfTaken(usualSide(seed), lesson)
  const disputed = disputedActions(advice)
  const place = ({ action, owed }: SetAside) => owed.length - (disputed.has(action) ? advice.actions.length : 0)
  const aside = [...advice.setAside].sort((a, b) => place(b) - place(a))[0]
  if (aside === undefined) return undefined
  return owedFrom(
    worded((w, say) => w.owedAsk(say(aside.label))),
    aside.owed,
    aside.because.map(({ rule }) => rule),
    lesson,
  )
}

/** The same of whoever takes the other side of a dilemma, and which side that is. */
export function owedOtherwise<S>(
  lesson: Lesson<S>,
): { readonly side: 'a' | 'b'; readonly draft: QuestionDraft } | undefined {
  const side = usualSide(lesson.seed) === 'a' ? 'b' : 'a'
  const draft = owedIfTaken(side, lesson)
  return draft && { side, draft }
}

/** The side that is supposed to be taken where nobody has chosen. */
function usualSide(seed: number): 'a' | 'b' {
  return seed % 2 === 0 ? 'a' : 'b'
}

function owedIfTaken<S>(side: 'a' | 'b', lesson: Lesson<S>): QuestionDraft | undefined {
  const [dilemma] = lesson.advice.dilemmas
  if (dilemma === undefined) return undefined
  const [taken, other] = (side === 'a' ? dilemma.sides : [...dilemma.sides].reverse()) as [DilemmaSide, DilemmaSide]
  return owedFrom(
    worded((w, say) => w.owedIfAsk(say(labelsInRow(taken.actions)), say(labelsInRow(other.actions)))),
    other.owed,
    other.because.map(({ rule }) => rule),
    lesson,
  )
}

function owedFrom<S>(
  ask: QuestionDraft['ask'],
  owed: readonly NamedAction[],
  names: readonly string[],
  lesson: Lesson<S>,
): QuestionDraft | undefined {
  const rules = names.flatMap((name) => lesson.pack.rules.get(name) ?? [])
  const offered = owed.filter(({ action }) => isOffered(action, lesson.vignette))
  const right = atMost(offered, Math.ceil(lesson.most / 2), lesson).map(
    ({ action, label }): Draft => ({
      name: action,
      says: label,
      mark: 'right',
      feedback: sentences(
        worded((w) => w.isOwed),
        rules[0]?.because,
      ),
      from: 'key',
      rules: rules.filter(({ whenOverridden }) => whenOverridden.includes(action)).slice(0, 1),
    }),
  )
  const wrong = chosen(ruledOut(owed, lesson), Math.min(mostRuledOut, lesson.most - right.length), lesson, right)
  const open = chosen(notOwed(owed, lesson), lesson.most - right.length - wrong.length, lesson, [...right, ...wrong])
  const others = [...wrong, ...open]
  if (right.length === 0 || wrong.length === 0) return undefined
  return { kind: 'owed', ask, pick: 'several', right, others, rationale: sentences(...right.map(told)) }
}

const mostRuledOut = 2

/** What a rule speaks against here is owed to nothing; what is disputed is left out. */
function ruledOut<S>(owed: readonly NamedAction[], lesson: Lesson<S>): readonly Draft[] {
  const apart = new Set([...owed.map(({ action }) => action), ...disputedActions(lesson.advice)])
  const fits = ({ name }: Draft) => !apart.has(name) && isOffered(name, lesson.vignette)
  const near = spokenAgainst(lesson).filter(fits)
  const isEnough = !lesson.whole && near.length > 0
  return isEnough ? near : [...near, ...neverDone(lesson).filter(fits)]
}

/** What other rules of this story would owe, and nothing asks for here: neither right nor wrong. */
function notOwed<S>(owed: readonly NamedAction[], { advice, known, now, pack, vignette }: Lesson<S>): readonly Draft[] {
  const here = new Set([...[...advice.actions, ...owed].map(({ action }) => action), ...owedActions(advice)])
  const holding = new Set([...now.weighing.labels.keys()].map(({ rule }) => rule))
  const files = new Set([...holding].map(({ file }) => file))
  return [...pack.rules.values()]
    .filter((rule) => !holding.has(rule) && files.has(rule.file) && hasReason(rule.conditions, known, pack))
    .flatMap((rule) =>
      rule.whenOverridden.flatMap((action): Draft[] => {
        const { label, standing } = pack.actions.get(action) as Action
        if (standing || here.has(action) || !isOffered(action, vignette)) return []
        return [
          {
            name: action,
            says: label,
            mark: 'open',
            feedback: sentences(worded((w) => w.isNotOwed)),
            from: 'neighbouring-rule',
            rules: [rule],
          },
        ]
      }),
    )
}
