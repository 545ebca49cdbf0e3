import { checkPack, type Pack } from '../pack/pack.js'
import { knownFrom } from './decide.js'
import { situationAtDoor, parseSituation as statedIn } from './situation.js'

/**
 * Reads what came from elsewhere, such as the body of a request, as a situation of a pack: declared facts only, values of their type, and
 * no contradiction. Every other call does so too; this one weighs nothing.
 * @throws TimbangError `invalid-situation` with every issue; nothing that was entered is repeated in them
 */
export function parseSituation<S>(given: unknown, pack: Pack<S>): S {
  checkPack(pack)
  const situation = situationAtDoor(given, pack)
  knownFrom(statedIn(situation, pack), pack)
  return situation as S
}
