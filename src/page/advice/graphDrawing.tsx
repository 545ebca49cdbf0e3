import { Graph, layout } from '@dagrejs/dagre'
import { wrapped } from '../../render/wrapped.js'

/** What became of a claim. */
export const stances = ['stands', 'gaveWay', 'undecided'] as const
export type Stance = (typeof stances)[number]

/** A box of the picture: what is claimed of an action, and what became of that. */
export interface Box {
  readonly id: string
  readonly force: string
  readonly label: string
  readonly stance: Stance
}

/** An arrow from what prevails to what gives way, with the number under which it is put in words, and a word why. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly number: number
  readonly word: string
}

interface DrawingProps {
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
  readonly title: string
  /** How wide the place is in which it stands. */
  readonly room: number
}

/** What prevails on the left, what gives way on the right; as narrow as the place, as far as words can be read. */
export function Drawing({ boxes, arrows, title, room }: DrawingProps) {
  const { graph, boxWidth, words } = fitted(boxes, arrows, room)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={title}>
      <defs>
        <marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0 10 5 0 10z" />
        </marker>
      </defs>
      {arrows.map(({ from, to, number, word }) => {
        const edge = graph.edge(from, to) as Placed
        return (
          <g key={number}>
            <path class="arrow" marker-end="url(#tip)" d={line(edge.points)} />
            <text class="number" x={edge.x} y={edge.y + 4} text-anchor="middle">
              {words ? `${number} ${word}` : number}
            </text>
          </g>
        )
      })}
      {boxes.map((box) => (
        <BoxView key={box.id} box={box} width={boxWidth} {...(graph.node(box.id) as At)} />
      ))}
    </svg>
  )
}

interface At {
  readonly x: number
  readonly y: number
  readonly height: number
}

interface Placed {
  readonly x: number
  readonly y: number
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

const [widest, narrowest, lineHeight, letter, around, margin] = [220, 96, 18, 6.9, 14, 4] as const

/** Laid out with the widest boxes that the room holds; the words at the arrows only where there is room for them, too. */
function fitted(boxes: readonly Box[], arrows: readonly Arrow[], room: number) {
  const first = laidOut(boxes, arrows, { boxWidth: widest, words: true })
  const columns = new Set(boxes.map(({ id }) => Math.round((first.node(id) as At).x))).size
  const between = (words: boolean) => gaps(arrows, words) * (columns - 1) + 2 * margin
  const wide = (words: boolean) => Math.floor((room - between(words)) / columns)
  const words = wide(true) >= 150
  const boxWidth = Math.max(narrowest, Math.min(widest, wide(words)))
  return { graph: laidOut(boxes, arrows, { boxWidth, words }), boxWidth, words }
}

/** How wide the gap between two columns is: the word at the arrow, and the arrow on both sides of it. */
function gaps(arrows: readonly Arrow[], words: boolean): number {
  return labelWidth(words ? Math.max(...arrows.map(({ word }) => word.length + 3)) : 2) + 2 * reach
}

const reach = 16

function labelWidth(letters: number): number {
  return Math.ceil(letters * 6.2)
}

function laidOut(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  { boxWidth, words }: { boxWidth: number; words: boolean },
): Graph {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 14, edgesep: 8, ranksep: 2 * reach, marginx: margin, marginy: 8 })
  for (const box of boxes) {
    const { lines } = linesOf(box, boxWidth)
    graph.setNode(box.id, { width: boxWidth, height: lines.length * lineHeight + around })
  }
  const width = gaps(arrows, words) - 2 * reach
  for (const { from, to } of arrows) graph.setEdge(from, to, { width, height: 16, labelpos: 'c' })
  layout(graph)
  return graph
}

function line(points: Placed['points']): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}

/** What stands in a box, in lines short enough for it: the force, and below it the action. */
function linesOf({ force, label }: Box, width: number) {
  const most = Math.floor((width - 12) / letter)
  const above = wrapped(`${force}:`, most)
  return { lines: [...above, ...wrapped(label, most)], ofForce: above.length }
}

function BoxView({ box, width, x, y, height }: At & { readonly box: Box; readonly width: number }) {
  const top = y - height / 2
  const { lines, ofForce } = linesOf(box, width)
  return (
    <g class={box.stance}>
      <rect x={x - width / 2} y={top} width={width} height={height} rx={6} />
      {lines.map((text, i) => (
        <text
          key={`${i} ${text}`}
          x={x}
          y={top + 19 + i * lineHeight}
          text-anchor="middle"
          class={i < ofForce ? 'force' : undefined}
        >
          {text}
        </text>
      ))}
    </g>
  )
}
