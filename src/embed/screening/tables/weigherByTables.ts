import { isAgainst } from '../../../advise/reasons.js'
import { compiledPack } from '../../../decide/compiledPack.js'
import type { StatedFacts } from '../../../decide/statedFacts.js'
import type { Pack } from '../../../pack/pack.js'
import { type Kind, statuses } from '../../../vocabulary.js'
import type { WeighOptions } from '../../../weigh/assess.js'
import { type Claim, claimGraph, isTowards, strength } from '../../../weigh/claims.js'
import { divides } from '../../../weigh/divisions.js'
import { placeOf } from '../../../weigh/groundsHere.js'
import type { Weighed } from '../screened.js'
import { ClaimsMade } from './claimsMade.js'
import { hasAny, claiming as isClaiming, signPossible, signStated, undetermined } from './lookups.js'
import { SaidOfActions } from './saidOfActions.js'
import { SituationTables } from './situationTables.js'
import { type Soon, soonBy, soonUrgencies } from './soon.js'

/** The rules in the order of the alphabet, with their places among the rules and the numbers of their claims. */
interface NamedRules {
  readonly names: readonly string[]
  readonly places: Int32Array
  readonly claims: readonly (readonly number[])[]
}

function namedRules<S>(pack: Pack<S>): NamedRules {
  const { claimsOf } = claimGraph(pack)
  const named = compiledPack(pack)
    .rules.map(({ rule: { name } }, place) => ({ name, place }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    names: named.map(({ name }) => name),
    places: Int32Array.from(named, ({ place }) => place),
    claims: named.map(({ name }) => (claimsOf.get(name) ?? []).map(({ index }) => index)),
  }
}

/**
 * Weighs one situation after the other as `advise` would, by tables: what a rule finds is looked up under what is told of the
 * facts that it reads, and of the claims that are made only those that collide are weighed.
 */
export class WeigherByTables<S> {
  private readonly on: string
  private readonly tables: SituationTables<S>
  private readonly rules: NamedRules
  private readonly claims: readonly Claim[]
  /** The names of the actions, in the order of the alphabet. */
  private readonly names: readonly string[]
  private readonly made: ClaimsMade<S>
  private readonly said: SaidOfActions
  private readonly soon: Soon
  /** The actions that can be done. */
  private readonly doable: readonly string[]

  constructor(
    private readonly pack: Pack<S>,
    { on = pack.asOf, framework }: WeighOptions,
  ) {
    this.on = on
    this.tables = new SituationTables(pack, on)
    this.rules = namedRules(pack)
    this.claims = [...claimGraph(pack).claimsOf.values()].flat()
    this.names = [...new Set(this.claims.map(({ action }) => action))].sort()
    this.made = new ClaimsMade(pack, this.claims, framework)
    this.said = new SaidOfActions(this.claims, this.names)
    this.soon = soonBy(pack, this.tables.answers.rules)
    this.doable = [...pack.actions.values()].flatMap(({ name, done }) => (done ? [name] : []))
  }

  /**
   * What is said of a situation. Nothing where its facts do not fit together, or where how soon it is hangs on which claims are
   * firm: that is for who weighs it by itself.
   */
  weighed(stated: StatedFacts): Weighed | undefined {
    const { tables, made, said } = this
    const { answers, known } = tables
    if (!tables.look(stated)) return undefined
    const rules = this.claimed()
    made.settle(answers.guidelines, known)
    const isDangerPossible = () => hasAny(answers.signs, signPossible)
    const urgency = this.soon((claim) => made.isBeaten(claim), isDangerPossible)
    if (urgency === undefined) return undefined
    said.clear()
    for (const claim of made.made) said.say(claim, made.labelOf(claim))
    const done = this.done()
    const left = this.left(done).sort((a, b) => a - b)
    return {
      kind: this.kind(stated, done),
      urgency,
      danger: hasAny(answers.signs, signStated),
      actions: this.listed(left, statuses, (action) => said.statusAt(action)),
      urgent: this.listed(left, soonUrgencies, (action) => said.urgencyAt(action)),
      rules,
    }
  }

  /** The names of the rules that claim what they say; each of their claims is made. */
  private claimed(): readonly string[] {
    const { made } = this
    const { names, places, claims } = this.rules
    const { rules: answers } = this.tables.answers
    const claiming: string[] = []
    made.clear()
    for (let i = 0; i < places.length; i++) {
      if (((answers[places[i] as number] as number) & isClaiming) === 0) continue
      claiming.push(names[i] as string)
      for (const claim of claims[i] as readonly number[]) made.make(claim)
    }
    return claiming
  }

  private done(): ReadonlySet<string> {
    const { done } = this.tables.answers
    return hasAny(done, 1) ? new Set(this.doable.filter((_, i) => done[i] === 1)) : nothing
  }

  /** The places of the actions that are spoken of and not done. */
  private left(done: ReadonlySet<string>): number[] {
    return this.said.spoken.filter((action) => {
      const status = this.said.statusAt(action)
      return status === 'contested' || isAgainst(status) || !done.has(this.names[action] as string)
    })
  }

  /** As `kindOf` says it. */
  private kind(stated: StatedFacts, done: ReadonlySet<string>): Kind {
    const { made, said, claims } = this
    let [gaveWay, isOfItsOwn] = [false, false]
    const disputed: Claim[] = []
    for (const number of made.made) {
      const [claim, label] = [claims[number] as Claim, made.labelOf(number)]
      const { force, rule, action } = claim
      if (label === 'undecided' && strength(force) === 3 && said.isContested(number)) return 'dilemma'
      if (label === 'out') gaveWay = true
      else if (rule.otherPositions && !(isTowards(force) && done.has(action))) disputed.push(claim)
      if (!rule.standing) isOfItsOwn = true
    }
    const place = disputed.length > 0 && placeOf({ stated }, this.on)
    if (place && disputed.some((claim) => divides(claim, place, this.pack))) return 'divided'
    if (gaveWay) return 'settled'
    if (isOfItsOwn) return 'one-sided'
    return hasAny(this.tables.answers.rules, undetermined) ? 'undetermined' : 'not-covered'
  }

  /** The names of the actions of which each word of a list is said; a word that is said of none is left out. */
  private listed<W extends string>(
    actions: readonly number[],
    words: readonly W[],
    said: (action: number) => string,
  ): Partial<Record<W, readonly string[]>> {
    const found: Partial<Record<string, string[]>> = {}
    for (const word of words) {
      const some = actions.filter((action) => said(action) === word)
      if (some.length > 0) found[word] = some.map((action) => this.names[action] as string)
    }
    return found as Partial<Record<W, readonly string[]>>
  }
}

const nothing: ReadonlySet<string> = new Set()
