import type { SaidOfAction } from '../../advise/rankActions.js'
import type { AdviceMoved, WasAndNow } from '../../consult/moved.js'
import { unfitOption } from '../../errors.js'
import type { Kind, Urgency } from '../../vocabulary.js'
import { copyRows } from '../copyText.js'
import { type Caseload, inHome, openHome, plainly } from './caseload.js'
import { inSentence } from './refusal.js'
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
  /** Of these, cases in danger of which less is asked or allowed than before, or less soon. */
  readonly weakerInDanger: number
  /** Situations of which nothing was said before, so that nothing can be compared. */
  readonly firstTime: number
  /** Cases of whose situation nothing is said yet: they were read since. */
  readonly notWeighed: number
  /** Whether cases were read since: those that changed are counted as they are now. */
  readonly readSince: boolean
  readonly unreadable: number
  /** Rows of the source that have no key: they are not read. */
  readonly withoutKey: number
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
 * @throws TimbangError `invalid-options` where that weighing is not done, or what it moved was deleted
 */
export async function changeSummary(caseload: Caseload): Promise<ChangeSummary> {
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  return await inHome(caseload, async (home) => {
    const run = await weighedToTheEnd(schema, home)
    const moved = `${schema}.moves AS m JOIN ${schema}.cases AS c ON c.situation = m.situation`
    const ofRun = `m.run = ${run.number}`
    const [counts] = await home.rows(
      `SELECT count(*)::float8 AS moved, (count(*) FILTER (WHERE m.weaker))::float8 AS "weakerInDanger",
         count(DISTINCT m.situation)::float8 AS situations
       FROM ${moved} WHERE ${ofRun}`,
    )
    return {
      run: run.number,
      ...counts,
      ...(await whatIsNotTold(run, schema, home)),
      kinds: await wasAndNow('kind', `${moved} WHERE ${ofRun}`, home),
      urgencies: await wasAndNow('urgency', `${moved} WHERE ${ofRun}`, home),
      actions: await home.rows(
        `SELECT a->>'action' AS action, a->'was' AS was, a->'now' AS now, a->'by' AS by, count(*)::float8 AS cases
         FROM ${moved}, jsonb_array_elements(m.move->'actions') AS a WHERE ${ofRun} GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3, 4`,
      ),
    } as unknown as ChangeSummary
  })
}

/** How many cases there are, and how many of them, or beside them, the weighing says nothing of. */
async function whatIsNotTold(run: Run, schema: string, home: Session) {
  const [found] = await home.rows(
    `SELECT count(*)::float8 AS cases, (count(*) FILTER (WHERE t.pack IS NULL))::float8 AS "notWeighed",
       (SELECT count(*)::float8 FROM ${schema}.unreadable) AS unreadable,
       (SELECT sum(first_time)::float8 FROM ${schema}.ranges WHERE run = $1) AS "firstTime",
       EXISTS (SELECT FROM ${schema}.runs WHERE kind = 'read' AND number > $1) AS "readSince"
     FROM ${schema}.cases AS c LEFT JOIN ${schema}.standing AS t ON t.situation = c.situation`,
    [run.number],
  )
  const read = await lastRun(schema, home, 'read')
  return { ...found, withoutKey: read?.settings.withoutKey ?? 0 }
}

/**
 * The last weighing, if it has come to its end and is still known.
 * @throws TimbangError `invalid-options` where there is none, or it goes on, waits or failed: what it has not looked at yet is not
 * unmoved; nor is what it moved and `forget` has deleted
 */
async function weighedToTheEnd(schema: string, home: Session): Promise<Run> {
  const run = await lastRun(schema, home, 'weigh')
  if (run === undefined) throw unfitOption('caseload', 'was not weighed yet: begin to weigh what was read')
  if (run.state !== 'done')
    throw unfitOption('caseload', `must be weighed to the end first: the last weighing is \`${run.state}\``)
  const [kept] = await home.rows(`SELECT FROM ${schema}.ranges WHERE run = $1 LIMIT 1`, [run.number])
  if (kept) return run
  throw unfitOption(
    'caseload',
    `can no longer be told apart from before: what run ${run.number} moved was deleted by \`forget\`; whether anything moved is not known`,
  )
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
      WHERE m.run = ${run.number}${which} ORDER BY c.key`
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

/** What stands of every case that was weighed, by their keys: what the rules say of it, as they were when it was weighed last. */
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
  const home = await plainly('database', () => openHome(caseload))
  try {
    for await (const rows of copyRows(home.out(`COPY (${await rowsFrom(schema, home)}) TO STDOUT`), 500))
      for (const row of rows) yield read(row as unknown as readonly [string, string])
  } catch (error) {
    throw inSentence(error, 'database')
  } finally {
    await home.close()
  }
}
