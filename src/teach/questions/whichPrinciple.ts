import type { Reason, SetAside } from '../../advise/advice.js'
import type { Rule } from '../../pack/rule.js'
import { renderWords } from '../../words/renderWords.js'
import { disputed } from '../disputed.js'
import { idleRules, whyNotHere } from '../distractors.js'
import { atMost, chosen, type Draft, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { principleLabel, principleWithReason, sentences, statusesOf, underHeading } from '../phrasing.js'
import { worded } from '../worded.js'

/** Which principle weighs most, and why; where no duties collide, which principles are at stake; of a dilemma nothing is asked. */
export function principleQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice } = lesson
  if (advice.kind === 'dilemma') return undefined
  const statuses = statusesOf(advice)
  const disputedRules = new Set(disputed(advice).map(({ position }) => position.rule))
  const aside = advice.setAside.find(
    ({ action, gaveWayTo, because }) =>
      statuses.get(action) !== 'contested' &&
      because[0] &&
      gaveWayTo[0] &&
      because[0].principle !== gaveWayTo[0].principle &&
      !gaveWayTo.some(({ rule }) => disputedRules.has(rule)),
  )
  return (advice.kind === 'settled' || advice.kind === 'divided') && aside ? weighsMost(aside, lesson) : atStake(lesson)
}

function weighsMost<S>(aside: SetAside, lesson: Lesson<S>): QuestionDraft | undefined {
  const { pack, advice } = lesson
  const [victor] = aside.gaveWayTo
  const [lost] = aside.because
  const winning = victor && pack.rules.get(victor.rule)
  const action = victor && pack.actions.get(victor.action)
  if (!victor || !lost || !winning || !action) return undefined
  const prevailing = new Set(aside.gaveWayTo.map(({ principle }) => principle))
  const label = principleLabel(victor.principle, pack)
  const by = worded((w, say, language) => `${w.prevails(say(label))}, ${renderWords[language].settledBy[victor.by]}`)
  const right: Draft = {
    name: winning.name,
    says: principleWithReason(victor.principle, winning.because, pack),
    mark: 'right',
    feedback: sentences(by, ...frameworkNote(aside, lesson)),
    from: 'key',
    rules: [winning],
  }
  const yielding = yieldingDraft(aside, lost, victor.principle, lesson)
  const others = chosen(
    idleReasons(lesson, (rule) => !prevailing.has(rule.principle) || rule.principle === victor.principle),
    2,
    lesson,
    [right, yielding],
  )
  return {
    kind: 'principle',
    ask: worded((w, say) => w.principleAsk(say(action.label), say(aside.label))),
    pick: 'one',
    right: [right],
    others: [yielding, ...others],
    principles: [lost.principle],
    rationale: sentences(by, advice.rules[victor.rule]?.because),
  }
}

/** The reason that is true in itself and gives way here. */
function yieldingDraft<S>(aside: SetAside, lost: Reason, to: string, lesson: Lesson<S>): Draft {
  const label = principleLabel(to, lesson.pack)
  const owed = underHeading(
    worded((w) => w.stillOwed),
    aside.owed,
  )
  return {
    name: lost.rule,
    says: principleWithReason(lost.principle, lost.because, lesson.pack),
    mark: 'wrong',
    feedback: sentences(
      worded((w, say) => w.gaveWay(say(label))),
      owed,
    ),
    from: 'neighbouring-rule',
    rules: rulesOf([lost], lesson),
  }
}

/** How many frameworks speak of the two, and how they agree. */
function frameworkNote<S>(aside: SetAside, { advice }: Lesson<S>) {
  const principles = new Set([
    ...aside.because.map(({ principle }) => principle),
    ...aside.gaveWayTo.map(({ principle }) => principle),
  ])
  const view = advice.frameworks.find(
    ({ between, speak }) => speak > 0 && between.every((name) => principles.has(name)),
  )
  if (view === undefined) return []
  return [
    worded((_w, _say, language) => {
      const w = renderWords[language]
      return `${w.frameworks}: ${w.speak(view.speak, view.opinions.length)}, ${w.agreement[view.agreement]}`
    }),
  ]
}

/** Where no duties collide: the principles of what must be done, with their reasons. */
function atStake<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice, pack } = lesson
  const held = advice.actions.flatMap(({ because, status }) => (status === 'contested' ? [] : because))
  const leading = advice.actions.filter(
    ({ status, standing }) => (status === 'must' || status === 'must-not') && !standing,
  )
  const first = new Map<string, Reason>()
  for (const reason of leading.flatMap(({ because }) => because.slice(0, 1)))
    if (!first.has(reason.principle)) first.set(reason.principle, reason)
  const right = atMost([...first.values()], 3, lesson).map(
    (reason): Draft => ({
      name: reason.rule,
      says: principleWithReason(reason.principle, reason.because, pack),
      mark: 'right',
      feedback: sentences(pack.principles.get(reason.principle)?.means),
      from: 'key',
      rules: rulesOf([reason], lesson),
    }),
  )
  const served = new Set(held.flatMap(({ rule }) => pack.rules.get(rule)?.principles ?? []))
  const others = chosen(
    idleReasons(lesson, ({ principle }) => !served.has(principle)),
    lesson.most - right.length - 1,
    lesson,
    right,
  )
  if (right.length === 0 || others.length === 0) return undefined
  return {
    kind: 'principle',
    ask: worded((w) => w.principlesAsk),
    pick: 'several',
    right,
    others,
    rationale: sentences(...right.map(({ says }) => says)),
  }
}

/** The reasons of rules that do not hold here, or not yet. */
export function idleReasons<S>(lesson: Lesson<S>, wanted: (rule: Rule) => boolean): readonly Draft[] {
  return idleRules(lesson)
    .filter(({ rule }) => wanted(rule))
    .map(({ rule, from, why }) => ({
      name: rule.name,
      says: principleWithReason(rule.principle, rule.because, lesson.pack),
      mark: 'wrong',
      feedback: whyNotHere(why),
      from,
      rules: [rule],
    }))
}
