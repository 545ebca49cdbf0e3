import type { Known } from '../../../decide/compiledPack.js'
import type { Pack } from '../../../pack/pack.js'
import { type Claim, claimGraph } from '../../../weigh/claims.js'
import { type Label, prevailing, weighClaims } from '../../../weigh/weigh.js'

const mostRemembered = 5_000

/** The claims that are made in one situation after the other, by their numbers, and what became of each. */
export class ClaimsMade<S> {
  readonly made: number[] = []
  private readonly isMade: Uint8Array
  private readonly labels: Label[]
  /** Those that collided, and may not stand. */
  private readonly moved: number[] = []
  private readonly rivals: (Int32Array | undefined)[]
  private readonly before = new Map<string, ReadonlyMap<Claim, Label>>()

  constructor(
    private readonly pack: Pack<S>,
    readonly claims: readonly Claim[],
    private readonly framework?: string,
  ) {
    this.isMade = new Uint8Array(claims.length)
    this.labels = claims.map(() => 'in')
    this.rivals = claims.map(() => undefined)
  }

  clear(): void {
    for (const claim of this.made) this.isMade[claim] = 0
    for (const claim of this.moved) this.labels[claim] = 'in'
    this.made.length = 0
    this.moved.length = 0
  }

  make(claim: number): void {
    this.isMade[claim] = 1
    this.made.push(claim)
  }

  labelOf(claim: number): Label {
    return this.labels[claim] as Label
  }

  /**
   * Weighs what was made. Only what collides is weighed, and what was weighed before is remembered.
   * @param guidelines what the conditions of the frameworks say in this situation, since what is weighed may hang on it
   */
  settle(guidelines: Uint8Array, known: Known): void {
    const colliding = this.made.filter((claim) => this.collides(claim))
    if (colliding.length === 0) return
    for (const [{ index }, label] of this.weighed(colliding, guidelines, known)) {
      this.labels[index] = label
      this.moved.push(index)
    }
  }

  /** Whether a claim gives way, by exception or by force, to one that is made. */
  isBeaten(claim: number): boolean {
    if (!this.collides(claim)) return false
    const one = this.claims[claim] as Claim
    return this.rivalsOf(claim).some((other) => {
      const rival = this.claims[other] as Claim
      return this.isMade[other] === 1 && prevailing(one, rival)?.claim === rival
    })
  }

  private collides(claim: number): boolean {
    const others = this.rivals[claim] ?? this.rivalsOf(claim)
    for (let i = 0; i < others.length; i++) if (this.isMade[others[i] as number] === 1) return true
    return false
  }

  private rivalsOf(claim: number): Int32Array {
    const all = claimGraph(this.pack).rivals.get(this.claims[claim] as Claim)
    const numbers = this.rivals[claim] ?? Int32Array.from(all, ({ index }) => index)
    this.rivals[claim] = numbers
    return numbers
  }

  private weighed(colliding: readonly number[], guidelines: Uint8Array, known: Known): ReadonlyMap<Claim, Label> {
    const key = `${guidelines.join()}:${colliding.join()}`
    const found = this.before.get(key)
    if (found) return found
    const claims = colliding.map((claim) => this.claims[claim] as Claim)
    const { labels } = weighClaims(claims, known, this.pack, this.framework)
    if (this.before.size === mostRemembered) this.before.clear()
    this.before.set(key, labels)
    return labels
  }
}
