/**
 * Where the service keeps decisions: PostgreSQL inside the process by default (PGlite), a server where `DATABASE_URL` names one.
 * Both are asked by the same SQL.
 */
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { CardOutcome, DecisionRecord, Feedback } from 'timbang/embed'

/** What a database answers: its rows as plain objects. */
interface Database {
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  close(): Promise<void>
}

/** A card that was shown, by its UUID: nothing of the situation is kept with it. */
export interface ShownCard {
  readonly uuid: string
  readonly instance: string
  readonly indicator: string
}

export interface Store {
  /** Keeps a record, once: one that is there already is given back as it stands. */
  readonly keep: (record: DecisionRecord) => Promise<{ readonly kept: boolean; readonly record: DecisionRecord }>
  readonly find: (id: string) => Promise<DecisionRecord | undefined>
  /** The latest records, at most so many. */
  readonly latest: (most: number) => Promise<readonly DecisionRecord[]>
  readonly show: (cards: readonly ShownCard[]) => Promise<void>
  /** Keeps feedback on cards that were shown; says whether all were. */
  readonly answer: (feedback: Feedback) => Promise<boolean>
  /** Deletes comments, and cards that nobody answered, from before a moment. */
  readonly forget: (before: Date) => Promise<void>
  readonly check: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What people typed stands in a table of its own, so that other people may read it than those who may read decisions. */
const tables = [
  `CREATE TABLE IF NOT EXISTS decisions (
     id uuid PRIMARY KEY, at timestamptz NOT NULL, choice text NOT NULL, urgency text NOT NULL, record json NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS decisions_at ON decisions (at DESC)',
  `CREATE TABLE IF NOT EXISTS cards (
     uuid uuid PRIMARY KEY, instance uuid NOT NULL, indicator text NOT NULL, shown_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE TABLE IF NOT EXISTS feedback (
     card uuid NOT NULL REFERENCES cards, outcome text NOT NULL, at timestamptz NOT NULL, answer json NOT NULL,
     PRIMARY KEY (card, outcome, at))`,
  `CREATE TABLE IF NOT EXISTS comments (
     card uuid NOT NULL REFERENCES cards, comment text NOT NULL, made_at timestamptz NOT NULL DEFAULT now())`,
]

/** Opens the store; where no address is given, in a folder, or for this process alone. */
export async function openStore({
  url,
  folder,
}: {
  url?: string | undefined
  folder?: string | undefined
}): Promise<Store> {
  const database = url === undefined ? await embedded(folder) : server(url)
  for (const table of tables) await database.query(table)
  return storeIn(database)
}

async function embedded(folder: string | undefined): Promise<Database> {
  const database = folder === undefined ? new PGlite() : new PGlite(folder)
  await database.waitReady
  return {
    query: async (sql, values = []) => (await database.query<Record<string, unknown>>(sql, [...values])).rows,
    close: () => database.close(),
  }
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
    close: () => pool.end(),
  }
}

function storeIn(database: Database): Store {
  const find = async (id: string) => {
    const [row] = await database.query('SELECT record FROM decisions WHERE id = $1', [id])
    return row?.record as DecisionRecord | undefined
  }
  return {
    keep: async (record) => {
      const kept = await database.query(
        `INSERT INTO decisions (id, at, choice, urgency, record) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [record.id, record.at, record.decision.choice, record.urgency, JSON.stringify(record)],
      )
      return { kept: kept.length === 1, record: (await find(record.id)) as DecisionRecord }
    },
    find,
    latest: async (most) => {
      const rows = await database.query('SELECT record FROM decisions ORDER BY at DESC, id LIMIT $1', [most])
      return rows.map(({ record }) => record as DecisionRecord)
    },
    show: async (cards) => {
      await database.query(
        `INSERT INTO cards (uuid, instance, indicator)
         SELECT uuid, instance, indicator FROM json_to_recordset($1::json) AS shown (uuid uuid, instance uuid, indicator text)
         ON CONFLICT (uuid) DO NOTHING`,
        [JSON.stringify(cards)],
      )
    },
    answer: (feedback) => answered(feedback, database),
    forget: async (before) => {
      await database.query('DELETE FROM comments WHERE made_at < $1', [before.toISOString()])
      await database.query(
        `DELETE FROM cards WHERE shown_at < $1 AND uuid NOT IN (SELECT card FROM feedback UNION SELECT card FROM comments)`,
        [before.toISOString()],
      )
    },
    check: async () => {
      await database.query('SELECT 1')
    },
    close: () => database.close(),
  }
}

/** All of it or nothing, in one statement: outcomes twice told are kept once, comments apart. */
async function answered({ outcomes, comments }: Feedback, database: Database): Promise<boolean> {
  const cards = [...new Set(outcomes.map(({ card }) => card))]
  const rows = await database.query('SELECT uuid FROM cards WHERE uuid = ANY ($1::uuid[])', [cards])
  if (rows.length < cards.length) return false
  const told = outcomes.map(({ card, outcome, at, ...answer }: CardOutcome) => ({ card, outcome, at, answer }))
  await database.query(
    `WITH told AS (
       INSERT INTO feedback (card, outcome, at, answer)
       SELECT card, outcome, at, answer
       FROM json_to_recordset($1::json) AS told (card uuid, outcome text, at timestamptz, answer json)
       ON CONFLICT DO NOTHING RETURNING card)
     INSERT INTO comments (card, comment)
     SELECT DISTINCT said.card, said.comment
     FROM json_to_recordset($2::json) AS said (card uuid, comment text) JOIN told ON told.card = said.card`,
    [JSON.stringify(told), JSON.stringify(comments)],
  )
  return true
}
