import type { Reason, SetAside } from '../../advise/advice.js'
import type { Rule } from '../../pack/rule.js'
import { renderWords } from '../../words/renderWords.js'
import { disputed } from '../disputed.js'
import { farRules, type IdleRule, idleRules, isPossible, isUndone, whyNotHere, whyUnspoken } from '../distractors.js'
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
  const others = (rule: Rule) => !prevailing.has(rule.principle) || rule.principle === victor.principle
  const idle = idleReasons(lesson, others).filter(({ mark }) => mark === 'wrong')
  return {
    kind: 'principle',
    ask: worded((w, say) =>
      victor.action === aside.action
        ? w.sidesAsk(say(aside.label))
        : w.principleAsk(say(action.label), say(aside.label)),
    ),
    pick: 'one',
    right: [right],
    others: [yielding, ...chosen(idle, 2, lesson, [right, yielding])],
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
  const others = besideReasons(lesson, ({ principle }) => !served.has(principle), right)
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

/**
 * Reasons beside good ones: one or two that do not hold here, of rules near the case or else of any, and one at most that is neither
 * right nor wrong.
 */
export function besideReasons<S>(lesson: Lesson<S>, wanted: (rule: Rule) => boolean, right: readonly Draft[]) {
  const idle = idleReasons(lesson, wanted)
  const isWrong = ({ mark }: Draft) => mark === 'wrong'
  const far = lesson.whole || !idle.some(isWrong) ? reasonsOf(farRules(lesson), wanted, lesson) : []
  const wrong = chosen([...idle, ...far].filter(isWrong), 2, lesson, right)
  const open = idle.filter((one) => !isWrong(one))
  return wrong.length === 0 ? [] : [...wrong, ...chosen(open, 1, lesson, [...right, ...wrong])]
}

/**
 * The reasons of rules that do not hold here: wrong where an exception undoes them or what they go by is otherwise in the
 * story; neither where it is only not known.
 */
function idleReasons<S>(lesson: Lesson<S>, wanted: (rule: Rule) => boolean): readonly Draft[] {
  return reasonsOf(idleRules(lesson), wanted, lesson)
}

function reasonsOf<S>(rules: readonly IdleRule[], wanted: (rule: Rule) => boolean, lesson: Lesson<S>) {
  return rules
    .filter(({ rule }) => wanted(rule))
    .flatMap(({ rule, from, why }): Draft[] => {
      const holdsNot = isUndone(why) || (why.by === 'told' && why.ofAnotherSort)
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
