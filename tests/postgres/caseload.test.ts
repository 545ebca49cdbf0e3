import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  beginReading,
  beginWeighing,
  changeSummary,
  forget,
  movedCases,
  pause,
  progress,
  resume,
  saidCases,
  unreadableCases,
  work,
} from '../../src/caseload/index.js'
import { screen } from '../../src/embed/screening/screen.js'
import { isScreened } from '../../src/embed/screening/screened.js'
import { canonical } from '../../src/pack/identity/digest.js'
import { type AnySituation, createPack } from '../../src/pack/pack.js'
import { packSource, rule, says, when } from '../support/builders.js'
import { postgres } from '../support/caseSystem.js'

/* A caseload of a few hundred cases: what is kept, what is weighed again, what moved. */

const serious = rule({
  name: 'grave',
  conditions: when('risk.severity', 'serious'),
  must: ['consult-supervisor'],
  urgency: 'immediate',
})
const young = rule({ name: 'young', conditions: when('client.isMinor'), should: ['tell-first'] })
const asked = rule({ name: 'asked', conditions: when('consent.given', false), 'must-not': ['disclose-to-protect'] })
const pack = createPack(packSource({ rules: [serious, young, asked] }))
const weaker = createPack(
  packSource({
    rules: [
      { ...serious, event: rule({ name: 'grave', should: ['consult-supervisor'], urgency: 'prompt' }).event },
      young,
      asked,
    ],
  }),
)

let server: Awaited<ReturnType<typeof postgres>>
let host: pg.Client
const caseload = () => ({ database: server.url, source: server.url.replace('timbang:', 'reader:'), schema: 'weighed' })
const source = { table: 'public.cases', key: 'id', situation: 'facts' }

beforeAll(async () => {
  server = await postgres()
  host = new pg.Client(server.url)
  await host.connect()
  const password = new URL(server.url).password
  await host.query(`CREATE ROLE reader LOGIN PASSWORD '${password}'`)
})
afterAll(async () => {
  await host.end()
  await server.stop()
  server.remove()
})
beforeEach(async () => {
  await host.query(
    'DROP SCHEMA IF EXISTS weighed CASCADE; DROP TABLE IF EXISTS cases; CREATE TABLE cases (id uuid PRIMARY KEY, facts json)',
  )
  await host.query('GRANT SELECT ON cases TO reader')
})

const keyOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Three hundred cases, of which thirty are told apart. */
function situations(): AnySituation[] {
  return Array.from({ length: 300 }, (_, i) => ({
    abuse: { suspected: i % 2 === 0 },
    ...(i % 3 > 0 && { risk: { severity: i % 3 === 1 ? 'serious' : 'none' } }),
    ...(i % 5 > 0 && { client: { ageYears: (i % 5) * 5 } }),
  }))
}

async function fill(some: readonly unknown[]): Promise<void> {
  const rows = some.map((facts, i) => ({ id: keyOf(i), facts }))
  await host.query('INSERT INTO cases SELECT id, facts FROM json_to_recordset($1) AS r (id uuid, facts json)', [
    JSON.stringify(rows),
  ])
}

async function readAndWeigh(): Promise<void> {
  await beginReading(caseload(), source, pack, { size: 64 })
  expect(await work(caseload(), pack)).toBe('done')
  await beginWeighing(caseload(), { pack }, { size: 10 })
  expect(await work(caseload(), pack)).toBe('done')
}

async function all<T>(some: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const one of some) list.push(one)
  return list
}

async function oneByOne(some: readonly AnySituation[], by = pack): Promise<string[]> {
  const found: string[] = []
  for await (const result of screen(some, by, { confirm: 0 }))
    if (isScreened(result)) {
      const { line, ...said } = result
      found.push(`${keyOf(line - 1)} ${canonical(said)}`)
    }
  return found
}

async function kept(): Promise<string[]> {
  return (await all(saidCases(caseload()))).map(({ key, said }) => `${key} ${canonical(said)}`)
}

