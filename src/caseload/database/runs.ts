import type { RuleChanges } from '../../consult/moved.js'
import type { WeighOptions } from '../../weigh/assess.js'
import type { Weighed } from '../affected/packChange.js'
import { dayOf } from '../affected/packChange.js'
import { checkLayout } from './layout.js'
import type { Session } from './session.js'
import type { CaseSource } from './tables.js'

/** What every worker of a run does alike, kept with it. */
export interface RunSettings {
  readonly source?: CaseSource
  readonly keyType?: string
  readonly options?: WeighOptions
  readonly confirm?: number
  /** Which situations the change of rules can move. */
  readonly where?: string
  readonly changes?: RuleChanges
  /** How many rows of the source have no key. */
  readonly withoutKey?: number
  /** Of each fact that the pack of this run knows, what it is; by this it is seen whether another pack reads the same. */
  readonly vocabulary?: Readonly<Record<string, string>>
}

/** A run over a caseload: its cases are read, or its situations weighed. */
export interface Run {
  readonly number: number
  readonly kind: 'read' | 'weigh'
  readonly pack: number
  readonly digest: string
  /** The name and the version of that pack. */
  readonly packName: string
  readonly state: 'running' | 'paused' | 'done' | 'failed' | 'given-up'
  readonly settings: RunSettings
}

/** The number under which results of a pack are kept. */
export async function packNumber(weighed: Weighed, schema: string, session: Session): Promise<number> {
  const { pack, options = {} } = weighed
  const key = [pack.digest, dayOf(weighed), options.framework ?? '']
  await session.rows(
    `INSERT INTO ${schema}.packs (digest, day, framework, name, version) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (digest, day, framework) DO NOTHING`,
    [...key, pack.name, pack.version],
  )
  const found = await session.rows(
    `SELECT number::int FROM ${schema}.packs WHERE digest = $1 AND day = $2 AND framework = $3`,
    key,
  )
  return found[0]?.number as number
}

/**
 * The last run of a kind, or of any, that was not given up.
 * @throws TimbangError `invalid-options` where the tables are not those of this timbang
 */
export async function lastRun(schema: string, session: Session, kind?: Run['kind']): Promise<Run | undefined> {
  await checkLayout(schema, session)
  const [found] = await session.rows(
    `SELECT n.number, n.kind, n.pack::int, p.digest, p.name || ' ' || p.version AS "packName", n.state, n.settings FROM ${schema}.runs AS n JOIN ${schema}.packs AS p ON p.number = n.pack
     WHERE n.state <> 'given-up' AND ($1::text IS NULL OR n.kind = $1) ORDER BY n.number DESC LIMIT 1`,
    [kind ?? null],
  )
  return found as unknown as Run | undefined
}

/** A run that was begun, and the one that went on until then and was given up, if any. */
interface NewRun {
  readonly run: number
  readonly gaveUp?: number
}

/** Begins a run; one that still goes on is given up, and what it has done stays done. */
export async function newRun(
  kind: Run['kind'],
  pack: number,
  settings: RunSettings,
  schema: string,
  session: Session,
): Promise<NewRun> {
  const [left] = await session.rows(
    `UPDATE ${schema}.runs SET state = 'given-up', ended = clock_timestamp() WHERE state IN ('running', 'paused') RETURNING number`,
  )
  const [made] = await session.rows(
    `INSERT INTO ${schema}.runs (kind, pack, settings) VALUES ($1, $2, $3) RETURNING number`,
    [kind, pack, JSON.stringify(settings)],
  )
  return { run: made?.number as number, ...(left && { gaveUp: left.number as number }) }
}

/** Holds the run that goes on, or lets it go on; nothing where none does. */
export async function setPaused(paused: boolean, schema: string, session: Session): Promise<Run | undefined> {
  const [from, to] = paused ? ['running', 'paused'] : ['paused', 'running']
  await session.rows(`UPDATE ${schema}.runs SET state = $2 WHERE state = $1`, [from, to])
  const run = await lastRun(schema, session)
  return run?.state === to ? run : undefined
}
