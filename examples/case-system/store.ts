/**
 * Where the service keeps decisions: PostgreSQL inside the process by default (PGlite), a server where `DATABASE_URL` names one.
 * Both are asked by the same SQL, and each tenant for itself.
 */
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { CardOutcome, DecisionRecord, Feedback } from 'timbang/embed'
import { migrated } from './migrations.js'

/** What a database answers: its rows as plain objects. */
interface Database {
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  /** Brings the tables to what this version wants. */
  migrate(): Promise<void>
  close(): Promise<void>
}

/** A card that was shown, by its UUID: nothing of the situation is kept with it. */
interface ShownCard {
  readonly uuid: string
  readonly instance: string
  readonly indicator: string
}

/** Which decisions are wanted: of whom, of which case, and after which one. */
interface Wanted {
  readonly most: number
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  readonly after?: { readonly at: string; readonly id: string } | undefined
}

/** What is kept for one tenant. */
export interface TenantStore {
  /** Keeps a record, once: one that is there already is given back as it stands. */
  readonly keep: (record: DecisionRecord) => Promise<{ readonly kept: boolean; readonly record: DecisionRecord }>
  readonly find: (id: string) => Promise<DecisionRecord | undefined>
  /** The latest records, at most so many. */
  readonly latest: (wanted: Wanted) => Promise<readonly DecisionRecord[]>
  readonly show: (cards: readonly ShownCard[]) => Promise<void>
  /** Keeps feedback on cards that were shown; says whether all were. */
  readonly answer: (feedback: Feedback) => Promise<boolean>
  /** Deletes comments, and cards that nobody answered, from before a moment. */
  readonly forget: (before: Date) => Promise<void>
  /** Deletes decisions from before a moment, with the cards and answers of that time. */
  readonly forgetDecisions: (before: Date) => Promise<void>
}

export interface Store {
  readonly of: (tenant: string) => TenantStore
  readonly check: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the store; where no address is given, in a folder, or for this process alone. */
export async function openStore({
  url,
  folder,
}: {
  url?: string | undefined
  folder?: string | undefined
}): Promise<Store> {
  const database = url === undefined ? await embedded(folder) : server(url)
  try {
    await database.migrate()
  } catch (error) {
    await database.close()
    throw error
  }
  return {
    of: (tenant) => storeIn(database, tenant),
    check: async () => {
      await database.query('SELECT 1')
    },
    close: () => database.close(),
  }
}

async function embedded(folder: string | undefined): Promise<Database> {
  const database = folder === undefined ? new PGlite() : new PGlite(folder)
  await database.waitReady
  const query: Database['query'] = async (sql, values = []) =>
    (await database.query<Record<string, unknown>>(sql, [...values])).rows
  return { query, migrate: () => migrated(query), close: () => database.close() }
}

function server(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
  })
  // A connection that breaks while nobody uses it is replaced when one is needed.
  pool.on('error', () => {})
  return {
    query: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    migrate: async () => {
      const one = await pool.connect()
      try {
        await migrated(async (sql, values = []) => (await one.query(sql, [...values])).rows)
      } finally {
        one.release()
      }
    },
    close: () => pool.end(),
  }
}

function storeIn(database: Database, tenant: string): TenantStore {
  const find = async (id: string) => {
    const [row] = await database.query('SELECT record FROM decisions WHERE tenant = $1 AND id = $2', [tenant, id])
    return row?.record as DecisionRecord | undefined
  }
  return {
    keep: async (record) => {
      const { id, at, actor, subject = null, decision, urgency } = record
      const kept = await database.query(
        `INSERT INTO decisions (tenant, id, at, actor, subject, choice, urgency, record)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant, id) DO NOTHING RETURNING id`,
        [tenant, id, at, actor, subject, decision.choice, urgency, JSON.stringify(record)],
      )
      return { kept: kept.length === 1, record: (await find(id)) as DecisionRecord }
    },
    find,
    latest: async ({ most, actor = null, subject = null, after }) => {
      const rows = await database.query(
        `SELECT record FROM decisions
         WHERE tenant = $1 AND ($2::text IS NULL OR actor = $2) AND ($3::text IS NULL OR subject = $3)
           AND ($4::timestamptz IS NULL OR (at, id) < ($4, $5::uuid))
         ORDER BY at DESC, id DESC LIMIT $6`,
        [tenant, actor, subject, after?.at ?? null, after?.id ?? null, most],
      )
      return rows.map(({ record }) => record as DecisionRecord)
    },
    show: async (cards) => {
      await database.query(
        `INSERT INTO cards (tenant, uuid, instance, indicator)
         SELECT $1, uuid, instance, indicator
         FROM json_to_recordset($2::json) AS shown (uuid uuid, instance uuid, indicator text)
         ON CONFLICT DO NOTHING`,
        [tenant, JSON.stringify(cards)],
      )
    },
    answer: (feedback) => answered(feedback, database, tenant),
    forget: (before) => forgetComments(before, database, tenant),
    forgetDecisions: async (before) => {
      await forgetComments(before, database, tenant)
      for (const sql of [
        'DELETE FROM feedback WHERE tenant = $1 AND at < $2',
        'DELETE FROM decisions WHERE tenant = $1 AND at < $2',
      ])
        await database.query(sql, [tenant, before.toISOString()])
    },
  }
}

async function forgetComments(before: Date, database: Database, tenant: string): Promise<void> {
  for (const sql of [
    'DELETE FROM comments WHERE tenant = $1 AND made_at < $2',
    `DELETE FROM cards WHERE tenant = $1 AND shown_at < $2 AND uuid NOT IN
       (SELECT card FROM feedback WHERE tenant = $1 UNION SELECT card FROM comments WHERE tenant = $1)`,
  ])
    await database.query(sql, [tenant, before.toISOString()])
}

/** All of it or nothing, in one statement: outcomes twice told are kept once, comments apart. */
async function answered({ outcomes, comments }: Feedback, database: Database, tenant: string): Promise<boolean> {
  const cards = [...new Set(outcomes.map(({ card }) => card))]
  const rows = await database.query('SELECT uuid FROM cards WHERE tenant = $1 AND uuid = ANY ($2::uuid[])', [
    tenant,
    cards,
  ])
  if (rows.length < cards.length) return false
  const told = outcomes.map(({ card, outcome, at, ...answer }: CardOutcome) => ({ card, outcome, at, answer }))
  await database.query(
    `WITH told AS (
       INSERT INTO feedback (tenant, card, outcome, at, answer)
       SELECT $1, card, outcome, at, answer
       FROM json_to_recordset($2::json) AS told (card uuid, outcome text, at timestamptz, answer json)
       ON CONFLICT DO NOTHING RETURNING card)
     INSERT INTO comments (tenant, card, comment)
     SELECT DISTINCT $1, said.card, said.comment
     FROM json_to_recordset($3::json) AS said (card uuid, comment text) JOIN told ON told.card = said.card`,
    [tenant, JSON.stringify(told), JSON.stringify(comments)],
  )
  return true
}
