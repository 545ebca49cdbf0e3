import type { Known } from '../decide/compiledPack.js'
import { type Finding, isClaiming } from '../decide/decide.js'
import type { Pack } from '../pack/pack.js'
import { rememberedByTwo } from '../pack/remembered.js'
import type { Rule } from '../pack/rule.js'
import type { Settlement } from '../vocabulary.js'
import { type Claim, claimGraph, strength } from './claims.js'
import { type Counsel, counsel } from './frameworkOpinions.js'

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
  readonly counselOn: CounselOn
  /** The framework the caller named, if any. */
  readonly framework?: string
}

/**
 * Weighs the claims of the rules that apply: which collide, which prevails and why, and what follows for the rest.
 * @param claiming the rules that claim, where others do than those that were found
 */
export function weigh<S>(
  findings: readonly Finding[],
  known: Known,
  pack: Pack<S>,
  framework?: string,
  claiming: readonly Rule[] = findings.filter(isClaiming).map(({ rule }) => rule),
): Weighing {
  const { claimsOf } = claimGraph(pack)
  const claims = claiming.flatMap(({ name }) => claimsOf.get(name) ?? [])
  return { findings, ...weighClaims(claims, known, pack, framework), ...(framework && { framework }) }
}

/** Weighs some claims; one that collides with none of the others stands, whatever else is claimed. */
export function weighClaims<S>(
  claims: readonly Claim[],
  known: Known,
  pack: Pack<S>,
  framework?: string,
): Pick<Weighing, 'labels' | 'collisions' | 'counselOn'> {
  const { rivals, count } = claimGraph(pack)
  const claimed = new Uint8Array(count)
  for (const { index } of claims) claimed[index] = 1
  const counselOn = rememberedByTwo((one: Rule, other: Rule) => counsel(one, other, known, pack, framework))
  const collisions: Collision[] = []
  for (const claim of claims)
    for (const other of rivals.get(claim))
      if (other.index > claim.index && claimed[other.index] === 1) collisions.push(settle(claim, other, counselOn))
  return { labels: grounded(claims, collisions), collisions, counselOn }
}

/** What the frameworks say about two rules; they are asked once. */
type CounselOn = (one: Rule, other: Rule) => Counsel

/** An exception by name comes first, then the stronger force, then a framework on which those that speak agree. */
function settle(one: Claim, other: Claim, counselOn: CounselOn): Collision {
  const settled = prevailing(one, other) ?? prevailingByFramework(one, other, counselOn)
  return {
    claims: [one, other],
    settledBy: settled?.by ?? 'undecided',
    ...(settled && { prevails: settled.claim }),
    // What the frameworks say is told of every collision of an advice, and decides few.
    get counsel() {
      return counselOn(one.rule, other.rule)
    },
  }
}

function prevailingByFramework(one: Claim, other: Claim, counselOn: CounselOn) {
  const { prevails } = counselOn(one.rule, other.rule)
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

/** For each claim that is defeated those that defeat it: of a collision that nothing settles each side the other. */
export function defeatersIn(collisions: readonly Collision[]): ReadonlyMap<Claim, readonly Claim[]> {
  const defeaters = new Map<Claim, Claim[]>()
  const defeat = (claim: Claim, by: Claim) => {
    const others = defeaters.get(claim)
    if (others) others.push(by)
    else defeaters.set(claim, [by])
  }
  for (const { claims: pair, prevails } of collisions) {
    const [one, other] = pair
    if (prevails !== other) defeat(other, one)
    if (prevails !== one) defeat(one, other)
  }
  return defeaters
}

/**
 * The grounded extension (Dung 1995): a claim stands if all that defeat it give way, and gives way if one that stands
 * defeats it; a claim whose defeater is itself defeated stands again. What is left is undecided.
 */
function grounded(claims: readonly Claim[], collisions: readonly Collision[]): ReadonlyMap<Claim, Label> {
  const defeaters = defeatersIn(collisions)
  const labels = new Map<Claim, Label>()
  for (const claim of claims) labels.set(claim, defeaters.has(claim) ? 'undecided' : 'in')
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
