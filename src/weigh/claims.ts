import { compiledPack } from '../decide/compiledPack.js'
import { grouped } from '../pack/grouped.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Action } from '../pack/packSource.js'
import { rememberedBy } from '../pack/remembered.js'
import type { Push, Rule } from '../pack/rule.js'
import { type Force, type Urgency, urgencies } from '../vocabulary.js'

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

/** All claims that the rules of a pack can make, and which of them collide; made once per pack. */
interface ClaimGraph {
  readonly claimsOf: ReadonlyMap<string, readonly Claim[]>
  readonly count: number
  readonly rivals: ClaimsBeside
  /** For a `may`: the others that are allowed beside it, though both cannot be done. */
  readonly alternatives: ClaimsBeside
}

/** Other claims beside one; looked for when they are first asked for, since most claims are never made. */
interface ClaimsBeside {
  readonly get: (claim: Claim) => readonly Claim[]
}

export const claimGraph = oncePerPack(buildGraph)

function buildGraph<S>(pack: Pack<S>): ClaimGraph {
  let index = 0
  const claimsOf = new Map(
    compiledPack(pack).rules.map(({ rule }) => [
      rule.name,
      rule.pushes.map((push): Claim => ({ index: index++, rule, ...push, ...urgencyAndRole(rule, push, pack) })),
    ]),
  )
  const claims = [...claimsOf.values()].flat()
  const byAction = grouped(claims, ({ action }) => action)
  const excluded = incompatibilities([...pack.actions.values()])
  const opposed = (claim: Claim) =>
    (byAction.get(claim.action) ?? []).filter((other) => isTowards(other.force) !== isTowards(claim.force))
  const excluding = (claim: Claim) => {
    if (!isTowards(claim.force)) return []
    const actions = [...(excluded.get(claim.action) ?? [])]
    return actions.flatMap((name) => byAction.get(name) ?? []).filter(({ force }) => isTowards(force))
  }
  const bothAllowed = (claim: Claim, other: Claim) => claim.force === 'may' && other.force === 'may'
  return {
    claimsOf,
    count: claims.length,
    rivals: {
      get: rememberedBy((claim) => [
        ...opposed(claim),
        ...excluding(claim).filter((other) => !bothAllowed(claim, other)),
      ]),
    },
    alternatives: { get: rememberedBy((claim) => excluding(claim).filter((other) => bothAllowed(claim, other))) },
  }
}

/** How soon, and in which role: what an action says of itself counts where it is asked for, its urgency where it is urged. */
export function urgencyAndRole<S>(
  rule: Rule,
  { action: name, force }: Push,
  pack: Pack<S>,
): Pick<Claim, 'urgency' | 'role'> {
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
