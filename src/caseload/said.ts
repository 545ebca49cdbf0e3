import type { SaidOfAction } from '../advise/rankActions.js'
import type { Told } from '../consult/moved.js'
import type { Screened } from '../embed/screening/screened.js'
import { canonical } from '../pack/identity/digest.js'
import { statuses } from '../vocabulary.js'

/** What the rules say of a situation, as it is kept: names of the pack alone, nothing of the case. */
export type Said = Pick<Screened, 'kind' | 'urgency' | 'danger' | 'actions' | 'urgent' | 'rules'>

/** What a screening found, but for where it stood and whether it was confirmed. */
export function saidOf({ kind, urgency, danger, actions, urgent, rules }: Screened): Said {
  return { kind, urgency, danger, actions, urgent, rules }
}

/** The same as text, equal for equal findings. */
export function saidText(said: Said): string {
  return canonical(said)
}

/** The same as it is compared. */
export function toldIn({ actions, urgent: { immediate = [], prompt = [] }, ...said }: Said): Told {
  const urgencyOf = (action: string) => {
    if (immediate.includes(action)) return 'immediate'
    return prompt.includes(action) ? 'prompt' : 'routine'
  }
  const told = statuses.flatMap((status) =>
    (actions[status] ?? []).map((action): [string, SaidOfAction] => [action, { status, urgency: urgencyOf(action) }]),
  )
  return { ...said, actions: new Map(told) }
}
