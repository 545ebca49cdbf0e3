import type { AdvisedAction, DilemmaSide } from '../../advise/advice.js'
import type { Fact } from '../../pack/fact.js'
import type { Text } from '../../vocabulary.js'
import { isTowards } from '../../weigh/claims.js'
import { storyWords } from '../../words/outletWords.js'
import { disputed, positionTexts } from '../disputed.js'
import { isOffered } from '../lesson.js'
import { answerInWords, asking, principleLabel, questionInWords, sentences, underHeading } from '../phrasing.js'
import { inSeededOrder } from '../seededOrder.js'
import { worded } from '../worded.js'
import { askedFirst, askedFor, type Moment, owedAt, reasonOf, spokenAgainst, type Telling } from './moment.js'
import type { StoryChoiceKind } from './storyShape.js'

/** What can be chosen at a moment, before it is known to what it leads. */
export interface Move {
  readonly kind: StoryChoiceKind
  readonly name: string
  readonly says: Text
  readonly feedback: Text
  /** Names of sources. */
  readonly sources: readonly string[]
  readonly does: readonly string[]
  readonly takes?: string
  readonly asks?: string
}

const most = 5

/**
 * What can be chosen at a moment: the sides that can be taken, what comes back, what is asked for, one thing that is spoken
 * against, or else waiting, and a question that was not asked. In the order that the seed gives.
 */
export function movesAt<S>(moment: Moment, telling: Telling<S>): readonly Move[] {
  const asks = askMoves(moment, telling).slice(0, 1)
  const lures = [...againstMoves(moment, telling), waitMove(moment)].slice(0, 1)
  const sides = sideMoves(moment, telling)
  const back = owedMoves(moment, telling).slice(0, 2)
  const names = new Set([...sides, ...back].flatMap(({ does }) => does))
  const duties = dutyMoves(moment, telling).filter(({ name }) => !names.has(name))
  const room = most - asks.length - lures.length
  const moves = [...[...sides, ...back, ...duties].slice(0, room), ...lures, ...asks]
  return inSeededOrder(moves, telling.seed, ({ kind, name }) => `${kind} ${name}`)
}

/** Of a dilemma, or of what the profession is divided about, both sides, while none of them is taken. */
function sideMoves<S>(moment: Moment, telling: Telling<S>): readonly Move[] {
  const { past, advice } = moment
  const open = advice.dilemmas.find(({ sides }) => !sides.some(({ principle }) => past.taken.includes(principle)))
  const [one, other] = open?.sides ?? []
  if (one && other) return [sideMove(one, other, moment, telling), sideMove(other, one, moment, telling)]
  return positionMoves(moment)
}

function sideMove<S>(side: DilemmaSide, other: DilemmaSide, { advice }: Moment, { pack }: Telling<S>): Move {
  const label = principleLabel(other.principle, pack)
  const owed = worded((w, say) => w.owedToOther(say(label)))
  const [reason] = side.because
  return {
    kind: 'side',
    name: side.principle,
    says: decideFor(asking(side.actions)),
    feedback: sentences(reason?.because, underHeading(owed, other.owed) ?? owed),
    sources: reason ? (advice.rules[reason.rule]?.sources ?? []) : [],
    does: side.actions.flatMap(({ action, force }) => (isTowards(force) ? [action] : [])),
    takes: side.principle,
  }
}

function positionMoves({ past, advice }: Moment): readonly Move[] {
  const particular = advice.actions.filter(({ standing }) => !standing)
  const first = disputed({ actions: particular }).find(
    ({ position }) => !past.taken.includes(position.rule) && !past.taken.includes(position.position),
  )
  if (first === undefined) return []
  const { action, position } = first
  const own = action.because
    .filter(({ rule }) => rule === position.rule)
    .map(({ force }) => ({ force, action: action.action, label: action.label }))
  const move = (name: string, asks: typeof own, sources: readonly string[]): Move => ({
    kind: 'side',
    name,
    says: decideFor(asking(asks)),
    feedback: sentences(...positionTexts(first)),
    sources,
    does: asks.flatMap((one) => (isTowards(one.force) ? [one.action] : [])),
    takes: name,
  })
  return [
    move(position.rule, own, advice.rules[position.rule]?.sources ?? []),
    move(position.position, [...position.asks], position.sources),
  ]
}

function owedMoves<S>(moment: Moment, telling: Telling<S>): readonly Move[] {
  return owedAt(moment, telling).open.map(({ action, says, because }) => ({
    kind: 'owed',
    name: action,
    says,
    feedback: sentences(
      worded((w) => w.isOwed),
      because,
    ),
    sources: sourcesOf(
      moment.advice.actions.find((one) => one.action === action),
      moment,
    ),
    does: [action],
  }))
}

function dutyMoves<S>(moment: Moment, telling: Telling<S>): readonly Move[] {
  const missed = new Set(owedAt(moment, telling).missed.map(({ action }) => action))
  return askedFor(moment)
    .filter(({ action, divided }) => !divided && !missed.has(action) && isOffered(action, telling.vignette))
    .map((one) => ({
      kind: 'duty',
      name: one.action,
      says: one.label,
      feedback: sentences(
        worded((_, __, language) => storyWords[language].asked[one.status as 'must']),
        reasonOf(one),
      ),
      sources: sourcesOf(one, moment),
      does: [one.action],
    }))
}

/** What is spoken against, in this case before in any. */
function againstMoves<S>(moment: Moment, { vignette, seed }: Telling<S>): readonly Move[] {
  const open = spokenAgainst(moment).filter(
    ({ action, divided }) => !divided && !moment.past.done.includes(action) && isOffered(action, vignette),
  )
  const particular = open.filter(({ standing }) => !standing)
  const offered = inSeededOrder(
    particular.length > 0 ? particular : open,
    seed + moment.past.act,
    ({ action }) => action,
  )
  return offered.map((one) => ({
    kind: 'against',
    name: one.action,
    says: one.label,
    feedback: sentences(
      worded((w) => (one.status === 'must-not' ? w.forbidden : w.unadvised)),
      reasonOf(one),
    ),
    sources: sourcesOf(one, moment),
    does: [one.action],
  }))
}

function waitMove(moment: Moment): Move {
  const first = askedFirst(moment)
  return {
    kind: 'wait',
    name: 'wait',
    says: worded((w) => w.waitStep),
    feedback: sentences(
      underHeading(
        worded((w) => w.waitingLeaves),
        first,
      ) ?? worded((w) => w.nothingDue),
    ),
    sources: [],
    does: [],
  }
}

/** What the story holds back, while nobody has asked. */
function askMoves<S>({ past }: Moment, { heldBack, pack }: Telling<S>): readonly Move[] {
  const open = [...heldBack].filter(([name]) => !past.asked.includes(name) && !past.late.includes(name))
  return open.map(([name, stated]) => {
    const fact = pack.facts.get(name) as Fact
    const question = questionInWords(fact)
    const answer = answerInWords(fact, stated)
    return {
      kind: 'ask',
      name,
      says: worded((_, say, language) => storyWords[language].ask(say(question))),
      feedback: worded((w, say) => w.told(say(answer))),
      sources: [],
      does: [],
      asks: name,
    }
  })
}

function decideFor(what: Text): Text {
  return worded((_, say, language) => storyWords[language].decideFor(say(what)))
}

function sourcesOf(action: AdvisedAction | undefined, { advice }: Moment): readonly string[] {
  const [reason] = action?.because ?? []
  return reason ? (advice.rules[reason.rule]?.sources ?? []) : []
}
