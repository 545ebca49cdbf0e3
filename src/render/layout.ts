import type { Advice, Reason, SetAside, UnaskedAdvice } from '../advise/advice.js'
import { bases, type Status, statuses } from '../vocabulary.js'
import type { RenderWords } from '../words/shapes/render.js'
import { actionSection, foldedSection } from './actionSections.js'
import { citation, country, isForeign } from './citation.js'
import { dilemmaSection, frameworkSection, procedureSection, setAsideSection, sideLabel } from './collisionSections.js'
import { dependingSection } from './dependingSection.js'
import { dividedOn, dividedSection } from './dividedSection.js'
import { doneSection, questionSection, unansweredSection } from './questionSections.js'
import { type Languages, principle, type Rendering, renderingOf } from './rendering.js'
import type { Section } from './section.js'

/** An advice in one language, in the order in which a worker needs it; what prints it adds nothing. */
export interface Layout {
  readonly title?: string
  readonly rules: string
  /** That the law of the country stated is not covered, where this is so. */
  readonly law?: string
  readonly urgency: { readonly level: Advice['urgency']; readonly mark: string; readonly says: string }
  readonly kind: string
  readonly sections: readonly Section[]
  readonly closing: readonly string[]
}

/** The languages, what a caller wants to see above it, and whether how each action is done. */
interface LayoutOptions extends Languages {
  readonly title?: string
  readonly steps: boolean
}

/** Lays out an advice: what sort of situation, what to do, what gave way, what to ask, how the frameworks see it. */
export function layoutOf(advice: Advice | UnaskedAdvice, { title, steps, ...languages }: LayoutOptions): Layout {
  const rendering = renderingOf(advice, languages, steps)
  return {
    ...(title !== undefined && { title }),
    rules: rulesLine(rendering),
    ...(advice.lawNotCovered && { law: rendering.say(advice.lawNotCovered) }),
    urgency: { level: advice.urgency, ...urgencyWords(rendering) },
    kind: kindLine(rendering),
    sections: sectionsOf(rendering).filter(({ entries }) => entries.length > 0),
    closing: closing(rendering),
  }
}

function rulesLine({ advice, w, say }: Rendering): string {
  const packs = advice.packs.map(({ name, version }) => `${name} ${version}`).join(', ')
  const law = advice.jurisdiction?.label ? ` · ${say(advice.jurisdiction.label)}` : ''
  return `${w.rules}: ${packs} · ${w.asOf} ${advice.on}${law}`
}

/** “No hurry” must not be read as “no danger”: not where nothing is advised, nor where a question of danger is open. */
function urgencyWords({ advice, w }: Rendering): { mark: string; says: string } {
  const { urgency, kind, danger } = advice
  const nothing = urgency === 'routine' && ['undetermined', 'not-covered'].includes(kind)
  if (nothing) return w.open
  if (urgency === 'routine' && isDangerOpen(advice)) return w.dangerOpen
  const { mark, says } = w.urgency[urgency]
  return { mark, says: urgency === 'immediate' && !danger ? w.cannotWait : says }
}

function isDangerOpen({ questions, unanswered }: Rendering['advice']): boolean {
  return [...(questions ?? []), ...unanswered].some(({ danger }) => danger)
}

function kindLine(rendering: Rendering): string {
  const { advice, w } = rendering
  const [dilemma] = advice.dilemmas
  if (advice.kind === 'dilemma' && dilemma)
    return w.dilemma(sideLabel(dilemma, 0, rendering), sideLabel(dilemma, 1, rendering))
  if (advice.kind === 'divided') return [w.dividedOn(dividedOn(rendering)), ...settledLines(rendering)].join(' ')
  if (advice.kind === 'settled') return settledLines(rendering).join(' ')
  return w.kind[advice.kind as keyof RenderWords['kind']] ?? ''
}

/** What gave way to what, and by what it is settled, where anything gave way. */
function settledLines(rendering: Rendering): readonly string[] {
  const { advice, w } = rendering
  if (advice.setAside.length === 0) return []
  const { aside, winner } = decisive(advice.setAside)
  const [lost, won] = sidesNamed(aside, winner, rendering)
  return [`${w.settled(lost, won, groundsOf(winner, rendering))}, ${w.settledBy[winner.by]}.`]
}

type Winner = SetAside['gaveWayTo'][number]

/** What is told above all that gave way: where another principle prevailed, and by the firmest ground. */
function decisive(setAside: readonly SetAside[]): { readonly aside: SetAside; readonly winner: Winner } {
  const pairs = setAside.flatMap((aside) =>
    bases.flatMap((basis) => aside.gaveWayTo.flatMap((winner) => (winner.basis === basis ? [{ aside, winner }] : []))),
  )
  const found = pairs.find(({ aside, winner }) => lostPrinciple(aside) !== winner.principle)
  return found ?? (pairs[0] as (typeof pairs)[number])
}

