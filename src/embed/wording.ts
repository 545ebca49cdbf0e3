import type { Advice, AdvisedAction, DilemmaSide, NamedAction, Reason, UnaskedAdvice } from '../advice.js'
import { wording } from '../languages.js'
import { words } from '../render/words.js'
import type { Locale, Status, Text } from '../vocabulary.js'
import type { Question } from '../witness.js'
import type { Card } from './card.js'
import type { CardPlan } from './plan.js'
import { embedWords } from './words.js'

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

/** What matters, in less than 140 characters. */
export function summaryOf(plan: CardPlan, shown: Shown): string {
  const { locale } = shown
  const [w, own] = [words[locale], embedWords[locale]]
  if (plan.kind === 'step')
    return clipped(
      plan.action ? said(plan.action, shown) : own.silent(wording((shown.step as NamedAction).label, locale)),
    )
  if (plan.kind === 'undecided')
    return clipped(
      w.dilemma(...(plan.dilemma.between.slice(0, 2).map((name) => principle(name, shown)) as [string, string])),
    )
  if (plan.kind === 'ask') return clipped(`${w.askFirst}: ${wording((plan.questions[0] as Question).ask, locale)}`)
  const [first, ...others] = plan.actions.filter(({ status }) => status !== 'may') as [
    AdvisedAction,
    ...AdvisedAction[],
  ]
  const rest = others.length === 0 ? '' : `, ${w.more(others.length)}`
  return clipped(`${own.urgency[plan.urgency]}: ${statement(first, shown)}`, rest)
}

const longest = 139

/** The text cut to what a summary may hold, and what must stay at its end. */
function clipped(text: string, end = ''): string {
  const room = longest - end.length
  return text.length <= room
    ? `${text}${end}`
    : `${text
        .slice(0, room - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…${end}`
}

/** What the rules say of an action: what must be done by its name alone, all else with its status. */
function statement(action: AdvisedAction, shown: Shown): string {
  return action.status === 'must' ? wording(action.label, shown.locale) : said(action, shown)
}

function said({ status, label }: AdvisedAction, { locale }: Shown): string {
  return `${words[locale].status[status]}: ${wording(label, locale)}`
}

function principle(name: string, { advice, locale }: Shown): string {
  const found = advice.principles[name]
  return found ? wording(found.label, locale) : name
}

/** What can be taken up: to do as the rules say of the planned step; each thing to be done; how to go on where nothing decides. */
export function suggestionsOf(plan: CardPlan, shown: Shown): { key: string; label: string; recommended: boolean }[] {
  const { advice, locale } = shown
  const procedure = (advice.procedure?.actions ?? []).map(({ action, label }) => ({
    key: action,
    label: wording(label, locale),
    recommended: true,
  }))
  if (plan.kind === 'undecided') return procedure
  if (plan.kind === 'ask') return []
  if (plan.kind === 'step') return [stepSuggestion(plan.action, shown)]
  return plan.actions
    .filter(({ status }) => towards.includes(status))
    .map(({ action, label, status }) => ({ key: action, label: wording(label, locale), recommended: status !== 'may' }))
}

const towards: readonly Status[] = ['must', 'should', 'may']

function stepSuggestion(action: AdvisedAction | undefined, shown: Shown) {
  const own = embedWords[shown.locale]
  const held = action === undefined || action.status === 'contested'
  return { key: 'step', label: held ? own.hold : said(action, shown), recommended: action?.status !== 'may' }
}

/** The firmest source that the first reason rests on, cited to the section, with the principle as its topic. */
export function sourceOf(plan: CardPlan, shown: Shown): Card['source'] {
  const { sourceUrls = {} } = shown
  const [reason] = reasonsFor(plan)
  const name = (reason ? [...cited(reason, shown)] : []).sort((a, b) => firmness(a, shown) - firmness(b, shown))[0]
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

/** What a reason rests on. */
function cited({ rule }: Reason, { advice }: Shown): readonly string[] {
  return advice.rules[rule]?.sources ?? []
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
function cite(name: string, { advice, locale }: Shown): string {
  const source = advice.sources[name]
  if (!source) return name
  const { verified } = source
  return `${wording(source.cite, locale)}${verified === 'primary' ? '' : ` (${words[locale].unverified[verified]})`}`
}

function reasonsFor(plan: CardPlan): readonly Reason[] {
  if (plan.kind === 'ask') return []
  if (plan.kind === 'undecided') return (plan.dilemma.sides[0] as DilemmaSide).because
  return actionsOf(plan)[0]?.because ?? []
}

/** The actions that a card tells of. */
export function actionsOf(plan: CardPlan): readonly AdvisedAction[] {
  if (plan.kind === 'step') return plan.action ? [plan.action] : []
  return plan.kind === 'act' ? plan.actions : []
}

/** The rest of what a card says, as Markdown. */
export function detailOf(plan: CardPlan, shown: Shown): string {
  const { locale } = shown
  const w = words[locale]
  return [...linesOf(plan, shown), '', `*${escaped(w.support)}*`].join('\n')
}

function linesOf(plan: CardPlan, shown: Shown): readonly string[] {
  const { locale, advice } = shown
  const w = words[locale]
  if (plan.kind === 'act') return plan.actions.map((one) => line(said(one, shown), one, shown))
  if (plan.kind === 'step')
    return plan.action
      ? [line(said(plan.action, shown), plan.action, shown)]
      : [escaped(embedWords[locale].silentMeans)]
  if (plan.kind === 'ask')
    return [
      ...plan.questions.slice(0, questionsTold).map(({ ask }) => `- ${escaped(wording(ask, locale))}`),
      '',
      escaped(w.dangerSilence),
    ]
  return [
    ...plan.dilemma.sides.map(
      (side) =>
        `- **${escaped(principle(side.principle, shown))}**: ${side.actions.map(({ label, force }) => escaped(`${w.status[force]}: ${wording(label, locale)}`)).join(' · ')}`,
    ),
    ...(advice.procedure ? ['', escaped(`${w.goOn}: ${wording(advice.procedure.because, locale)}`)] : []),
  ]
}

const questionsTold = 3

/** One action: what is said of it, the strongest reason, where that comes from, on what it hangs, and whom to call. */
function line(text: string, { because, assumptions, contacts = [] }: AdvisedAction, shown: Shown): string {
  const { locale } = shown
  const w = words[locale]
  const [first] = because as readonly [Reason, ...Reason[]]
  const sources = cited(first, shown)
  const notes = [
    `${w.because} ${wording(first.because, locale)}`,
    ...assumptions.exceptions.map((one) => `${w.unless} ${wording(one.because, locale)}`),
    ...(assumptions.findsOut.length > 0 ? [w.until] : []),
    ...contacts.map(({ label, reach }) => `${w.call} ${wording(label, locale)}: ${wording(reach, locale)}`),
    ...(sources.length > 0 ? [sources.map((name) => cite(name, shown)).join(' · ')] : []),
  ]
  return [`- **${escaped(text)}**`, ...notes.map((note) => `  ${escaped(note)}`)].join('  \n')
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

/** Letters that Markdown or HTML obeys, anywhere; and those that begin a list or a heading, at the start. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
