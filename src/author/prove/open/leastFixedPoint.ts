import { type Circuit, type Literal, never } from '../solve/circuit.js'
import { groupsInOrder } from './stronglyConnected.js'

/**
 * What is so only because of things that are so already, counted up from nothing: things that hold each other up prove nothing.
 * Found once for each; circles are gone through in rounds, and `unsettled` tells where one more round could still add something.
 */
export class Least<T> {
  private readonly found = new Map<T, Literal>()
  private groups: ReadonlyMap<T, readonly T[]> | undefined

  constructor(
    private readonly items: readonly T[],
    private readonly needs: (item: T) => readonly T[],
    private readonly holds: (item: T) => Literal,
    private readonly rounds: number,
    private readonly circuit: Circuit,
    private readonly unsettled: Literal[],
  ) {}

  at(item: T): Literal {
    const before = this.found.get(item)
    if (before !== undefined) return before
    this.groups ??= this.inOrder()
    this.settle(this.groups.get(item) as readonly T[])
    return this.found.get(item) as Literal
  }

  /** What was found, in the order in which it was. */
  settled(): readonly T[] {
    return [...this.found.keys()]
  }

  private inOrder(): ReadonlyMap<T, readonly T[]> {
    const places = new Map(this.items.map((item, i) => [item, i]))
    const groups = groupsInOrder(this.items.length, (i) =>
      this.needs(this.items[i] as T).map((one) => places.get(one) as number),
    )
    return new Map(
      groups.flatMap((group) => {
        const items = group.map((i) => this.items[i] as T)
        return items.map((item) => [item, items] as const)
      }),
    )
  }

  private settle(group: readonly T[]): void {
    for (const item of group) this.found.set(item, never)
    const circular = group.length > 1 || this.needs(group[0] as T).includes(group[0] as T)
    const most = circular ? Math.min(this.rounds, group.length) : 1
    for (let round = 0; round < most; round++) if (!this.round(group)) return
    if (!circular || most === group.length) return
    const before = group.map((item) => this.found.get(item) as Literal)
    if (!this.round(group)) return
    for (const [i, item] of group.entries())
      this.unsettled.push(this.circuit.differ(before[i] as Literal, this.found.get(item) as Literal))
  }

  /** Counts once more what is so; whether anything came out otherwise. */
  private round(group: readonly T[]): boolean {
    const now = group.map((item) => this.holds(item))
    const changed = group.some((item, i) => this.found.get(item) !== now[i])
    for (const [i, item] of group.entries()) this.found.set(item, now[i] as Literal)
    return changed
  }
}
