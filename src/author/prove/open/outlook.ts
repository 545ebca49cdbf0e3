import { compiledPack } from '../../../decide/compiledPack.js'
import type { Conditions } from '../../../pack/conditions.js'
import type { Said } from '../../../pack/invariant.js'
import type { Pack } from '../../../pack/pack.js'
import { type Certainty, type Status, type Urgency, urgencies } from '../../../vocabulary.js'
import type { WeighOptions } from '../../../weigh/assess.js'
import { type Claim, claimGraph, isTowards, strength } from '../../../weigh/claims.js'
import { prevailing } from '../../../weigh/weigh.js'
import { always, type Circuit, type Literal, never } from '../solve/circuit.js'
import { Deciding } from './deciding.js'
import { type Likeness, readsAny } from './likeness.js'
import { Counselling } from './openFrameworkOpinions.js'
import { type Mode, type Rails, Reading } from './reading.js'
import { Sureness } from './sureness.js'
import { OpenWeighing } from './weighing.js'
import type { World } from './world.js'

const towards = ['must', 'should', 'may'] as const

/** How the weighing of an open situation is put together. */
interface OutlookOptions extends WeighOptions {
  /** How many rounds to count where claims hang on each other in a circle; that no more are needed is then asked. */
  readonly rounds?: number
}

/** All that a pack says of an open situation, as parts of a circuit, each made once it is wanted. */
export class OpenOutlook {
  readonly reading: Reading
  readonly deciding: Deciding
  readonly counselling: Counselling
  readonly weighing: OpenWeighing
  readonly sureness: Sureness
  readonly dangerStated: Literal
  private readonly signs: Conditions
  private readonly byAction: Map<string, Claim[]>
  private readonly weighedBefore = new Map<string, Map<Said, Literal>>()
  private readonly pressing = new Map<Claim, Literal>()

  constructor(
    readonly pack: Pack<unknown>,
    readonly world: World,
    readonly circuit: Circuit,
    readonly options: OutlookOptions = {},
    like?: Likeness<OpenOutlook>,
  ) {
    const { on = pack.asOf, framework, rounds = 1 } = options
    this.reading = new Reading(pack, world, circuit, like && { as: like.as.reading, differs: like.differs })
    const decidedBefore = like && { as: like.as.deciding, differs: like.differs }
    this.deciding = new Deciding(pack, this.reading, circuit, on, decidedBefore)
    const whens = [...pack.frameworks.values()].flatMap(({ guidelines }) =>
      guidelines.flatMap(({ when }) => when ?? []),
    )
    const asBefore = like && !readsAny(whens, like.differs, pack) ? like.as.counselling : undefined
    this.counselling = asBefore ?? new Counselling(pack, this.reading, circuit, framework)
    this.weighing = new OpenWeighing(pack, this.deciding, this.counselling, circuit, rounds)
    this.signs = compiledPack(pack).dangerSigns
    this.dangerStated = this.known(this.signs).yes
    const { deciding, weighing, dangerStated } = this
    this.sureness = new Sureness({ pack, circuit, deciding, weighing, dangerStated, rounds })
    this.byAction = like?.as.byAction ?? new Map<string, Claim[]>()
    if (!like) for (const claim of weighing.claims) this.claimsOn(claim.action).push(claim)
  }

  /** What is known of conditions, by what is stated and follows from it. */
  known(conditions: Conditions, mode: Mode = 'known'): Rails {
    return this.reading.rails(conditions, mode)
  }

  /** The claims that rules can make on an action. */
  claimsOn(action: string): Claim[] {
    const claims = this.byAction.get(action) ?? []
    this.byAction.set(action, claims)
    return claims
  }

  /** Where this is said of an action: what would be asked for or permitted and is done is said to be done. */
  said(action: string, what: Said): Literal {
    const { circuit } = this
    const done = this.isDone(action)
    if (what === 'done') return circuit.all([done, circuit.any(towards.map((one) => this.weighed(action, one)))])
    const weighed = this.weighed(action, what)
    return towards.some((one) => one === what) ? circuit.all([weighed, -done]) : weighed
  }

  private isDone(action: string): Literal {
    const { done } = this.pack.actions.get(action) ?? {}
    return done ? this.known(done.conditions).yes : never
  }

  /** Where this is what was weighed, were nothing done. */
  private weighed(action: string, what: Exclude<Said, 'done'>): Literal {
    const ofAction = this.weighedBefore.get(action) ?? new Map<Said, Literal>()
    const weighed = ofAction.get(what) ?? this.weigh(action, what)
    this.weighedBefore.set(action, ofAction.set(what, weighed))
    return weighed
  }

