import { type AdvisedAction, openUnless } from '../../advise/advice.js'
import { wording } from '../../pack/texts/languages.js'
import type { Status, Urgency } from '../../vocabulary.js'
import { embedWords } from '../../words/embedWords.js'
import { renderWords } from '../../words/renderWords.js'
import { type CardDraft, isConditional } from './cardDrafts.js'
import { type CardView, cite, escaped, principle } from './cardView.js'
import type { Objection } from './objections.js'

type StepDraft = Extract<CardDraft, { kind: 'step' }>

/** What matters, in less than 140 characters. */
export function summaryOf(draft: CardDraft, view: CardView): string {
  const { locale } = view
  const w = renderWords[locale]
  if (draft.kind === 'step') return clipped(stepSummary(draft, view))
  if (draft.kind === 'undecided')
    return clipped(
      w.dilemma(...(draft.dilemma.between.slice(0, 2).map((name) => principle(name, view)) as [string, string])),
    )
  if (draft.kind === 'ask')
    return clipped(`${w.askFirst}: ${draft.questions[0]?.ask ? wording(draft.questions[0].ask, locale) : ''}`)
  const told = draft.actions.filter(({ status }) => status !== 'may')
  const first = told.find((one) => !isConditional(one)) ?? told[0]
  const rest = told.length > 1 ? `, ${w.more(told.length - 1)}` : ''
  return clipped(first ? statement(first, draft.urgency, view) : '', rest)
}

