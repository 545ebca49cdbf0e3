import type { AdvisedAction, Reason } from '../../advise/advice.js'
import type { Card } from './card.js'
import type { CardDraft } from './cardDrafts.js'
import { type CardView, cite, principleLabel } from './cardView.js'

/** The firmest source that the first reason rests on, cited to the section, with the principle as its topic. */
export function sourceOf(draft: CardDraft, view: CardView): Card['source'] {
  const reason = firstReason(draft)
  const name = firmestSource(reason, view)
  const url = name === undefined ? undefined : ownMember(view.sourceUrls, name)
  return {
    label: name === undefined ? packsInWords(view) : cite(name, view),
    ...(url !== undefined && { url }),
    ...(reason && { topic: topicOf(reason, view) }),
  }
}

function firstReason(draft: CardDraft): Reason | undefined {
  switch (draft.kind) {
    case 'ask':
      return undefined
    case 'undecided':
      return draft.dilemma.sides[0]?.because[0]
    case 'step':
      return (draft.action ?? draft.against[0]?.advised)?.because[0]
    case 'act':
      return draft.actions[0]?.because[0]
  }
}

function firmestSource(reason: Reason | undefined, view: CardView): string | undefined {
  const cited = reason ? (view.advice.rules[reason.rule]?.sources ?? []) : []
  return [...cited].sort((a, b) => firmness(a, view) - firmness(b, view))[0]
}

/** Law before code before the rest; of the same, what was read itself. */
function firmness(name: string, { advice }: CardView): number {
  const { kind, verified } = advice.sources[name] ?? {}
  const rank = kind === 'law' ? 0 : kind === 'code' ? 2 : 4
  return rank + (verified === 'primary' ? 0 : 1)
}

function topicOf({ principle }: Reason, view: CardView) {
  return { code: principle, system: 'urn:timbang:principle', display: principleLabel(principle, view) }
}

function packsInWords({ advice, say }: CardView): string {
  return advice.packs.map(({ title, version }) => `${say(title)} ${version}`).join(' + ')
}

/** Whom to call, where there is an address: one the host gave, or one that stands in how they are reached. */
export function linksOf(draft: CardDraft, view: CardView): NonNullable<Card['links']> {
  const contacts = actionsOf(draft).flatMap(({ contacts = [] }) => contacts)
  const byName = new Map(contacts.map((one) => [one.name, one]))
  return [...byName.values()].flatMap(({ name, label, reach }) => {
    const url = ownMember(view.contactUrls, name) ?? view.say(reach).match(address)?.[0]
    return url === undefined ? [] : [{ label: view.say(label), url, type: 'absolute' as const }]
  })
}

const address = /(https:\/\/|tel:|mailto:)[^\s,;)]+/

/** The actions that a card tells of. */
function actionsOf(draft: CardDraft): readonly AdvisedAction[] {
  if (draft.kind === 'step') return draft.action ? [draft.action] : []
  return draft.kind === 'act' ? draft.actions : []
}

/** What stands under a name that a host gave, and not what every object has under it. */
function ownMember(held: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return held && Object.hasOwn(held, name) ? held[name] : undefined
}
