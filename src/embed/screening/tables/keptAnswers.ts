import { mostCounted } from './keys.js'

/** Below this a key is its own place in the list of its lookup; those beyond stand in one table of all, of so many places. */
const mostListed = 256
const [leastPlaces, mostPlaces] = [2 ** 12, 2 ** 19]

/** Stands where there is no answer as yet. */
export const notFound = 255

/** Answers of lookups under their keys; when the table is as large as it may be and half full, it begins anew. */
export class KeptAnswers {
  /** The lists of all lookups, one after the other. */
  private readonly lists: Uint8Array
  private table = tableOf(leastPlaces)

  constructor(lookups: number) {
    this.lists = new Uint8Array(lookups * mostListed).fill(notFound)
  }

  at(lookup: number, key: number): number {
    if (key < mostListed) return this.lists[lookup * mostListed + key] as number
    return this.table.answers[placeIn(this.table, lookup, key)] as number
  }

  keep(lookup: number, key: number, found: number): void {
    if (key < mostListed) this.lists[lookup * mostListed + key] = found
    else if (key < mostCounted) {
      if (this.table.held * 2 >= this.table.keys.length) this.table = roomier(this.table)
      put(this.table, lookup, key, found)
    }
  }
}

/** Answers under lookup and key, each in the first place from that of its hash on that was free. */
interface Table {
  readonly keys: Float64Array
  readonly lookups: Int32Array
  readonly answers: Uint8Array
  held: number
}

function tableOf(places: number): Table {
  return {
    keys: new Float64Array(places),
    lookups: new Int32Array(places).fill(-1),
    answers: new Uint8Array(places).fill(notFound),
    held: 0,
  }
}

/** The place of a key, or the free one in which it would stand. */
function placeIn({ keys, lookups }: Table, lookup: number, key: number): number {
  const last = keys.length - 1
  let place = hash(lookup, key) & last
  while (lookups[place] !== -1 && (lookups[place] !== lookup || keys[place] !== key)) place = (place + 1) & last
  return place
}

function put(table: Table, lookup: number, key: number, found: number): void {
  const place = placeIn(table, lookup, key)
  table.keys[place] = key
  table.lookups[place] = lookup
  table.answers[place] = found
  table.held += 1
}

/** The same answers in twice the places; of a table that is as large as it may be, none. */
function roomier(table: Table): Table {
  if (table.keys.length === mostPlaces) return tableOf(mostPlaces)
  const result = tableOf(table.keys.length * 2)
  for (const [place, lookup] of table.lookups.entries())
    if (lookup !== -1) put(result, lookup, table.keys[place] as number, table.answers[place] as number)
  return result
}

/** An odd number near the golden section of 2 to the 32, by which numbers that lie close are spread. */
const spread = 0x9e3779b1

function hash(lookup: number, key: number): number {
  const mixed = Math.imul(key | 0, spread) ^ Math.imul((key / 2 ** 32) | 0, 0x85ebca6b) ^ Math.imul(lookup, 0xc2b2ae35)
  return Math.imul(mixed ^ (mixed >>> 15), spread) >>> 7
}
