import { rankActions, surestClaim } from '../../src/advise/rankActions.js'
import { conditionsRead, inputsOf } from '../../src/author/prove/open/inputs.js'
import { OpenOutlook } from '../../src/author/prove/open/outlook.js'
import { openWorld } from '../../src/author/prove/open/world.js'
import { Circuit } from '../../src/author/prove/solve/circuit.js'
import { comparedValue } from '../../src/decide/compiledPack.js'
import { knownFrom } from '../../src/decide/decide.js'
import { doneActions } from '../../src/decide/doneActions.js'
import { parseSituation } from '../../src/decide/situation.js'
import type { StatedFacts } from '../../src/decide/statedFacts.js'
import { leaves } from '../../src/pack/conditions.js'
import { leafTruth } from '../../src/pack/evaluation.js'
import type { Fact } from '../../src/pack/fact.js'
import type { AnySituation, Pack } from '../../src/pack/pack.js'
import { certainties, statuses, urgencies } from '../../src/vocabulary.js'
import { assess, type WeighOptions } from '../../src/weigh/assess.js'

/** What is said of each action, and how urgent the whole is, in one line each: as weighed, and as the circuit says. */
interface Compared {
  readonly weighed: Readonly<Record<string, string>>
  readonly circuit: Readonly<Record<string, string>>
}

/** The circuit of a pack, and what it says of situations beside what weighing says. */
export function comparison(pack: Pack, options: WeighOptions): (situation: AnySituation) => Compared {
  const circuit = new Circuit()
  const world = openWorld(inputsOf([pack]), circuit)
  const outlook = new OpenOutlook(pack, world, circuit, { ...options, rounds: 1_000 })
  return (situation) => {
    const stated = parseSituation(situation, pack)
    const holding = new Set(
      [...world].flatMap(([input, choices]) => {
        const value = statedClass(input, stated, [...world.keys()], pack)
        return choices.flatMap((choice) => (choice.value === value ? [choice.literal] : []))
      }),
    )
    const known = new Map<number, boolean>()
    const holds = (literal: number) => circuit.holds(literal, (variable) => holding.has(variable), known)
    return { weighed: asWeighed(stated, pack, options), circuit: asInCircuit(outlook, holds) }
  }
}

function asWeighed(stated: StatedFacts, pack: Pack, options: WeighOptions): Readonly<Record<string, string>> {
  const known = knownFrom(stated, pack)
  const assessed = assess(known, pack, options)
  const actions = rankActions(assessed, pack, doneActions(known, pack)).map((one) => [
    one.action,
    `${one.status} ${assessed.assumptions.get(surestClaim(one, assessed))?.certainty} ${one.urgency}`,
  ])
  return Object.fromEntries([...actions, ['', assessed.urgency]])
}

function asInCircuit(outlook: OpenOutlook, holds: (literal: number) => boolean): Readonly<Record<string, string>> {
  const actions = [...outlook.pack.actions.keys()].flatMap((action) =>
    statuses
      .filter((status) => holds(outlook.said(action, status)))
      .map((status) => {
        const certainty = certainties.filter((one) => holds(outlook.certain(action, status, one)))
        const urgency = urgencies.filter((one) => holds(outlook.soon(action, status, one)))
        return [action, `${status} ${certainty.join('/')} ${urgency.join('/')}`]
      }),
  )
  return Object.fromEntries([...actions, ['', urgencies.find((level) => holds(outlook.atLeast(level)))]])
}

type Input = ReturnType<typeof inputsOf>[number]

/** The value that stands for the stated one in the circuit: the member, or a value that nothing tells from it. */
function statedClass(input: Input, stated: StatedFacts, inputs: readonly Input[], pack: Pack): unknown {
  const value = stated.get(input.fact)
  if (value === undefined || value === null) return undefined
  if (value instanceof Map) {
    const members = inputs.filter(({ fact }) => fact === input.fact).map(({ member }) => member)
    const others = [...value].filter(([member, so]) => so !== null && !members.includes(member))
    const own = value.get(input.member as string) ?? undefined
    return own ?? (input.member === members.at(-1) ? others[0]?.[1] : undefined)
  }
  const fact = pack.facts.get(input.fact) as Fact
  const asked = conditionsRead(pack).flatMap(leaves)
  const truths = (one: typeof value) =>
    asked
      .filter((leaf) => leaf.fact === fact.name)
      .map((leaf) => leafTruth(leaf, pack.facts)(comparedValue(fact, one)))
      .join()
  return input.values.find((one) => truths(one) === truths(value))
}
