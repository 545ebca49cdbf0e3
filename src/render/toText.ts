import type { Layout } from './layout.js'
import { type Entry, handLines, type Section, type StepList } from './section.js'
import { wrapped } from './wrapped.js'

/** How the terminal shows it; colour only where there is one. */
interface TextOptions {
  readonly width: number
  readonly colour: boolean
}

/** Prints an advice for the terminal. */
export function toText(layout: Layout, { width, colour }: TextOptions): string {
  const paint = painter(colour)
  const { title, rules, law, urgency, kind, sections, closing } = layout
  const printed = (text: string, ...tones: Tone[]) => wrapped(text, width).map((line) => paint(line, ...tones))
  return [
    ...(title === undefined ? [] : printed(title, 'bold')),
    ...printed(rules, 'dim'),
    ...(law === undefined ? [] : printed(law)),
    '',
    ...printed(`${urgency.mark}   ${urgency.says}`, urgencyTones[urgency.level], 'bold'),
    ...printed(kind),
    ...sections.flatMap((section) => ['', ...sectionLines(section, width, paint)]),
    '',
    ...closing.flatMap((line) => printed(line)),
    '',
  ].join('\n')
}

type Tone = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'plain'
type Paint = (text: string, ...tones: Tone[]) => string

const codes: Readonly<Record<Exclude<Tone, 'plain'>, string>> = {
  bold: '1',
  dim: '2',
  red: '31',
  green: '32',
  yellow: '33',
  cyan: '36',
}

function painter(colour: boolean): Paint {
  if (!colour) return (text) => text
  return (text, ...tones) => {
    const begun = tones.filter((tone) => tone !== 'plain').map((tone) => `\u001b[${codes[tone]}m`)
    return begun.length === 0 ? text : `${begun.join('')}${text}\u001b[0m`
  }
}

const urgencyTones = {
  immediate: 'red',
  prompt: 'yellow',
  routine: 'plain',
} as const satisfies Record<Layout['urgency']['level'], Tone>

const tones = {
  must: 'red',
  'must-not': 'red',
  contested: 'yellow',
  should: 'green',
  'should-not': 'yellow',
  may: 'green',
  aside: 'plain',
  ask: 'cyan',
  plain: 'plain',
} as const satisfies Record<Section['tone'], Tone>

function sectionLines({ heading, tone, folded, entries }: Section, width: number, paint: Paint): string[] {
  const shown = folded ? entries.map(inShort) : entries
  return [
    ...wrapped(heading, width).map((line) => paint(line, 'bold', tones[tone])),
    ...shown.flatMap((entry) => entryLines(entry, width, paint)),
  ]
}

/** What is folded is told by its name; Markdown, HTML and the advice itself hold why. */
function inShort({ mark, text }: Entry): Entry {
  return { mark, text, notes: [], sources: [] }
}

const indent = 6

/** The strongest sources; Markdown and the advice itself hold them all. */
const sourcesShown = 3

/** The mark, the text, the principle at the edge where it fits, and the notes below. */
function entryLines(entry: Entry, width: number, paint: Paint): string[] {
  const { mark, text, edge, notes, sources, steps = [] } = entry
  const room = width - indent
  const [first, ...rest] = wrapped(text, room) as [string, ...string[]]
  const gap = room - first.length - (edge?.length ?? 0)
  const isBeside = edge !== undefined && gap >= 2
  const beside = isBeside ? `${' '.repeat(gap)}${paint(edge, 'dim')}` : ''
  const edgeBelow = edge === undefined || isBeside ? [] : [edge]
  const cited = sources.length === 0 ? [] : [sources.slice(0, sourcesShown).join(' · ')]
  const below = [
    ...rest.map((line) => paint(line, 'bold')),
    ...edgeBelow.flatMap((line) => wrapped(line, room)).map((line) => paint(line, 'dim')),
    ...handLines(entry).flatMap((line) => wrapped(line, room)),
    ...[...notes, ...cited].flatMap((note) => wrapped(note, room)).map((line) => paint(line, 'dim')),
    ...steps.flatMap((list) => stepLines(list, room)),
  ]
  return [
    `  ${mark.padEnd(indent - 2)}${paint(first, 'bold')}${beside}`,
    ...below.map((line) => `${' '.repeat(indent)}${line}`),
  ]
}

/** The steps by their numbers, those of a part below its name. */
function stepLines({ of, steps }: StepList, room: number): string[] {
  const numbered = steps.flatMap((step, i) => {
    const number = `${i + 1}. `
    const [first, ...rest] = wrapped(step, room - number.length)
    return [`${number}${first}`, ...rest.map((line) => `${' '.repeat(number.length)}${line}`)]
  })
  return [...(of === undefined ? [] : wrapped(of, room)), ...numbered]
}
