import { unfitOption } from '../../errors.js'
import type { Session } from './session.js'

/*
 * The tables as timbang lays them out have a number, which stands beside them. `read` and `weigh` bring older ones up to date, in the
 * transaction in which they begin; whatever else finds older or newer ones says so.
 */

/** What has changed since the first layout, step by step: who changes a table, or what is kept in it, adds a step. */
const steps: readonly (readonly string[])[] = [
  [
    'ALTER TABLE @.ranges ADD COLUMN IF NOT EXISTS first_time bigint, ADD COLUMN IF NOT EXISTS without_case bigint',
    // What does not tell how soon each action is due compares with nothing: it is weighed anew.
    `DELETE FROM @.standing AS t USING @.results AS r
     WHERE r.situation = t.situation AND r.pack = t.pack AND NOT r.said ? 'urgent'`,
    "DELETE FROM @.results WHERE NOT said ? 'urgent'",
  ],
]

/** Tables made now are of this layout. */
export const layoutTable: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS @.layout (number int NOT NULL)',
  `INSERT INTO @.layout SELECT ${steps.length} WHERE NOT EXISTS (SELECT FROM @.layout)`,
]

/** Brings tables of an older timbang up to date, all of them or none: to be asked within a transaction. */
export async function bringUpToDate(schema: string, session: Session): Promise<void> {
  if ((await layoutOf(schema, session)) === undefined) return
  // Whoever begins at the same moment waits here, and finds it done.
  await session.rows(`LOCK TABLE ${schema}.runs IN SHARE ROW EXCLUSIVE MODE`)
  const number = (await layoutOf(schema, session)) as number
  checkNotNewer(number)
  if (number === steps.length) return
  for (const sql of steps.slice(number).flat()) await session.rows(sql.replaceAll('@', schema))
  await session.rows(`DROP TABLE IF EXISTS ${schema}.layout`)
  for (const sql of layoutTable) await session.rows(sql.replaceAll('@', schema))
}

/** @throws TimbangError `invalid-options` where the tables are of an older or a newer timbang */
export async function checkLayout(schema: string, session: Session): Promise<void> {
  const number = (await layoutOf(schema, session)) ?? steps.length
  checkNotNewer(number)
  if (number < steps.length)
    throw unfitOption(
      'schema',
      'holds tables of an older timbang: begin with `read` or `weigh`, which brings them up to date and loses nothing that was read',
    )
}

function checkNotNewer(number: number): void {
  if (number > steps.length)
    throw unfitOption(
      'schema',
      'holds tables of a newer timbang: work with that version, the same on every machine, or read into another schema',
    )
}

/** The number of the layout that a schema has: none where it holds no caseload, 0 where layouts had no number yet. */
async function layoutOf(schema: string, session: Session): Promise<number | undefined> {
  const [found] = await session.rows('SELECT to_regclass($1) AS runs, to_regclass($2) AS layout', [
    `${schema}.runs`,
    `${schema}.layout`,
  ])
  if (!found?.runs) return undefined
  if (!found.layout) return 0
  const [kept] = await session.rows(`SELECT number FROM ${schema}.layout`)
  return kept?.number as number
}
