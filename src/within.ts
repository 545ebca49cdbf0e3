import type { AdvisedAction } from './advice.js'
import type { Pack } from './pack.js'
import { urgencies } from './vocabulary.js'

/**
 * Marks each action that is told within another of which it is a part: what is to be done is then no longer than it needs to be.
 * The whole stands for itself and is advised at least as strongly and as soon; what is spoken against or contested is told by itself.
 */
export function toldWithin<S>(actions: readonly AdvisedAction[], pack: Pack<S>): readonly AdvisedAction[] {
  const advised = new Map(actions.map((one) => [one.action, one]))
  const wholes = new Map(actions.map((part) => [part.action, wholeOf(part, advised, pack)]))
  return actions.map((part) => {
    const whole = wholes.get(part.action)
    return whole === undefined || wholes.get(whole) !== undefined ? part : { ...part, within: whole }
  })
}

function wholeOf<S>(
  part: AdvisedAction,
  advised: ReadonlyMap<string, AdvisedAction>,
  pack: Pack<S>,
): string | undefined {
  if (part.standing || strength(part) === -1) return undefined
  return pack.actions.get(part.action)?.partOf?.find((name) => {
    const whole = advised.get(name)
    return whole !== undefined && !whole.standing && bears(whole, part)
  })
}

/** Whether a whole is asked for, at least as strongly and as soon as its part. */
function bears(whole: AdvisedAction, part: AdvisedAction): boolean {
  const near = ({ urgency }: AdvisedAction) => urgencies.indexOf(urgency)
  return strength(whole) > 0 && strength(whole) >= strength(part) && near(whole) <= near(part)
}

function strength({ status }: AdvisedAction): number {
  return (['may', 'should', 'must'] as readonly string[]).indexOf(status)
}
