import { type CompiledPack, compiledPack, type Known } from '../../../decide/compiledPack.js'
import type { StatedFacts } from '../../../decide/statedFacts.js'
import type { Value } from '../../../pack/factTypes/factType.js'
import type { Pack } from '../../../pack/pack.js'
import type { Truth } from '../../../pack/truth.js'
import { cellsOf, type FactCells, numberOfTruths, type Tell, truthsOf } from './cells.js'
import { type Lookups, lookupsOf } from './lookups.js'
import { Tables } from './tables.js'

const sorts: readonly (keyof Lookups)[] = ['derived', 'rules', 'signs', 'guidelines', 'done']

/** What is looked up of one situation after the other. */
export class SituationTables<S> {
  /** The answers of each sort of lookup. */
  readonly answers: Readonly<Record<keyof Lookups, Uint8Array>>
  private readonly compiled: CompiledPack
  private readonly cells: readonly FactCells[]
  private readonly tables: Tables
  private readonly values: Value[]
  private readonly assumed: Value[]
  private readonly told: number[] = []
  private readonly tell: Tell

  constructor(pack: Pack<S>, on: string) {
    const lookups = lookupsOf(pack, on)
    const all = sorts.flatMap((sort) => lookups[sort])
    const comparisons = all.flatMap(({ compared }) => compared)
    this.compiled = compiledPack(pack)
    const { nothingKnown } = this.compiled
    this.cells = cellsOf(this.compiled, comparisons)
    this.tables = new Tables(all, this.cells, pack.facts, nothingKnown)
    this.answers = parted(this.tables.answers, lookups)
    this.values = nothingKnown.values.slice()
    this.assumed = nothingKnown.assumed.slice()
    this.tell = (cell, number) => this.tables.tell(cell, number)
  }

  /** What is known of the situation last looked at; a number stands for all of which every comparison says the same. */
  get known(): Known {
    const { values, assumed, compiled } = this
    return { stated: compiled.nothingKnown.stated, values, assumed }
  }

  /** Looks up what is asked of a situation; says whether its facts fit together. */
  look(stated: StatedFacts): boolean {
    this.clear()
    for (const [name, one] of stated) {
      const slot = this.compiled.slots.get(name)
      if (slot === undefined) continue
      const value = (this.cells[slot] as FactCells).write(one, this.tell)
      if (value !== undefined) this.know(slot, value, value)
    }
    const { known } = this
    if (!this.derive(known)) return false
    this.tables.lookAll(known)
    return true
  }

  /** What follows, each after that from which it does; what is stated, or presumed, stands before it. */
  private derive(known: Known): boolean {
    const { derived, presumed, nothingKnown } = this.compiled
    for (let lookup = 0; lookup < derived.length; lookup++) {
      const { slot } = derived[lookup] as CompiledPack['derived'][number]
      const stated = this.values[slot] as Truth
      const follows = truthsOf(this.tables.look(lookup, known))
      if (stated !== undefined && follows.value !== undefined && follows.value !== stated) return false
      const value = stated ?? follows.value
      const taken = value ?? (presumed[slot] as Truth) ?? follows.assumed
      if (value === undefined && taken === nothingKnown.assumed[slot]) continue
      this.know(slot, value, taken)
      this.tables.tell((this.cells[slot] as FactCells).whole.place, numberOfTruths(value, taken))
    }
    return true
  }

  private know(slot: number, value: Value, assumed: Value): void {
    this.values[slot] = value
    this.assumed[slot] = assumed
    this.told.push(slot)
  }

  private clear(): void {
    const { nothingKnown } = this.compiled
    this.tables.clear()
    for (const slot of this.told) {
      this.values[slot] = nothingKnown.values[slot]
      this.assumed[slot] = nothingKnown.assumed[slot]
    }
    this.told.length = 0
  }
}

function parted(answers: Uint8Array, lookups: Lookups): Readonly<Record<keyof Lookups, Uint8Array>> {
  let from = 0
  const parts = sorts.map((sort) => {
    const begin = from
    from += lookups[sort].length
    return [sort, answers.subarray(begin, from)] as const
  })
  return Object.fromEntries(parts) as Record<keyof Lookups, Uint8Array>
}
