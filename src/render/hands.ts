import type { Advice, AdvisedAction, ShownContact, UnaskedAdvice } from '../advise/advice.js'
import { country } from './citation.js'
import type { Rendering } from './rendering.js'
import type { Hands } from './section.js'

/** What helps to do an action at once: words to say, whom to call, and, where the steps are not shown, how to begin. */
export function handsOf(action: AdvisedAction, rendering: Rendering): { readonly hands?: Hands } {
  const { w, say, steps: shown } = rendering
  const says = (action.says ?? []).map((words) => `${w.youCanSay} “${say(words)}”`)
  const [first] = action.steps ?? []
  const begin = !shown && action.status === 'must' && first ? [`${w.begin} ${say(first)}`] : []
  const call = contactLines(contactsWith(action, rendering), rendering)
  const hands = [...begin, ...says, ...call]
  return hands.length === 0 ? {} : { hands: { begin, says, call } }
}

/** The contacts that are told with an action. */
export function contactsWith(
  { action }: AdvisedAction,
  { advice }: Pick<Rendering, 'advice'>,
): readonly ShownContact[] {
  return contactsTold(advice).get(action) ?? []
}

/** The contacts by the action with which they are told: each once, with the first that needs it; a part hands its own to its whole. */
function contactsTold({
  actions,
}: Pick<Advice | UnaskedAdvice, 'actions'>): ReadonlyMap<string, readonly ShownContact[]> {
  const told = new Map<string, ShownContact[]>()
  const seen = new Set<string>()
  const wholes = actions.filter(({ standing, within }) => !standing && within === undefined)
  for (const { action, contacts = [] } of wholes) {
    const parts = actions.filter(({ within }) => within === action).flatMap((part) => part.contacts ?? [])
    const own = [...contacts, ...parts].filter(({ name }) => !seen.has(name) && seen.add(name))
    if (own.length > 0) told.set(action, own)
  }
  return told
}

/** One line a contact, in short without what it is for and when; those of which the country is still to be chosen in one line. */
export function contactLines(
  contacts: readonly ShownContact[],
  rendering: Pick<Rendering, 'w' | 'say'>,
  short = false,
): string[] {
  const { w } = rendering
  const chosen = contacts.filter(({ jurisdiction }) => jurisdiction !== undefined)
  const byCountry = [...new Set(chosen.flatMap(({ jurisdiction = [] }) => jurisdiction))].map((code) => {
    const numbers = chosen.filter(({ jurisdiction }) => jurisdiction?.includes(code))
    return `${country(code, w)} ${numbers.map(({ reach }) => rendering.say(reach)).join(' / ')}`
  })
  return [
    ...(byCountry.length > 0 ? [`${w.call} ${w.emergencyNumber} (${byCountry.join(' · ')})`] : []),
    ...contacts.filter((one) => !chosen.includes(one)).map((one) => contactLine(one, rendering, short)),
  ]
}

/** The first way to reach each; none while the country is still to be chosen. */
export function numbersOf(contacts: readonly ShownContact[], { say }: Pick<Rendering, 'say'>): readonly string[] {
  if (contacts.some(({ jurisdiction }) => jurisdiction !== undefined)) return []
  return contacts.flatMap(({ reach }) => say(reach).split(/[,;(]/)[0] ?? [])
}

function contactLine(
  { label, reach, helpsWith, hours }: ShownContact,
  { w, say }: Pick<Rendering, 'w' | 'say'>,
  short: boolean,
): string {
  const about = (short ? [] : [helpsWith, hours]).flatMap((text) => (text ? [say(text)] : [])).join('; ')
  return `${w.call} ${say(label)}: ${say(reach)}${about === '' ? '' : ` (${about})`}`
}
