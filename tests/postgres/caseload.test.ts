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
import { isScreened, screen } from '../../src/embed/screening/screen.js'
import { canonical } from '../../src/pack/identity/digest.js'
import { type AnySituation, createPack } from '../../src/pack/pack.js'
import { packSource, rule, when } from '../support/builders.js'
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
      actions: [{ action: 'consult-supervisor', was: 'must', now: 'should', by: ['grave'], cases: 100 }],
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
    expect(await work(caseload(), pack, { onRange })).toBe('paused')
    expect(await work(caseload(), pack)).toBe('paused')
    expect(await progress(caseload())).toMatchObject({ state: 'paused', ranges: { all: 16, done: 3, failed: 0 } })
    await resume(caseload())
    expect(await work(caseload(), pack)).toBe('done')
    expect(await progress(caseload())).toMatchObject({ kind: 'read', state: 'done', rows: 300 })
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
    expect(await forget(caseload(), new Date(now + 60_000))).toEqual({ situations: 10, results: 20, moves: 10 })
    expect(await kept()).toEqual(before)
  })

  test('refuses another pack, facts that are others, and a table that is not there', async () => {
    await fill(situations().slice(0, 3))
    await expect(beginReading(caseload(), { ...source, table: 'nowhere' }, pack)).rejects.toMatchObject({
      code: 'invalid-options',
    })
    await expect(beginReading(caseload(), { ...source, situation: 'none' }, pack)).rejects.toMatchObject({
      code: 'invalid-options',
    })
    await beginReading(caseload(), source, pack)
    await expect(work(caseload(), weaker)).rejects.toMatchObject({ code: 'invalid-options' })
    await expect(beginWeighing(caseload(), { pack })).rejects.toMatchObject({ code: 'invalid-options' })
    await work(caseload(), pack)
    const { facts } = packSource()
    const others = createPack(
      packSource({ facts: facts.map((one) => (one.name === 'client.ageYears' ? { ...one, max: 150 } : one)) }),
    )
    await expect(beginWeighing(caseload(), { pack: others })).rejects.toMatchObject({ code: 'invalid-options' })
  })
})
