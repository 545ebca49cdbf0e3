import { knownOrContradiction } from '../../decide/decide.js'
import type { StatedFacts } from '../../decide/statedFacts.js'
import type { Fact } from '../../pack/fact.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import type { Action } from '../../pack/packSource.js'
import { assess } from '../../weigh/assess.js'
import { differences } from '../contrasts.js'
import { disputed } from '../disputed.js'
import { type Lesson, unique } from '../lesson.js'
import { askedAndAnswered } from '../phrasing.js'
import { inSeededOrder } from '../seededOrder.js'
import type { ConcordanceItem, NewFactOrigin } from './setShape.js'

/** Something that one could learn, with the actions of which the rules would then say something else. */
interface NewFact {
  readonly fact: Fact
  readonly to: Stated
  readonly from: NewFactOrigin
  readonly moves: readonly string[]
}

/** A new fact beside the option that it is asked of. */
interface Pair extends NewFact {
  readonly option: string
}

/**
 * The items of a set: what the story holds back first, then the story with one fact different. Options and facts come in turn, so
 * that neither is asked about all the time. How an option is moved is not said.
 */
export function concordanceItems<S>(lesson: Lesson<S>, told: StatedFacts): readonly ConcordanceItem[] {
  const options = weighedOptions(lesson)
  const heldBack = inTurn(pairsOf(heldBackFacts(lesson, told), options), 1)
  const pairs = [...heldBack, ...inTurn(pairsOf(turningFacts(lesson), options), mostOfAFact, heldBack)]
  return pairs.slice(0, lesson.most).map(({ fact, to, from, option }, i) => ({
    id: `i${i + 1}`,
    option: (lesson.pack.actions.get(option) as Action).label,
    newFact: askedAndAnswered(fact, to),
    from,
    action: option,
    fact: fact.name,
  }))
}

const mostOfAFact = 2

/** Each new fact with each option on which it bears; what the story holds back is asked of an option in any case. */
function pairsOf(facts: readonly NewFact[], options: readonly string[]): readonly Pair[] {
  return facts.flatMap((one) => {
    const bearing = options.filter((name) => one.moves.includes(name))
    const asked = bearing.length === 0 && one.from === 'held-back' ? options : bearing
    return asked.map((option) => ({ ...one, option }))
  })
}

/** Always the pair whose fact, and then whose option, was taken least so far. */
function inTurn(pairs: readonly Pair[], most: number, before: readonly Pair[] = []): readonly Pair[] {
  const taken: Pair[] = []
  const uses = ({ fact }: Pair) => taken.filter((one) => one.fact === fact).length
  const asked = ({ option }: Pair) => [...before, ...taken].filter((one) => one.option === option).length
  const rest = new Set(pairs)
  for (;;) {
    const open = [...rest].filter((one) => uses(one) < most)
    const next = open.sort((a, b) => uses(a) - uses(b) || asked(a) - asked(b))[0]
    if (next === undefined) return taken
    rest.delete(next)
    taken.push(next)
  }
}

/** What is weighed in the case: what nothing decides, what the profession is divided about, what gave way, then first duties. */
function weighedOptions<S>({ advice }: Lesson<S>): readonly string[] {
  const duties = advice.actions.filter(
    ({ status, standing }) => !standing && (status === 'must' || status === 'should'),
  )
  return unique([
    ...advice.dilemmas.flatMap(({ sides }) => sides.flatMap(({ actions }) => actions.map(({ action }) => action))),
    ...disputed(advice).map(({ action }) => action.action),
    ...advice.setAside.map(({ action }) => action),
    ...duties.map(({ action }) => action),
  ]).slice(0, mostOptions)
}

const mostOptions = 8

function heldBackFacts<S>({ heldBack, pack, now, options }: Lesson<S>, told: StatedFacts): readonly NewFact[] {
  return [...heldBack].flatMap(([name, to]): NewFact[] => {
    const fact = pack.facts.get(name) as Fact
    const known = knownOrContradiction(new Map([...told, [name, to]]), pack)
    if (to === null || typeof known === 'string') return []
    return [{ fact, to, from: 'held-back', moves: differences(now, assess(known, pack, options)) }]
  })
}

function turningFacts<S>({ contrasts, now, seed }: Lesson<S>): readonly NewFact[] {
  const turning = contrasts.flatMap(({ fact, to, outline }): NewFact[] =>
    saysSomething(fact, to) ? [{ fact, to, from: 'turning-point', moves: differences(now, outline) }] : [],
  )
  return inSeededOrder(turning, seed, ({ fact, to }) => `${fact.name} ${String(to)}`)
}

/**
 * Whether a fact that is different tells something to weigh: not who or where, nothing that no rule may read, and not merely that
 * what the story is about is not so, which leaves nothing of the case.
 */
function saysSomething(fact: Fact, to: Stated): boolean {
  const { protected: guarded, background, danger, values = [] } = fact
  if (guarded || background || to instanceof Map) return false
  if (danger?.some((value) => value === to)) return true
  if (to === false) return false
  return !(danger && typeOf(fact).hasSteps && values[0]?.value === to)
}
