import { type Circuit, type Literal, never } from './solve/circuit.js'
import type { Answer, Found, Question } from './solve/question.js'

/** A way in which something can be, with as few things stated as do; `shown` where it was proved that fewer do not. */
export interface Smallest {
  readonly holds: (literal: Literal) => boolean
  readonly shown: boolean
}

/** How many conflicts may be met to make a situation smaller. */
const budget = 3_000

/**
 * Looks for a way in which all of these hold with as few of some things as possible: one after another is left out while it can be,
 * then it is asked whether any fewer do. Its answer is that of the first question where that is no.
 */
export function smallest(
  question: Question,
  wanted: readonly Literal[],
  things: () => readonly Literal[],
  circuit: Circuit,
): Smallest | Exclude<Answer, object> {
  question.reach(wanted)
  const counted = things()
  question.reach(counted)
  const first = question.ask(wanted)
  if (typeof first === 'string') return first
  let best = leftOut(question, wanted, counted, first)
  for (;;) {
    const count = stated(counted, best).length
    if (count === 0) return { ...best, shown: true }
    const fewer = question.ask([...wanted, -atLeast(count, counted, circuit)], budget)
    if (typeof fewer === 'string') return { ...best, shown: fewer === 'impossible' }
    best = fewer
  }
}

/** Leaves out one thing after another, as long as what is wanted can still hold. */
function leftOut(question: Question, wanted: readonly Literal[], things: readonly Literal[], first: Found): Found {
  let best = first
  for (const thing of stated(things, first)) {
    const kept = stated(things, best)
    if (!kept.includes(thing)) continue
    const others = things.filter((one) => one === thing || !kept.includes(one)).map((one) => -one)
    best = question.find([...wanted, ...others], budget) ?? best
  }
  return best
}

function stated(things: readonly Literal[], { holds }: Found): readonly Literal[] {
  return things.filter((thing) => holds(thing))
}

/** Whether at least so many of some things hold: counted one after another. */
function atLeast(count: number, things: readonly Literal[], circuit: Circuit): Literal {
  let reached: readonly Literal[] = Array.from({ length: count }, () => never)
  for (const thing of things)
    reached = reached.map((before, i) =>
      circuit.any([before, circuit.all([thing, ...(i === 0 ? [] : [reached[i - 1] as Literal])])]),
    )
  return reached[count - 1] as Literal
}
