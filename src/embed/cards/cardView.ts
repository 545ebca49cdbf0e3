import type { Advice, AdvisedAction, NamedAction, Reason, UnaskedAdvice } from '../../advise/advice.js'
import { wording } from '../../pack/texts/languages.js'
import type { Locale, Text } from '../../vocabulary.js'
import { adviceWords } from '../../words/adviceWords.js'
import type { Card } from './card.js'
import type { CardPlan } from './cardDrafts.js'

/** An advice with all that is chosen about how it is shown. */
export interface Shown {
  readonly advice: Advice | UnaskedAdvice
  readonly locale: Locale
  readonly instance: string
  readonly step?: NamedAction | undefined
  readonly reasons?: Readonly<Record<string, Text>> | undefined
  readonly reasonSystem?: string | undefined
  readonly sourceUrls?: Readonly<Record<string, string>> | undefined
  readonly contactUrls?: Readonly<Record<string, string>> | undefined
}

/** The firmest source that the first reason rests on, cited to the section, with the principle as its topic. */
export function sourceOf(plan: CardPlan, shown: Shown): Card['source'] {
  const { advice, sourceUrls = {} } = shown
  const [reason] = reasonsFor(plan)
  const cited = reason ? (advice.rules[reason.rule]?.sources ?? []) : []
  const name = [...cited].sort((a, b) => firmness(a, shown) - firmness(b, shown))[0]
  const topic = reason && {
    code: reason.principle,
    system: 'urn:timbang:principle',
    display: principle(reason.principle, shown),
  }
  const url = name !== undefined && Object.hasOwn(sourceUrls, name) ? sourceUrls[name] : undefined
  return {
    label: name === undefined ? packsOf(shown) : cite(name, shown),
    ...(url !== undefined && { url }),
    ...(topic && { topic }),
  }
}

function reasonsFor(plan: CardPlan): readonly Reason[] {
  if (plan.kind === 'ask') return []
  if (plan.kind === 'undecided') return plan.dilemma.sides[0]?.because ?? []
  if (plan.kind === 'step') return (plan.action ?? plan.against[0]?.advised)?.because ?? []
  return plan.actions[0]?.because ?? []
}

/** The actions that a card tells of. */
export function actionsOf(plan: CardPlan): readonly AdvisedAction[] {
  if (plan.kind === 'step') return plan.action ? [plan.action] : []
  return plan.kind === 'act' ? plan.actions : []
}

/** Whom to call, where there is an address: one the host gave, or one that stands in how they are reached. */
export function linksOf(
  actions: readonly AdvisedAction[],
  { locale, contactUrls = {} }: Shown,
): NonNullable<Card['links']> {
  const contacts = new Map(actions.flatMap(({ contacts = [] }) => contacts.map((one) => [one.name, one] as const)))
  return [...contacts.values()].flatMap(({ name, label, reach }) => {
    const given = Object.hasOwn(contactUrls, name) ? contactUrls[name] : undefined
    const url = given ?? wording(reach, locale).match(/(https:\/\/|tel:|mailto:)[^\s,;)]+/)?.[0]
    return url === undefined ? [] : [{ label: wording(label, locale), url, type: 'absolute' as const }]
  })
}

/** Law before code before the rest; of the same, what was read itself. */
function firmness(name: string, { advice }: Shown): number {
  const { kind, verified } = advice.sources[name] ?? {}
  const rank = kind === 'law' ? 0 : kind === 'code' ? 2 : 4
  return rank + (verified === 'primary' ? 0 : 1)
}

function packsOf({ advice, locale }: Shown): string {
  return advice.packs.map(({ title, version }) => `${wording(title, locale)} ${version}`).join(' + ')
}

/** How a source is cited; how far it was verified is said where it was not read itself. */
export function cite(name: string, { advice, locale }: Shown): string {
  const source = advice.sources[name]
  if (!source) return name
  const { verified } = source
  return `${wording(source.cite, locale)}${verified === 'primary' ? '' : ` (${adviceWords[locale].unverified[verified]})`}`
}

/** A principle in words. */
export function principle(name: string, { advice, locale }: Shown): string {
  const found = advice.principles[name]
  return found ? wording(found.label, locale) : name
}

/** Letters that Markdown or HTML obeys, anywhere; and those that begin a list or a heading, at the start. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
