import { Unfit } from './ending.js'

/** What each learner of a table chose, by question. Columns that name no question, such as who it was, are not read. */
export function answersIn(text: string, questions: readonly string[]): readonly Record<string, readonly string[]>[] {
  const [head = [], ...rows] = cells(text)
  const columns = head.map((title) => questionCalled(title, questions))
  if (columns.every((one) => one === undefined)) throw refused('no column names a question, as `q1` or by its whole id')
  return rows.map((row) =>
    Object.fromEntries(
      columns.flatMap((question, i) => {
        const chosen = (row[i] ?? '').toLowerCase().match(/[a-z0-9-]+/g)
        return question && chosen ? [[question, [...new Set(chosen)]]] : []
      }),
    ),
  )
}

function refused(what: string): Unfit {
  process.stderr.write(`answers: ${what}\n`)
  return new Unfit()
}

/** By its whole id, or by what stands before the first hyphen. */
function questionCalled(title: string, questions: readonly string[]): string | undefined {
  const name = title.trim().toLowerCase()
  return questions.find((id) => id === name || id.startsWith(`${name}-`))
}

/** The cells of a table with commas, semicolons or tabs between them, whichever its first line has. */
function cells(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const between = ['\t', ';', ','].find((sign) => lines[0]?.includes(sign)) ?? ','
  return lines.filter((line) => line.trim() !== '').map((line) => cellsOf(line, between))
}

function cellsOf(line: string, between: string): readonly string[] {
  const found: string[] = ['']
  let quoted = false
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    else if (sign === between && !quoted) found.push('')
    else found.push(`${found.pop()}${sign}`)
  }
  return found
}
