import { unfitOption } from '../../errors.js'
import type { ChunkDone, Task, TaskSettings } from '../chunk.js'
import { copyRows } from '../copyText.js'
import { inPool, type Pool } from './pool.js'
import { markDone, nothingDone, type Range, type Tally, tallied, within } from './ranges.js'
import type { RunSettings } from './runs.js'
import type { Session } from './session.js'
import { named } from './tables.js'

/** What a range is worked on with. */
interface Bench {
  readonly schema: string
  readonly run: number
  readonly pack: number
  readonly settings: RunSettings
  /** The connection whose transaction has taken the range, and which writes. */
  readonly home: Session
  /** The connection that rows are read from: of the cases, or of the situations. */
  readonly from: Session
  readonly pool: Pool
}

/** How many rows a thread takes at a time. */
const chunk = 500

/** Does a range, as far as the transaction that holds it: what was found is written, and the range marked, or neither. */
export async function workRange(task: Task, range: Range, bench: Bench): Promise<Tally> {
  const begun = performance.now()
  const { home, from, pool, settings } = bench
  const { table, rows, keep } = task === 'read' ? reading(range, bench) : weighing(range, bench)
  await home.rows(`CREATE TEMP TABLE IF NOT EXISTS ${table} ON COMMIT DELETE ROWS`)
  const tally = { ...nothingDone }
  const done = inPool(copyRows(from.out(`COPY (${rows}) TO STDOUT`), chunk), pool, taskSettings(task, settings))
  await home.into(`COPY ${nameOf(table)} FROM STDIN`, counted(done, tally))
  await (task === 'read' ? checkKeys(range, bench) : leaveOrphans(range, bench, tally))
  for (const statement of keep) await home.rows(statement)
  await markDone(bench.run, range, tally, (performance.now() - begun) / 1000, bench.schema, home)
  return tally
}

function taskSettings(task: Task, { options, confirm, changes }: RunSettings): TaskSettings {
  return { task, ...(options && { options }), ...(confirm !== undefined && { confirm }), ...(changes && { changes }) }
}

async function* counted(done: AsyncIterable<ChunkDone>, tally: Record<keyof Tally, number>): AsyncGenerator<string> {
  for await (const { text, ...counts } of done) {
    for (const [part] of tallied) tally[part] += counts[part]
    yield text
  }
}

function nameOf(table: string): string {
  return table.slice(0, table.indexOf(' '))
}

/** A table that holds what was found until it is kept, the rows that are read, and how they are kept. */
interface Plan {
  readonly table: string
  readonly rows: string
  readonly keep: readonly string[]
}

/** Cases of a stretch of keys: each situation kept once, each case with its situation; what is gone from the source goes here too. */
function reading(range: Range, { schema, settings }: Bench): Plan {
  const { source, keyType } = settings as Required<RunSettings>
  const [key, situation] = [named(source.key), named(source.situation)]
  const gone = (table: string, kept: string) =>
    `DELETE FROM ${schema}.${table} AS t WHERE ${within(range, 't.key', keyType)}
       AND NOT EXISTS (SELECT FROM read_rows AS r WHERE r.key = t.key AND r.${kept} IS NOT NULL)`
  return {
    table: `read_rows (key ${keyType}, digest text, facts jsonb, issues jsonb)`,
    rows: `SELECT ${key}::text, ${situation}::text FROM ${named(source.table)} WHERE ${within(range, key, keyType)}`,
    keep: [
      'ANALYZE read_rows',
      `INSERT INTO ${schema}.situations (digest, facts)
       SELECT DISTINCT ON (r.digest) decode(r.digest, 'hex'), r.facts FROM read_rows AS r
       WHERE r.facts IS NOT NULL
         AND NOT EXISTS (SELECT FROM ${schema}.situations AS s WHERE s.digest = decode(r.digest, 'hex'))
       ORDER BY r.digest ON CONFLICT (digest) DO NOTHING`,
      `INSERT INTO ${schema}.cases AS c (key, situation)
       SELECT r.key, s.number FROM read_rows AS r JOIN ${schema}.situations AS s ON s.digest = decode(r.digest, 'hex')
       ON CONFLICT (key) DO UPDATE SET situation = excluded.situation WHERE c.situation <> excluded.situation`,
      `INSERT INTO ${schema}.unreadable AS u (key, issues) SELECT key, issues FROM read_rows WHERE issues IS NOT NULL
       ON CONFLICT (key) DO UPDATE SET issues = excluded.issues WHERE u.issues <> excluded.issues`,
      gone('cases', 'facts'),
      gone('unreadable', 'issues'),
    ],
  }
}

