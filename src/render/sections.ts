import type { AdvisedAction, Dilemma, DilemmaSide, FrameworkView, Reason } from '../advise/advice.js'
import type { Locale, Status, Text } from '../vocabulary.js'
import { changes, questionsShown } from './asking.js'
import { inSentence, principle, type Section, type StepList, type View } from './view.js'

export function dilemmaSection(dilemma: Dilemma, view: View): Section {
  const { w, locale } = view
  return {
    heading: `${sideLabel(dilemma, 0, view)} / ${sideLabel(dilemma, 1, view)}`,
    tone: 'contested',
    entries: dilemma.sides.map((side, i) => ({
      mark: 'AB'.charAt(i),
      text: side.actions.map(({ label, force }) => `${w.status[force]}: ${label[locale]}`).join(' · '),
      edge: principle(side.principle, view),
      notes: [
        becauseNote(side.because, view),
        ...(side.owed.length > 0 ? [`${w.owedToOther}: ${labels(side.owed, locale)}`] : []),
      ],
      sources: sourcesOf(groundSources(side.because, view), view),
    })),
  }
}

export function procedureSection(view: View): Section[] {
  const { procedure } = view.advice
  if (!procedure) return []
  const { locale, w } = view
  const entry = {
    mark: '→',
    text: labels(procedure.actions, locale),
    notes: [`${w.because} ${procedure.because[locale]}`],
    sources: sourcesOf(procedure.sources, view),
  }
  return [{ heading: w.goOn, tone: 'plain', entries: [entry] }]
}

export function actionSection(status: Status, view: View): Section {
  const { advice, w, locale } = view
  const actions = advice.actions.filter((one) => one.status === status && !one.standing && one.within === undefined)
  const told = status === 'contested' ? actions.filter(({ action }) => !inDilemma(action, advice)) : actions
  return {
    heading: w.status[status],
    tone: status,
    entries: told.map((action, i) => ({
      action: action.action,
      mark: markOf(status, i),
      text: action.label[locale],
      edge: principle((action.because[0] as Reason).principle, view),
      notes: [
        becauseNote(action.because, view),
        ...certaintyNotes(action, view),
        ...withinNotes(action, view),
        ...(action.contacts ?? []).map(({ label, reach }) => `${w.call} ${label[locale]}: ${reach[locale]}`),
      ],
      sources: sourcesOf(groundSources(action.because, view), view),
      ...(view.steps && { steps: stepLists(action, view) }),
    })),
  }
}

/** How an action is done, and then each of the parts that are told within it. */
function stepLists(whole: AdvisedAction, view: View): StepList[] {
  const { advice, locale } = view
  const parts = advice.actions.filter(({ within }) => within === whole.action)
  return [whole, ...parts].flatMap(({ label, steps }, i) =>
    steps ? [{ ...(i > 0 && { of: label[locale] }), steps: steps.map((step) => step[locale]) }] : [],
  )
}

/** What is told within an action: its parts, each with its force and what it rests on. */
function withinNotes(whole: AdvisedAction, view: View): string[] {
  const { advice, w, locale } = view
  const said = certaintyNotes(whole, view)
  const parts = advice.actions.filter(({ within }) => within === whole.action)
  if (parts.length === 0) return []
  const told = parts.map((part) => {
    const force = part.status === 'must' ? [] : [inSentence(w.status[part.status])]
    const notes = [...force, ...certaintyNotes(part, view).filter((note) => !said.includes(note))]
    return notes.length === 0 ? part.label[locale] : `${part.label[locale]} (${notes.join('; ')})`
  })
  return [`${w.withIt}: ${told.join(' · ')}`]
}

/** Whether it stands among the sides of a dilemma and is told there. */
function inDilemma(action: string, { dilemmas }: View['advice']): boolean {
  return dilemmas.some(({ sides }) => sides.some(({ actions }) => actions.some((one) => one.action === action)))
}

function markOf(status: Status, place: number): string {
  if (status === 'must-not') return '✕'
  return status === 'must' ? `${place + 1}.` : '•'
}

/** The strongest reason. */
function becauseNote(reasons: readonly Reason[], { w, locale }: View): string {
  const [first] = reasons as readonly [Reason]
  return `${w.because} ${first.because[locale]}`
}

/** The sources of all reasons, those of the strongest first. */
function groundSources(reasons: readonly Reason[], { advice }: View): readonly string[] {
  return [...new Set(reasons.flatMap(({ rule }) => advice.rules[rule]?.sources ?? []))]
}

/** How a source is cited; how far it was verified is said where it was not read itself. */
function sourcesOf(names: readonly string[], { advice, locale, w }: View): readonly string[] {
  return names.flatMap((name) => {
    const source = advice.sources[name]
    if (!source) return []
    const { cite, verified } = source
    return [verified === 'primary' ? cite[locale] : `${cite[locale]} (${w.unverified[verified]})`]
  })
}

/** What an advice that is not firm rests on, with the questions that would tell. */
function certaintyNotes(action: AdvisedAction, view: View): string[] {
  const { advice, w, locale } = view
  if (action.certainty === 'firm') return []
  const exceptions = action.assumptions.exceptions.map(({ because }) => because[locale])
  const asked = (advice.questions ?? [])
    .slice(0, questionsShown)
    .flatMap((question, i) => (changes(question, action.action) ? [`?${i + 1}`] : []))
  const see = asked.length > 0 ? ` (${w.see} ${asked.join(', ')})` : ''
  if (exceptions.length > 0) return [`${w.unless} ${exceptions.join(`; ${w.or} `)}${see}`]
  if (action.assumptions.findsOut.length > 0) return [`${w.until}${see}`]
  return see === '' ? [] : [see.trim()]
}

export function setAsideSection(view: View): Section {
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
        notes: [
          ...(owed.length > 0 ? [`${w.stillOwed}: ${labels(owed, locale)}`] : []),
          ...[...new Set(gaveWayTo.flatMap((by) => by.admitted ?? []))].map((name) =>
            w.admitted(packTitle(name, view)),
          ),
        ],
        sources: [],
      }
    }),
  }
}

function packTitle(name: string, { advice, locale }: View): string {
  return advice.packs.find((pack) => pack.name === name)?.title[locale] ?? name
}

export function frameworkSection(view: View): Section {
  const { advice, w } = view
  return {
    heading: w.frameworks,
    tone: 'plain',
    entries: advice.frameworks.map((one) => ({
      mark: '·',
      text: `${one.between.map((name) => principle(name, view)).join(' / ')}: ${agreementText(one, view)}`,
      notes: one.agreement === 'unanimous' ? [] : [voices(one, view)],
      sources: [],
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

function labels(actions: readonly { readonly label: Text }[], locale: Locale): string {
  return actions.map(({ label }) => label[locale]).join(' · ')
}

/** The principle on one side of a dilemma. */
export function sideLabel({ sides }: Dilemma, side: number, view: View): string {
  return principle((sides[side] as DilemmaSide).principle, view)
}
