import { type Issue, TimbangError } from '../../errors.js'
import { csvRows } from '../csvRows.js'
import { type ConcordanceSet, type Move, moves, parseConcordanceSet } from './setShape.js'

/** How one person answered an item, and why. */
export interface ItemAnswer {
  readonly moves: Move
  readonly why?: string
}

/** How one person, known by a code alone, answered a set; an item left open is not among the answers. */
export interface AnswerSheet {
  readonly code: string
  readonly answers: Readonly<Record<string, ItemAnswer>>
}

/** What the first line of a table of answers holds: `code;i1;i1-why;i2;i2-why`. */
export function sheetHeader({ items }: ConcordanceSet): readonly string[] {
  return ['code', ...items.flatMap(({ id }) => [id, `${id}-why`])]
}

/**
 * Reads the answers of a panel or of a class, a line a person, from a table as spreadsheets save it. A person is a code such as
 * `P07`, never a name, and what somebody wrote is said back in no error.
 * @throws TimbangError `invalid-answers` with every issue, each with its line; `invalid-concordance`
 */
export function answerSheets(csv: string, set: ConcordanceSet): readonly AnswerSheet[] {
  const parsed = parseConcordanceSet(set)
  if (typeof csv !== 'string' || csv.length > mostLetters)
    throw refused([{ place: 'sheets', message: `must be a text of at most ${mostLetters} characters` }])
  const [header = [], ...rows] = csvRows(csv).filter((row) => row.some((one) => one !== ''))
  const wrong = headerIssues(header, sheetHeader(parsed))
  if (wrong.length > 0) throw refused(wrong)
  if (rows.length > mostRows)
    throw refused([{ place: 'sheets', message: `must be the answers of at most ${mostRows} people` }])
  const issues = [
    ...rows.flatMap((row, i) => rowIssues(row, header, `sheets.line ${i + 2}`)),
    ...sameCodes(rows, header),
  ]
  if (issues.length > 0) throw refused(issues)
  return rows.map((row) => sheetOf(row, header, parsed))
}

const [mostLetters, mostRows, mostIssues, longestWhy] = [2_000_000, 1_000, 50, 2_000]

function refused(issues: readonly Issue[]): TimbangError {
  return new TimbangError('invalid-answers', issues.slice(0, mostIssues))
}

/** A column that is not asked for could hold a name, so there may be none; that of the code must be there. */
function headerIssues(header: readonly string[], known: readonly string[]): readonly Issue[] {
  const strange = header.flatMap((name, i) => (known.includes(name) ? [] : [i + 1]))
  const columns = known.slice(0, 3).join(', ')
  return [
    ...strange.map((column) => ({
      place: `sheets.column ${column}`,
      message: `must be one of the columns of this set (${columns} and so on)`,
    })),
    ...(new Set(header).size < header.length ? [{ place: 'sheets', message: 'a column stands twice' }] : []),
    ...(header.includes('code') ? [] : [{ place: 'sheets', message: 'the column `code` is missing' }]),
  ]
}

const code = /^[A-Za-z]{0,3}-?\d{1,4}$/

function rowIssues(row: readonly string[], header: readonly string[], place: string): readonly Issue[] {
  if (row.length > header.length) return [{ place, message: 'holds more cells than the first line' }]
  return header.flatMap((name, i): readonly Issue[] => {
    const cell = row[i] ?? ''
    if (name === 'code')
      return code.test(cell)
        ? []
        : [{ place: `${place}.code`, message: 'must be a code such as `P07`: letters and a number, never a name' }]
    if (name.endsWith('-why'))
      return cell.length > longestWhy
        ? [{ place: `${place}.${name}`, message: `must be at most ${longestWhy} characters` }]
        : []
    return cell === '' || moveOf(cell) !== undefined
      ? []
      : [{ place: `${place}.${name}`, message: 'must be -2, -1, 0, 1 or 2, or nothing' }]
  })
}

function sameCodes(rows: readonly (readonly string[])[], header: readonly string[]): readonly Issue[] {
  const codes = rows.map((row) => row[header.indexOf('code')] ?? '')
  return codes.flatMap((one, i) =>
    codes.indexOf(one) < i ? [{ place: `sheets.line ${i + 2}.code`, message: 'stands on a line before, too' }] : [],
  )
}

/** A number as it is typed: with a plus sign or with any of the signs that look like a minus. */
function moveOf(cell: string): Move | undefined {
  const typed = cell.replace(/^[−–]/, '-').replace(/^\+/, '')
  return moves.find((one) => String(one) === typed)
}

function sheetOf(row: readonly string[], header: readonly string[], { items }: ConcordanceSet): AnswerSheet {
  const cell = (name: string) => row[header.indexOf(name)] ?? ''
  const answers = items.flatMap(({ id }) => {
    const moved = moveOf(cell(id))
    const why = cell(`${id}-why`).replace(/^'(?=[=+@-])/, '')
    return moved === undefined ? [] : [[id, { moves: moved, ...(why !== '' && { why }) }] as const]
  })
  return { code: cell('code'), answers: Object.fromEntries(answers) }
}