/** @throws TimbangError `invalid-options` where rows share a key: which of them is the case nobody can tell */
async function checkKeys({ number }: Range, { home, settings }: Bench): Promise<void> {
  const { source } = settings as Required<RunSettings>
  const [found] = await home.rows(
    `SELECT count(*)::int AS rows, min(place)::int AS place FROM (
       SELECT row_number() OVER (ORDER BY key) AS place, count(*) OVER (PARTITION BY key) AS alike FROM read_rows) AS r
     WHERE alike > 1`,
  )
  const { rows, place } = found as { rows: number; place: number }
  if (rows === 0) return
  const [key, table] = [named(source.key), named(source.table)]
  throw unfitOption(
    'source.key',
    `${rows} rows of range ${number} share their key with another, the first of them at place ${place} of the range: each case needs a key of its own. List them with SELECT ${key} FROM ${table} GROUP BY 1 HAVING count(*) > 1, mend them or name another column, and read again`,
  )
}

/**
 * Counts the situations that no case has any more. What was said of them stands no longer: if a case comes to have one again, it is
 * weighed whatever has changed in between.
 */
async function leaveOrphans(range: Range, { schema, home }: Bench, tally: Record<keyof Tally, number>): Promise<void> {
  const [found] = await home.rows(
    `WITH orphans AS (SELECT s.number FROM ${schema}.situations AS s
         WHERE ${within(range, 's.number', 'bigint')} AND NOT ${hasCase(schema)}),
       gone AS (DELETE FROM ${schema}.standing AS t USING orphans AS o WHERE t.situation = o.number)
     SELECT count(*)::int AS orphans FROM orphans`,
  )
  tally.withoutCase = found?.orphans as number
}

function hasCase(schema: string): string {
  return `EXISTS (SELECT FROM ${schema}.cases AS c WHERE c.situation = s.number)`
}

/** Situations of a stretch of numbers that some case has, that this pack has not weighed and that can have moved; with what was said of them before. */
function weighing(range: Range, { schema, run, pack, settings }: Bench): Plan {
  const { where = 'true' } = settings
  return {
    table: 'weighed_rows (situation bigint, said jsonb, move jsonb)',
    rows: `SELECT s.number, s.facts::text, r.said::text, k.said::text FROM ${schema}.situations AS s
      LEFT JOIN ${schema}.standing AS t ON t.situation = s.number
      LEFT JOIN ${schema}.results AS r ON r.situation = s.number AND r.pack = t.pack
      LEFT JOIN ${schema}.results AS k ON k.situation = s.number AND k.pack = ${pack}
      WHERE ${within(range, 's.number', 'bigint')} AND t.pack IS DISTINCT FROM ${pack} AND (r.said IS NULL OR (${where}))
        AND ${hasCase(schema)}`,
    keep: [
      `INSERT INTO ${schema}.results (situation, pack, said) SELECT situation, ${pack}, said FROM weighed_rows
       ON CONFLICT (situation, pack) DO NOTHING`,
      `INSERT INTO ${schema}.standing (situation, pack) SELECT situation, ${pack} FROM weighed_rows
       ON CONFLICT (situation) DO UPDATE SET pack = excluded.pack`,
      `INSERT INTO ${schema}.moves (run, situation, weaker, move)
       SELECT ${run}, situation, (move->>'weakerInDanger')::boolean, move FROM weighed_rows WHERE move IS NOT NULL`,
    ],
  }
}
