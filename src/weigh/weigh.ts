import { compiledPack, type Known } from '../decide/compiled.js'
import type { Finding } from '../decide/decide.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Action, Push, Rule } from '../pack/rule.js'
import { type Force, type Settlement, type Urgency, urgencies } from '../vocabulary.js'
import { type Counsel, counsel } from './frameworks.js'

/** A push of one rule on one action. */
export interface Claim {
  readonly index: number
  readonly rule: Rule
  readonly action: string
  readonly force: Force
  /** How soon: as its rule says or, of what is asked for in this situation, its action, whichever is sooner. */
  readonly urgency: Urgency
  /** The role in which the worker acts: that of its rule, else of the action that it asks for. */
  readonly role?: string
}

/** Whether a claim stands, gives way, or neither. */
export type Label = 'in' | 'out' | 'undecided'

/** Two claims that cannot both be followed, and what settles them; `prevails` is absent where nothing does. */
export interface Collision {
  readonly claims: readonly [Claim, Claim]
  readonly settledBy: Settlement
  readonly prevails?: Claim
  readonly counsel: Counsel
}

/** What stands, what gives way and what collides. */
export interface Weighing {
  readonly findings: readonly Finding[]
  readonly labels: ReadonlyMap<Claim, Label>
  readonly collisions: readonly Collision[]
  /** What the frameworks say about two rules. */
  readonly voices: Voices
  /** The framework the caller named, if any. */
  readonly framework?: string
}

/** Two forces in the same direction never collide; of opposite ones the stronger prevails where nothing else decides. */
const strengths: Readonly<Record<Force, number>> = { must: 3, 'must-not': 3, should: 2, 'should-not': 2, may: 1 }

/** How strongly a force pushes, whichever way. */
export function strength(force: Force): number {
  return strengths[force]
}

/** Whether a force pushes towards the action. */
export function isTowards(force: Force): boolean {
  return force === 'must' || force === 'should' || force === 'may'
}

/** Weighs the claims of the rules that apply: which collide, which prevails and why, and what follows for the rest. */
export function weigh<S>(findings: readonly Finding[], known: Known, pack: Pack<S>, framework?: string): Weighing {
  const { claimsOf, rivals } = claimGraph(pack)
  const standing = findings.filter(({ outcome }) => outcome === 'applies' || outcome === 'presumed')
  const claims = standing.flatMap(({ rule }) => claimsOf.get(rule.name) ?? [])
  const made = new Set(claims)
  const voices = voicesOf(known, pack, framework)
  const collisions = claims.flatMap((claim) =>
    (rivals.get(claim) ?? [])
      .filter((other) => other.index > claim.index && made.has(other))
      .map((other) => settle(claim, other, voices)),
  )
  return { findings, labels: grounded(claims, collisions), collisions, voices, ...(framework && { framework }) }
}

/** What the frameworks say about two rules; asked once. */
type Voices = (one: Rule, other: Rule) => Counsel

function voicesOf<S>(known: Known, pack: Pack<S>, framework: string | undefined): Voices {
  const heard = new Map<Rule, Map<Rule, Counsel>>()
  return (one, other) => {
    const ofOne = heard.get(one) ?? new Map<Rule, Counsel>()
    const said = ofOne.get(other) ?? counsel(one, other, known, pack, framework)
    heard.set(one, ofOne.set(other, said))
    return said
  }
}

/** An exception by name comes first, then the stronger force, then a framework on which those that speak agree. */
function settle(one: Claim, other: Claim, voices: Voices): Collision {
  const settled = prevailing(one, other) ?? prevailingByFramework(one, other, voices)
  return {
    claims: [one, other],
    settledBy: settled?.by ?? 'undecided',
    ...(settled && { prevails: settled.claim }),
    // What the frameworks say is told of every collision of an advice, and decides few.
    get counsel() {
      return voices(one.rule, other.rule)
    },
  }
}

function prevailingByFramework(one: Claim, other: Claim, voices: Voices) {
  const { prevails } = voices(one.rule, other.rule)
  return prevails && { claim: prevails === one.rule ? one : other, by: 'framework' as const }
}

/** The claim that prevails by exception or by force, whatever any framework says; by force never over one guarded from its pack. */
export function prevailing(one: Claim, other: Claim): { claim: Claim; by: 'exception' | 'force' } | undefined {
  if (one.rule.exceptionTo.includes(other.rule.name)) return { claim: one, by: 'exception' }
  if (other.rule.exceptionTo.includes(one.rule.name)) return { claim: other, by: 'exception' }
  const difference = strength(one.force) - strength(other.force)
  if (difference === 0) return undefined
  const [stronger, weaker] = difference > 0 ? [one, other] : [other, one]
  return weaker.rule.guardedFrom.includes(stronger.rule.pack) ? undefined : { claim: stronger, by: 'force' }
}

