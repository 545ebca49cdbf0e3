import { TimbangError } from '../../errors.js'
import { type Locale, locales, urgencies } from '../../vocabulary.js'
import { embedWords } from '../words.js'
import type { Budget, BudgetLimits } from './budget.js'

const size = { width: 640, bar: 28, gap: 16, left: 180, right: 90, top: 64 }
const colours = { immediate: '#a4262c', prompt: '#8a5a00', routine: '#2d5f8b' }

/**
 * The cards per hundred cases as a chart: an SVG with its figures in words, the limits as lines. It needs no script and no font.
 * @throws TimbangError `invalid-options` for a language that does not exist
 */
export function budgetChart({ perHundred }: Budget, locale: Locale, limits: BudgetLimits = {}): string {
  if (!locales.includes(locale))
    throw new TimbangError('invalid-options', [
      { place: 'locale', message: `must be one of \`${locales.join('`, `')}\`` },
    ])
  const w = embedWords[locale]
  const figure = (value: number) => (locale === 'id' ? String(value).replace('.', ',') : String(value))
  const rows = urgencies.map((urgency) => ({
    label: w.urgency[urgency],
    found: perHundred[urgency],
    figure: figure(perHundred[urgency]),
    limit: limits.perHundred?.[urgency],
    colour: colours[urgency],
  }))
  const most = Math.max(1, ...rows.flatMap(({ found, limit = 0 }) => [found, limit]))
  const height = size.top + rows.length * (size.bar + size.gap)
  const told = rows.map(
    ({ label, found, limit }) =>
      `${label}: ${figure(found)}${limit === undefined ? '' : ` (${w.limit} ${figure(limit)})`}`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" role="img" lang="${locale}" aria-labelledby="title desc" font-family="sans-serif" font-size="14">`,
    `<title id="title">${w.chart}</title>`,
    `<desc id="desc">${told.join('; ')}. ${w.perHundred}: ${figure(perHundred.all)}.</desc>`,
    `<rect width="${size.width}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="28" font-size="18" fill="#222222">${w.chart}</text>`,
    `<text x="16" y="48" fill="#555555">${w.perHundred}: ${figure(perHundred.all)}</text>`,
    ...rows.flatMap((row, i) => bar(row, size.top + i * (size.bar + size.gap), most)),
    '</svg>',
    '',
  ].join('\n')
}

interface Row {
  readonly label: string
  readonly found: number
  readonly figure: string
  readonly limit?: number | undefined
  readonly colour: string
}

function bar({ label, found, figure, limit, colour }: Row, y: number, most: number): readonly string[] {
  const reach = (value: number) => Math.round(((size.width - size.left - size.right) * value) / most)
  const middle = y + size.bar / 2 + 5
  const at = size.left + reach(limit ?? 0)
  return [
    `<text x="${size.left - 12}" y="${middle}" text-anchor="end" fill="#222222">${label}</text>`,
    `<rect x="${size.left}" y="${y}" width="${reach(found)}" height="${size.bar}" fill="${colour}"/>`,
    `<text x="${size.left + reach(found) + 8}" y="${middle}" fill="#222222">${figure}</text>`,
    ...(limit === undefined
      ? []
      : [
          `<line x1="${at}" x2="${at}" y1="${y - 4}" y2="${y + size.bar + 4}" stroke="#222222" stroke-width="2" stroke-dasharray="4 3"/>`,
        ]),
  ]
}
