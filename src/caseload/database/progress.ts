import { type Caseload, inHome } from './caseload.js'
import { setPaused } from './runs.js'
import type { Session } from './session.js'
import { checkedSchema } from './tables.js'

/** How far a run has come. */
export interface Progress {
  readonly run: number
  readonly kind: 'read' | 'weigh'
  readonly state: string
  readonly ranges: { readonly all: number; readonly done: number; readonly failed: number }
  /** What was read or touched, weighed anew, moved, and could not be read. */
  readonly rows: number
  readonly weighed: number
  readonly moved: number
  readonly unreadable: number
  /** By the pace of the last ranges. */
  readonly rowsPerSecond: number | null
  readonly secondsLeft: number | null
  /** Ranges that could not be done, and why: codes alone. */
  readonly faults: readonly { readonly range: number; readonly fault: string }[]
}

/** How far the last run has come, and how long it will take at the pace of now; nothing where none was begun. */
export async function progress(caseload: Caseload): Promise<Progress | undefined> {
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  return await inHome(caseload, async (home) => {
    const [run] = await home.rows(
      `SELECT number, kind, state FROM ${schema}.runs WHERE state <> 'given-up' ORDER BY number DESC LIMIT 1`,
    )
    if (!run) return undefined
    const [counts] = await home.rows(
      `SELECT count(*)::int AS all, count(done)::int AS done, (count(*) FILTER (WHERE done IS NULL AND attempts > 2))::int AS failed,
         coalesce(sum(rows), 0)::float8 AS rows, coalesce(sum(weighed), 0)::float8 AS weighed,
         coalesce(sum(moved), 0)::float8 AS moved, coalesce(sum(unreadable), 0)::float8 AS unreadable
       FROM ${schema}.ranges WHERE run = $1`,
      [run.number],
    )
    const faults = await home.rows(
      `SELECT number AS range, fault FROM ${schema}.ranges WHERE run = $1 AND done IS NULL AND fault IS NOT NULL ORDER BY number LIMIT 100`,
      [run.number],
    )
    const { all, done, failed, ...sums } = counts as Record<'all' | 'done' | 'failed', number> & object
    const pace = await paceOf(run.number as number, all - done - failed, schema, home)
    return {
      run: run.number,
      kind: run.kind,
      state: run.state,
      ranges: { all, done, failed },
      ...sums,
      ...pace,
      faults,
    } as Progress
  })
}

/** By the last ranges that were done: how many rows a second, and how long the ranges that are left will take. */
async function paceOf(run: number, left: number, schema: string, home: Session) {
  const [pace] = await home.rows(
    `SELECT count(*)::int AS count, extract(epoch FROM max(done) - min(done))::float8 AS seconds,
       (sum(rows) - (array_agg(rows ORDER BY done))[1])::float8 AS rows
     FROM (SELECT done, rows FROM ${schema}.ranges WHERE run = $1 AND done IS NOT NULL ORDER BY done DESC LIMIT 50) AS last`,
    [run],
  )
  const { count, seconds, rows } = pace as { count: number; seconds: number | null; rows: number | null }
  if (count < 2 || !seconds) return { rowsPerSecond: null, secondsLeft: left === 0 ? 0 : null }
  return { rowsPerSecond: Math.round((rows ?? 0) / seconds), secondsLeft: Math.round((left * seconds) / (count - 1)) }
}

/** Holds the run that goes on: each worker ends after the range that it is doing. Says whether there was one. */
export function pause(caseload: Caseload): Promise<boolean> {
  return inHome(caseload, (home) => setPaused(true, checkedSchema(caseload.schema ?? 'timbang'), home))
}

/** Lets the run that was held go on; workers are started again. Says whether there was one. */
export function resume(caseload: Caseload): Promise<boolean> {
  return inHome(caseload, (home) => setPaused(false, checkedSchema(caseload.schema ?? 'timbang'), home))
}
