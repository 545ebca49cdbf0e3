import { unfitOption } from '../../errors.js'
import type { Session } from './session.js'

/** Where the cases stand, which nobody here writes to. */
export interface CaseSource {
  /** The table or view, with its schema where it needs one. */
  readonly table: string
  /** The column of the key, which is unique. */
  readonly key: string
  /** The column of the situation: json, jsonb or text. */
  readonly situation: string
}

/** A name as SQL writes it; of a table with its schema. */
export function named(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.')
}

/** The name of a schema, checked: it stands in every statement. */
export function checkedSchema(schema: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw unfitOption('schema', 'must be of small letters, digits and underscores')
  return schema
}

/** The type of a column as PostgreSQL writes it, and its order of letters where it has one of its own. */
interface ColumnType {
  readonly type: string
  readonly declared: string
}

/** What a column is of; nothing where there is no such column. */
export async function columnType({ table, key }: Pick<CaseSource, 'table' | 'key'>, session: Session) {
  const [found] = await session.rows(
    `SELECT format_type(a.atttypid, a.atttypmod) AS type,
       format_type(a.atttypid, a.atttypmod) ||
         CASE WHEN c.collname IS NULL THEN '' ELSE format(' COLLATE %I.%I', n.nspname, c.collname) END AS declared
     FROM pg_attribute AS a LEFT JOIN pg_collation AS c ON c.oid = a.attcollation AND c.collname <> 'default'
       LEFT JOIN pg_namespace AS n ON n.oid = c.collnamespace
     WHERE a.attrelid = to_regclass($1) AND a.attname = $2 AND a.attnum > 0 AND NOT a.attisdropped`,
    [named(table), key],
  )
  return found as unknown as ColumnType | undefined
}

/**
 * Makes the tables of a caseload, where there are none yet. They hold no name, no text that a person typed and no key of the source but
 * those of the cases; who may read situations is for the host to grant.
 */
export async function makeTables(schema: string, keyType: string, session: Session): Promise<void> {
  await session.rows(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  for (const table of tables(keyType)) await session.rows(table.replaceAll('@', schema))
  const kept = await columnType({ table: `${schema}.cases`, key: 'key' }, session)
  if (kept?.declared !== keyType)
    throw unfitOption(
      'source.key',
      `is of the type ${keyType}, and these cases have keys of the type ${kept?.declared}`,
    )
}

function tables(keyType: string): readonly string[] {
  return [
    // A pack as it weighs: on a day, by a framework where one is named.
    `CREATE TABLE IF NOT EXISTS @.packs (
       number smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, digest text NOT NULL, day text NOT NULL, framework text NOT NULL,
       name text NOT NULL, version text NOT NULL, UNIQUE (digest, day, framework))`,
    // Each situation once, in its normal form.
    `CREATE TABLE IF NOT EXISTS @.situations (
       number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, digest bytea NOT NULL UNIQUE, facts jsonb NOT NULL)`,
    `CREATE TABLE IF NOT EXISTS @.cases (key ${keyType} PRIMARY KEY, situation bigint NOT NULL)`,
    'CREATE INDEX IF NOT EXISTS cases_situation ON @.cases (situation)',
    `CREATE TABLE IF NOT EXISTS @.unreadable (key ${keyType} PRIMARY KEY, issues jsonb NOT NULL)`,
    // What was said of a situation by a pack; and which of these stands.
    `CREATE TABLE IF NOT EXISTS @.results (
       situation bigint, pack smallint, said jsonb NOT NULL, PRIMARY KEY (situation, pack))`,
    'CREATE TABLE IF NOT EXISTS @.standing (situation bigint PRIMARY KEY, pack smallint NOT NULL)',
    `CREATE TABLE IF NOT EXISTS @.runs (
       number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, pack smallint NOT NULL, settings jsonb NOT NULL,
       state text NOT NULL DEFAULT 'running', begun timestamptz NOT NULL DEFAULT now(), ended timestamptz)`,
    `CREATE TABLE IF NOT EXISTS @.ranges (
       run int, number int, low text, high text, attempts int NOT NULL DEFAULT 0, fault text, done timestamptz, seconds real,
       rows bigint, weighed bigint, moved bigint, unreadable bigint, PRIMARY KEY (run, number))`,
    `CREATE TABLE IF NOT EXISTS @.moves (
       run int, situation bigint, weaker boolean NOT NULL, move jsonb NOT NULL, PRIMARY KEY (run, situation))`,
  ]
}
