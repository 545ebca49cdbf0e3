import { type CompiledPack, comparedValue } from '../../../decide/compiledPack.js'
import { constantsIn, type Leaf, type Scalar } from '../../../pack/conditions.js'
import type { Fact } from '../../../pack/fact.js'
import type { Stated, Value } from '../../../pack/factTypes/factType.js'
import { typeOf } from '../../../pack/factTypes/factTypes.js'
import { everyName } from '../../../pack/factTypes/wordList.js'
import { grouped } from '../../../pack/grouped.js'
import type { Truth } from '../../../pack/truth.js'

/**
 * A fact, or of a list one of its members, with a number for each thing known of it that some comparison tells from the others.
 */
export interface Cell {
  readonly place: number
  /** The place of its fact among the facts. */
  readonly slot: number
  /** By number what is known, and what is taken for known. */
  readonly known: readonly { readonly value: Value; readonly assumed: Value }[]
  /** The number of what is known of it while nothing is stated. */
  readonly untold: number
}

/** Tells the number of a cell. */
export type Tell = (cell: number, number: number) => void

/** The cells of a fact, and how what is stated of it is told by their numbers. */
export interface FactCells {
  readonly fact: Fact
  /** The cell that tells whether anything is known of it; where it is no list, the only one. */
  readonly whole: Cell
  /** Of a list by member: the cells of those that are compared. */
  readonly members: ReadonlyMap<string, Cell>
  /** Tells what is stated, and gives it as it is compared. */
  readonly write: (stated: Stated, tell: Tell) => Value
}

/** The cells of all facts of a pack, in the order of the facts, for some comparisons. */
export function cellsOf(
  { facts, derived, nothingKnown }: Pick<CompiledPack, 'facts' | 'derived' | 'nothingKnown'>,
  compared: readonly Leaf[],
): readonly FactCells[] {
  const comparisons = grouped(compared, ({ fact }) => fact)
  const follows = new Set(derived.map(({ slot }) => slot))
  let places = 0
  return facts.map((fact, slot): FactCells => {
    const cell: MakeCell = (known, untold = 0) => ({ place: places++, slot, known, untold })
    const leaves = comparisons.get(fact.name) ?? []
    const assumed = nothingKnown.assumed[slot]
    if (typeOf(fact).input === 'members') return cellsOfList(fact, leaves, cell)
    if (follows.has(slot)) return cellOfDerived(fact, cell(pairsOfTruths, numberOfTruth(assumed as Truth)))
    if (typeOf(fact).input === 'number') return cellOfNumber(fact, leaves, assumed, cell)
    return cellOfWords(fact, assumed, cell)
  })
}

/** All cells of facts, in the order of their places. */
export function cellsIn(facts: readonly FactCells[]): readonly Cell[] {
  return facts.flatMap(({ whole, members }) => [whole, ...members.values()])
}

type MakeCell = (known: Cell['known'], untold?: number) => Cell

const truths: readonly Truth[] = [undefined, true, false]
const pairsOfTruths = truths.flatMap((value) => truths.map((assumed) => ({ value, assumed })))

function numberOfTruth(truth: Truth): number {
  return truths.indexOf(truth)
}

/** Two truths as one number: of what is known, and of what is taken for known. */
export function numberOfTruths(value: Truth, assumed: Truth): number {
  return 3 * numberOfTruth(value) + numberOfTruth(assumed)
}

/** The truths of a number. */
export function truthsOf(number: number): { readonly value: Truth; readonly assumed: Truth } {
  return pairsOfTruths[number] as { readonly value: Truth; readonly assumed: Truth }
}

/** What is known, and taken for known as well. */
function sure(value: Value): Cell['known'][number] {
  return { value, assumed: value }
}

function cellOfWords(fact: Fact, assumed: Value, cell: MakeCell): FactCells {
  const type = typeOf(fact)
  const words = type.values(fact, [])
  const whole = cell([{ value: undefined, assumed }, ...words.map((word) => sure(type.compared(fact, word)))])
  const numbers = new Map(words.map((word, i) => [word, i + 1]))
  return withWhole(fact, whole, (stated) => numbers.get(stated as Scalar) as number)
}

/** Of numbers each that is compared with, and what lies below, between and above them. */
function cellOfNumber(fact: Fact, leaves: readonly Leaf[], assumed: Value, cell: MakeCell): FactCells {
  const constants = constantsIn(leaves).filter((one) => typeof one === 'number')
  const cuts = [...new Set(constants)].sort((a, b) => a - b)
  const around = cuts.flatMap((cut, i) => [i === 0 ? cut - 1 : ((cuts[i - 1] as number) + cut) / 2, cut])
  const classes = [...around, (cuts.at(-1) ?? 0) + 1]
  const whole = cell([{ value: undefined, assumed }, ...classes.map(sure)])
  return withWhole(fact, whole, (stated) => {
    const above = cuts.findIndex((cut) => (stated as number) <= cut)
    if (above === -1) return classes.length
    return 2 * above + (cuts[above] === stated ? 2 : 1)
  })
}

function withWhole(fact: Fact, whole: Cell, numberOf: (stated: Stated) => number): FactCells {
  const write: FactCells['write'] = (stated, tell) => {
    if (stated === null) return undefined
    const number = numberOf(stated)
    tell(whole.place, number)
    return whole.known[number]?.value
  }
  return { fact, whole, members: new Map(), write }
}

/** What follows from others is told once all that is stated was. */
function cellOfDerived(fact: Fact, whole: Cell): FactCells {
  return { fact, whole, members: new Map(), write: (stated) => (stated as boolean | null) ?? undefined }
}

function cellsOfList(fact: Fact, leaves: readonly Leaf[], cell: MakeCell): FactCells {
  const compared = new Set(constantsIn(leaves))
  const states = (member: string) => truths.map((so) => sure(so === undefined ? so : new Map([[member, so]])))
  const named = everyName(fact).filter((member) => compared.has(member))
  const whole = cell([sure(undefined), sure(new Map())])
  const members = new Map(named.map((member) => [member, cell(states(member))]))
  const write: FactCells['write'] = (stated, tell) => {
    for (const [member, so] of (stated ?? []) as Iterable<readonly [string, boolean | null]>) {
      if (so === null) continue
      tell(whole.place, 1)
      const one = members.get(member)
      if (one) tell(one.place, numberOfTruth(so))
    }
    return comparedValue(fact, stated)
  }
  return { fact, whole, members, write }
}
