import { setTimeout as wait } from 'node:timers/promises'
import { TimbangError, unfitOption } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'
import { checkPackOf } from './begin.js'
import { type Caseload, inHome, openHome, openSource } from './caseload.js'
import { openPool, type Pool, type PoolOptions } from './pool.js'
import { claim, endRun, markFault, type Range, standOf, type Tally } from './ranges.js'
import { workRange } from './rangeWork.js'
import { lastRun, type Run } from './runs.js'
import { isPassing, type Session } from './session.js'
import { checkedSchema } from './tables.js'

/** How one worker works. */
export interface WorkOptions extends PoolOptions {
  /** For how many seconds a database that is away is waited for (300). */
  readonly patienceSeconds?: number | undefined
  /** Told after each range, and waited for. */
  readonly onRange?: ((range: number, tally: Tally) => unknown) | undefined
  /** Ends the work after the range that is being done. */
  readonly signal?: AbortSignal | undefined
}

/** How the work of one worker ended: nothing left, held by somebody, ended by the caller, or with ranges that cannot be done. */
export type WorkEnd = 'done' | 'paused' | 'stopped' | 'failed' | 'given-up'

/**
 * Does ranges of the last run that was begun, until none is left. Any number of workers on any machines may do so at once: a range is
 * taken by a transaction, which writes what was found and marks the range. If a worker dies, nothing of its range is written, and another
 * takes it. While the database is away it is waited for.
 * @throws TimbangError `invalid-options` where nothing was begun, or the pack is another than the one that the run is for
 */
export async function work(caseload: Caseload, pack: Pack<unknown>, options: WorkOptions = {}): Promise<WorkEnd> {
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  const run = await inHome(caseload, (home) => lastRun(schema, home))
  if (!run) throw unfitOption('caseload', 'nothing was begun')
  checkPackOf(pack, run.digest)
  const pool = await openPool(pack, options)
  try {
    return await untilDone({ caseload, schema, run, pool, options })
  } finally {
    await pool.close()
  }
}

interface Shift {
  readonly caseload: Caseload
  readonly schema: string
  readonly run: Run
  readonly pool: Pool
  readonly options: WorkOptions
}

/** Range after range; after what passes, on new connections. */
async function untilDone(shift: Shift): Promise<WorkEnd> {
  const { patienceSeconds = 300 } = shift.options
  for (let [lastWell, pause] = [performance.now(), 100]; ; ) {
    let connections: Connections | undefined
    try {
      connections = await connect(shift)
      const end = await rangesOf(shift, connections, () => {
        lastWell = performance.now()
        pause = 100
      })
      if (end !== 'again') return end
    } catch (error) {
      if (!isPassing(error) || performance.now() - lastWell > patienceSeconds * 1000) throw error
      await wait(pause)
      pause = Math.min(pause * 2, 5_000)
    } finally {
      await Promise.all([connections?.home.close(), connections?.from.close()])
    }
  }
}

interface Connections {
  readonly home: Session
  readonly from: Session
}

async function connect({ caseload, run }: Shift): Promise<Connections> {
  const home = await openHome(caseload)
  return { home, from: await (run.kind === 'read' ? openSource(caseload) : openHome(caseload)) }
}

/** How long a worker waits that finds every range taken, in case another dies. */
const idle = 500

async function rangesOf(shift: Shift, { home, from }: Connections, well: () => void): Promise<WorkEnd | 'again'> {
  const { schema, run, options } = shift
  while (!options.signal?.aborted) {
    await home.rows('BEGIN')
    const range = await claim(run.number, schema, home)
    if (range) {
      const done = await oneRange(range, shift, { home, from })
      if (!done) return 'again'
    } else {
      await home.rows('COMMIT')
      await endRun(run.number, schema, home)
      const { state, left } = await standOf(run.number, schema, home)
      if (state !== 'running') return state as WorkEnd
      if (left > 0) await wait(idle)
    }
    well()
  }
  return 'stopped'
}

/** Whether a range was done; after a fault the connections hold what was not finished, and others take their place. */
async function oneRange(range: Range, shift: Shift, { home, from }: Connections): Promise<boolean> {
  const { caseload, schema, run, pool, options } = shift
  const bench = { schema, run: run.number, pack: run.pack, settings: run.settings, home, from, pool }
  try {
    const tally = await workRange(run.kind, range, bench)
    await home.rows('COMMIT')
    await options.onRange?.(range.number, tally)
    return true
  } catch (error) {
    if (isPassing(error)) throw error
    await home.close()
    await inHome(caseload, (other) => markFault(run.number, range.number, faultIn(error), schema, other))
    return false
  }
}

/** What went wrong, without a word of a case: a code of PostgreSQL or of timbang. */
function faultIn(error: unknown): string {
  if (error instanceof TimbangError) return error.message
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : (error as Error).name
}
