import { checkPack, type Pack } from '../pack/pack.js'
import { knownFrom } from './decide.js'
import { type EngineForm, engineFormOf } from './engine.js'
import { parseSituation } from './situation.js'

/**
 * The rules of a pack and the facts of a situation in the form that json-rules-engine itself takes.
 * The words of scales are replaced by their ranks, since the engine compares numbers, and each `unless` is written into the
 * conditions. The engine has no "not known": only where every fact is stated are its findings those of timbang.
 * @throws TimbangError `invalid-situation`
 */
export function engineForm<S>(situation: NoInfer<S>, pack: Pack<S>): EngineForm {
  checkPack(pack)
  return engineFormOf(knownFrom(parseSituation(situation, pack), pack), pack)
}

/**
 * The name that `engineForm` bore before.
 * @deprecated `engineForm` is the same.
 */
export const stockForm = engineForm