  private weigh(action: string, what: Exclude<Said, 'done'>): Literal {
    const { circuit } = this
    const claims = this.claimsOn(action)
    const made = circuit.any(claims.map((claim) => this.weighing.live(claim)))
    if (what === 'not-spoken-of') return -made
    const remaining = circuit.any(claims.map((claim) => this.remains(claim)))
    if (what === 'gave-way') return circuit.all([made, -remaining])
    if (what === 'contested') return circuit.any([3, 2, 1].map((level) => this.contestedAt(action, level)))
    return circuit.all([
      this.stands(action, (one) => one.force === what),
      -this.stands(action, ({ force }) => strength(force) > strength(what)),
      ...[3, 2, 1].filter((level) => level >= strength(what)).map((level) => -this.undecided(action, level)),
    ])
  }

  /** How surely it is said, where this status is. */
  certain(action: string, status: Status, certainty: Certainty): Literal {
    const { circuit, sureness } = this
    const bearing = this.claimsOn(action).filter(({ force }) => status === 'contested' || force === status)
    const is = {
      firm: (claim: Claim) => sureness.firm(claim),
      depends: (claim: Claim) => sureness.depends(claim),
      presumed: (claim: Claim) => circuit.all([-sureness.firm(claim), -sureness.depends(claim)]),
    }
    const some = (one: Certainty) =>
      circuit.any(bearing.map((claim) => circuit.all([this.remains(claim), is[one](claim)])))
    const order: readonly Certainty[] =
      status === 'contested' ? ['depends', 'presumed', 'firm'] : ['firm', 'presumed', 'depends']
    const before = order.slice(0, order.indexOf(certainty))
    return circuit.all([this.said(action, status), some(certainty), ...before.map((one) => -some(one))])
  }

  /** How soon, where this status is said. */
  soon(action: string, status: Status, urgency: Urgency): Literal {
    const { circuit } = this
    const bearing = this.claimsOn(action).filter(
      ({ force }) => status === 'contested' || isTowards(force) === isTowards(status),
    )
    const some = (level: Urgency) =>
      circuit.any(bearing.filter((claim) => claim.urgency === level).map((claim) => this.remains(claim)))
    const sooner = urgencies.slice(0, urgencies.indexOf(urgency))
    return circuit.all([this.said(action, status), some(urgency), ...sooner.map((one) => -some(one))])
  }

  /** Whether the whole is at least as urgent as this. */
  atLeast(level: Urgency): Literal {
    const { circuit } = this
    if (level === 'routine') return always
    const open = level === 'prompt' ? circuit.all([this.reading.could(this.signs, true), this.dangerOpen()]) : never
    const soonerOrSame = urgencies.slice(0, urgencies.indexOf(level) + 1)
    const pressing = this.weighing.claims
      .filter(({ urgency }) => soonerOrSame.includes(urgency))
      .map((claim) => this.presses(claim))
    return circuit.any([open, ...pressing])
  }

  private presses(claim: Claim): Literal {
    const before = this.pressing.get(claim)
    if (before !== undefined) return before
    const { presses } = this.deciding.finding(claim.rule)
    const found = presses === never ? never : this.circuit.all([presses, -this.surelyDefeated(claim)])
    this.pressing.set(claim, found)
    return found
  }

  /** Whether any rule leaves a danger open. */
  dangerOpen(): Literal {
    return this.circuit.any([...this.pack.rules.values()].map((rule) => this.deciding.finding(rule).opensDanger))
  }

  /** What more rounds could still change; asked so far as it was made. */
  unsettled(): Literal {
    return this.circuit.any([...this.weighing.unsettled, ...this.sureness.unsettled])
  }

  /** Whether a claim is made and does not give way. */
  remains(claim: Claim): Literal {
    return this.circuit.all([this.weighing.live(claim), -this.weighing.label(claim).out])
  }

  private contestedAt(action: string, level: number): Literal {
    return this.circuit.all([
      this.undecided(action, level),
      -this.stands(action, ({ force }) => strength(force) > level),
    ])
  }

  private stands(action: string, which: (claim: Claim) => boolean): Literal {
    return this.circuit.any(
      this.claimsOn(action)
        .filter(which)
        .map((claim) => this.weighing.label(claim).in),
    )
  }

  private undecided(action: string, level: number): Literal {
    const claims = this.claimsOn(action).filter(({ force }) => strength(force) === level)
    return this.circuit.any(
      claims.map((claim) => {
        const label = this.weighing.label(claim)
        return this.circuit.all([this.weighing.live(claim), -label.in, -label.out])
      }),
    )
  }

  private surelyDefeated(claim: Claim): Literal {
    const { circuit, weighing, sureness } = this
    const rivals = claimGraph(this.pack).rivals.get(claim)
    const victors = rivals.filter((rival) => prevailing(claim, rival)?.claim === rival)
    return circuit.any(victors.map((rival) => circuit.all([weighing.live(rival), sureness.firm(rival)])))
  }
}
