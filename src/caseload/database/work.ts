import { setTimeout as wait } from 'node:timers/promises'
import { unfitOption } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'
import { checkPackOf } from './begin.js'
import { type Caseload, inHome, openHome, openSource, plainly, withHome } from './caseload.js'
import { openPool, type Pool, type PoolOptions } from './pool.js'
import { claim, endRun, markFault, type Range, stateOf, type Tally } from './ranges.js'
import { workRange } from './rangeWork.js'
import { faultOf, inSentence } from './refusal.js'
import { lastRun, type Run } from './runs.js'
import { isPassing, type Session } from './session.js'
import { checkedSchema } from './tables.js'

/** How one worker works. */
export interface WorkOptions extends PoolOptions {
  /** For how many seconds a database that is away is waited for (300). */
  readonly patienceSeconds?: number | undefined
  /** Told after each range, and waited for. */
  readonly onRange?: ((range: number, tally: Tally) => unknown) | undefined
  /** Told when the worker begins to wait: for the database, or until a run that is held goes on. */
  readonly onWaiting?: ((forWhat: 'database' | 'resume') => unknown) | undefined
  /** Ends the work after the range that is being done, and at once where nothing but waiting is done. */
  readonly signal?: AbortSignal | undefined
}

/** How the work of one worker ended: nothing left, ended by the caller, with ranges that cannot be done, or given up for another run. */
export type WorkEnd = 'done' | 'stopped' | 'failed' | 'given-up'

/**
 * Does ranges of the last run that was begun, until none is left. Any number of workers on any machines may do so at once: a range is
 * taken by a transaction, which writes what was found and marks the range. If a worker dies, nothing of its range is written, and another
 * takes it. While the database is away it is waited for, and while the run is held, until it goes on.
 * @throws TimbangError `invalid-options` where nothing was begun, the pack is another than the one that the run is for, or the database
 * cannot be reached at first or for longer than it is waited for
 */
export async function work(caseload: Caseload, pack: Pack<unknown>, options: WorkOptions = {}): Promise<WorkEnd> {
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  const run = await unlessEnded(options.signal, () => inHome(caseload, (home) => lastRun(schema, home), options.signal))
  if (run === 'stopped') return run
  if (!run) throw unfitOption('caseload', 'nothing was begun yet: begin by reading the cases')
  checkPackOf(pack, run)
  const pool = await plainly('database', () => openPool(pack, options))
  try {
    return await untilDone({ caseload, schema, run, pool, options })
  } finally {
    await pool.close()
  }
}

/** Asks for something, unless the caller ends the work meanwhile: what fails then is no matter. */
async function unlessEnded<T>(signal: AbortSignal | undefined, ask: () => Promise<T>): Promise<T | 'stopped'> {
  try {
    return await ask()
  } catch (error) {
    if (signal?.aborted) return 'stopped'
    throw error
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
  const { patienceSeconds = 300, signal, onWaiting } = shift.options
  let [lastWell, pause] = [performance.now(), 100]
  while (!signal?.aborted) {
    const open: Session[] = []
    try {
      const end = await rangesOf(shift, await connect(shift, open), () => {
        lastWell = performance.now()
        pause = 100
      })
      if (end !== 'again') return end
    } catch (error) {
      if (signal?.aborted && open.length < 2) break
      const isSource = shift.run.kind === 'read' && open.length === 1
      if (!isPassing(error) || performance.now() - lastWell > patienceSeconds * 1000)
        throw inSentence(error, isSource ? 'source' : 'database')
      if (pause === 100) await onWaiting?.('database')
      await rest(pause, signal)
      pause = Math.min(pause * 2, 5_000)
    } finally {
      await Promise.all(open.map((session) => session.close()))
    }
  }
  return 'stopped'
}

/** Waits, unless the caller ends the work. */
async function rest(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch((error) => {
    if (!signal?.aborted) throw error
  })
}

interface Connections {
  readonly home: Session
  readonly from: Session
}

/** Opens what is needed; what is open is listed, so that it is closed even where the rest cannot be opened. */
async function connect({ caseload, run, options: { signal } }: Shift, open: Session[]): Promise<Connections> {
  const home = await openHome(caseload, signal)
  open.push(home)
  const from = await (run.kind === 'read' ? openSource(caseload, signal) : openHome(caseload, signal))
  open.push(from)
  return { home, from }
}

/** How long a worker waits that finds every range taken, in case another dies, or the run held. */
const idle = 500

async function rangesOf(shift: Shift, { home, from }: Connections, well: () => void): Promise<WorkEnd | 'again'> {
  const { schema, run, options } = shift
  let isHeld = false
  while (!options.signal?.aborted) {
    await home.rows('BEGIN')
    const range = await claim(run.number, schema, home)
    if (range) {
      const done = await oneRange(range, shift, { home, from })
      if (!done) return 'again'
      isHeld = false
    } else {
      await home.rows('COMMIT')
      const end = await endOf(shift, home)
      if (end !== 'running' && end !== 'paused') return end
      if (end === 'paused' && !isHeld) await options.onWaiting?.('resume')
      isHeld = end === 'paused'
      await rest(idle, options.signal)
    }
    well()
  }
  return 'stopped'
}

/** How the run ended of which no range is to be had now, if it has. */
async function endOf({ schema, run }: Shift, home: Session): Promise<WorkEnd | 'running' | 'paused'> {
  await endRun(run.number, schema, home)
  return await stateOf(run.number, schema, home)
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
    await withHome(caseload, (other) => markFault(run.number, range.number, faultOf(error), schema, other))
    return false
  }
}
