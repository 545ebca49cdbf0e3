/**
 * The rows of a table as spreadsheets save it: cells between commas, semicolons or tabs, whichever the first line holds most of,
 * in double quotes where a cell holds one of them or a new line. Empty lines are left out.
 */
export function csvRows(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const between = separatorOf(plain.slice(0, Math.max(plain.indexOf('\n'), 0)) || plain)
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  const endCell = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let i = 0; i < plain.length; i++) {
    const sign = plain[i] as string
    if (quoted && sign === '"' && plain[i + 1] === '"') cell += plain[++i]
    else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted
    else if (quoted) cell += sign
    else if (sign === between) endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else cell += sign
  }
  endCell()
  return rows.filter((row) => row.length > 1 || row[0] !== '')
}

function separatorOf(line: string): string {
  const count = (sign: string) => line.split(sign).length
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most))
}
