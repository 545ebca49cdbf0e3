import type { NamedAction } from '../advise/advice.js'
import { checkedOptions } from '../advise/advise.js'
import { namedAction } from '../advise/reasons.js'
import { type Answer, answerOf } from '../ask/question.js'
import { decide, knownOrContradiction } from '../decide/decide.js'
import { restated } from '../decide/statedFacts.js'
import type { Fact } from '../pack/fact.js'
import { factsRead } from '../pack/factsRead.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { checkPack, type Pack } from '../pack/pack.js'
import { conditionsOf } from '../pack/rule.js'
import type { Status, Text } from '../vocabulary.js'
import { assess, type WeighedActions, type WeighOptions, weighActions } from '../weigh/assess.js'
import { type Claim, claimGraph } from '../weigh/claims.js'
import { knownSituation, type Statement, statements } from './statements.js'
import { type ActionOptions, knownAction } from './whyNot.js'

/** A fact as it was stated. */
export interface StatedFact {
  readonly fact: string
  readonly label: Text
  readonly answer: Answer
}

/** On which of the stated facts a recommendation rests. */
export interface Why extends NamedAction {
  readonly status: Status | null
  /** As few of the stated facts as are enough: with them alone the same would be said of the action. */
  readonly sufficient: readonly StatedFact[]
  /** Whether no fewer would do; else they were found by leaving out what can be, one after the other. */
  readonly fewest: boolean
  /** The stated facts without each of which something else would be said of it. */
  readonly necessary: readonly StatedFact[]
}

/** The most facts of which every choice is tried before what can be is left out one by one. */
const mostTried = 4

/**
 * Why something is said of an action: as few stated facts as are enough for it, and those without which it would not be said.
 * @param options `action`: the name of an action of the pack
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function why<S>(situation: NoInfer<S>, pack: Pack<S>, options: ActionOptions): Why {
  checkPack(pack)
  const given = checkedOptions<ActionOptions, S>(options, pack, { action: true })
  const action = knownAction(given, pack)
  const known = knownSituation(situation, pack)
  const now = assess(known, pack, given)
  const status = now.statuses.get(action) ?? null
  const all = statements(known.stated).filter(([, value]) => isTold(value))
  const same = (facts: readonly Statement[]) => statusFrom(facts, action, pack, given) === status
  const bearing = bearingOn(action, now, pack)
  const near = all.filter(([name]) => bearing.has(name))
  const fewest = status === null ? undefined : smallest(near, same)
  const sufficient =
    status === null ? [] : (fewest ?? leftOver([...all.filter((one) => !near.includes(one)), ...near], same))
  return {
    ...namedAction(action, pack),
    status,
    sufficient: sufficient.map((one) => statedFact(one, pack)),
    fewest: fewest !== undefined,
    necessary: all.filter((one) => !same(all.filter((other) => other !== one))).map((one) => statedFact(one, pack)),
  }
}

/** Whether a statement says something, other than that it is not known. */
function isTold(value: Stated): boolean {
  return value instanceof Map ? [...value.values()][0] !== null : value !== null
}

/** What would be said of an action were these all the facts that are stated; nothing else is where they contradict each other. */
function statusFrom<S>(
  facts: readonly Statement[],
  action: string,
  pack: Pack<S>,
  options: WeighOptions,
): Status | null | undefined {
  const known = knownOrContradiction(restated(new Map(), facts), pack)
  if (typeof known === 'string') return undefined
  return weighActions(decide(known, pack, options.on), known, pack, options).statuses.get(action) ?? null
}

/** The facts read by the rules whose claims on an action stand or stay undecided, and by those that these collide with. */
function bearingOn<S>(action: string, { weighing }: WeighedActions, pack: Pack<S>): ReadonlySet<string> {
  const { rivals } = claimGraph(pack)
  const own = [...weighing.labels].flatMap(([claim, label]) =>
    claim.action === action && label !== 'out' ? [claim] : [],
  )
  const colliding = own.flatMap((claim) => rivals.get(claim).filter((rival) => weighing.labels.has(rival)))
  const read = ({ rule }: Claim) => conditionsOf(rule).flatMap((conditions) => [...factsRead(conditions, pack.facts)])
  return new Set([...own, ...colliding].flatMap(read))
}

/** The first choice of as few facts as possible that is enough; none where more than a few are needed. */
function smallest(facts: readonly Statement[], enough: (facts: readonly Statement[]) => boolean) {
  for (let size = 0; size <= Math.min(mostTried, facts.length); size++)
    for (const some of choices(facts, size)) if (enough(some)) return some
  return undefined
}

function* choices<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield []
  else
    for (const [i, item] of items.entries())
      for (const rest of choices(items.slice(i + 1), size - 1)) yield [item, ...rest]
}

/** What is left when each fact is left out in turn that can be. */
function leftOver(facts: readonly Statement[], enough: (facts: readonly Statement[]) => boolean): readonly Statement[] {
  return facts.reduce<readonly Statement[]>((left, one) => {
    const without = left.filter((other) => other !== one)
    return enough(without) ? without : left
  }, facts)
}

function statedFact<S>([name, value]: Statement, pack: Pack<S>): StatedFact {
  const fact = pack.facts.get(name) as Fact
  return { fact: name, label: fact.label, answer: answerOf(fact, value) }
}
