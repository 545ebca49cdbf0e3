import type { Reason, SetAside } from '../../advise/advice.js'
import type { Rule } from '../../pack/rule.js'
import { renderWords } from '../../words/renderWords.js'
import { disputed } from '../disputed.js'
import { atMost, chosen, type Draft, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { principleLabel, principleWithReason, sentences, statusesOf, underHeading } from '../phrasing.js'
import { worded } from '../worded.js'
import { idleReasons } from './atStake.js'

/** Which principle weighs most, and why, where one gave way to another; of a dilemma nothing is asked. */
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
  return (advice.kind === 'settled' || advice.kind === 'divided') && aside ? weighsMost(aside, lesson) : undefined
}

/** From how many of the nearest misses is chosen what does not hold here. */
const mostNear = 4

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
  const nearest = atMost(idle, mostNear, lesson)
  return {
    kind: 'principle',
    ask: worded((w, say) =>
      victor.action === aside.action
        ? w.sidesAsk(say(aside.label))
        : w.principleAsk(say(action.label), say(aside.label)),
    ),
    pick: 'one',
    right: [right],
    others: [yielding, ...chosen(nearest, 2, lesson, [right, yielding])],
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

/** How many frameworks speak of the two, where all that do put first what prevails; “they agree” would else be read so. */
function frameworkNote<S>(aside: SetAside, { advice }: Lesson<S>) {
  const prevailing = aside.gaveWayTo[0]?.principle
  const principles = new Set([
    ...aside.because.map(({ principle }) => principle),
    ...aside.gaveWayTo.map(({ principle }) => principle),
  ])
  const view = advice.frameworks.find(
    ({ between, speak, opinions }) =>
      speak > 0 &&
      between.every((name) => principles.has(name)) &&
      opinions.every(({ prevails }) => prevails === null || prevails === prevailing) &&
      opinions.some(({ prevails }) => prevails === prevailing),
  )
  if (view === undefined) return []
  return [
    worded((_w, _say, language) => {
      const w = renderWords[language]
      const agreement = view.speak > 1 ? `, ${w.agreement[view.agreement]}` : ''
      return `${w.frameworks}: ${w.speak(view.speak, view.opinions.length)}${agreement}`
    }),
  ]
}
