import { readsDanger } from '../../../pack/factsRead.js'
import type { Pack } from '../../../pack/pack.js'
import type { Unless } from '../../../pack/rule.js'
import { type Claim, claimGraph } from '../../../weigh/claims.js'
import { prevailing } from '../../../weigh/weigh.js'
import { always, type Circuit, type Literal, never } from '../solve/circuit.js'
import type { Deciding } from './deciding.js'
import { Least } from './leastFixedPoint.js'
import type { OpenWeighing } from './weighing.js'

/** A claim that could still turn out to defeat another, and where it could. */
interface Threat {
  readonly by: Claim
  readonly where: Literal
}

/** What the certainty of claims is made from. */
interface Weighed {
  readonly pack: Pack<unknown>
  readonly circuit: Circuit
  readonly deciding: Deciding
  readonly weighing: OpenWeighing
  readonly dangerStated: Literal
  readonly rounds: number
}

/** How sure each claim of a pack is in an open situation. */
export class Sureness {
  private readonly threats = new Map<Claim, readonly Threat[]>()
  private readonly victors = new Map<Claim, readonly Threat[]>()
  private readonly steady = new Map<Claim, Literal>()
  private readonly firmly: Least<Claim>
  private readonly steadily: Least<Claim>
  /** Where one more round could still make a claim firm or steady. */
  readonly unsettled: Literal[] = []

  constructor(private readonly weighed: Weighed) {
    const { weighing, rounds, circuit } = weighed
    const { claims } = weighing
    this.firmly = new Least(
      claims,
      (one) => this.firmNeeds(one),
      (one) => this.isFirm(one),
      rounds,
      circuit,
      this.unsettled,
    )
    this.steadily = new Least(
      claims,
      (one) => this.steadyNeeds(one),
      (one) => circuit.all([weighing.label(one).in, this.isSteady(one)]),
      rounds,
      circuit,
      this.unsettled,
    )
  }

  /** Whether nothing that is learned can weaken it. */
  firm(claim: Claim): Literal {
    return this.firmly.at(claim)
  }

  /** The claims, each after those on which its firmness hangs. */
  inOrder(): readonly Claim[] {
    for (const claim of this.weighed.weighing.claims) this.firmly.at(claim)
    return this.firmly.settled()
  }

  /** The claims, each after those on which it hangs that it is steady. */
  inSteadyOrder(): readonly Claim[] {
    for (const claim of this.weighed.weighing.claims) this.steadily.at(claim)
    return this.steadily.settled()
  }

  /** Whether it hangs on an open danger, of a claim that is made. */
  depends(claim: Claim): Literal {
    const { circuit, dangerStated } = this.weighed
    const steady = this.steady.get(claim) ?? this.isSteady(claim)
    this.steady.set(claim, steady)
    return circuit.all([dangerStated, -steady])
  }

  /** Whether one of its exceptions is open and reads a danger fact. */
  openToDanger({ rule }: Claim): Literal {
    const { open } = this.weighed.deciding.finding(rule)
    return this.weighed.circuit.any(open.filter((_, i) => this.readsDanger(rule.unless[i] as Unless)))
  }

  private isFirm(claim: Claim): Literal {
    const { circuit, deciding } = this.weighed
    if (claim.rule.findsOut) return never
    const held = this.threatsTo(claim).map(({ by, where }) => circuit.any([-where, this.defeatedFirmly(by)]))
    return circuit.all([deciding.finding(claim.rule).applies, ...held])
  }

  private defeatedFirmly(threat: Claim): Literal {
    const { circuit } = this.weighed
    return circuit.any(this.victorsOver(threat).map(({ by, where }) => circuit.all([where, this.firmly.at(by)])))
  }

  private firmNeeds(claim: Claim): readonly Claim[] {
    if (claim.rule.findsOut) return []
    return this.threatsTo(claim).flatMap((threat) => this.victorsOver(threat.by).map(({ by }) => by))
  }

