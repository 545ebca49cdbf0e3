import { markupText } from '../outlets/escaping.js'

const width = 720
const labelWidth = 300
const rowHeight = 30
const top = 44

/** Bars from 0 to 100 percent as SVG text, readable without colour and by a screen reader. */
export function barChart(
  bars: readonly { readonly label: string; readonly share: number }[],
  title: string,
  says: string,
): string {
  const height = top + bars.length * rowHeight + 12
  const room = width - labelWidth - 70
  const rows = bars.map(({ label, share }, i) => {
    const y = top + i * rowHeight
    const length = Math.round(room * share)
    return [
      `  <text x="${labelWidth - 10}" y="${y + 19}" text-anchor="end">${markupText(shortened(label))}</text>`,
      `  <rect x="${labelWidth}" y="${y + 4}" width="${room}" height="20" fill="#e8e8e8"/>`,
      `  <rect x="${labelWidth}" y="${y + 4}" width="${length}" height="20" fill="#2b5f8a"/>`,
      `  <text x="${labelWidth + room + 8}" y="${y + 19}">${Math.round(share * 100)} %</text>`,
    ].join('\n')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${markupText(`${title}. ${says}`)}" font-family="Arial, 'DejaVu Sans', sans-serif" font-size="14" fill="#1a1a1a">`,
    `  <title>${markupText(title)}</title>`,
    `  <rect width="${width}" height="${height}" fill="#fff"/>`,
    `  <text x="12" y="26" font-size="16" font-weight="bold">${markupText(title)}</text>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n')
}

const longest = 40

function shortened(label: string): string {
  const letters = [...label]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : label
}
