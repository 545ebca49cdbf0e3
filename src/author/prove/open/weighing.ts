import type { Pack } from '../../../pack/pack.js'
import { type Claim, claimGraph } from '../../../weigh/claims.js'
import { prevailing } from '../../../weigh/weigh.js'
import { always, type Circuit, type Literal, never } from '../solve/circuit.js'
import type { Deciding } from './deciding.js'
import type { Counselling, OpenCounsel } from './openFrameworkOpinions.js'
import { groupsInOrder } from './stronglyConnected.js'

/** Where a claim stands, and where it gives way; where neither, though it is made, it is undecided. */
interface OpenLabel {
  readonly in: Literal
  readonly out: Literal
}

const unlabelled: OpenLabel = { in: never, out: never }

/** One claim could defeat another, and where it does if both are made. */
interface Defeat {
  readonly by: Claim
  readonly where: Literal
}

/** What stands and what gives way among the claims of a pack in an open situation: the grounded extension. */
export class OpenWeighing {
  readonly claims: readonly Claim[]
  private readonly labels = new Map<Claim, OpenLabel>()
  private readonly defeated = new Map<Claim, readonly Defeat[]>()
  private groupOf: ReadonlyMap<Claim, readonly Claim[]> | undefined
  /** Where the labels of a circle of claims could still change after the rounds that were counted. */
  readonly unsettled: Literal[] = []

  constructor(
    private readonly pack: Pack<unknown>,
    private readonly deciding: Deciding,
    private readonly counselling: Counselling,
    private readonly circuit: Circuit,
    private readonly rounds: number,
  ) {
    this.claims = [...claimGraph(pack).claimsOf.values()].flat()
  }

  live({ rule }: Claim): Literal {
    return this.deciding.finding(rule).live
  }

  label(claim: Claim): OpenLabel {
    const before = this.labels.get(claim)
    if (before) return before
    this.groupOf ??= this.groups()
    this.labelGroup(this.groupOf.get(claim) as readonly Claim[])
    return this.labels.get(claim) as OpenLabel
  }

  /** What could defeat a claim, and where. */
  defeatsOf(claim: Claim): readonly Defeat[] {
    const found = this.defeated.get(claim) ?? this.findDefeats(claim)
    this.defeated.set(claim, found)
    return found
  }

  counsel(one: Claim, other: Claim): OpenCounsel {
    return this.counselling.counsel(one.rule, other.rule)
  }

  private findDefeats(claim: Claim): readonly Defeat[] {
    const rivals = claimGraph(this.pack).rivals.get(claim)
    return rivals.map((by) => ({ by, where: this.defeats(by, claim) })).filter(({ where }) => where !== never)
  }

  /** A claim defeats another unless that other prevails over it. */
  private defeats(claim: Claim, other: Claim): Literal {
    const settled = prevailing(claim, other)
    if (settled) return settled.claim === claim ? always : never
    return -this.counsel(claim, other).other
  }

  private groups(): ReadonlyMap<Claim, readonly Claim[]> {
    const { claims } = this
    const needs = (i: number) => this.defeatsOf(claims[i] as Claim).map(({ by }) => by.index)
    const groups = groupsInOrder(claims.length, needs).map((group) => group.map((i) => claims[i] as Claim))
    return new Map(groups.flatMap((group) => group.map((claim) => [claim, group] as const)))
  }

  /** Claims that defeat each other in a circle are labelled round by round, as the weighing does, from nothing labelled. */
  private labelGroup(group: readonly Claim[]): void {
    const circular = group.length > 1
    for (const claim of group) if (circular) this.labels.set(claim, unlabelled)
    const most = circular ? Math.min(this.rounds, group.length) : 1
    for (let round = 0; round < most; round++) if (!this.relabel(group)) return
    if (!circular || most === group.length) return
    const before = group.map((claim) => this.labels.get(claim) as OpenLabel)
    if (!this.relabel(group)) return
    for (const [i, claim] of group.entries()) {
      const after = this.labels.get(claim) as OpenLabel
      const { in: stood, out } = before[i] as OpenLabel
      this.unsettled.push(this.circuit.differ(stood, after.in), this.circuit.differ(out, after.out))
    }
  }

  /** One round over a group; whether anything is labelled otherwise. */
  private relabel(group: readonly Claim[]): boolean {
    const standing = group.map((claim) => this.stands(claim))
    const before = group.map((claim) => this.labels.get(claim))
    for (const [i, claim] of group.entries())
      this.labels.set(claim, { in: standing[i] as Literal, out: before[i]?.out ?? never })
    const givingWay = group.map((claim) => this.givesWay(claim))
    for (const [i, claim] of group.entries())
      this.labels.set(claim, { in: standing[i] as Literal, out: givingWay[i] as Literal })
    return group.some((_, i) => before[i]?.in !== standing[i] || before[i]?.out !== givingWay[i])
  }

  private stands(claim: Claim): Literal {
    const held = this.defeatsOf(claim).map(({ by, where }) =>
      this.circuit.any([-this.circuit.all([where, this.live(by)]), this.label(by).out]),
    )
    return this.circuit.all([this.live(claim), ...held])
  }

  private givesWay(claim: Claim): Literal {
    const beaten = this.defeatsOf(claim).map(({ by, where }) => this.circuit.all([where, this.label(by).in]))
    return this.circuit.all([this.live(claim), this.circuit.any(beaten)])
  }
}
