import { Graph, layout } from '@dagrejs/dagre'
import type { Advice } from '../advice.js'
import { consultWords } from '../render/consultWords.js'
import { pageWords } from '../render/pageWords.js'
import { words } from '../render/words.js'
import type { Force, Locale, Status } from '../vocabulary.js'
import { Lines } from './advice.js'

interface Box {
  readonly id: string
  readonly lines: readonly string[]
  readonly stance: 'stands' | 'gaveWay' | 'undecided'
}

interface Arrow {
  readonly from: string
  readonly to: string
  readonly says: string
}

/** What collides: which claims stand, what gave way to what and by what; as a picture, and the same in words. */
export function Picture({ advice, locale }: { advice: Advice; locale: Locale }) {
  const page = pageWords[locale]
  const { boxes, arrows } = drawn(advice, locale)
  if (boxes.length === 0) return <p>{page.noPicture}</p>
  return (
    <figure>
      <Drawing boxes={boxes} arrows={arrows} title={page.picture} />
      <figcaption>
        <p>{page.pictureHint}</p>
        <Lines lines={arrows.map((arrow) => inWords(arrow, boxes, locale))} />
      </figcaption>
    </figure>
  )
}

function inWords({ from, to, says }: Arrow, boxes: readonly Box[], locale: Locale): string {
  const told = (id: string) => boxes.find((box) => box.id === id)?.lines.join(' ') ?? ''
  const undecided = boxes.find(({ id }) => id === to)?.stance === 'undecided'
  if (undecided) return `“${told(from)}” – “${told(to)}”: ${pageWords[locale].undecided} (${says})`
  return `“${told(to)}” ${consultWords[locale].givesWay} “${told(from)}” (${says})`
}

/** The boxes and arrows of an advice: what was set aside with what it gave way to, and the sides of each dilemma. */
function drawn(advice: Advice, locale: Locale): { boxes: readonly Box[]; arrows: readonly Arrow[] } {
  const boxes = new Map<string, Box>()
  const arrows = new Map<string, Arrow>()
  const put = (stance: Box['stance'], said: Force | Status, action: string, label: string): string => {
    const id = `${stance} ${action} ${said}`
    boxes.set(id, { id, stance, lines: [`${words[locale].status[said]}:`, ...folded(label)] })
    return id
  }
  const join = (from: string, to: string, says: string) => arrows.set(`${from} ${to} ${says}`, { from, to, says })
  const labels = new Map(advice.actions.map(({ action, label, status }) => [action, { label: label[locale], status }]))
  for (const { action, label, force, gaveWayTo } of advice.setAside) {
    const lost = put('gaveWay', force, action, label[locale])
    for (const by of gaveWayTo) {
      const winner = labels.get(by.action)
      if (winner)
        join(put('stands', winner.status, by.action, winner.label), lost, because(by.principle, by.by, advice, locale))
    }
  }
  for (const { sides, agreement } of advice.dilemmas) {
    const [one = [], other = []] = sides.map(({ actions }) =>
      actions.map(({ action, label, force }) => put('undecided', force, action, label[locale])),
    )
    for (const from of one) for (const to of other) join(from, to, words[locale].agreement[agreement])
  }
  return { boxes: [...boxes.values()], arrows: [...arrows.values()] }
}

function because(
  principle: string,
  by: keyof (typeof words)['en']['settledBy'],
  advice: Advice,
  locale: Locale,
): string {
  return `${advice.principles[principle]?.label[locale] ?? principle}, ${words[locale].settledBy[by]}`
}

/** A label in lines short enough for a box. */
function folded(text: string): readonly string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) as string
    if (last !== '' && last.length + word.length > 25) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

const [boxWidth, lineHeight] = [220, 18]

function Drawing({ boxes, arrows, title }: { boxes: readonly Box[]; arrows: readonly Arrow[]; title: string }) {
  const graph = laidOut(boxes, arrows)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen must be scrolled by keyboard, too
    <section class="drawing" tabIndex={0} aria-label={title}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={title}>
        <defs>
          <marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0 10 5 0 10z" />
          </marker>
        </defs>
        {arrows.map(({ from, to }) => (
          <path key={`${from} ${to}`} class="arrow" marker-end="url(#tip)" d={line(graph.edge(from, to).points)} />
        ))}
        {boxes.map((box) => (
          <BoxView key={box.id} box={box} {...(graph.node(box.id) as { x: number; y: number; height: number })} />
        ))}
      </svg>
    </section>
  )
}

function laidOut(boxes: readonly Box[], arrows: readonly Arrow[]): Graph {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 18, ranksep: 50, marginx: 8, marginy: 8 })
  for (const { id, lines } of boxes) graph.setNode(id, { width: boxWidth, height: lines.length * lineHeight + 16 })
  for (const { from, to } of arrows) graph.setEdge(from, to, {})
  layout(graph)
  return graph
}

function line(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}

function BoxView({ box: { lines, stance }, x, y, height }: { box: Box; x: number; y: number; height: number }) {
  const top = y - height / 2
  return (
    <g class={stance}>
      <rect x={x - boxWidth / 2} y={top} width={boxWidth} height={height} rx={6} />
      {lines.map((text, i) => (
        <text key={text} x={x} y={top + 20 + i * lineHeight} text-anchor="middle" class={i === 0 ? 'force' : undefined}>
          {text}
        </text>
      ))}
    </g>
  )
}
