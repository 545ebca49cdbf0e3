import { unfitOption } from '../../errors.js'
import { type Caseload, inHome } from './caseload.js'
import { type Tally, tallied } from './ranges.js'
import { lastRun, type Run, setPaused } from './runs.js'
import type { Session } from './session.js'
import { checkedSchema } from './tables.js'

/** How far a run has come. */
export interface Progress extends Tally {
  readonly run: number
  readonly kind: Run['kind']
  readonly state: Run['state']
  /** What the run did in its ranges was deleted (`forget`): the figures below say nothing. */
  readonly forgotten?: true
  readonly ranges: { readonly all: number; readonly done: number; readonly failed: number }
  /** Of a reading: rows of the source that have no key, and are not read. */
  readonly withoutKey?: number
  /** By the pace of the last ranges. */
  readonly rowsPerSecond: number | null
  readonly secondsLeft: number | null
  /** Ranges that could not be done, and why; nothing of a case is repeated. */
  readonly faults: readonly { readonly range: number; readonly fault: string }[]
}

/**
 * How far the last run has come, and how long it will take at the pace of now.
 * @throws TimbangError `invalid-options` where none was begun
 */
export async function progress(caseload: Caseload): Promise<Progress> {
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  return await inHome(caseload, async (home) => {
    const run = await lastRun(schema, home)
    if (!run) throw unfitOption('caseload', 'nothing was begun yet: begin by reading the cases')
    const sums = tallied.map(([part, column]) => `coalesce(sum(${column}), 0)::float8 AS "${part}"`)
    const [counts] = await home.rows(
      `SELECT count(*)::int AS all, count(done)::int AS done, (count(*) FILTER (WHERE done IS NULL AND attempts > 2))::int AS failed,
         ${sums.join(', ')}
       FROM ${schema}.ranges WHERE run = $1`,
      [run.number],
    )
    const faults = await home.rows(
      `SELECT number AS range, fault FROM ${schema}.ranges WHERE run = $1 AND done IS NULL AND fault IS NOT NULL ORDER BY number LIMIT 100`,
      [run.number],
    )
    const { all, done, failed, ...tally } = counts as unknown as Progress['ranges'] & Tally
    const { withoutKey } = run.settings
    return {
      run: run.number,
      kind: run.kind,
      state: run.state,
      ...(all === 0 && { forgotten: true }),
      ranges: { all, done, failed },
      ...tally,
      ...(withoutKey !== undefined && { withoutKey }),
      ...(await paceOf(run.number, all - done - failed, schema, home)),
      faults: faults as unknown as Progress['faults'],
    }
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

/** A run that is held, or goes on. */
export type Held = Pick<Run, 'number' | 'kind' | 'state'>

/** Holds the run that goes on: each worker ends the range that it is doing and waits. Nothing where no run goes on. */
export function pause(caseload: Caseload): Promise<Held | undefined> {
  return held(caseload, true)
}

/** Lets the run that is held go on, and the workers that wait with it. Nothing where no run goes on. */
export function resume(caseload: Caseload): Promise<Held | undefined> {
  return held(caseload, false)
}

async function held(caseload: Caseload, paused: boolean): Promise<Held | undefined> {
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  const run = await inHome(caseload, (home) => setPaused(paused, schema, home))
  return run && { number: run.number, kind: run.kind, state: run.state }
}
