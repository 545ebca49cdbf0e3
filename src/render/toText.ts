import type { Layout } from './layout.js'
import type { Entry, Section, StepList } from './section.js'
import { wrapped } from './wrapped.js'

/** How the terminal shows it; colour only where there is one. */
interface TextOptions {
  readonly width: number
  readonly colour: boolean
}

/** Prints an advice for the terminal. */
export function toText(layout: Layout, options: TextOptions): string {
  const paint = painter(options.colour)
  const { width } = options
  const head = layout.title === undefined ? [] : wrapped(layout.title, width).map((line) => paint(line, 'bold'))
  const urgency = `${layout.urgency.mark}   ${layout.urgency.says}`
  const tone = ({ immediate: 'red', prompt: 'yellow', routine: 'plain' } as const)[layout.urgency.level]
  return [
    ...head,
    ...wrapped(layout.rules, width).map((line) => paint(line, 'dim')),
    '',
    ...wrapped(urgency, width).map((line) => paint(line, tone, 'bold')),
    ...wrapped(layout.kind, width),
    ...layout.sections.flatMap((section) => ['', ...printed(section, width, paint)]),
    '',
    ...layout.closing.flatMap((line) => wrapped(line, width)),
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

function printed({ heading, tone, entries }: Section, width: number, paint: Paint): string[] {
  return [
    ...wrapped(heading, width).map((line) => paint(line, 'bold', tones[tone])),
    ...entries.flatMap((entry) => entryLines(entry, width, paint)),
  ]
}

const indent = 6

/** The strongest sources; Markdown and the advice itself hold them all. */
const sourcesShown = 3

/** The mark, the text, the principle at the edge where it fits, and the notes below. */
function entryLines({ mark, text, edge, notes, sources, steps = [] }: Entry, width: number, paint: Paint): string[] {
  const room = width - indent
  const [first, ...rest] = wrapped(text, room) as [string, ...string[]]
  const gap = edge === undefined ? -1 : room - first.length - edge.length
  const atEdge = edge !== undefined && gap >= 2 ? `${' '.repeat(gap)}${paint(edge, 'dim')}` : ''
  const below = edge !== undefined && gap < 2 ? [edge] : []
  const cited = sources.slice(0, sourcesShown).join(' · ')
  const pad = ' '.repeat(indent)
  return [
    `  ${mark.padEnd(indent - 2)}${paint(first, 'bold')}${atEdge}`,
    ...rest.map((line) => `${pad}${paint(line, 'bold')}`),
    ...[...below, ...notes, ...(cited === '' ? [] : [cited])].flatMap((note) =>
      wrapped(note, room).map((line) => `${pad}${paint(line, 'dim')}`),
    ),
    ...steps.flatMap((list) => stepLines(list, room).map((line) => `${pad}${line}`)),
  ]
}

/** The steps by their numbers, those of a part below its name. */
function stepLines({ of, steps }: StepList, room: number): string[] {
  const numbered = steps.flatMap((step, i) => {
    const number = `${i + 1}. `
    return wrapped(step, room - number.length).map(
      (line, at) => `${at === 0 ? number : ' '.repeat(number.length)}${line}`,
    )
  })
  return [...(of === undefined ? [] : wrapped(of, room)), ...numbered]
}
