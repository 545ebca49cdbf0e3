import type { Known } from '../decide/compiledPack.js'
import { doneActions } from '../decide/doneActions.js'
import { differsOn, type OtherPosition } from '../pack/otherPosition.js'
import type { Pack } from '../pack/pack.js'
import { type Claim, isTowards } from './claims.js'
import { isGroundHere, type Place, placeOf } from './groundsHere.js'
import type { Weighing } from './weigh.js'

/** A claim that counts, and a published position that says something else of its action. */
export interface Division {
  readonly claim: Claim
  readonly position: OtherPosition
  /** Of what is owed in nearly every situation; that alone does not make a situation. */
  readonly standing: boolean
}

/**
 * Where published positions differ: of every claim that did not give way, each position with a ground here that says something
 * else of its action. What is done needs none. It reads nothing but what counts, so what was firm loses no mark by what is learned.
 */
export function divisionsIn<S>(
  { labels }: Weighing,
  known: Known,
  pack: Pack<S>,
  on: string | undefined,
): readonly Division[] {
  const disputed = [...labels].filter(([{ rule }, label]) => label !== 'out' && rule.otherPositions !== undefined)
  if (disputed.length === 0) return []
  const place = placeOf(known, on ?? pack.asOf)
  const done = doneActions(known, pack)
  const left = disputed.map(([claim]) => claim).filter(({ action, force }) => !(isTowards(force) && done.has(action)))
  return left.flatMap((claim) =>
    differing(claim, place, pack).map((position) => ({ claim, position, standing: isStanding(claim, pack) })),
  )
}

/** Whether a claim that counts makes a situation one in which published positions differ, where what it asks for is not done. */
export function divides<S>(claim: Claim, place: Place, pack: Pack<S>): boolean {
  return !isStanding(claim, pack) && differing(claim, place, pack).length > 0
}

/** The positions that differ from a claim; one that rests on law alone is none where or when that law is not in force. */
function differing<S>(claim: Claim, place: Place, pack: Pack<S>): readonly OtherPosition[] {
  const { otherPositions = [] } = claim.rule
  return otherPositions.filter(
    (one) => differsOn(one, claim) && one.sources.some((name) => isGroundHere(name, place, pack)),
  )
}

function isStanding<S>({ rule, action }: Claim, { actions }: Pack<S>): boolean {
  return rule.standing || actions.get(action)?.standing === true
}
