import { forces, type Status, type Urgency, urgencies } from '../../../vocabulary.js'
import { type Claim, isTowards, strength } from '../../../weigh/claims.js'
import type { Label } from '../../../weigh/weigh.js'

/** How strongly nothing pushes, and how soon nothing is due. */
const [nothing, later] = [-1, urgencies.length - 1]

/**
 * What the claims that did not give way say of their actions, in one situation after the other. An action is known by its place
 * among the names.
 */
export class SaidOfActions {
  /** The places of the actions that are spoken of, in their order. */
  readonly spoken: number[] = []
  private readonly placeOf: Int32Array
  private readonly forceOf: Uint8Array
  private readonly strengthOf: Uint8Array
  private readonly urgencyOf: Uint8Array
  private readonly isSpoken: Uint8Array
  /** How strong the strongest claim is that stands, with its force, and the strongest that is undecided. */
  private readonly standing: Int8Array
  private readonly standingForce: Uint8Array
  private readonly undecided: Int8Array
  /** How soon the claims against an action are, and those for it. */
  private readonly against: Uint8Array
  private readonly towards: Uint8Array

  constructor(claims: readonly Claim[], names: readonly string[]) {
    const places = new Map(names.map((name, place) => [name, place]))
    this.placeOf = Int32Array.from(claims, ({ action }) => places.get(action) as number)
    this.forceOf = Uint8Array.from(claims, ({ force }) => forces.indexOf(force))
    this.strengthOf = Uint8Array.from(claims, ({ force }) => strength(force))
    this.urgencyOf = Uint8Array.from(claims, ({ urgency }) => urgencies.indexOf(urgency))
    this.isSpoken = new Uint8Array(names.length)
    this.standing = new Int8Array(names.length)
    this.standingForce = new Uint8Array(names.length)
    this.undecided = new Int8Array(names.length)
    this.against = new Uint8Array(names.length)
    this.towards = new Uint8Array(names.length)
  }

  clear(): void {
    for (const place of this.spoken) this.isSpoken[place] = 0
    this.spoken.length = 0
  }

  /** Says what one claim says. */
  say(claim: number, label: Label): void {
    if (label === 'out') return
    const place = this.placeOf[claim] as number
    if (this.isSpoken[place] === 0) this.begin(place)
    const [pushed, force] = [this.strengthOf[claim] as number, this.forceOf[claim] as number]
    if (label === 'undecided') this.undecided[place] = Math.max(this.undecided[place] as number, pushed)
    else if (pushed > (this.standing[place] as number)) {
      this.standing[place] = pushed
      this.standingForce[place] = force
    }
    const way = isTowardsOf[force] ? this.towards : this.against
    way[place] = Math.min(way[place] as number, this.urgencyOf[claim] as number)
  }

  statusAt(place: number): Status {
    const [stands, open] = [this.standing[place] as number, this.undecided[place] as number]
    // Also where nothing stands: then all that is said is undecided.
    if (open >= stands) return 'contested'
    return forces[this.standingForce[place] as number] as Status
  }

  urgencyAt(place: number): Urgency {
    const status = this.statusAt(place)
    const [no, yes] = [this.against[place] as number, this.towards[place] as number]
    if (status === 'contested') return urgencies[Math.min(no, yes)] as Urgency
    return urgencies[isTowards(status) ? yes : no] as Urgency
  }

  /** Whether the action of a claim is contested. */
  isContested(claim: number): boolean {
    return this.statusAt(this.placeOf[claim] as number) === 'contested'
  }

  private begin(place: number): void {
    this.isSpoken[place] = 1
    this.spoken.push(place)
    this.standing[place] = nothing
    this.undecided[place] = nothing
    this.against[place] = later
    this.towards[place] = later
  }
}

const isTowardsOf = forces.map(isTowards)
