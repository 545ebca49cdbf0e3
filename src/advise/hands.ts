import type { Action, Contact } from '../pack/packSource.js'
import type { Place } from '../weigh/groundsHere.js'
import type { AdvisedAction, ShownContact } from './advice.js'
import type { Draft } from './reasons.js'

/** What helps to do an action: whether it may be done without waiting, how it is done, what can be said in doing it, and whom to call. */
export function handsFor<S>(
  action: string,
  { pack, place }: Draft<S>,
): Pick<AdvisedAction, 'steps' | 'says' | 'contacts' | 'neverWaits' | 'keptFromClient'> {
  const { steps, says, neverWaits, keptFromClient } = pack.actions.get(action) as Action
  const contacts = [...pack.contacts.values()].filter((one) => one.for.includes(action) && isShown(one, place))
  return {
    ...(neverWaits && { neverWaits }),
    ...(keptFromClient && { keptFromClient }),
    ...(steps && { steps }),
    ...(says && { says }),
    ...(contacts.length > 0 && { contacts: contacts.map((one) => contactShown(one, place)) }),
  }
}

/** Those who serve where the worker is; while no country is stated, those who serve in every one, and whom to call first in each. */
function isShown({ jurisdiction, region, emergency }: Contact, place: Place): boolean {
  if (jurisdiction === undefined) return true
  if (place.jurisdiction === undefined) return emergency === true
  if (!jurisdiction.includes(place.jurisdiction)) return false
  return region === undefined || (place.region !== undefined && region.includes(place.region))
}

/** A contact with its words; with its countries only where none is stated, to choose from. */
function contactShown({ name, label, reach, helpsWith, hours, jurisdiction }: Contact, place: Place): ShownContact {
  const chosen = jurisdiction !== undefined && place.jurisdiction === undefined
  return {
    name,
    label,
    reach,
    ...(helpsWith && { helpsWith }),
    ...(hours && { hours }),
    ...(chosen && { jurisdiction }),
  }
}