describe('a caseload', () => {
  test('says of every case what weighing one after the other says, and weighs equal situations once', async () => {
    await fill(situations())
    await readAndWeigh()
    expect(await kept()).toEqual(await oneByOne(situations()))
    expect(await progress(caseload())).toMatchObject({ state: 'done', rows: 30, weighed: 30, secondsLeft: 0 })
    await beginWeighing(caseload(), { pack })
    await work(caseload(), pack)
    expect(await progress(caseload())).toMatchObject({ state: 'done', rows: 0, weighed: 0 })
  })

  test('after a change of rules weighs only what it can move, and tells what moved, and by which rule', async () => {
    await fill(situations())
    await readAndWeigh()
    const begun = await beginWeighing(caseload(), { pack: weaker }, { before: { pack } })
    expect(begun.affectedOnly).toBe(true)
    expect(await work(caseload(), weaker)).toBe('done')
    expect(await kept()).toEqual(await oneByOne(situations(), weaker))
    expect(await progress(caseload())).toMatchObject({ rows: 10, weighed: 10, moved: 10 })
    expect(await changeSummary(caseload())).toMatchObject({
      cases: 300,
      moved: 100,
      weakerInDanger: 100,
      urgencies: [{ was: 'immediate', now: 'prompt', cases: 100 }],
      actions: [
        {
          action: 'consult-supervisor',
          was: { status: 'must', urgency: 'immediate' },
          now: { status: 'should', urgency: 'prompt' },
          by: ['grave'],
          cases: 100,
        },
      ],
    })
    const listed = await all(movedCases(caseload(), { weakerInDanger: true }))
    expect(listed.map(({ key }) => key)).toEqual(situations().flatMap((_, i) => (i % 3 === 1 ? [keyOf(i)] : [])))
  })

  test('taken back, finds again what was found before, and weighs nothing', async () => {
    await fill(situations())
    await readAndWeigh()
    await beginWeighing(caseload(), { pack: weaker }, { before: { pack } })
    await work(caseload(), weaker)
    await beginWeighing(caseload(), { pack }, { before: { pack: weaker } })
    await work(caseload(), pack)
    expect(await progress(caseload())).toMatchObject({ rows: 10, weighed: 0, moved: 10 })
    expect(await kept()).toEqual(await oneByOne(situations()))
    expect(await changeSummary(caseload())).toMatchObject({ moved: 100, weakerInDanger: 0 })
  })

  test('tells by its key what cannot be read, repeats nothing of it, and does the rest', async () => {
    await fill([...situations().slice(0, 5), { 'Budi Santoso': true }, null, { risk: { severity: 'Jalan Melati 4' } }])
    await readAndWeigh()
    const told = await all(unreadableCases(caseload()))
    expect(told.map(({ key }) => key)).toEqual([5, 6, 7].map(keyOf))
    expect(JSON.stringify(told)).not.toMatch(/Budi|Melati/)
    expect(await kept()).toEqual(await oneByOne(situations().slice(0, 5)))
    await host.query(
      `UPDATE cases SET facts = '{}' WHERE id = '${keyOf(6)}'; DELETE FROM cases WHERE id IN ('${keyOf(0)}', '${keyOf(5)}')`,
    )
    await readAndWeigh()
    expect((await all(unreadableCases(caseload()))).map(({ key }) => key)).toEqual([keyOf(7)])
    expect((await kept()).map((line) => line.slice(0, 36))).toEqual([1, 2, 3, 4, 6].map(keyOf))
  })

  test('writes nothing where the cases are', async () => {
    await fill(situations().slice(0, 3))
    await host.query(`GRANT ALL ON cases TO reader`)
    await readAndWeigh()
    const { rows } = await host.query(
      `SELECT n_tup_ins::int AS ins, n_tup_upd::int AS upd FROM pg_stat_user_tables WHERE relname = 'cases' AND schemaname = 'public'`,
    )
    expect(rows[0]?.upd).toBe(0)
  })

  test('is held between ranges, and goes on where it was', async () => {
    await fill(situations())
    await beginReading(caseload(), source, pack, { size: 20 })
    let ranges = 0
    const onRange = async () => {
      ranges += 1
      if (ranges === 3) await pause(caseload())
    }
    const waited: unknown[] = []
    const onWaiting = async (forWhat: string) => {
      waited.push(forWhat, await progress(caseload()), await pause(caseload()), await resume(caseload()))
    }
    expect(await work(caseload(), pack, { onRange, onWaiting })).toBe('done')
    expect(waited).toMatchObject([
      'resume',
      { state: 'paused', ranges: { all: 16, done: 3, failed: 0 } },
      { number: 1, kind: 'read', state: 'paused' },
      { number: 1, kind: 'read', state: 'running' },
    ])
    expect(await progress(caseload())).toMatchObject({ kind: 'read', state: 'done', rows: 300 })
    expect([await pause(caseload()), await resume(caseload())]).toEqual([undefined, undefined])
  })

  test('is left by a worker that is asked to end while the run is held', async () => {
    await fill(situations().slice(0, 3))
    await beginReading(caseload(), source, pack)
    await pause(caseload())
    const stop = new AbortController()
    expect(await work(caseload(), pack, { signal: stop.signal, onWaiting: () => stop.abort() })).toBe('stopped')
  })

  test('given up for another run, is left by its workers', async () => {
    await fill(situations().slice(0, 3))
    const { run } = await beginReading(caseload(), source, pack)
    await pause(caseload())
    const onWaiting = async () => expect(await beginReading(caseload(), source, pack)).toMatchObject({ gaveUp: run })
    expect(await work(caseload(), pack, { onWaiting })).toBe('given-up')
  })

  test('kept by an older timbang is brought up to date by whatever begins, and until then only told', async () => {
    await fill(situations())
    await readAndWeigh()
    await host.query(
      `ALTER TABLE weighed.ranges DROP first_time, DROP without_case; DROP TABLE weighed.layout;
       UPDATE weighed.results SET said = said - 'urgent' WHERE situation < 10`,
    )
    for (const asked of [() => progress(caseload()), () => work(caseload(), pack), () => changeSummary(caseload())])
      await refused(asked(), 'schema: holds tables of an older timbang: begin with `read` or `weigh`')
    const begun = await beginWeighing(caseload(), { pack: weaker }, { before: { pack } })
    expect(begun.affectedOnly).toBe(true)
    expect(await work(caseload(), weaker)).toBe('done')
    expect(await progress(caseload())).toMatchObject({ firstTime: 9, withoutCase: 0 })
    expect(await kept()).toEqual(await oneByOne(situations(), weaker))
  })

  test('kept by a newer timbang is left alone', async () => {
    await fill(situations().slice(0, 3))
    await readAndWeigh()
    await host.query('UPDATE weighed.layout SET number = number + 1')
    const begin = [() => beginReading(caseload(), source, pack), () => beginWeighing(caseload(), { pack })]
    for (const asked of [...begin, () => progress(caseload())])
      await refused(asked(), 'schema: holds tables of a newer timbang: work with that version')
  })

  test('deletes what no case needs', async () => {
    await fill(situations())
    await readAndWeigh()
    await beginWeighing(caseload(), { pack: weaker }, { before: { pack } })
    await work(caseload(), weaker)
    await host.query(`DELETE FROM cases WHERE facts->'risk' IS NULL`)
    await beginReading(caseload(), source, weaker, { size: 64 })
    await work(caseload(), weaker)
    const [before, now] = [await kept(), Date.now()]
    expect(await changeSummary(caseload())).toMatchObject({ moved: 100, readSince: true })
    expect(await forget(caseload(), new Date(now + 60_000))).toEqual({ situations: 10, results: 20, moves: 10 })
    expect(await kept()).toEqual(before)
    await refused(changeSummary(caseload()), 'what run 3 moved was deleted by `forget`')
    await refused(all(movedCases(caseload(), { weakerInDanger: true })), 'whether anything moved is not known')
    expect(await progress(caseload())).toMatchObject({ run: 4, forgotten: true, rows: 0 })
  })

  test('leaves situations alone that no case has any more, and weighs them once one has them again', async () => {
    await fill(situations())
    await readAndWeigh()
    await host.query(
      `CREATE TABLE others AS SELECT * FROM cases WHERE facts->'risk' IS NULL; DELETE FROM cases WHERE facts->'risk' IS NULL`,
    )
    await beginReading(caseload(), source, pack)
    await work(caseload(), pack)
    await beginWeighing(caseload(), { pack: weaker }, { before: { pack } })
    await work(caseload(), weaker)
    expect(await progress(caseload())).toMatchObject({ rows: 10, withoutCase: 10 })
    await host.query('INSERT INTO cases SELECT * FROM others; DROP TABLE others')
    await beginReading(caseload(), source, weaker)
    await work(caseload(), weaker)
    expect(await changeSummary(caseload())).toMatchObject({ cases: 300, notWeighed: 100, moved: 100, readSince: true })
    await beginWeighing(caseload(), { pack: weaker }, { before: { pack: weaker } })
    await work(caseload(), weaker)
    expect(await progress(caseload())).toMatchObject({ rows: 10, withoutCase: 0, firstTime: 10 })
    expect(await kept()).toEqual(await oneByOne(situations(), weaker))
  })

  test('tells what a first weighing has nothing to compare with', async () => {
    await fill(situations())
    await readAndWeigh()
    expect(await changeSummary(caseload())).toMatchObject({ cases: 300, moved: 0, firstTime: 30, notWeighed: 0 })
  })

  test('counts the rows that have no key, and tells them', async () => {
    await fill(situations().slice(0, 3))
    await host.query(
      'CREATE VIEW keyless AS SELECT CASE WHEN n > 1 THEN id END AS id, facts FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM cases) AS c',
    )
    await host.query('GRANT SELECT ON keyless TO reader')
    const begun = await beginReading(caseload(), { ...source, table: 'public.keyless' }, pack)
    expect(begun).toMatchObject({ withoutKey: 1 })
    await work(caseload(), pack)
    expect(await progress(caseload())).toMatchObject({ rows: 2, withoutKey: 1 })
    await beginWeighing(caseload(), { pack })
    await work(caseload(), pack)
    expect(await changeSummary(caseload())).toMatchObject({ cases: 2, withoutKey: 1 })
    await host.query('DROP VIEW keyless')
  })

  test('says which rows share a key, by place and column, and does the other ranges', async () => {
    await host.query(
      `CREATE TABLE doubled AS SELECT n AS id, '{}'::json AS facts FROM unnest(ARRAY[1, 2, 3, 4, 4, 5, 6]) AS n`,
    )
    await host.query('GRANT SELECT ON doubled TO reader')
    await beginReading(caseload(), { ...source, table: 'public.doubled' }, pack, { size: 3 })
    expect(await work(caseload(), pack)).toBe('failed')
    const { ranges, faults } = await progress(caseload())
    expect(ranges).toEqual({ all: 3, done: 2, failed: 1 })
    expect(faults).toEqual([
      {
        range: 2,
        fault:
          'source.key: 2 rows of range 2 share their key with another, the first of them at place 1 of the range: each case needs a key of its own. List them with SELECT "id" FROM "public"."doubled" GROUP BY 1 HAVING count(*) > 1, mend them or name another column, and read again',
      },
    ])
    await refused(beginWeighing(caseload(), { pack }), 'was not read to the end')
    await host.query('DROP TABLE doubled')
  })

  test('refuses another pack, facts that are others, and a pack of before that does not fit', async () => {
    await fill(situations().slice(0, 3))
    await beginReading(caseload(), source, pack)
    await refused(work(caseload(), weaker), 'pack: is not the one that run 1 is for: `tiny 1.0.0`')
    await refused(beginWeighing(caseload(), { pack }), 'must be read first')
    await refused(forget(caseload(), new Date()), 'run 1 is `running`')
    await work(caseload(), pack)
    const { facts, actions } = packSource()
    const others = createPack(
      packSource({ facts: facts.map((one) => (one.name === 'client.ageYears' ? { ...one, max: 150 } : one)) }),
    )
    await refused(beginWeighing(caseload(), { pack: others }), 'must be read again')
    await refused(changeSummary(caseload()), 'was not weighed yet')
    await refused(all(movedCases(caseload())), 'was not weighed yet')
    const before = { before: { pack: weaker } }
    await refused(beginWeighing(caseload(), { pack }, before), 'before: nothing was weighed yet; all would be weighed')
    await beginWeighing(caseload(), { pack }, { size: 1 })
    await refused(beginWeighing(caseload(), { pack }, before), 'the last weighing is `running`')
    await refused(changeSummary(caseload()), 'must be weighed to the end first')
    await work(caseload(), pack)
    await refused(beginWeighing(caseload(), { pack }, before), 'weighed last by another pack')
    const more = createPack(
      packSource({ actions: [...actions, { name: 'ring', label: says('ring') }], rules: [serious, young, asked] }),
    )
    await refused(
      beginWeighing(caseload(), { pack: more }, { before: { pack } }),
      'more than rules has changed (actions)',
    )
    expect(await beginWeighing(caseload(), { pack: more }, { before: { pack }, all: true })).toMatchObject({
      affectedOnly: false,
    })
    await beginWeighing(caseload(), { pack })
    await work(caseload(), pack)
    expect(await beginWeighing(caseload(), { pack: weaker }, { before: { pack } })).toMatchObject({
      affectedOnly: true,
    })
    await beginReading(caseload(), source, pack)
    await work(caseload(), pack)
    await refused(beginWeighing(caseload(), { pack: weaker }, { before: { pack } }), 'was given up')
  })
})

