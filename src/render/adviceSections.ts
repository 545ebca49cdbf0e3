import type { AdvisedAction, Dilemma, DilemmaSide, FrameworkView, Reason, SetAside } from '../advise/advice.js'
import type { Status, Text } from '../vocabulary.js'
import { inSentence } from '../words/inSentence.js'
import { changes, questionsShown } from './questionSections.js'
import { principle, type Rendering } from './rendering.js'
import type { Entry, Section, StepList } from './section.js'

/** Both sides of what nothing decides, each with what is owed if one decides against it. */
export function dilemmaSection(dilemma: Dilemma, rendering: Rendering): Section {
  return {
    heading: `${sideLabel(dilemma, 0, rendering)} / ${sideLabel(dilemma, 1, rendering)}`,
    tone: 'contested',
    entries: dilemma.sides.map((side, i) => sideEntry(side, 'AB'.charAt(i), rendering)),
  }
}

function sideEntry(side: DilemmaSide, mark: string, rendering: Rendering): Entry {
  const { w, say } = rendering
  const owed = side.owed.length > 0 ? [`${w.owedToOther}: ${labels(side.owed, rendering)}`] : []
  return {
    mark,
    text: side.actions.map(({ label, force }) => `${w.status[force]}: ${say(label)}`).join(' · '),
    edge: principle(side.principle, rendering),
    notes: [becauseNote(side.because, rendering), ...owed],
    sources: sourcesOf(groundSources(side.because, rendering), rendering),
  }
}

/** How to go on where nothing decides. */
export function procedureSection(rendering: Rendering): Section[] {
  const { advice, w, say } = rendering
  const { procedure } = advice
  if (!procedure) return []
  const entry = {
    mark: '→',
    text: labels(procedure.actions, rendering),
    notes: [`${w.because} ${say(procedure.because)}`],
    sources: sourcesOf(procedure.sources, rendering),
  }
  return [{ heading: w.goOn, tone: 'plain', entries: [entry] }]
}

/** The actions of one status; what is owed always, a part of another, or a side of a dilemma, is told elsewhere. */
export function actionSection(status: Status, rendering: Rendering): Section {
  const { advice, w } = rendering
  const own = advice.actions.filter((one) => one.status === status && !one.standing && one.within === undefined)
  const actions = status === 'contested' ? own.filter(({ action }) => !isInDilemma(action, rendering)) : own
  return {
    heading: w.status[status],
    tone: status,
    entries: actions.map((action, i) => actionEntry(action, markOf(status, i), rendering)),
  }
}

function actionEntry(action: AdvisedAction, mark: string, rendering: Rendering): Entry {
  const { w, say, steps } = rendering
  const contacts = (action.contacts ?? []).map(({ label, reach }) => `${w.call} ${say(label)}: ${say(reach)}`)
  return {
    action: action.action,
    mark,
    text: say(action.label),
    edge: principle((action.because[0] as Reason).principle, rendering),
    notes: [
      becauseNote(action.because, rendering),
      ...certaintyNotes(action, rendering),
      ...partsNotes(action, rendering),
      ...contacts,
    ],
    sources: sourcesOf(groundSources(action.because, rendering), rendering),
    ...(steps && { steps: stepLists(action, rendering) }),
  }
}

/** How an action is done, and then each of the parts that are told within it. */
function stepLists(whole: AdvisedAction, rendering: Rendering): StepList[] {
  const { say } = rendering
  return [whole, ...partsOf(whole, rendering)].flatMap(({ label, steps }, i) =>
    steps ? [{ ...(i > 0 && { of: say(label) }), steps: steps.map(say) }] : [],
  )
}

/** What is told within an action: its parts, each with its force and what it rests on. */
function partsNotes(whole: AdvisedAction, rendering: Rendering): string[] {
  const { w, say } = rendering
  const noted = certaintyNotes(whole, rendering)
  const parts = partsOf(whole, rendering).map((part) => {
    const force = part.status === 'must' ? [] : [inSentence(w.status[part.status])]
    const notes = [...force, ...certaintyNotes(part, rendering).filter((note) => !noted.includes(note))]
    return notes.length === 0 ? say(part.label) : `${say(part.label)} (${notes.join('; ')})`
  })
  return parts.length === 0 ? [] : [`${w.withIt}: ${parts.join(' · ')}`]
}

function partsOf(whole: AdvisedAction, { advice }: Rendering): readonly AdvisedAction[] {
  return advice.actions.filter(({ within }) => within === whole.action)
}

/** Whether it stands among the sides of a dilemma and is told there. */
function isInDilemma(action: string, { advice }: Rendering): boolean {
  const sides = advice.dilemmas.flatMap((dilemma) => dilemma.sides)
  return sides.some(({ actions }) => actions.some((one) => one.action === action))
}

function markOf(status: Status, place: number): string {
  if (status === 'must-not') return '✕'
  return status === 'must' ? `${place + 1}.` : '•'
}