  /** The claims that could still turn out to defeat another, or to put it in doubt. */
  private threatsTo(claim: Claim): readonly Threat[] {
    const { pack, circuit, deciding } = this.weighed
    const { rivals, alternatives } = claimGraph(pack)
    const could = (by: Claim, where: Literal) => ({
      by,
      where: circuit.all([deciding.finding(by.rule).possible, where]),
    })
    const found = this.threats.get(claim) ?? [
      ...rivals.get(claim).map((by) => could(by, this.couldDefeat(by, claim))),
      ...alternatives.get(claim).map((by) => could(by, always)),
    ]
    const threats = found.filter(({ where }) => where !== never)
    this.threats.set(claim, threats)
    return threats
  }

  private victorsOver(threat: Claim): readonly Threat[] {
    const found = this.victors.get(threat) ?? this.findVictors(threat)
    this.victors.set(threat, found)
    return found
  }

  private findVictors(threat: Claim): readonly Threat[] {
    const rivals = claimGraph(this.weighed.pack).rivals.get(threat)
    return rivals.map((by) => ({ by, where: this.surelyDefeats(by, threat) })).filter(({ where }) => where !== never)
  }

  private couldDefeat(claim: Claim, other: Claim): Literal {
    const settled = prevailing(claim, other)
    if (settled) return settled.claim === claim ? always : never
    const said = this.weighed.weighing.counsel(claim, other)
    return -this.weighed.circuit.all([said.sure, said.other])
  }

  private surelyDefeats(claim: Claim, other: Claim): Literal {
    const settled = prevailing(claim, other)
    if (settled) return settled.claim === claim ? always : never
    const said = this.weighed.weighing.counsel(claim, other)
    return this.weighed.circuit.all([said.sure, -said.other])
  }

  private hangsOnDanger(claim: Claim, other: Claim): Literal {
    return prevailing(claim, other) ? never : this.weighed.weighing.counsel(claim, other).hangsOnDanger
  }

  /** Whether no danger fact could undo a claim. */
  private isSteady(claim: Claim): Literal {
    const { circuit } = this.weighed
    const firm = this.firm(claim)
    if (claim.rule.findsOut) return firm
    const held = this.threatsTo(claim).map(({ by, where }) =>
      circuit.any([-where, this.defeatedFirmly(by), this.isHarmless(by, claim)]),
    )
    return circuit.any([firm, circuit.all([-this.openToDanger(claim), ...held])])
  }

  /** Whether a threat reads no danger, and is held out by a steady claim where it would defeat the other now. */
  private isHarmless(threat: Claim, claim: Claim): Literal {
    const { circuit, weighing } = this.weighed
    if ([threat.rule, ...threat.rule.unless].some((part) => this.readsDanger(part))) return never
    const defeating = weighing.defeatsOf(claim).filter(({ by }) => by === threat)
    const calm = -this.hangsOnDanger(threat, claim)
    if (defeating.length === 0) return calm
    const defeats = defeating.map(({ where }) => circuit.all([where, weighing.live(claim)]))
    const held = this.holders(threat).map((by) =>
      circuit.all([this.defeatsNow(by, threat), this.steadily.at(by), -this.hangsOnDanger(by, threat)]),
    )
    const out = circuit.all([weighing.label(threat).out, circuit.any(defeats)])
    return circuit.all([calm, circuit.any([-out, ...held])])
  }

  private defeatsNow(claim: Claim, other: Claim): Literal {
    const { circuit, weighing } = this.weighed
    const where = weighing.defeatsOf(other).find(({ by }) => by === claim)?.where ?? never
    return circuit.all([where, weighing.live(claim), weighing.live(other)])
  }

  private holders(threat: Claim): readonly Claim[] {
    return this.weighed.weighing.defeatsOf(threat).map(({ by }) => by)
  }

  private steadyNeeds(claim: Claim): readonly Claim[] {
    if (claim.rule.findsOut) return []
    const defeating = new Set(this.weighed.weighing.defeatsOf(claim).map(({ by }) => by))
    return this.threatsTo(claim).flatMap(({ by }) => (defeating.has(by) ? this.holders(by) : []))
  }

  private readsDanger({ conditions }: Pick<Unless, 'conditions'>): boolean {
    return readsDanger(conditions, this.weighed.pack.facts)
  }
}
