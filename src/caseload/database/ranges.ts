import { quoted } from '../affected/sqlTruth.js'
import type { Run } from './runs.js'
import type { Session } from './session.js'
import type { CaseSource } from './tables.js'
import { named } from './tables.js'

/** A stretch of keys: above the one, up to and with the other; without an end where there is none. */
export interface Range {
  readonly number: number
  readonly low: string | null
  readonly high: string | null
}

/** A column of keys, and its type. */
interface KeyColumn extends Pick<CaseSource, 'table' | 'key'> {
  readonly type: string
}

/** The keys at which ranges of so many rows end, from the first on: by the index of the keys, a step a range. */
export async function cuts(
  { table, key, type }: KeyColumn,
  size: number,
  session: Session,
): Promise<readonly string[]> {
  const found: string[] = []
  const column = named(key)
  const next = (after: string) =>
    `SELECT ${greatest(type)}::text AS high, count(*)::int AS rows FROM (
       SELECT ${column} AS k FROM ${named(table)} WHERE ${column} IS NOT NULL ${after} ORDER BY ${column} LIMIT ${size}) AS stretch`
  for (let after = ''; ; ) {
    const [{ high, rows } = { high: null, rows: 0 }] = await session.rows(next(after))
    if (typeof high !== 'string' || (rows as number) < size) return found
    found.push(high)
    after = `AND ${column} > ${quoted(high)}::${type}`
  }
}

/** How many rows no range holds, since they have no key. */
export async function rowsWithoutKey({ table, key }: Pick<CaseSource, 'table' | 'key'>, session: Session) {
  const [found] = await session.rows(`SELECT count(*)::float8 AS rows FROM ${named(table)} WHERE ${named(key)} IS NULL`)
  return found?.rows as number
}

/** The greatest key of a stretch; PostgreSQL 15 knows no greatest of UUIDs. */
function greatest(type: string): string {
  return type === 'uuid' ? '(array_agg(k ORDER BY k DESC))[1]' : 'max(k)'
}

/** Between these keys, as a condition. */
export function within({ low, high }: Range, column: string, type: string): string {
  const above = low === null ? [] : [`${column} > ${quoted(low)}::${type}`]
  const upTo = high === null ? [] : [`${column} <= ${quoted(high)}::${type}`]
  return [`${column} IS NOT NULL`, ...above, ...upTo].join(' AND ')
}

/** Keeps the ranges of a run; together they hold every key there is or may be. */
export async function keepRanges(
  run: number,
  ends: readonly string[],
  schema: string,
  session: Session,
): Promise<void> {
  await session.rows(
    `INSERT INTO ${schema}.ranges (run, number, low, high)
     SELECT $1, n, ($2::text[])[n - 1], ($2::text[])[n] FROM generate_series(1, cardinality($2::text[]) + 1) AS n`,
    [run, ends],
  )
}

const mostAttempts = 3

/** Takes a range that nobody has: it stays taken as long as the transaction, and is free again if whoever took it dies. */
export async function claim(run: number, schema: string, session: Session): Promise<Range | undefined> {
  const [found] = await session.rows(
    `SELECT g.number, g.low, g.high FROM ${schema}.ranges AS g JOIN ${schema}.runs AS n ON n.number = g.run
     WHERE g.run = $1 AND n.state = 'running' AND g.done IS NULL AND g.attempts < ${mostAttempts}
     ORDER BY g.number LIMIT 1 FOR UPDATE OF g SKIP LOCKED`,
    [run],
  )
  return found as unknown as Range | undefined
}

/** What was done in a range. */
export interface Tally {
  readonly rows: number
  readonly weighed: number
  readonly moved: number
  readonly unreadable: number
  /** Of situations: those of which nothing was said before, so that nothing can be compared. */
  readonly firstTime: number
  /** Of situations: those that no case has any more, and that are left alone. */
  readonly withoutCase: number
}

export const nothingDone: Tally = { rows: 0, weighed: 0, moved: 0, unreadable: 0, firstTime: 0, withoutCase: 0 }

/** The parts of a tally, each with the column in which it is kept. */
export const tallied = (Object.keys(nothingDone) as (keyof Tally)[]).map(
  (part) => [part, part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const,
)

/** Marks a range done, in the transaction that writes what was found in it. */
export async function markDone(
  run: number,
  { number }: Range,
  tally: Tally,
  seconds: number,
  schema: string,
  session: Session,
) {
  const kept = tallied.map(([, column], i) => `${column} = $${i + 4}`).join(', ')
  await session.rows(
    `UPDATE ${schema}.ranges SET done = clock_timestamp(), seconds = $3, ${kept} WHERE run = $1 AND number = $2`,
    [run, number, seconds, ...tallied.map(([part]) => tally[part])],
  )
}

/** Notes that a range could not be done; after three times it is left, and told. */
export async function markFault(
  run: number,
  number: number,
  fault: string,
  schema: string,
  session: Session,
): Promise<void> {
  await session.rows(
    `UPDATE ${schema}.ranges SET attempts = attempts + 1, fault = $3 WHERE run = $1 AND number = $2 AND done IS NULL`,
    [run, number, fault],
  )
}

/** How a run stands; one that is not there any more is given up. */
export async function stateOf(run: number, schema: string, session: Session): Promise<Run['state']> {
  const [found] = await session.rows(`SELECT state FROM ${schema}.runs WHERE number = $1`, [run])
  return (found?.state ?? 'given-up') as Run['state']
}

/** Ends a run of which nothing is left: done, or failed where a range could not be done. */
export async function endRun(run: number, schema: string, session: Session): Promise<void> {
  await session.rows(
    `UPDATE ${schema}.runs AS n SET ended = clock_timestamp(),
       state = CASE WHEN EXISTS (SELECT FROM ${schema}.ranges AS g WHERE g.run = n.number AND g.done IS NULL) THEN 'failed' ELSE 'done' END
     WHERE n.number = $1 AND n.state = 'running'
       AND NOT EXISTS (SELECT FROM ${schema}.ranges AS g WHERE g.run = n.number AND g.done IS NULL AND g.attempts < ${mostAttempts})`,
    [run],
  )
}
