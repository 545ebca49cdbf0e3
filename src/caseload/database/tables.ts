import { TimbangError, unfitOption, unknownName } from '../../errors.js'
import { bringUpToDate, layoutTable } from './layout.js'
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
  /** Whether no row can be without it. */
  readonly always: boolean
}

/** A column of a table, and whether it can be read, and be read as a situation. */
interface Column extends ColumnType {
  readonly name: string
  readonly readable: boolean
  readonly json: boolean
}

/** A table or view as it is found by a name, which need not name the schema. */
interface Relation {
  readonly oid: string
  readonly schema: string
  readonly table: string
}

async function relationOf(table: string, session: Session): Promise<Relation | undefined> {
  const [found] = await session.rows(
    `SELECT c.oid::text, nspname AS schema, relname AS table FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
     WHERE c.oid = to_regclass($1) AND relkind IN ('r', 'p', 'v', 'm', 'f')`,
    [named(table)],
  )
  return found as unknown as Relation | undefined
}

async function columnsOf({ oid }: Relation, session: Session): Promise<readonly Column[]> {
  const found = await session.rows(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       format_type(a.atttypid, a.atttypmod) ||
         CASE WHEN c.collname IS NULL THEN '' ELSE format(' COLLATE %I.%I', n.nspname, c.collname) END AS declared,
       a.attnotnull AS always, has_column_privilege(a.attrelid, a.attnum, 'SELECT') AS readable,
       t.typcategory = 'S' OR coalesce(nullif(t.typbasetype, 0), t.oid) IN ('json'::regtype, 'jsonb'::regtype) AS json
     FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
       LEFT JOIN pg_collation AS c ON c.oid = a.attcollation AND c.collname <> 'default'
       LEFT JOIN pg_namespace AS n ON n.oid = c.collnamespace
     WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped`,
    [oid],
  )
  return found as unknown as readonly Column[]
}

/**
 * A source in which all is as it must be, its table by its whole name, and the type of its key.
 * @throws TimbangError `invalid-options`: no such table or column, no right to read them, or a column in which no situation can stand
 */
export async function checkedSource(
  { table, key, situation }: CaseSource,
  own: string,
  session: Session,
): Promise<{ readonly source: CaseSource; readonly keyColumn: ColumnType }> {
  const relation = await relationOf(table, session)
  if (!relation) throw await noTable(table, session)
  const columns = await columnsOf(relation, session)
  if (relation.schema === own && columns.some(({ name }) => name === 'key') && !table.includes('.'))
    throw unfitOption('source.table', 'names a table of timbang itself: write it with its schema, as `public.cases`')
  const keyColumn = columnNamed('key', key, relation, columns)
  const facts = columnNamed('situation', situation, relation, columns)
  if (![keyColumn, facts].every(({ readable }) => readable))
    throw unfitOption('source.table', 'may not be read by the role of the source: GRANT SELECT on it to that role')
  if (key === situation)
    throw unfitOption('source.situation', 'is the column of the key: name the one that holds facts')
  if (!facts.json)
    throw unfitOption('source.situation', `is a column of the type ${facts.type}: must be of json, jsonb or text`)
  return { source: { table: `${relation.schema}.${relation.table}`, key, situation }, keyColumn }
}

function columnNamed(
  part: 'key' | 'situation',
  name: string,
  { schema, table }: Relation,
  columns: readonly Column[],
): Column {
  const found = columns.find((one) => one.name === name)
  if (found) return found
  const names = columns.map((one) => one.name)
  const message = `is no column of \`${schema}.${table}\` (small and capital letters differ)`
  throw new TimbangError('invalid-options', [unknownName(`source.${part}`, message, name, names)])
}

async function noTable(table: string, session: Session): Promise<TimbangError> {
  const rows = await session.rows(
    `SELECT CASE WHEN pg_table_is_visible(c.oid) AND $1 THEN relname ELSE nspname || '.' || relname END AS name
     FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
     WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname NOT IN ('pg_catalog', 'information_schema') LIMIT 1000`,
    [!table.includes('.')],
  )
  const message =
    'is no table or view there: write it with its schema, as `public.cases` (small and capital letters differ)'
  const names = rows.map(({ name }) => name as string)
  return new TimbangError('invalid-options', [unknownName('source.table', message, table, names)])
}

/**
 * Makes the tables of a caseload where there are none yet, and brings older ones up to date. They hold no name, no text that a person typed and no key of the source but
 * those of the cases; who may read situations is for the host to grant.
 */
export async function makeTables(schema: string, keyType: string, session: Session): Promise<void> {
  await session.rows(`CREATE SCHEMA IF NOT EXISTS ${schema}`).catch((error) => {
    if (!wordsOfItsOwn.has((error as { code?: string }).code ?? '')) throw error
    throw unfitOption('schema', 'is a name that PostgreSQL keeps for itself: choose another')
  })
  await bringUpToDate(schema, session)
  for (const table of tables(keyType)) await session.rows(table.replaceAll('@', schema))
  const cases = await columnsOf((await relationOf(`${schema}.cases`, session)) as Relation, session)
  const kept = cases.find(({ name }) => name === 'key')?.declared
  if (kept !== keyType)
    throw unfitOption(
      'source.key',
      `is of the type ${keyType}, and the cases in this schema have keys of the type ${kept}: read into another schema`,
    )
}

/** Not to be read as a name here, and reserved. */
const wordsOfItsOwn = new Set(['42601', '42939'])

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
       rows bigint, weighed bigint, moved bigint, unreadable bigint, first_time bigint, without_case bigint,
       PRIMARY KEY (run, number))`,
    `CREATE TABLE IF NOT EXISTS @.moves (
       run int, situation bigint, weaker boolean NOT NULL, move jsonb NOT NULL, PRIMARY KEY (run, situation))`,
    ...layoutTable,
  ]
}
