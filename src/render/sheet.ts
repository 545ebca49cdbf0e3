import type { Advice, AdvisedAction, Dilemma, FrameworkView, Reason, SetAside } from '../advice.js'
import { type Locale, type Status, statuses, type Text } from '../vocabulary.js'
import type { Answer, Question } from '../witness.js'
import { type Words, words } from './words.js'

/** One line of the sheet with what stands under it. */
export interface Entry {
  readonly mark: string
  readonly text: string
  /** What stands at the edge: the principle served. */
  readonly edge?: string
  readonly notes: readonly string[]
}

export interface Section {
  readonly heading: string
  readonly tone: Status | 'aside' | 'ask' | 'plain'
  readonly entries: readonly Entry[]
}

/** An advice in one language, in the order in which a worker needs it; what prints it adds nothing. */
export interface Sheet {
  readonly title?: string
  readonly rules: string
  readonly urgency: { readonly level: Advice['urgency']; readonly mark: string; readonly says: string }
  readonly kind: string
  readonly sections: readonly Section[]
  readonly closing: readonly string[]
}

/** How many questions are shown at once; a worker answers one at a time. */
const questionsShown = 6

/** Lays out an advice: what sort of situation, what to do, what gave way, what to ask, how the frameworks see it. */
export function sheetOf(advice: Advice, locale: Locale, title?: string): Sheet {
  const view = { advice, locale, w: words[locale] }
  const { mark, says } = view.w.urgency[advice.urgency]
  const sections = [
    ...advice.dilemmas.map((dilemma) => dilemmaSection(dilemma, view)),
    ...procedureSection(view),
    ...statuses.map((status) => actionSection(status, view)),
    setAsideSection(view),
    questionSection(view),
    unansweredSection(view),
    frameworkSection(view),
  ]
  return {
    ...(title !== undefined && { title }),
    rules: rulesLine(view),
    urgency: { level: advice.urgency, mark, says },
    kind: kindLine(view),
    sections: sections.filter(({ entries }) => entries.length > 0),
    closing: closing(view),
  }
}

interface View {
  readonly advice: Advice
  readonly locale: Locale
  readonly w: Words
}

function rulesLine({ advice, w }: View): string {
  const packs = advice.packs.map(({ name, version }) => `${name} ${version}`).join(', ')
  return `${w.rules}: ${packs} · ${w.asOf} ${advice.on}`
}

function kindLine(view: View): string {
  const { advice, w } = view
  const [dilemma] = advice.dilemmas
  if (advice.kind === 'dilemma' && dilemma) return w.dilemma(sideLabel(dilemma, 0, view), sideLabel(dilemma, 1, view))
  if (advice.kind !== 'settled') return w.kind[advice.kind as keyof Words['kind']] ?? ''
  const [aside] = advice.setAside as [SetAside]
  const [by] = aside.gaveWayTo
  if (!by) return ''
  const lost = principle((aside.because[0] as Reason).principle, view)
  return `${w.settled(lost, principle(by.principle, view))}, ${w.settledBy[by.by]}.`
}

function sideLabel({ sides }: Dilemma, side: number, view: View): string {
  return principle(sides[side]?.principle ?? '', view)
}

function principle(name: string, { advice, locale }: View): string {
  return advice.principles[name]?.label[locale] ?? name
}

function actionSection(status: Status, view: View): Section {
  const { advice, w, locale } = view
  const actions = advice.actions.filter((action) => action.status === status && !action.standing)
  const contested = status === 'contested'
  return {
    heading: w.status[status],
    tone: status,
    entries: contested
      ? []
      : actions.map((action, i) => ({
          mark: markOf(status, i),
          text: action.label[locale],
          edge: principle((action.because[0] as Reason).principle, view),
          notes: [...becauseNotes(action.because, view), ...certaintyNotes(action, view)],
        })),
  }
}

function markOf(status: Status, place: number): string {
  if (status === 'must-not') return '✕'
  return status === 'must' ? `${place + 1}.` : '•'
}

/** The strongest reason, and where it comes from; how far a source was verified is said where it was not read itself. */
function becauseNotes(reasons: readonly Reason[], view: View): string[] {
  const { w, locale, advice } = view
  const [first] = reasons as readonly [Reason, ...Reason[]]
  return [`${w.because} ${first.because[locale]}`, sourcesOf(advice.rules[first.rule]?.sources ?? [], view)]
}

function sourcesOf(names: readonly string[], { advice, locale, w }: View): string {
  const cites = names.flatMap((name) => {
    const source = advice.sources[name]
    if (!source) return []
    return [
      source.verified === 'primary' ? source.cite[locale] : `${source.cite[locale]} (${w.unverified[source.verified]})`,
    ]
  })
  return cites.join(' · ')
}

/** What an advice that is not firm rests on, with the questions that would tell. */
function certaintyNotes(action: AdvisedAction, view: View): string[] {
  const { advice, w, locale } = view
  if (action.certainty === 'firm') return []
  const exceptions = action.assumptions.exceptions.map(({ because }) => because[locale])
  const asked = advice.questions
    .slice(0, questionsShown)
    .flatMap((question, i) => (changes(question, action.action) ? [`?${i + 1}`] : []))
  const see = asked.length > 0 ? ` (${w.see} ${asked.join(', ')})` : ''
  if (exceptions.length > 0) return [`${w.unless} ${exceptions.join(`; ${w.or} `)}${see}`]
  if (action.because.some(({ rule }) => rule.startsWith('find-out.')) && action.because.length === 1)
    return [`${w.until}${see}`]
  return see === '' ? [] : [see.trim()]
}

function changes({ wouldChange }: Question, action: string): boolean {
  return wouldChange.some((change) => change.action === action)
}