/**
 * The grounded extension (Dung 1995): a claim stands if all that defeat it give way, and gives way if one that stands
 * defeats it; a claim whose defeater is itself defeated stands again. What is left is undecided.
 */
function grounded(claims: readonly Claim[], collisions: readonly Collision[]): ReadonlyMap<Claim, Label> {
  const defeaters = new Map<Claim, Claim[]>(claims.map((claim) => [claim, []]))
  for (const { claims: pair, prevails } of collisions)
    for (const [claim, other] of [pair, [pair[1], pair[0]] as const])
      if (prevails !== other) defeaters.get(other)?.push(claim)
  const labels = new Map<Claim, Label>(claims.map((claim) => [claim, 'undecided']))
  for (let changed = true; changed; ) {
    changed = false
    for (const [claim, others] of defeaters) {
      if (labels.get(claim) !== 'undecided') continue
      const label = labelBy(others.map((other) => labels.get(other)))
      if (label === 'undecided') continue
      labels.set(claim, label)
      changed = true
    }
  }
  return labels
}

function labelBy(defeaters: readonly (Label | undefined)[]): Label {
  if (defeaters.includes('in')) return 'out'
  return defeaters.every((label) => label === 'out') ? 'in' : 'undecided'
}

/** The claims that give way; nothing that stands asks for the same, for it would give way with them. */
export function setAsideClaims({ labels }: Weighing): readonly Claim[] {
  return [...labels].flatMap(([claim, label]) => (label === 'out' ? [claim] : []))
}

/** All claims that the rules of a pack can make, and which of them collide; made once per pack. */
interface ClaimGraph {
  readonly claimsOf: ReadonlyMap<string, readonly Claim[]>
  readonly rivals: ReadonlyMap<Claim, readonly Claim[]>
  /** For a `may`: the others that are allowed beside it, though both cannot be done. */
  readonly alternatives: ReadonlyMap<Claim, readonly Claim[]>
}

export const claimGraph = oncePerPack(buildGraph)

function buildGraph<S>(pack: Pack<S>): ClaimGraph {
  let index = 0
  const claimsOf = new Map(
    compiledPack(pack).rules.map(({ rule }) => [
      rule.name,
      rule.pushes.map((push): Claim => ({ index: index++, rule, ...push, ...howDone(rule, push, pack) })),
    ]),
  )
  const claims = [...claimsOf.values()].flat()
  const byAction = new Map<string, Claim[]>()
  for (const claim of claims) byAction.set(claim.action, [...(byAction.get(claim.action) ?? []), claim])
  const excluded = incompatibilities([...pack.actions.values()])
  const excluding = (claim: Claim) =>
    isTowards(claim.force)
      ? [...(excluded.get(claim.action) ?? [])].flatMap((name) => byAction.get(name) ?? []).filter(towards)
      : []
  const bothMay = (one: Claim, other: Claim) => one.force === 'may' && other.force === 'may'
  const opposed = (claim: Claim) =>
    (byAction.get(claim.action) ?? []).filter(({ force }) => isTowards(force) !== isTowards(claim.force))
  return {
    claimsOf,
    rivals: new Map(
      claims.map((claim) => [
        claim,
        [...opposed(claim), ...excluding(claim).filter((other) => !bothMay(claim, other))],
      ]),
    ),
    alternatives: new Map(claims.map((claim) => [claim, excluding(claim).filter((other) => bothMay(claim, other))])),
  }
}

/** How soon, and in which role: what an action says of itself counts where it is asked for, its urgency where it is urged. */
export function howDone<S>(rule: Rule, { action: name, force }: Push, pack: Pack<S>): Pick<Claim, 'urgency' | 'role'> {
  const action = pack.actions.get(name) as Action
  const role = rule.role ?? (isTowards(force) ? action.role : undefined)
  const urged = !rule.standing && (force === 'must' || force === 'should')
  return {
    urgency: soonest([rule.urgency, ...(urged && action.urgency ? [action.urgency] : [])]),
    ...(role && { role }),
  }
}

/** The most pressing of some urgencies. */
export function soonest(some: readonly Urgency[]): Urgency {
  return urgencies[Math.min(...some.map((one) => urgencies.indexOf(one)))] as Urgency
}

function towards({ force }: Claim): boolean {
  return isTowards(force)
}

/** The actions that exclude each other, both ways, however the file states it. */
export function incompatibilities(actions: readonly Action[]): ReadonlyMap<string, ReadonlySet<string>> {
  const excluded = new Map<string, Set<string>>(actions.map(({ name }) => [name, new Set()]))
  for (const { name, incompatibleWith = [] } of actions)
    for (const other of incompatibleWith) {
      excluded.get(name)?.add(other)
      excluded.get(other)?.add(name)
    }
  return excluded
}
