import type { Screened } from '../embed/screening/screen.js'
import { canonical } from '../pack/identity/digest.js'

/** What the rules say of a situation, as it is kept: names of the pack alone, nothing of the case. */
export type Said = Pick<Screened, 'kind' | 'urgency' | 'danger' | 'actions' | 'rules'>

/** What a screening found, but for where it stood and whether it was confirmed. */
export function saidOf({ kind, urgency, danger, actions, rules }: Screened): Said {
  return { kind, urgency, danger, actions, rules }
}

/** The same as text, equal for equal findings. */
export function saidText(said: Said): string {
  return canonical(said)
}
