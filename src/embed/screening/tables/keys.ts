import type { Known } from '../../../decide/compiledPack.js'
import type { Leaf } from '../../../pack/conditions.js'
import { leafTruth } from '../../../pack/evaluation.js'
import type { Facts } from '../../../pack/fact.js'
import { type Cell, cellsIn, type FactCells, numberOfTruths } from './cells.js'
import { closed, type Lookup } from './lookups.js'

/** The lookups of which a number of a cell moves the key, and by how much; without end where it closes what is looked up. */
interface Moved {
  readonly at: Int32Array
  readonly by: Float64Array
  /** What each answers if nothing else moves it. */
  readonly alone: Uint8Array
}

/** What a lookup reads of a cell. */
interface Reading {
  readonly lookup: number
  readonly tells: Tells[]
}

type Tells = (known: Cell['known'][number]) => number

/** A key from which on it may stand for more than one situation. */
export const mostCounted = 2 ** 52

/**
 * How the numbers of cells make the keys of lookups. Numbers of which every comparison of a lookup says the same are the same
 * to it. How a cell moves keys is found out when it is first told: most facts are seldom stated.
 */
export class Keys {
  private readonly cells: readonly Cell[]
  private readonly readings: readonly (ReadonlyMap<number, Reading> | undefined)[]
  private readonly found: (readonly Moved[] | undefined)[]
  /** How many keys each lookup has as yet. */
  private readonly counts: number[]

  constructor(
    private readonly lookups: readonly Lookup[],
    facts: readonly FactCells[],
    declared: Facts,
    private readonly nothingKnown: Known,
  ) {
    this.cells = cellsIn(facts)
    this.readings = readingsOf(lookups, facts, declared)
    this.found = this.cells.map(() => undefined)
    this.counts = lookups.map(() => 1)
  }

  moved(place: number, number: number): Moved {
    const found = this.found[place] ?? this.movedBy(place)
    return found[number] as Moved
  }

  private movedBy(place: number): readonly Moved[] {
    const cell = this.cells[place] as Cell
    const alone = cell.known.map((known) => aloneKnown(cell, known, this.nothingKnown))
    const readers = [...(this.readings[place]?.values() ?? [])]
    const moves = readers.map((reading) => this.moves(cell, alone, reading))
    const found = cell.known.map((_, number): Moved => {
      const moved = moves.filter(({ by }) => by[number] !== 0)
      return {
        at: Int32Array.from(moved, ({ lookup }) => lookup),
        by: Float64Array.from(moved, ({ by }) => by[number] as number),
        alone: Uint8Array.from(moved, ({ answers }) => answers[number] as number),
      }
    })
    this.found[place] = found
    return found
  }

  /** By how much each number of a cell moves the key of a lookup from that of nothing told, and what is then answered. */
  private moves({ known, untold }: Cell, alone: readonly Known[], { lookup, tells }: Reading) {
    const { found } = this.lookups[lookup] as Lookup
    const step = this.counts[lookup] as number
    const said = known.map((one) => tells.map((tell) => tell(one)).join())
    const classes = [said[untold]]
    const answers = alone.map(found)
    const by = said.map((one, number) => {
      if (answers[number] === closed) return Number.POSITIVE_INFINITY
      if (!classes.includes(one)) classes.push(one)
      return classes.indexOf(one) * step
    })
    // No key is kept of what has more of them than can be counted.
    this.counts[lookup] = Math.min(step * classes.length, mostCounted)
    return { lookup, by, answers }
  }
}

/** What is known where nothing is told but a number of one cell. */
function aloneKnown({ slot }: Cell, { value, assumed }: Cell['known'][number], nothingKnown: Known): Known {
  const [values, taken] = [nothingKnown.values.slice(), nothingKnown.assumed.slice()]
  values[slot] = value
  taken[slot] = assumed
  return { stated: nothingKnown.stated, values, assumed: taken }
}

/** By cell what each lookup reads of it. */
function readingsOf(
  lookups: readonly Lookup[],
  facts: readonly FactCells[],
  declared: Facts,
): readonly (ReadonlyMap<number, Reading> | undefined)[] {
  const byName = new Map(facts.map((one) => [one.fact.name, one]))
  const readings: (Map<number, Reading> | undefined)[] = []
  const add = ({ place }: Cell, lookup: number, tells: Tells) => {
    readings[place] ??= new Map()
    const reading = readings[place].get(lookup) ?? { lookup, tells: [] }
    reading.tells.push(tells)
    readings[place].set(lookup, reading)
  }
  for (const [lookup, { compared, wholes }] of lookups.entries()) {
    for (const leaf of new Set(compared)) add(cellOf(leaf, byName), lookup, telling(leaf, declared))
    for (const name of wholes) add((byName.get(name) as FactCells).whole, lookup, isKnown)
  }
  return readings
}

function cellOf({ fact, value }: Leaf, facts: ReadonlyMap<string, FactCells>): Cell {
  const { whole, members } = facts.get(fact) as FactCells
  return members.get(value as string) ?? whole
}

function telling(leaf: Leaf, declared: Facts): Tells {
  const truth = leafTruth(leaf, declared)
  return ({ value, assumed }) => numberOfTruths(truth(value), truth(assumed))
}

function isKnown({ value }: Cell['known'][number]): number {
  return value === undefined ? 0 : 1
}