function dilemmaSection(dilemma: Dilemma, view: View): Section {
  const { w, locale } = view
  return {
    heading: w.dilemma(sideLabel(dilemma, 0, view), sideLabel(dilemma, 1, view)),
    tone: 'contested',
    entries: dilemma.sides.map((side, i) => ({
      mark: 'AB'.charAt(i),
      text: side.actions.map(({ label, force }) => `${w.status[force]}: ${label[locale]}`).join(' · '),
      edge: principle(side.principle, view),
      notes: [
        ...becauseNotes(side.because, view),
        ...(side.owed.length > 0 ? [`${w.owedToOther}: ${labels(side.owed, locale)}`] : []),
      ],
    })),
  }
}

function procedureSection(view: View): Section[] {
  const { procedure } = view.advice
  if (!procedure) return []
  const { locale, w } = view
  const entry = {
    mark: '→',
    text: labels(procedure.actions, locale),
    notes: [`${w.because} ${procedure.because[locale]}`, sourcesOf(procedure.sources, view)],
  }
  return [{ heading: w.goOn, tone: 'plain', entries: [entry] }]
}

function labels(actions: readonly { readonly label: Text }[], locale: Locale): string {
  return actions.map(({ label }) => label[locale]).join(' · ')
}

function setAsideSection(view: View): Section {
  const { advice, w, locale } = view
  return {
    heading: w.setAside,
    tone: 'aside',
    entries: advice.setAside.map(({ label, force, gaveWayTo, owed }) => {
      const winners = [...new Set(gaveWayTo.map((by) => principle(by.principle, view)))]
      const what = ['should-not', 'must-not'].includes(force) ? `${w.status[force]}: ${label[locale]}` : label[locale]
      return {
        mark: '~',
        text: `${what}: ${w.givesWay(winners.join(', '))}`,
        notes: owed.length > 0 ? [`${w.stillOwed}: ${labels(owed, locale)}`] : [],
      }
    }),
  }
}

function questionSection(view: View): Section {
  const { advice, w, locale } = view
  const shown = advice.questions.slice(0, questionsShown)
  const rest = advice.questions.length - shown.length
  const entries: Entry[] = shown.map((question, i) => ({
    mark: `?${i + 1}`,
    text: question.ask[locale],
    notes: [witnessNote(question, view)],
  }))
  const silence = shown.some(({ danger }) => danger) ? [{ mark: '!', text: w.dangerSilence, notes: [] }] : []
  const more = rest > 0 ? [{ mark: '…', text: w.more(rest), notes: [] }] : []
  return { heading: w.askFirst, tone: 'ask', entries: [...silence, ...entries, ...more] }
}

/** "if yes: must report; no longer keep confidential" */
function witnessNote({ answers: [first], given, wouldChange }: Question, { w, locale }: View): string {
  const others = given.map(({ label, answer }) => `${w.andIf} ${label[locale]}: ${answerText(answer, w, locale)}`)
  const gained = wouldChange.filter(({ to }) => to !== null)
  const lost = wouldChange.filter(({ to }) => to === null)
  const told = [...gained, ...lost].slice(0, changesShown)
  const what = told.map(({ label, to }) => `${to === null ? w.noLonger : w.status[to]}: ${label[locale]}`)
  const rest = wouldChange.length - told.length
  return `${[`${w.ifAnswer} ${answerText(first, w, locale)}`, ...others].join(' ')} → ${[...what, ...(rest > 0 ? [w.more(rest)] : [])].join('; ')}`
}

const changesShown = 3

function answerText({ value, so, label }: Answer, w: Words, locale: Locale): string {
  if (typeof value === 'boolean') return value ? w.yes : w.no
  const word = label?.[locale] ?? String(value)
  return so === false ? `${w.not} ${word}` : word
}

function unansweredSection({ advice, w, locale }: View): Section {
  return {
    heading: w.unanswered,
    tone: 'ask',
    entries: advice.unanswered.map(({ ask }) => ({ mark: '?', text: ask[locale], notes: [] })),
  }
}

function frameworkSection(view: View): Section {
  const { advice, w } = view
  return {
    heading: w.frameworks,
    tone: 'plain',
    entries: advice.frameworks.map((one) => ({
      mark: '·',
      text: `${one.between.map((name) => principle(name, view)).join(' / ')}: ${agreementText(one, view)}`,
      notes: one.agreement === 'unanimous' ? [] : [voices(one, view)],
    })),
  }
}

function agreementText({ speak, opinions, agreement }: FrameworkView, view: View): string {
  const { w } = view
  const first = opinions.find(({ prevails }) => prevails !== null)?.prevails
  const outcome = agreement === 'unanimous' && first ? `: ${w.firstOf(principle(first, view))}` : ''
  return `${w.speak(speak, opinions.length)}, ${w.agreement[agreement]}${outcome}`
}

function voices({ opinions }: Pick<FrameworkView, 'opinions'>, view: View): string {
  const { locale, w } = view
  return opinions
    .map(
      ({ label, prevails }) =>
        `${label[locale]}: ${prevails === null ? w.silent : w.firstOf(principle(prevails, view))}`,
    )
    .join(' · ')
}

function closing({ advice, w, locale }: View): string[] {
  const always = advice.actions.filter(({ standing }) => standing)
  const told = always.map(({ label, status }) =>
    status === 'must' || status === 'should' ? label[locale] : `${w.status[status]}: ${label[locale]}`,
  )
  const assumed = advice.presumed.map(({ because }) => because[locale])
  return [
    ...(told.length > 0 ? [`${w.always}: ${told.join(' · ')}`] : []),
    ...(assumed.length > 0 ? [`${w.assumed}: ${assumed.join(' · ')}`] : []),
    w.support,
  ]
}
