import { TimbangError } from '../../errors.js'
import { element, markupText } from '../../render/markup.js'
import { urgencies } from '../../vocabulary.js'
import { embedWords } from '../../words/embedWords.js'
import { type InterfaceLanguage, interfaceLanguages } from '../../words/interfaceLanguages.js'
import type { EmbedWords } from '../../words/shapes/embed.js'
import type { Budget, BudgetLimits } from './budget.js'

const size = { width: 640, bar: 28, gap: 16, left: 180, right: 90, top: 64 }
const colours = { immediate: '#a4262c', prompt: '#8a5a00', routine: '#2d5f8b' }
const [ink, softInk] = ['#222222', '#555555']

/** A bar: how many cards were found, and how many there may be at most. */
interface Row {
  readonly label: string
  readonly found: number
  readonly limit: number | undefined
  readonly colour: string
}

/**
 * The cards per hundred cases as a chart: an SVG with its figures in words, the limits as lines. It needs no script and no font.
 * @throws TimbangError `invalid-options` for a language that does not exist
 */
export function budgetChart({ perHundred }: Budget, locale: InterfaceLanguage, limits: BudgetLimits = {}): string {
  checkLanguage(locale)
  const w = embedWords[locale]
  const rows = urgencies.map((urgency) => ({
    label: w.urgency[urgency],
    found: perHundred[urgency],
    limit: limits.perHundred?.[urgency],
    colour: colours[urgency],
  }))
  const most = Math.max(1, ...rows.flatMap(({ found, limit = 0 }) => [found, limit]))
  const height = size.top + rows.length * (size.bar + size.gap)
  const all = `${w.perHundred}: ${w.figure(perHundred.all)}`
  const parts = [
    element('title', { id: 'title' }, markupText(w.chart)),
    element('desc', { id: 'desc' }, markupText(`${rows.map((row) => rowInWords(row, w)).join('; ')}. ${all}.`)),
    element('rect', { width: size.width, height, fill: '#ffffff' }),
    element('text', { x: 16, y: 28, 'font-size': 18, fill: ink }, markupText(w.chart)),
    element('text', { x: 16, y: 48, fill: softInk }, markupText(all)),
    ...rows.flatMap((row, i) => barParts(row, size.top + i * (size.bar + size.gap), most, w)),
  ]
  return `${element('svg', drawing(height, locale), ['', ...parts, ''].join('\n'))}\n`
}

function checkLanguage(locale: InterfaceLanguage): void {
  if (interfaceLanguages.includes(locale)) return
  const message = `must be one of \`${interfaceLanguages.join('`, `')}\``
  throw new TimbangError('invalid-options', [{ place: 'locale', message }])
}

function drawing(height: number, lang: InterfaceLanguage) {
  return {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${size.width} ${height}`,
    role: 'img',
    lang,
    'aria-labelledby': 'title desc',
    'font-family': 'sans-serif',
    'font-size': 14,
  }
}

function rowInWords({ label, found, limit }: Row, { figure, limit: atMost }: EmbedWords): string {
  const limited = limit === undefined ? '' : ` (${atMost} ${figure(limit)})`
  return `${label}: ${figure(found)}${limited}`
}

function barParts({ label, found, limit, colour }: Row, y: number, most: number, w: EmbedWords): readonly string[] {
  const room = size.width - size.left - size.right
  const length = (value: number) => Math.round((room * value) / most)
  const middle = y + size.bar / 2 + 5
  const end = size.left + length(found)
  const bar = { x: size.left, y, width: length(found), height: size.bar, fill: colour }
  return [
    element('text', { x: size.left - 12, y: middle, 'text-anchor': 'end', fill: ink }, markupText(label)),
    element('rect', bar),
    element('text', { x: end + 8, y: middle, fill: ink }, markupText(w.figure(found))),
    ...(limit === undefined ? [] : [limitLine(size.left + length(limit), y)]),
  ]
}

function limitLine(x: number, y: number): string {
  const line = { x1: x, x2: x, y1: y - 4, y2: y + size.bar + 4 }
  return element('line', { ...line, stroke: ink, 'stroke-width': 2, 'stroke-dasharray': '4 3' })
}
