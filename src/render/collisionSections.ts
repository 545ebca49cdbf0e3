import type { Dilemma, DilemmaSide, FrameworkView, SetAside } from '../advise/advice.js'
import type { Text } from '../vocabulary.js'
import { becauseNote, citedSources, reasonSources } from './reasons.js'
import { principle, type Rendering } from './rendering.js'
import type { Entry, Section } from './section.js'

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
    sources: reasonSources(side.because, rendering),
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
    sources: citedSources(procedure.sources, rendering),
  }
  return [{ heading: w.goOn, tone: 'plain', entries: [entry] }]
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

/** How the frameworks see each collision of which at least one of them speaks. */
export function frameworkSection(rendering: Rendering): Section {
  const { advice, w } = rendering
  return {
    heading: w.frameworks,
    tone: 'plain',
    entries: advice.frameworks
      .filter(({ agreement }) => agreement !== 'silent')
      .map((one) => ({
        mark: '·',
        text: `${one.between.map((name) => principle(name, rendering)).join(' / ')}: ${agreementText(one, rendering)}`,
        notes: one.agreement === 'unanimous' ? [] : [voices(one, rendering)],
        sources: [],
      })),
  }
}

function agreementText({ speak, opinions, agreement }: FrameworkView, rendering: Rendering): string {
  const { w } = rendering
  const spoken = w.speak(speak, opinions.length)
  if (agreement === 'single') return spoken
  const outcome = agreement === 'split' ? '' : `: ${w.firstOf(principle(mostNamed(opinions), rendering))}`
  return `${spoken}, ${w.agreement[agreement]}${outcome}`
}

/** What most of the frameworks that speak put first. */
function mostNamed(opinions: FrameworkView['opinions']): string {
  const named = opinions.flatMap(({ prevails }) => (prevails === null ? [] : [prevails]))
  const times = (name: string) => named.filter((one) => one === name).length
  return [...new Set(named)].sort((one, other) => times(other) - times(one))[0] as string
}

function voices({ opinions }: FrameworkView, rendering: Rendering): string {
  const { w, say } = rendering
  const voice = (prevails: string | null) => (prevails === null ? w.silent : w.firstOf(principle(prevails, rendering)))
  return opinions.map(({ label, prevails }) => `${say(label)}: ${voice(prevails)}`).join(' · ')
}

/** The principle on one side of a dilemma. */
export function sideLabel({ sides }: Dilemma, side: number, rendering: Rendering): string {
  return principle((sides[side] as DilemmaSide).principle, rendering)
}

function labels(actions: readonly { readonly label: Text }[], { say }: Rendering): string {
  return actions.map(({ label }) => say(label)).join(' · ')
}
