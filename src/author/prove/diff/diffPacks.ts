import { checkedOptions } from '../../../advise/advise.js'
import type { Fact } from '../../../pack/fact.js'
import { everyName } from '../../../pack/factTypes/wordList.js'
import { checkPack, type Pack } from '../../../pack/pack.js'
import type { Rule } from '../../../pack/rule.js'
import { factIn, inputsOf } from '../open/inputs.js'
import { OpenOutlook } from '../open/outlook.js'
import { openWorld } from '../open/world.js'
import { Circuit } from '../solve/circuit.js'
import { roundsNeeded } from '../study.js'
import { actionPairs, type Difference, type DiffOptions, differencesOf, nameOf } from './differences.js'

/** Whose advice differs between two packs: exactly, over all situations that both can state. */
export interface PackDiff {
  readonly packs: readonly [DiffedPack, DiffedPack]
  /** Status, certainty or urgency of an action differs; each way with its smallest situation. */
  readonly differences: readonly Difference[]
  /** The same is said, by other rules. */
  readonly otherGrounds: readonly Difference[]
  /** The rules that carry other published positions in one pack than in the other, by which the advice is marked. */
  readonly otherPositions: readonly string[]
  /** Actions of which nothing differs. */
  readonly unchanged: number
  /** Actions of which more may differ than is told, since the budget did not suffice. */
  readonly notFinished: readonly string[]
  /** What can be stated in one of the packs only: facts, and values of facts. */
  readonly notInBoth: readonly string[]
}

/** A pack that was compared. */
export interface DiffedPack {
  readonly name: string
  readonly version: string
  readonly digest: string
  readonly on: string
}

/**
 * Finds whose advice changes between two packs, over every situation that both can state, names of facts and actions that were
 * changed followed: the status, certainty and urgency of each action, and apart from these the rules that it rests on. Each
 * difference comes with the smallest situation that shows it, weighed by both packs.
 */
export async function diffPacks(
  before: Pack<unknown>,
  after: Pack<unknown>,
  options: DiffOptions = {},
): Promise<PackDiff> {
  const packs = [before, after] as const
  for (const pack of packs) checkPack(pack)
  const [given] = packs.map((pack) =>
    checkedOptions<DiffOptions, unknown>(options, pack, { budget: true, most: true }),
  ) as [DiffOptions, DiffOptions]
  const circuit = new Circuit()
  const world = openWorld(inputsOf(packs), circuit)
  const rounds = packs.map((pack) => roundsNeeded(pack, given))
  const outlooks = packs.map(
    (pack, i) => new OpenOutlook(pack, world, circuit, { ...given, rounds: rounds[i] ?? 1 }),
  ) as unknown as readonly [OpenOutlook, OpenOutlook]
  const compared: Compared[] = []
  for (const names of actionPairs(before, after)) compared.push(await differencesOf(names, outlooks, given))
  const settled = rounds.every((one) => one !== undefined)
  return {
    packs: [identity(before, given), identity(after, given)],
    differences: compared.flatMap(({ differences }) => differences),
    otherGrounds: compared.flatMap(({ otherGrounds }) => otherGrounds),
    otherPositions: positionsApart(before, after),
    unchanged: compared.filter(({ differences, otherGrounds }) => differences.length + otherGrounds.length === 0)
      .length,
    notFinished: compared.filter(({ finished }) => !finished || !settled).map(({ names }) => nameOf(names)),
    notInBoth: notInBoth(before, after),
  }
}

/** The rules whose other positions ask for something else, say it otherwise or rest on other sources. */
function positionsApart({ rules: before }: Pack<unknown>, { rules: after }: Pack<unknown>): readonly string[] {
  const held = (rule: Rule | undefined) => JSON.stringify(rule?.otherPositions ?? [])
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => held(before.get(name)) !== held(after.get(name))).sort()
}

type Compared = Awaited<ReturnType<typeof differencesOf>>

function identity({ name, version, digest, asOf }: Pack<unknown>, { on = asOf }: DiffOptions): DiffedPack {
  return { name, version, digest, on }
}

/** The facts, and the values of facts, that only one of the packs can state. */
function notInBoth(before: Pack<unknown>, after: Pack<unknown>): readonly string[] {
  const gone = [...before.facts.values()].flatMap((fact) => missingIn(fact, factIn(after, fact.name)))
  const present = new Set([...before.facts.values()].map(({ name }) => factIn(after, name)?.name))
  const added = [...after.facts.values()].flatMap((fact) => {
    if (!present.has(fact.name)) return [fact.name]
    const old = [...before.facts.values()].find(({ name }) => factIn(after, name) === fact)
    return old ? missingIn(fact, old) : []
  })
  return [...new Set([...gone, ...added])]
}

function missingIn(fact: Fact, other: Fact | undefined): readonly string[] {
  if (other === undefined || other.type !== fact.type) return [fact.name]
  return everyName(fact)
    .filter((word) => !everyName(other).includes(word))
    .map((word) => `${fact.name}: ${word}`)
}
