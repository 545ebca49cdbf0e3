import { csvRows } from '../teach/csvRows.js'
import { Unfit } from './ending.js'

/** What each learner of a table chose, by question. Columns that name no question, such as who it was, are not read. */
export function answersIn(text: string, questions: readonly string[]): readonly Record<string, readonly string[]>[] {
  const [head = [], ...rows] = csvRows(text)
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
