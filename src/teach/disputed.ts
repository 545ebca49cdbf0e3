import type { Advice, AdvisedAction, PublishedPosition } from '../advise/advice.js'
import type { Force } from '../vocabulary.js'
import { adviceWords } from '../words/adviceWords.js'
import type { Draft } from './lesson.js'
import { sentences } from './phrasing.js'
import { worded } from './worded.js'

/** An action of an advice with a published position that says something else of it. */
interface Disputed {
  readonly action: AdvisedAction
  readonly position: PublishedPosition
}

/** Every published position that differs from the advice, with the action of which it does. */
export function disputed({ actions }: Pick<Advice, 'actions'>): readonly Disputed[] {
  return actions.flatMap((action) => (action.divided ?? []).map((position) => ({ action, position })))
}

/** Names every action for or against which some published position speaks. */
export function disputedActions(advice: Advice): ReadonlySet<string> {
  const named = disputed(advice).flatMap(({ action, position }) => [action, ...position.asks])
  return new Set(named.map(({ action }) => action))
}

/** A maker of marks: a choice for which either position speaks is marked neither right nor wrong, and says that the profession is divided. */
export function unmarkedWhereDivided(advice: Advice): (draft: Draft, rules?: readonly string[]) => Draft {
  const all = disputed(advice)
  return (draft, bearing = []) => {
    const found = all.filter(
      ({ action, position }) =>
        action.action === draft.name ||
        position.asks.some((asked) => asked.action === draft.name) ||
        bearing.includes(position.rule),
    )
    return found.length === 0 ? draft : unmarked(draft, found)
  }
}

/** What is offered as no answer, but for what one of the published positions does ask for, or speaks against. */
export function unlessDivided(
  asked: keyof typeof sayingSo,
  advice: Advice,
  offered: readonly Draft[],
): readonly Draft[] {
  const asks = disputed(advice).flatMap(({ action, position }) => [
    ...position.asks,
    ...action.because.map(({ force }) => ({ action: action.action, force })),
  ])
  const said = new Set(asks.flatMap(({ action, force }) => (sayingSo[asked].includes(force) ? [action] : [])))
  const mark = unmarkedWhereDivided(advice)
  return offered.map((one) => {
    const found = disputed(advice).filter(({ action }) => action.action === one.name)
    // Whoever holds that something else is right may well hold that this is wrong.
    if (said.has(one.name) || (asked === 'must-not' && found.length > 0)) return mark(one)
    const saysNone = worded((w) => w.noPositionSays)
    return found.length === 0
      ? one
      : { ...one, feedback: sentences(saysNone, ...found.slice(0, 1).flatMap(positionTexts)) }
  })
}

/** With what force a position speaks for what must be done, or against what must not. */
const sayingSo: Record<'must' | 'must-not', readonly Force[]> = {
  must: ['must', 'should'],
  'must-not': ['must-not', 'should-not'],
}

function unmarked(draft: Draft, found: readonly Disputed[]): Draft {
  return {
    ...draft,
    mark: 'open',
    feedback: sentences(...found.slice(0, 1).flatMap(positionTexts)),
    sources: [...(draft.sources ?? []), ...found.flatMap(({ position }) => position.sources)],
  }
}

/** That the profession is divided, what the rule and the other position say, and what they agree on. */
export function positionTexts({ action, position }: Disputed) {
  const own = action.because.find(({ rule }) => rule === position.rule)
  const one = own && worded((_, say, language) => `${adviceWords[language].onePosition}: ${say(own.because)}`)
  return [
    worded((_, __, language) => adviceWords[language].dividedHeading),
    one,
    worded((_, say, language) => `${adviceWords[language].otherPosition}: ${say(position.because)}`),
    worded((_, say, language) => `${adviceWords[language].bothAgree} ${say(position.agreed)}`),
  ]
}
