import { element, markupText } from '../../render/markup.js'

/** What a bar shows: a part of all, from 0 to 1. */
interface Bar {
  readonly label: string
  readonly share: number
}

const width = 720
const labelWidth = 300
const barWidth = width - labelWidth - 70
const rowHeight = 30
const top = 44

/** Bars from 0 to 100 percent as SVG text, readable without colour and by a screen reader. */
export function shareChart(bars: readonly Bar[], title: string, says: string): string {
  const height = top + bars.length * rowHeight + 12
  const parts = [
    element('title', {}, markupText(title)),
    element('rect', { width, height, fill: '#fff' }),
    element('text', { x: 12, y: 26, 'font-size': 16, 'font-weight': 'bold' }, markupText(title)),
    ...bars.flatMap((bar, i) => barParts(bar, top + i * rowHeight)),
  ]
  const lines = ['', ...parts.map((part) => `  ${part}`), ''].join('\n')
  return `${element('svg', drawing(height, `${title}. ${says}`), lines)}\n`
}

function drawing(height: number, label: string) {
  return {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': label,
    'font-family': "Arial, 'DejaVu Sans', sans-serif",
    'font-size': 14,
    fill: '#1a1a1a',
  }
}

function barParts({ label, share }: Bar, y: number): readonly string[] {
  const bar = (length: number, fill: string) =>
    element('rect', { x: labelWidth, y: y + 4, width: length, height: 20, fill })
  const percent = `${Math.round(share * 100)} %`
  return [
    element('text', { x: labelWidth - 10, y: y + 19, 'text-anchor': 'end' }, markupText(shortened(label))),
    bar(barWidth, '#e8e8e8'),
    bar(Math.round(barWidth * share), '#2b5f8a'),
    element('text', { x: labelWidth + barWidth + 8, y: y + 19 }, percent),
  ]
}

const longest = 36

function shortened(label: string): string {
  const letters = [...label]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : label
}
