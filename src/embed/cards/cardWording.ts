import { type AdvisedAction, openUnless } from '../../advise/advice.js'
import { wording } from '../../pack/texts/languages.js'
import type { Status, Urgency } from '../../vocabulary.js'
import { renderWords as words } from '../../words/renderWords.js'
import { embedWords } from '../words.js'
import { type CardPlan, isConditional } from './cardDrafts.js'
import { cite, escaped, principle, type Shown } from './cardView.js'
import type { Objection } from './objections.js'

type StepPlan = Extract<CardPlan, { kind: 'step' }>

/** What matters, in less than 140 characters. */
export function summaryOf(plan: CardPlan, shown: Shown): string {
  const { locale } = shown
  const w = words[locale]
  if (plan.kind === 'step') return clipped(stepSummary(plan, shown))
  if (plan.kind === 'undecided')
    return clipped(
      w.dilemma(...(plan.dilemma.between.slice(0, 2).map((name) => principle(name, shown)) as [string, string])),
    )
  if (plan.kind === 'ask')
    return clipped(`${w.askFirst}: ${plan.questions[0]?.ask ? wording(plan.questions[0].ask, locale) : ''}`)
  const told = plan.actions.filter(({ status }) => status !== 'may')
  const first = told.find((one) => !isConditional(one)) ?? told[0]
  const rest = told.length > 1 ? `, ${w.more(told.length - 1)}` : ''
  return clipped(first ? statement(first, plan.urgency, shown) : '', rest)
}

function stepSummary({ action, against }: StepPlan, shown: Shown): string {
  const own = embedWords[shown.locale]
  if (action) return statement(action, 'routine', shown)
  return against.length > 0 ? own.against(stepLabel(shown)) : own.silent(stepLabel(shown))
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
function statement(action: AdvisedAction, urgency: Urgency, shown: Shown): string {
  const own = embedWords[shown.locale]
  if (!isConditional(action)) return `${own.hurry[urgency]}${said(action, shown)}`
  if (!towards.includes(action.status)) return asKnown(action, shown)
  return `${own.askWhether[urgency]} ${own.status[action.status]}: ${wording(action.label, shown.locale)}`
}

function said({ status, label }: AdvisedAction, { locale }: Shown): string {
  return `${words[locale].status[status]}: ${wording(label, locale)}`
}

/** What the rules say of an action; of what depends, that this is as far as is known. */
function asKnown(action: AdvisedAction, shown: Shown): string {
  const own = embedWords[shown.locale]
  return isConditional(action)
    ? `${own.asKnown} ${own.status[action.status]}: ${wording(action.label, shown.locale)}`
    : said(action, shown)
}

/** The planned step in words. */
function stepLabel({ step, locale }: Shown): string {
  return step ? wording(step.label, locale) : ''
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
    .map((one) => ({
      key: one.action,
      label: isConditional(one)
        ? embedWords[locale].ifAnswered(wording(one.label, locale))
        : wording(one.label, locale),
      recommended: one.status !== 'may' && !isConditional(one),
    }))
}

const towards: readonly Status[] = ['must', 'should', 'may']

function stepSuggestion(action: AdvisedAction | undefined, shown: Shown) {
  const own = embedWords[shown.locale]
  if (action === undefined || action.status === 'contested') return { key: 'step', label: own.hold, recommended: true }
  if (isConditional(action) && towards.includes(action.status))
    return { key: 'step', label: own.askThenDecide, recommended: true }
  return { key: 'step', label: asKnown(action, shown), recommended: action.status !== 'may' }
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
  if (plan.kind === 'act') return plan.actions.map((one) => line(one, shown))
  if (plan.kind === 'step') return stepLines(plan, shown)
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

function stepLines({ action, against }: StepPlan, shown: Shown): readonly string[] {
  if (action) return [line(action, shown)]
  return against.length > 0
    ? against.map((one) => objectionLine(one, shown))
    : [escaped(embedWords[shown.locale].silentMeans)]
}

/** What speaks against the step: what is advised instead with its reason, or the reason alone. */
function objectionLine({ by, because, rule, advised }: Objection, shown: Shown): string {
  const { advice, locale } = shown
  const said = embedWords[locale].objection[by]
  const reason = wording(because, locale)
  const sources = (advice.rules[rule]?.sources ?? []).map((name) => cite(name, shown)).join(' · ')
  return item(`${said} ${advised ? asKnown(advised, shown) : reason}`, [
    ...(advised ? [`${words[locale].because} ${reason}`] : []),
    ...(sources === '' ? [] : [sources]),
  ])
}

function item(text: string, notes: readonly string[]): string {
  return [`- **${escaped(text)}**`, ...notes.map((note) => `  ${escaped(note)}`)].join('  \n')
}

/** One action: what is said of it, the strongest reason, where that comes from, on what it hangs, and whom to call. */
function line(action: AdvisedAction, shown: Shown): string {
  const { advice, locale } = shown
  const { because, assumptions, contacts = [] } = action
  const w = words[locale]
  const [first] = because
  const sources = first ? (advice.rules[first.rule]?.sources ?? []) : []
  const notes = [
    ...(first ? [`${w.because} ${wording(first.because, locale)}`] : []),
    ...(isConditional(action) ? hangsOn(action, shown) : []),
    ...openUnless(assumptions).map((one) => `${w.unless} ${wording(one.because, locale)}`),
    ...(assumptions.findsOut.length > 0 ? [w.until] : []),
    ...contacts.map(({ label, reach }) => `${w.call} ${wording(label, locale)}: ${wording(reach, locale)}`),
    ...(sources.length > 0 ? [sources.map((name) => cite(name, shown)).join(' · ')] : []),
  ]
  return item(asKnown(action, shown), notes)
}

/** On what an action depends: the questions whose answers would change it, else what could still set it aside. */
function hangsOn({ action, assumptions }: AdvisedAction, { advice, locale }: Shown): readonly string[] {
  const [w, own] = [words[locale], embedWords[locale]]
  const asked = (advice.questions ?? [])
    .filter(({ wouldChange }) => wouldChange.some((change) => change.action === action))
    .slice(0, conditionsTold)
    .map(({ ask }) => `${w.askFirst}: ${wording(ask, locale)}`)
  const reasons = new Set(assumptions.defeaters.map(({ because }) => wording(because, locale)))
  const setAside = [...reasons].slice(0, conditionsTold).map((because) => own.mayGiveWay(because))
  return [own.depends, ...(asked.length > 0 ? asked : setAside)]
}

const conditionsTold = 3