function stepSummary({ action, against }: StepDraft, view: CardView): string {
  const own = embedWords[view.locale]
  if (action) return statement(action, 'routine', view)
  return against.length > 0 ? own.against(stepLabel(view)) : own.silent(stepLabel(view))
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

/** What the rules say of an action, and how soon; of what depends on a danger not known it is told to ask, not to act. */
function statement(action: AdvisedAction, urgency: Urgency, view: CardView): string {
  const own = embedWords[view.locale]
  if (!isConditional(action)) return `${own.hurry[urgency]}${said(action, view)}`
  if (!towards.includes(action.status)) return asKnown(action, view)
  return `${own.askWhether[urgency]} ${own.status[action.status]}: ${wording(action.label, view.locale)}`
}

function said({ status, label }: AdvisedAction, { locale }: CardView): string {
  return `${renderWords[locale].status[status]}: ${wording(label, locale)}`
}

/** What the rules say of an action; of what depends, that this is as far as is known. */
function asKnown(action: AdvisedAction, view: CardView): string {
  const own = embedWords[view.locale]
  return isConditional(action)
    ? `${own.asKnown} ${own.status[action.status]}: ${wording(action.label, view.locale)}`
    : said(action, view)
}

/** The planned step in words. */
function stepLabel({ step, locale }: CardView): string {
  return step ? wording(step.label, locale) : ''
}

/** What can be taken up: to do as the rules say of the planned step; each thing to be done; how to go on where nothing decides. */
export function suggestionsOf(
  draft: CardDraft,
  view: CardView,
): { key: string; label: string; recommended: boolean }[] {
  const { advice, locale } = view
  const procedure = (advice.procedure?.actions ?? []).map(({ action, label }) => ({
    key: action,
    label: wording(label, locale),
    recommended: true,
  }))
  if (draft.kind === 'undecided') return procedure
  if (draft.kind === 'ask') return []
  if (draft.kind === 'step') return [stepSuggestion(draft.action, view)]
  return draft.actions
    .filter(({ status }) => towards.includes(status))
    .map((one) => ({
      key: one.action,
      label: isConditional(one)
        ? embedWords[locale].ifAnswered(wording(one.label, locale))
        : wording(one.label, locale),
      recommended: one.status !== 'may' && !isConditional(one),
    }))
}

const towards: readonly Status[] = ['must', 'should', 'may']

function stepSuggestion(action: AdvisedAction | undefined, view: CardView) {
  const own = embedWords[view.locale]
  if (action === undefined || action.status === 'contested') return { key: 'step', label: own.hold, recommended: true }
  if (isConditional(action) && towards.includes(action.status))
    return { key: 'step', label: own.askThenDecide, recommended: true }
  return { key: 'step', label: asKnown(action, view), recommended: action.status !== 'may' }
}

/** The rest of what a card says, as Markdown. */
export function detailOf(draft: CardDraft, view: CardView): string {
  const { locale } = view
  const w = renderWords[locale]
  return [...linesOf(draft, view), '', `*${escaped(w.support)}*`].join('\n')
}

function linesOf(draft: CardDraft, view: CardView): readonly string[] {
  const { locale, advice } = view
  const w = renderWords[locale]
  if (draft.kind === 'act') return draft.actions.map((one) => line(one, view))
  if (draft.kind === 'step') return stepLines(draft, view)
  if (draft.kind === 'ask')
    return [
      ...draft.questions.slice(0, questionsTold).map(({ ask }) => `- ${escaped(wording(ask, locale))}`),
      '',
      escaped(w.dangerSilence),
    ]
  return [
    ...draft.dilemma.sides.map(
      (side) =>
        `- **${escaped(principle(side.principle, view))}**: ${side.actions.map(({ label, force }) => escaped(`${w.status[force]}: ${wording(label, locale)}`)).join(' · ')}`,
    ),
    ...(advice.procedure ? ['', escaped(`${w.goOn}: ${wording(advice.procedure.because, locale)}`)] : []),
  ]
}

const questionsTold = 3

function stepLines({ action, against }: StepDraft, view: CardView): readonly string[] {
  if (action) return [line(action, view)]
  return against.length > 0
    ? against.map((one) => objectionLine(one, view))
    : [escaped(embedWords[view.locale].silentMeans)]
}

/** What speaks against the step: what is advised instead with its reason, or the reason alone. */
function objectionLine({ by, because, rule, advised }: Objection, view: CardView): string {
  const { advice, locale } = view
  const said = embedWords[locale].objection[by]
  const reason = wording(because, locale)
  const sources = (advice.rules[rule]?.sources ?? []).map((name) => cite(name, view)).join(' · ')
  return item(`${said} ${advised ? asKnown(advised, view) : reason}`, [
    ...(advised ? [`${renderWords[locale].because} ${reason}`] : []),
    ...(sources === '' ? [] : [sources]),
  ])
}

function item(text: string, notes: readonly string[]): string {
  return [`- **${escaped(text)}**`, ...notes.map((note) => `  ${escaped(note)}`)].join('  \n')
}

/** One action: what is said of it, the strongest reason, where that comes from, on what it hangs, and whom to call. */
function line(action: AdvisedAction, view: CardView): string {
  const { advice, locale } = view
  const { because, assumptions, contacts = [] } = action
  const w = renderWords[locale]
  const [first] = because
  const sources = first ? (advice.rules[first.rule]?.sources ?? []) : []
  const notes = [
    ...(first ? [`${w.because} ${wording(first.because, locale)}`] : []),
    ...(isConditional(action) ? hangsOn(action, view) : []),
    ...openUnless(assumptions).map((one) => `${w.unless} ${wording(one.because, locale)}`),
    ...(assumptions.findsOut.length > 0 ? [w.until] : []),
    ...contacts.map(({ label, reach }) => `${w.call} ${wording(label, locale)}: ${wording(reach, locale)}`),
    ...(sources.length > 0 ? [sources.map((name) => cite(name, view)).join(' · ')] : []),
  ]
  return item(asKnown(action, view), notes)
}

/** On what an action depends: the questions whose answers would change it, else what could still set it aside. */
function hangsOn({ action, assumptions }: AdvisedAction, { advice, locale }: CardView): readonly string[] {
  const [w, own] = [renderWords[locale], embedWords[locale]]
  const asked = (advice.questions ?? [])
    .filter(({ wouldChange }) => wouldChange.some((change) => change.action === action))
    .slice(0, conditionsTold)
    .map(({ ask }) => `${w.askFirst}: ${wording(ask, locale)}`)
  const reasons = new Set(assumptions.defeaters.map(({ because }) => wording(because, locale)))
  const setAside = [...reasons].slice(0, conditionsTold).map((because) => own.mayGiveWay(because))
  return [own.depends, ...(asked.length > 0 ? asked : setAside)]
}

const conditionsTold = 3
