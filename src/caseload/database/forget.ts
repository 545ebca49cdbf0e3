import { unfitOption } from '../../errors.js'
import { type Caseload, inHome } from './caseload.js'
import { lastRun } from './runs.js'
import { checkedSchema } from './tables.js'

/** How much was deleted. */
export interface Forgotten {
  readonly situations: number
  readonly results: number
  readonly moves: number
}

/**
 * Deletes what no case needs any more: situations that no case has, with what was said of them; what packs said that stands for
 * nothing; and what runs moved that ended before a moment, which can be told no more. What was deleted in the source goes with the next reading.
 * @throws TimbangError `invalid-options` while a run goes on
 */
export async function forget(caseload: Caseload, before: Date): Promise<Forgotten> {
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  return await inHome(caseload, async (home) => {
    const run = await lastRun(schema, home)
    if (run?.state === 'running' || run?.state === 'paused')
      throw unfitOption(
        'caseload',
        `is being worked on: run ${run.number} is \`${run.state}\`; let it end, or begin another`,
      )
    const deleted = async (sql: string, values: readonly unknown[] = []) => {
      const [found] = await home.rows(
        `WITH gone AS (${sql} RETURNING 1) SELECT count(*)::float8 AS gone FROM gone`,
        values,
      )
      return found?.gone as number
    }
    await home.rows('BEGIN')
    const situations = await deleted(
      `DELETE FROM ${schema}.situations AS s WHERE NOT EXISTS (SELECT FROM ${schema}.cases AS c WHERE c.situation = s.number)`,
    )
    const orphaned = (table: string) =>
      `DELETE FROM ${schema}.${table} AS t WHERE NOT EXISTS (SELECT FROM ${schema}.situations AS s WHERE s.number = t.situation)`
    await deleted(orphaned('standing'))
    const results = await deleted(
      `DELETE FROM ${schema}.results AS r WHERE NOT EXISTS (
         SELECT FROM ${schema}.standing AS t WHERE t.situation = r.situation AND t.pack = r.pack)`,
    )
    const old = `SELECT number FROM ${schema}.runs WHERE ended < $1`
    const moves =
      (await deleted(orphaned('moves'))) +
      (await deleted(`DELETE FROM ${schema}.moves WHERE run IN (${old})`, [before.toISOString()]))
    await deleted(`DELETE FROM ${schema}.ranges WHERE run IN (${old})`, [before.toISOString()])
    await home.rows('COMMIT')
    return { situations, results, moves }
  })
}
