import type { SaidOfAction } from '../../advise/rankActions.js'
import type { AdviceMoved, WasAndNow } from '../../consult/moved.js'
import { unfitOption } from '../../errors.js'
import type { Kind, Urgency } from '../../vocabulary.js'
import { copyRows } from '../copyText.js'
import { type Caseload, inHome, openHome } from './caseload.js'
import { lastRun, type Run } from './runs.js'
import type { Row, Session } from './session.js'
import { checkedSchema } from './tables.js'

/** What a run moved, counted in cases, for whoever answers for the caseload. */
export interface ChangeSummary {
  readonly run: number
  readonly cases: number
  /** Situations and cases whose advice is another than before. */
  readonly situations: number
  readonly moved: number
  /** Of these, cases in danger of which less is asked than before, or less soon. */
  readonly weakerInDanger: number
  readonly unreadable: number
  readonly kinds: readonly (WasAndNow<Kind> & { readonly cases: number })[]
  readonly urgencies: readonly (WasAndNow<Urgency> & { readonly cases: number })[]
  readonly actions: readonly (WasAndNow<SaidOfAction | null> & {
    readonly action: string
    readonly by: readonly string[]
    readonly cases: number
  })[]
}

/**
 * What the last weighing moved: how many cases, what of them, and by which rules; the most frequent first.
 * @throws TimbangError `invalid-options` where that weighing is not done
 */
export async function changeSummary(caseload: Caseload): Promise<ChangeSummary | undefined> {
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  return await inHome(caseload, async (home) => {
    const run = await weighedToTheEnd(schema, home)
    if (!run) return undefined
    const moved = `${schema}.moves AS m JOIN ${schema}.cases AS c ON c.situation = m.situation`
    const ofRun = `m.run = ${run.number}`
    const [counts] = await home.rows(
      `SELECT count(*)::float8 AS moved, (count(*) FILTER (WHERE m.weaker))::float8 AS weaker, count(DISTINCT m.situation)::float8 AS situations
       FROM ${moved} WHERE ${ofRun}`,
    )
    const [all] = await home.rows(`SELECT count(*)::float8 AS cases FROM ${schema}.cases`)
    const [unread] = await home.rows(`SELECT count(*)::float8 AS unreadable FROM ${schema}.unreadable`)
    return {
      run: run.number,
      cases: all?.cases,
      situations: counts?.situations,
      moved: counts?.moved,
      weakerInDanger: counts?.weaker,
      unreadable: unread?.unreadable,
      kinds: await wasAndNow('kind', `${moved} WHERE ${ofRun}`, home),
      urgencies: await wasAndNow('urgency', `${moved} WHERE ${ofRun}`, home),
      actions: await home.rows(
        `SELECT a->>'action' AS action, a->'was' AS was, a->'now' AS now, a->'by' AS by, count(*)::float8 AS cases
         FROM ${moved}, jsonb_array_elements(m.move->'actions') AS a WHERE ${ofRun} GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3, 4`,
      ),
    } as unknown as ChangeSummary
  })
}

/**
 * The last weighing, if it has come to its end.
 * @throws TimbangError `invalid-options` where it goes on, waits or failed: what it has not looked at yet is not unmoved
 */
async function weighedToTheEnd(schema: string, home: Session): Promise<Run | undefined> {
  const run = await lastRun(schema, home, 'weigh')
  if (run !== undefined && run.state !== 'done')
    throw unfitOption('caseload', `must be weighed to the end first: the last weighing is \`${run.state}\``)
  return run
}

function wasAndNow(part: 'kind' | 'urgency', moved: string, home: Session): Promise<readonly Row[]> {
  return home.rows(
    `SELECT m.move->'${part}'->>'was' AS was, m.move->'${part}'->>'now' AS now, count(*)::float8 AS cases
     FROM ${moved} AND m.move ? '${part}' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
  )
}

/** A case whose advice moved, by its key. */
export interface CaseMoved {
  readonly key: string
  readonly move: AdviceMoved
}

/** The cases whose advice the last weighing moved, by their keys; or of these those in danger of which less is asked than before. */
export async function* movedCases(
  caseload: Caseload,
  { weakerInDanger = false }: { readonly weakerInDanger?: boolean } = {},
): AsyncGenerator<CaseMoved> {
  const which = weakerInDanger ? ' AND m.weaker' : ''
  yield* listed(
    caseload,
    async (schema, home) => {
      const run = await weighedToTheEnd(schema, home)
      return `SELECT c.key::text, m.move::text FROM ${schema}.moves AS m JOIN ${schema}.cases AS c ON c.situation = m.situation
      WHERE m.run = ${run?.number ?? 0}${which} ORDER BY c.key`
    },
    ([key, move]) => ({ key, move: JSON.parse(move) as AdviceMoved }),
  )
}

/** A case that cannot be read, and what is wrong with it. */
export interface CaseUnreadable {
  readonly key: string
  readonly issues: readonly object[]
}

/** The cases that could not be read, by their keys, and what is wrong with each; nothing that was entered is repeated. */
export async function* unreadableCases(caseload: Caseload): AsyncGenerator<CaseUnreadable> {
  yield* listed(
    caseload,
    async (schema) => `SELECT key::text, issues::text FROM ${schema}.unreadable ORDER BY key`,
    ([key, issues]) => ({ key, issues: JSON.parse(issues) as readonly object[] }),
  )
}

/** A case and what stands of it. */
export interface CaseSaid {
  readonly key: string
  readonly said: Row
}

/** What stands of every case, by their keys: what the rules say of it, as they were when it was weighed last. */
export async function* saidCases(caseload: Caseload): AsyncGenerator<CaseSaid> {
  yield* listed(
    caseload,
    async (schema) => `SELECT c.key::text, r.said::text FROM ${schema}.cases AS c
      JOIN ${schema}.standing AS t ON t.situation = c.situation
      JOIN ${schema}.results AS r ON r.situation = t.situation AND r.pack = t.pack ORDER BY c.key`,
    ([key, said]) => ({ key, said: JSON.parse(said) as Row }),
  )
}

/** Rows of two columns as they come; none is held. */
async function* listed<T>(
  caseload: Caseload,
  rowsFrom: (schema: string, home: Session) => Promise<string>,
  read: (row: readonly [string, string]) => T,
): AsyncGenerator<T> {
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  const home = await openHome(caseload)
  try {
    for await (const rows of copyRows(home.out(`COPY (${await rowsFrom(schema, home)}) TO STDOUT`), 500))
      for (const row of rows) yield read(row as unknown as readonly [string, string])
  } finally {
    await home.close()
  }
}
