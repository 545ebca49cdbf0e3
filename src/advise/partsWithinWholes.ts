import type { Pack } from '../pack/pack.js'
import { type Status, type Urgency, urgencies } from '../vocabulary.js'
import { isTowards, strength } from '../weigh/claims.js'

/** What is looked at of an action. */
interface Advised {
  readonly action: string
  readonly status: Status
  readonly urgency: Urgency
  readonly standing: boolean
}

/**
 * Marks each action that is told within another of which it is a part: what is to be done is then no longer than it needs to be.
 * The whole stands for itself and is advised at least as strongly and as soon; what is spoken against or contested is told by itself.
 */
export function partsWithinWholes<T extends Advised, S>(
  actions: readonly T[],
  pack: Pack<S>,
): readonly (T & { readonly within?: string })[] {
  const advised = new Map(actions.map((one) => [one.action, one]))
  const wholes = new Map(actions.map((part) => [part.action, wholeOf(part, advised, pack)]))
  return actions.map((part) => {
    const whole = wholes.get(part.action)
    return whole === undefined || wholes.get(whole) !== undefined ? part : { ...part, within: whole }
  })
}

function wholeOf<S>(part: Advised, advised: ReadonlyMap<string, Advised>, pack: Pack<S>): string | undefined {
  if (part.standing || pull(part) === 0) return undefined
  return pack.actions.get(part.action)?.partOf?.find((name) => {
    const whole = advised.get(name)
    return whole !== undefined && !whole.standing && bears(whole, part)
  })
}

/** Whether a whole is asked for, at least as strongly and as soon as its part. */
function bears(whole: Advised, part: Advised): boolean {
  const near = ({ urgency }: Advised) => urgencies.indexOf(urgency)
  return whole.status !== 'may' && pull(whole) >= pull(part) && near(whole) <= near(part)
}

/** How strongly an action is asked for or permitted; nothing where it is spoken against or contested. */
function pull({ status }: Advised): number {
  return status !== 'contested' && isTowards(status) ? strength(status) : 0
}