/** The strongest reason. */
function becauseNote(reasons: readonly Reason[], { w, say }: Rendering): string {
  const [first] = reasons as readonly [Reason]
  return `${w.because} ${say(first.because)}`
}

/** The sources of all reasons, those of the strongest first. */
function groundSources(reasons: readonly Reason[], { advice }: Rendering): readonly string[] {
  return [...new Set(reasons.flatMap(({ rule }) => advice.rules[rule]?.sources ?? []))]
}

/** How a source is cited; how far it was verified is said where it was not read itself. */
function sourcesOf(names: readonly string[], { advice, w, say }: Rendering): readonly string[] {
  return names.flatMap((name) => {
    const source = advice.sources[name]
    if (!source) return []
    const { cite, verified } = source
    return [verified === 'primary' ? say(cite) : `${say(cite)} (${w.unverified[verified]})`]
  })
}

/** What an advice that is not firm rests on, with the questions that would tell. */
function certaintyNotes(action: AdvisedAction, rendering: Rendering): string[] {
  const { w, say } = rendering
  if (action.certainty === 'firm') return []
  const { exceptions, findsOut } = action.assumptions
  const asked = askedOf(action.action, rendering)
  const see = asked.length > 0 ? ` (${w.see} ${asked.join(', ')})` : ''
  if (exceptions.length > 0) {
    const reasons = exceptions.map(({ because }) => say(because))
    return [`${w.unless} ${reasons.join(`; ${w.or} `)}${see}`]
  }
  if (findsOut.length > 0) return [`${w.until}${see}`]
  return see === '' ? [] : [see.trim()]
}

/** The numbers of the questions that are shown and could change an action. */
function askedOf(action: string, { advice }: Rendering): readonly string[] {
  const shown = (advice.questions ?? []).slice(0, questionsShown)
  return shown.flatMap((question, i) => (changes(question, action) ? [`?${i + 1}`] : []))
}

/** What gave way, to what, and what is still owed to it. */
export function setAsideSection(rendering: Rendering): Section {
  const { advice, w } = rendering
  return {
    heading: w.setAside,
    tone: 'aside',
    entries: advice.setAside.map((one) => setAsideEntry(one, rendering)),
  }
}

function setAsideEntry({ label, force, gaveWayTo, owed }: SetAside, rendering: Rendering): Entry {
  const { w, say } = rendering
  const winners = [...new Set(gaveWayTo.map((by) => principle(by.principle, rendering)))]
  const isAgainst = force === 'should-not' || force === 'must-not'
  const what = isAgainst ? `${w.status[force]}: ${say(label)}` : say(label)
  const admitted = [...new Set(gaveWayTo.flatMap((by) => by.admitted ?? []))]
  return {
    mark: '~',
    text: `${what}: ${w.givesWay(winners.join(', '))}`,
    notes: [
      ...(owed.length > 0 ? [`${w.stillOwed}: ${labels(owed, rendering)}`] : []),
      ...admitted.map((name) => w.admitted(packTitle(name, rendering))),
    ],
    sources: [],
  }
}

function packTitle(name: string, { advice, say }: Rendering): string {
  const pack = advice.packs.find((one) => one.name === name)
  return pack ? say(pack.title) : name
}

/** How the frameworks see each collision. */
export function frameworkSection(rendering: Rendering): Section {
  const { advice, w } = rendering
  return {
    heading: w.frameworks,
    tone: 'plain',
    entries: advice.frameworks.map((one) => ({
      mark: '·',
      text: `${one.between.map((name) => principle(name, rendering)).join(' / ')}: ${agreementText(one, rendering)}`,
      notes: one.agreement === 'unanimous' ? [] : [voices(one, rendering)],
      sources: [],
    })),
  }
}

function agreementText({ speak, opinions, agreement }: FrameworkView, rendering: Rendering): string {
  const { w } = rendering
  const first = opinions.find(({ prevails }) => prevails !== null)?.prevails
  const outcome = agreement === 'unanimous' && first ? `: ${w.firstOf(principle(first, rendering))}` : ''
  return `${w.speak(speak, opinions.length)}, ${w.agreement[agreement]}${outcome}`
}

function voices({ opinions }: FrameworkView, rendering: Rendering): string {
  const { w, say } = rendering
  const voice = (prevails: string | null) => (prevails === null ? w.silent : w.firstOf(principle(prevails, rendering)))
  return opinions.map(({ label, prevails }) => `${say(label)}: ${voice(prevails)}`).join(' · ')
}

function labels(actions: readonly { readonly label: Text }[], { say }: Rendering): string {
  return actions.map(({ label }) => say(label)).join(' · ')
}

/** The principle on one side of a dilemma. */
export function sideLabel({ sides }: Dilemma, side: number, rendering: Rendering): string {
  return principle((sides[side] as DilemmaSide).principle, rendering)
}