/** The principles on both sides, or what was to be done where it is one and the same. */
function sidesNamed(aside: SetAside, winner: Winner, rendering: Rendering): readonly [string, string] {
  const { advice, say } = rendering
  const prevailing = advice.actions.find(({ action }) => action === winner.action)
  const isSame = lostPrinciple(aside) === winner.principle
  if (isSame && prevailing && prevailing.action !== aside.action)
    return [`“${say(aside.label)}”`, `“${say(prevailing.label)}”`]
  return [principle(lostPrinciple(aside), rendering), principle(winner.principle, rendering)]
}

function lostPrinciple({ because: [first] }: SetAside): string {
  return (first as Reason).principle
}

/** By which law, code or standard, where a rule and not the frameworks settles it: the first of its sources that is one. */
function groundsOf({ rule, basis, by }: Winner, rendering: Rendering): string {
  if (by === 'framework') return ''
  const { advice, w } = rendering
  const names = advice.rules[rule]?.sources ?? []
  const isFitting = (kind?: string) => (basis === 'practice' ? kind !== 'law' : kind === basis)
  const name = names.find((one) => isFitting(advice.sources[one]?.kind))
  const cited = name === undefined ? undefined : citation(name, rendering)
  return ` ${w.grounds[basis]}${cited === undefined ? '' : ` (${cited})`}`
}

/** What is undecided comes first, but after what must be done at once. */
function sectionsOf(rendering: Rendering): readonly Section[] {
  const { actions, dilemmas } = rendering.advice
  const [musts, ...others] = statuses.map((status) => actionSection(status, rendering)) as [Section, ...Section[]]
  const undecided = [...dilemmas.map((dilemma) => dilemmaSection(dilemma, rendering)), ...procedureSection(rendering)]
  const atOnce = actions.some(({ status, urgency }) => status === 'must' && urgency === 'immediate')
  return [
    ...(atOnce ? [musts, ...undecided] : [...undecided, musts]),
    ...others,
    foldedSection(rendering),
    dividedSection(rendering),
    doneSection(rendering),
    setAsideSection(rendering),
    dependingSection(rendering),
    questionSection(rendering),
    unansweredSection(rendering),
    frameworkSection(rendering),
  ]
}

function closing(rendering: Rendering): string[] {
  const { advice, w, say } = rendering
  const standing = advice.actions.filter((one) => one.standing)
  const always = standing.flatMap(({ label, status }) => (isAsked(status) ? [say(label)] : []))
  const otherwise = statuses.flatMap((status) => {
    const labels = standing.flatMap((one) => (one.status === status && !isAsked(status) ? [say(one.label)] : []))
    return labels.length > 0 ? [`${w.status[status]}: ${labels.join(' · ')}`] : []
  })
  const assumed = advice.presumed.map(({ because }) => say(because))
  const admitted = advice.packs.flatMap((pack) =>
    pack.admitted ? [w.prevails(say(pack.title), pack.admitted.length)] : [],
  )
  return [
    ...(always.length > 0 ? [`${w.always}: ${always.join(' · ')}`] : []),
    ...otherwise,
    ...(assumed.length > 0 ? [`${w.assumed}: ${assumed.join(' · ')}`] : []),
    ...admitted,
    ...foreignCodes(rendering),
    reviewLine(rendering),
    ...unreadLines(rendering),
    w.support,
  ]
}

/** Whether what is owed always is to be done; what is not to be done stands on a line of its own. */
function isAsked(status: Status): boolean {
  return status === 'must' || status === 'should'
}

/** Whose codes are cited, where they bind in another country. */
function foreignCodes({ advice, w }: Rendering): readonly string[] {
  const positions = advice.actions.flatMap(({ divided = [] }) => divided)
  const grounds = new Set([...Object.values(advice.rules), ...positions].flatMap(({ sources }) => sources))
  const countries = [...grounds].flatMap((name) => {
    const { kind, jurisdiction } = advice.sources[name] ?? {}
    return kind === 'code' && isForeign(jurisdiction, advice) ? [country(jurisdiction, w)] : []
  })
  return countries.length > 0 ? [w.foreignCodes([...new Set(countries)].sort().join(', '))] : []
}

/** Which of the sources on which it rests were not read in their own text, once for all of it. */
export function unreadLines({ advice, w, say }: Rendering): readonly string[] {
  const grounds = new Set(Object.values(advice.rules).flatMap(({ sources }) => sources))
  const cited = Object.entries(advice.sources).filter(([name]) => grounds.has(name))
  const of = (wanted: 'secondary' | 'no') =>
    cited.flatMap(([, { verified, cite }]) => (verified === wanted ? [say(cite)] : []))
  return (['secondary', 'no'] as const).flatMap((how) => {
    const names = of(how)
    return names.length === 0 ? [] : [w.unread[how](names.join(' · '))]
  })
}

/** How far what is shown was reviewed, and since when what it cites was verified, once for all of it. */
function reviewLine({ advice, w }: Rendering): string {
  const sources = Object.values(advice.sources)
  const reviewed = sources.filter((source) => source.reviewed !== undefined).length
  const days = sources.flatMap(({ verifiedOn, read }) => verifiedOn ?? read?.on ?? []).sort()
  return [
    reviewed === 0 ? w.unreviewed : w.reviewed(reviewed, sources.length),
    ...days.slice(0, 1).map((day) => w.verifiedSince(days.length, sources.length, day)),
  ].join(' ')
}