describe('what is refused says what to do next', () => {
  test.each<[string, Partial<typeof source>, string]>([
    [
      'no table',
      { table: 'public.Case' },
      'source.table: is no table or view there: write it with its schema, as `public.cases` (small and capital letters differ) (did you mean `public.cases`?)',
    ],
    ['no table, without its schema', { table: 'case' }, '(did you mean `cases`?)'],
    ['no schema', { table: 'privat.cases' }, 'source.table: is no table or view there'],
    ['an index', { table: 'public.cases_pkey' }, 'source.table: is no table or view there'],
    [
      'no column of the key',
      { key: 'ids' },
      'source.key: is no column of `public.cases` (small and capital letters differ) (did you mean `id`?)',
    ],
    [
      'no column of the situation',
      { situation: 'fact' },
      'source.situation: is no column of `public.cases` (small and capital letters differ) (did you mean `facts`?)',
    ],
    ['a key for a situation', { situation: 'id' }, 'source.situation: is the column of the key'],
    [
      'a key without an order',
      { key: 'facts', situation: 'id' },
      'source.situation: is a column of the type uuid: must be of json, jsonb or text',
    ],
  ])('of a source: %s', async (_, wrong, message) => {
    await refused(beginReading(caseload(), { ...source, ...wrong }, pack), message)
  })

  test('of rights, keys and schemas', async () => {
    await host.query(
      `CREATE TABLE secret (id int PRIMARY KEY, facts jsonb); CREATE TABLE odd AS SELECT '{}'::json AS id, '{}'::json AS facts`,
    )
    await refused(
      beginReading(caseload(), { ...source, table: 'secret' }, pack),
      'source.table: may not be read by the role',
    )
    const own = { ...caseload(), source: undefined }
    await refused(beginReading(own, { ...source, table: 'odd' }, pack), 'source.key: is of a type that has no order')
    const reader = { ...caseload(), database: caseload().source }
    await refused(beginReading(reader, source, pack), 'database: the role in the address may not do this')
    await refused(beginReading({ ...own, schema: 'select' }, source, pack), 'schema: is a name that PostgreSQL keeps')
    await refused(
      beginReading({ ...own, schema: 'pg_weighed' }, source, pack),
      'schema: is a name that PostgreSQL keeps',
    )
    await refused(beginReading({ ...own, schema: 'Weighed' }, source, pack), 'schema: must be of small letters')
    await beginReading(own, source, pack)
    await refused(
      beginReading(own, { ...source, table: 'secret' }, pack),
      'keys of the type uuid: read into another schema',
    )
    await host.query('DROP TABLE secret, odd; ALTER TABLE weighed.runs DROP COLUMN settings')
    await refused(progress(own), 'schema: holds tables of another version of timbang')
  })

  test.each<[string, () => Promise<unknown>]>([
    ['progress', () => progress(caseload())],
    ['pause', () => pause(caseload())],
    ['resume', () => resume(caseload())],
    ['work', () => work(caseload(), pack)],
    ['weigh', () => beginWeighing(caseload(), { pack })],
    ['changes', () => changeSummary(caseload())],
    ['moved', () => all(movedCases(caseload()))],
    ['unreadable', () => all(unreadableCases(caseload()))],
    ['said', () => all(saidCases(caseload()))],
    ['forget', () => forget(caseload(), new Date())],
  ])('%s before anything was read', async (_, asked) => {
    await refused(asked(), 'schema: holds no caseload yet: read the cases first, or name the schema that holds one')
  })

  test('of addresses, none of which is repeated', async () => {
    const at = (part: string, instead: string) => ({ database: server.url.replace(part, instead) })
    const { port, password } = new URL(server.url)
    for (const [place, message] of [
      [at(password, 'geheim'), 'database: refuses the user or the password'],
      [at(`:${password}`, ''), 'database: refuses the user or the password'],
      [at('/postgres', '/nowhere'), 'database: has no database of the name in the address'],
      [at(`:${port}`, ':1'), 'database: cannot be reached (ECONNREFUSED)'],
      [{ database: server.url, source: '' }, 'source: is empty: give an address such as postgres://user@host/name'],
      [{ database: ' ' }, 'database: is empty'],
      [{ database: 'timbang' }, 'database: is no address such as'],
    ] as const)
      await refused(beginReading(place, source, pack), message)
  })

  test('of a table that is taken for one of timbang, whose schema bears the name of the role', async () => {
    await fill(situations().slice(0, 3))
    const own = { database: server.url, schema: 'timbang' }
    await beginReading(own, { ...source, table: 'cases' }, pack)
    expect(await work(own, pack)).toBe('done')
    expect(await progress(own)).toMatchObject({ rows: 3 })
    await refused(beginReading(own, { ...source, table: 'cases' }, pack), 'names a table of timbang itself')
    await host.query('DROP SCHEMA timbang CASCADE')
  })

  test('of a statement that takes too long', async () => {
    await host.query('CREATE VIEW slow AS SELECT id, facts FROM cases, pg_sleep(5)')
    await host.query('GRANT SELECT ON slow TO reader')
    const hasty = { ...caseload(), statementSeconds: 1 }
    await refused(beginReading(hasty, { ...source, table: 'slow' }, pack), 'took longer than a statement may')
    await host.query('DROP VIEW slow')
  })
})

/** Refused in one sentence, in which nothing of the address stands. */
async function refused(asked: Promise<unknown>, message: string): Promise<void> {
  const error = await asked.then(
    () => undefined,
    (one: unknown) => one as Error & { code: string },
  )
  expect([error?.code, error?.message]).toEqual(['invalid-options', expect.stringContaining(message)])
  expect(error?.message).not.toContain(new URL(server.url).password)
}
