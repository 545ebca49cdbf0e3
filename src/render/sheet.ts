import type { Advice, Reason, SetAside, UnaskedAdvice } from '../advise/advice.js'
import { type Locale, statuses } from '../vocabulary.js'
import { questionSection, unansweredSection } from './asking.js'
import {
  actionSection,
  dilemmaSection,
  frameworkSection,
  procedureSection,
  setAsideSection,
  sideLabel,
} from './sections.js'
import { principle, type Section, type View } from './view.js'
import { type Words, words } from './words.js'

/** An advice in one language, in the order in which a worker needs it; what prints it adds nothing. */
export interface Sheet {
  readonly title?: string
  readonly rules: string
  readonly urgency: { readonly level: Advice['urgency']; readonly mark: string; readonly says: string }
  readonly kind: string
  readonly sections: readonly Section[]
  readonly closing: readonly string[]
}

/** What a caller wants to see above it, and whether how each action is done. */
interface SheetOptions {
  readonly title?: string
  readonly steps: boolean
}

/** Lays out an advice: what sort of situation, what to do, what gave way, what to ask, how the frameworks see it. */
export function sheetOf(advice: Advice | UnaskedAdvice, locale: Locale, { title, steps }: SheetOptions): Sheet {
  const view = { advice, locale, w: words[locale], steps }
  const nothing = advice.urgency === 'routine' && ['undetermined', 'not-covered'].includes(advice.kind)
  const { mark, says } = nothing ? view.w.open : view.w.urgency[advice.urgency]
  const calm = advice.urgency === 'immediate' && !advice.danger
  const told = statuses.map((status) => actionSection(status, view))
  const open = [...advice.dilemmas.map((dilemma) => dilemmaSection(dilemma, view)), ...procedureSection(view)]
  const atOnce = advice.actions.some(({ status, urgency }) => status === 'must' && urgency === 'immediate')
  const sections = [
    ...(atOnce ? [...told.slice(0, 1), ...open, ...told.slice(1)] : [...open, ...told]),
    setAsideSection(view),
    questionSection(view),
    unansweredSection(view),
    frameworkSection(view),
  ]
  return {
    ...(title !== undefined && { title }),
    rules: rulesLine(view),
    urgency: { level: advice.urgency, mark, says: calm ? view.w.cannotWait : says },
    kind: kindLine(view),
    sections: sections.filter(({ entries }) => entries.length > 0),
    closing: closing(view),
  }
}

function rulesLine({ advice, w, locale }: View): string {
  const packs = advice.packs.map(({ name, version }) => `${name} ${version}`).join(', ')
  const law = advice.jurisdiction?.label ? ` · ${advice.jurisdiction.label[locale]}` : ''
  return `${w.rules}: ${packs} · ${w.asOf} ${advice.on}${law}`
}

function kindLine(view: View): string {
  const { advice, w } = view
  const [dilemma] = advice.dilemmas
  if (advice.kind === 'dilemma' && dilemma) return w.dilemma(sideLabel(dilemma, 0, view), sideLabel(dilemma, 1, view))
  if (advice.kind !== 'settled') return w.kind[advice.kind as keyof Words['kind']] ?? ''
  const [aside] = advice.setAside as [SetAside]
  const [by] = aside.gaveWayTo as [SetAside['gaveWayTo'][number]]
  const lost = principle((aside.because[0] as Reason).principle, view)
  return `${w.settled(lost, principle(by.principle, view), groundsOf(by, view))}, ${w.settledBy[by.by]}.`
}

/** By which law, code or standard, where a rule and not the frameworks settles it: the first of its sources that is one. */
function groundsOf({ rule, basis, by }: SetAside['gaveWayTo'][number], { advice, w, locale }: View): string {
  if (by === 'framework') return ''
  const cited = (advice.rules[rule]?.sources ?? []).flatMap((name) => advice.sources[name] ?? [])
  const fitting =
    basis === 'practice' ? cited.find(({ kind }) => kind !== 'law') : cited.find(({ kind }) => kind === basis)
  const source = fitting ?? cited[0]
  return ` ${w.grounds[basis]}${source ? ` (${source.cite[locale]})` : ''}`
}

function closing(view: View): string[] {
  const { advice, w, locale } = view
  const always = advice.actions.filter(({ standing }) => standing)
  const told = always.map(({ label, status }) =>
    status === 'must' || status === 'should' ? label[locale] : `${w.status[status]}: ${label[locale]}`,
  )
  const assumed = advice.presumed.map(({ because }) => because[locale])
  return [
    ...(told.length > 0 ? [`${w.always}: ${told.join(' · ')}`] : []),
    ...(assumed.length > 0 ? [`${w.assumed}: ${assumed.join(' · ')}`] : []),
    ...advice.packs.flatMap(({ title, admitted }) => (admitted ? [w.prevails(title[locale], admitted.length)] : [])),
    reviewLine(view),
    w.support,
  ]
}

/** How far what is shown was reviewed, and since when what it cites was verified, once for all of it. */
function reviewLine({ advice, w }: View): string {
  const sources = Object.values(advice.sources)
  const reviewed = sources.filter((source) => source.reviewed !== undefined).length
  const days = sources.flatMap(({ verifiedOn }) => verifiedOn ?? []).sort()
  return [
    reviewed === 0 ? w.unreviewed : w.reviewed(reviewed, sources.length),
    ...days.slice(0, 1).map((day) => w.verifiedSince(days.length, sources.length, day)),
  ].join(' ')
}
