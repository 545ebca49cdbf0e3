import { leftToDo } from '../advise/rankActions.js'
import type { Known } from '../decide/compiledPack.js'
import { doneActions } from '../decide/doneActions.js'
import type { Pack } from '../pack/pack.js'
import { type Assessment, assess, type WeighOptions } from '../weigh/assess.js'

/** What the rules say of a case, without what is done in it: as the advice tells it. */
export function assessLeftToDo<S>(known: Known, pack: Pack<S>, options: WeighOptions): Assessment {
  const found = assess(known, pack, options)
  return { ...found, statuses: leftToDo(found.statuses, doneActions(known, pack)) }
}
