import { comparedValue } from '../../../decide/compiledPack.js'
import type { Conditions, Leaf } from '../../../pack/conditions.js'
import { leafTruth } from '../../../pack/evaluation.js'
import type { Fact } from '../../../pack/fact.js'
import { leavesRead } from '../../../pack/factsRead.js'
import type { Pack } from '../../../pack/pack.js'
import type { Input } from '../open/inputs.js'
import type { Statement } from '../open/world.js'

/** Statements that together suffice for something, in the order of what they state. */
type Way = readonly Statement[]

/** A pack, and what can be stated of its facts. */
interface Told {
  readonly pack: Pack<unknown>
  readonly inputs: readonly Input[]
}

/**
 * The fewest statements from which a fact follows, in every way there is: put together as its conditions are. Where any of several
 * suffices, each way to each; where all are needed, a way to each of them at once; and none that states more than another.
 */
export function waysTo(fact: Fact, value: boolean, told: Told): readonly Way[] {
  if (fact.derivedFrom === undefined) return []
  const sources = sourcesOf(fact, told)
  const place = new Map(sources.map((input, i) => [input, i]))
  const found = new Ways(sources, place, told.pack).to(fact.derivedFrom, value)
  return [...found].sort((one, other) => inOrder(one, other, place))
}

/** What can be stated of the facts from which a fact follows, by themselves. */
export function sourcesOf({ derivedFrom }: Fact, { inputs, pack }: Told): readonly Input[] {
  const read = derivedFrom ? leavesRead(derivedFrom, pack.facts) : []
  const isRead = ({ fact, member }: Input) =>
    read.some((leaf) => leaf.fact === fact && (member === undefined || leaf.value === member))
  return inputs.filter((input) => isRead(input) && !pack.facts.get(input.fact)?.derivedFrom)
}

class Ways {
  constructor(
    private readonly sources: readonly Input[],
    private readonly place: ReadonlyMap<Input, number>,
    private readonly pack: Pack<unknown>,
  ) {}

  to(conditions: Conditions, so: boolean): readonly Way[] {
    if ('not' in conditions) return this.to(conditions.not, !so)
    if ('fact' in conditions) return this.toLeaf(conditions, so)
    const [parts, together] = 'all' in conditions ? [conditions.all, so] : [conditions.any, !so]
    const each = parts.map((part) => this.to(part, so))
    return together ? each.reduce((ways, more) => this.both(ways, more), [[]] as readonly Way[]) : fewest(each.flat())
  }

  private toLeaf(leaf: Leaf, so: boolean): readonly Way[] {
    const fact = this.pack.facts.get(leaf.fact) as Fact
    const truth = leafTruth(leaf, this.pack.facts)
    const { derivedFrom } = fact
    if (derivedFrom)
      return [true, false].filter((value) => truth(value) === so).flatMap((value) => this.to(derivedFrom, value))
    return this.sources
      .filter((input) => input.fact === leaf.fact)
      .flatMap((input) => input.values.map((value) => ({ input, value })))
      .filter(({ input: { member }, value }) => {
        const stated = member === undefined ? value : new Map([[member, value === true]])
        return truth(comparedValue(fact, stated)) === so
      })
      .map((statement) => [statement])
  }

  /** A way to the one and a way to the other at once, where they do not state one thing in two ways. */
  private both(ways: readonly Way[], more: readonly Way[]): readonly Way[] {
    return fewest(ways.flatMap((way) => more.flatMap((other) => this.together(way, other) ?? [])))
  }

  private together(way: Way, other: Way): [Way] | undefined {
    const added = other.filter((one) => !has(way, one))
    if (added.some(({ input }) => way.some((one) => one.input === input))) return undefined
    const place = ({ input }: Statement) => this.place.get(input) as number
    return [[...way, ...added].sort((a, b) => place(a) - place(b))]
  }
}

/** The ways that state no more than is needed, each once. */
function fewest(ways: readonly Way[]): readonly Way[] {
  const kept: Way[] = []
  for (const way of [...ways].sort((one, other) => one.length - other.length))
    if (!kept.some((other) => other.every((part) => has(way, part)))) kept.push(way)
  return kept
}

function has(way: Way, { input, value }: Statement): boolean {
  return way.some((one) => one.input === input && one.value === value)
}

/** The order in which trying every statement after every other comes upon them: by what is stated last, then by what stands before it. */
function inOrder(one: Way, other: Way, place: ReadonlyMap<Input, number>): number {
  const [last, otherLast] = [one.at(-1), other.at(-1)]
  if (last === undefined || otherLast === undefined) return one.length - other.length
  const before = (place.get(last.input) as number) - (place.get(otherLast.input) as number)
  if (before !== 0) return before
  const prefix = inOrder(one.slice(0, -1), other.slice(0, -1), place)
  return prefix || last.input.values.indexOf(last.value) - last.input.values.indexOf(otherLast.value)
}
