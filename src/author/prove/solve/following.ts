import { type Clauses, literalsAt, type Place, type Slot } from './clauses.js'
import type { Trail } from './trail.js'

/** Follows what must hold from what does (unit propagation). */
export class Following {
  /** How much of what holds was followed. */
  private looked = 0

  constructor(
    private readonly clauses: Clauses,
    private readonly trail: Trail,
  ) {}

  /** What holds was undone but for so much of it. */
  undoTo(length: number): void {
    this.looked = length
  }

  /** Follows what must hold; the clause that then cannot, if there is one. */
  propagate(): Place {
    const { trail } = this
    while (this.looked < trail.length) {
      const conflict = this.deny((trail.order[this.looked++] as Slot) ^ 1)
      if (conflict !== 0) return conflict
    }
    return 0
  }

  /** A literal does not hold: each clause that watches it watches another, or what is left of it must hold. */
  private deny(denied: Slot): Place {
    const { trail } = this
    const { value } = trail
    const { row, first } = this.clauses
    // Where it stands which clause comes next; in the row, or before it where it is the first of all.
    let link = -1
    for (let place = first[denied] as Place; place !== 0; ) {
      const start = place + literalsAt
      const side = row[start] === denied ? 0 : 1
      const next = row[place + 1 + side] as Place
      const other = row[start + 1 - side] as Slot
      const another = value[other] === 1 ? 0 : this.another(place)
      if (another === 0) {
        link = place + 1 + side
        if (value[other] === -1) return place
        if (value[other] === 0) trail.hold(other, place)
      } else {
        const found = row[another] as Slot
        row[start + side] = found
        row[another] = denied
        row[place + 1 + side] = first[found] as Place
        first[found] = place
        if (link < 0) first[denied] = next
        else row[link] = next
      }
      place = next
    }
    return 0
  }

  /** Where in a clause a literal stands that is not watched and may hold; 0 for nowhere. */
  private another(place: Place): number {
    const { value } = this.trail
    const { row } = this.clauses
    const end = place + literalsAt + (row[place] as number)
    for (let i = place + literalsAt + 2; i < end; i++) if (value[row[i] as Slot] !== -1) return i
    return 0
  }
}
