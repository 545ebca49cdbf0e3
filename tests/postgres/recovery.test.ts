import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseload as situations } from '../../bench/caseload.js'
import { packMade } from '../../bench/made.js'
import { changeSummary, pause, progress, resume, saidCases } from '../../src/caseload/index.js'
import { screen } from '../../src/embed/screening/screen.js'
import { isScreened } from '../../src/embed/screening/screened.js'
import { canonical } from '../../src/pack/identity/digest.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { postgres } from '../support/caseSystem.js'
import { inTime, patience } from '../support/patience.js'

/*
 * Two hundred thousand cases that all differ, three workers of the built command; one is killed and the database stopped and started
 * while they work. What stands in the end is what weighing one case after the other says, to the letter.
 */

const cases = Number(process.env.CASES ?? 200_000)
/** Ranges enough for three workers to die and to come back, however few cases there are. */
const size = String(Math.ceil(cases / 40))
const pack = packMade({ rules: 40, facts: 40 }, 3)
const changed = oneRuleChanged(pack)
const folder = mkdtempSync(join(tmpdir(), 'timbang-caseload-'))
let server: Awaited<ReturnType<typeof postgres>>
const place = () => ({ database: server.url, schema: 'timbang' })

beforeAll(async () => {
  server = await postgres()
  for (const [name, one] of [
    ['pack', pack],
    ['changed', changed],
  ] as const)
    writePack(one, join(folder, name))
  await fill()
})
afterAll(async () => {
  await server.stop()
  server.remove()
  rmSync(folder, { recursive: true })
})

test('a worker killed and the database away lose nothing and double nothing', async () => {
  await begun('pack', 'read', '--table', 'public.cases', '--size', size)
  await worked('pack', { kill: 0.2, away: 0.5 })
  expect(await progress(place())).toMatchObject({ kind: 'read', state: 'done', rows: cases, unreadable: 0 })

  await begun('pack', 'weigh', '--size', size)
  await worked('pack', { kill: 0.2, away: 0.5 })
  expect(await progress(place())).toMatchObject({ kind: 'weigh', state: 'done', rows: cases, weighed: cases })
  expect(await keptTotals()).toEqual(await totalsOneByOne(pack))
})

test('after one rule has changed, what stands is what weighing all of them again says', async () => {
  await begun('changed', 'weigh', '--size', size, '--before', join(folder, 'pack'))
  await worked('changed')
  const { rows, moved } = await progress(place())
  expect(rows).toBeLessThan(cases / 4)
  expect(await keptTotals()).toEqual(await totalsOneByOne(changed))
  expect(await changeSummary(place())).toMatchObject({ cases, moved })
  expect(moved).toBeGreaterThan(0)
  process.stdout.write(`of ${cases} cases ${rows} were weighed again, and ${moved} moved\n`)
})

test('a worker waits while the run is held and while the database is away, and ends when it is asked to', async () => {
  await begun('changed', 'read', '--table', 'public.cases', '--size', size)
  await pause(place())
  const worker = timbang('changed', 'work')
  const [end, held, away] = [ended(worker), told(worker, 'the run is paused'), told(worker, 'the database is away')]
  await held
  await server.stop()
  await away
  worker.kill('SIGTERM')
  expect(await inTime('the end of the worker', end)).toMatchObject({
    code: 0,
    err: expect.stringContaining('stopped: '),
  })
  await server.start()
  expect(await resume(place())).toMatchObject({ kind: 'read', state: 'running' })
})

/** Waits until a worker says something. */
function told(worker: ChildProcess, words: string): Promise<void> {
  let said = ''
  const heard = new Promise<void>((resolve) => {
    worker.stderr?.on('data', (bytes) => {
      said += bytes
      if (said.includes(words)) resolve()
    })
  })
  return inTime(words, heard, () => said)
}

/** The cases: a number that no other has makes each differ, whatever else is stated. */
function* rows(): Generator<{ key: number; situation: Record<string, unknown> }> {
  let key = 0
  for (const made of situations(pack, 5)) {
    if (key === cases) return
    key += 1
    const facts = made.made as Record<string, unknown>
    yield { key, situation: { made: { ...facts, f9: key / cases } } }
  }
}

async function fill(): Promise<void> {
  const host = new pg.Client(server.url)
  await host.connect()
  await host.query('CREATE TABLE cases (id bigint PRIMARY KEY, situation jsonb NOT NULL)')
  const lines = function* () {
    for (const { key, situation } of rows()) yield `${key}\t${JSON.stringify(situation)}\n`
  }
  await pipeline(Readable.from(lines()), host.query(copyFrom('COPY cases FROM STDIN')))
  await host.end()
}

/** The pack with one of its rules weakened. */
function oneRuleChanged(whole: Pack): Pack {
  const source = structuredClone(whole.parts[0].source)
  const rules = source.rules['made.json']?.rules ?? []
  const chosen = rules.find(({ event }) => event.params.must !== undefined)
  if (!chosen) throw new Error('no rule of the made pack asks for anything')
  const { must, ...params } = chosen.event.params
  chosen.event.params = { ...params, should: must }
  return createPack(source)
}

function writePack({ parts }: Pack, to: string): void {
  mkdirSync(to)
  const { rules, ...others } = parts[0].source
  for (const [name, content] of Object.entries({ ...others, ...rules }))
    writeFileSync(join(to, name.endsWith('.json') ? name : `${name}.json`), JSON.stringify(content))
}

function timbang(name: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['dist/cli.js', 'caseload', ...args, '--pack', join(folder, name)], {
    env: { ...process.env, TIMBANG_DATABASE: server.url },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

function ended(child: ChildProcess): Promise<{ code: number | null; err: string }> {
  let err = ''
  child.stderr?.on('data', (bytes) => {
    err += bytes
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, err })))
}

async function begun(name: string, ...args: string[]): Promise<void> {
  expect(await inTime(args[0] as string, ended(timbang(name, ...args)))).toEqual({ code: 0, err: '' })
}

/** Three workers do what was begun; one may be killed when a share is done, and the database be away when another is. */
async function worked(name: string, shares?: { kill: number; away: number }): Promise<void> {
  const workers = [[], [], ['--threads', '2']].map((threads) => timbang(name, 'work', ...threads))
  const ends = workers.map(ended)
  if (shares) {
    await share(shares.kill)
    workers[0]?.kill('SIGKILL')
    await share(shares.away)
    await server.stop()
    await wait(1_000)
    await server.start()
  }
  const [first, ...others] = await inTime('the end of the workers', Promise.all(ends))
  // Whoever finds the database away says that it waits.
  const well = { code: 0, err: expect.stringMatching(/^(the database is away: [^\n]+\n)*done\n$/) }
  expect(first).toEqual(shares ? { code: null, err: '' } : well)
  for (const one of others) expect(one).toEqual(well)
}

/** Waits until a share of the ranges is done. */
async function share(wanted: number): Promise<void> {
  for (const until = performance.now() + patience; performance.now() < until; await wait(50)) {
    const { all, done } = (await progress(place())).ranges
    if (done >= wanted * all) return
  }
  throw new Error(`never came: ${wanted} of the ranges`)
}

/** How many cases, by kind, urgency and status of every action; and what tells all that is said of all of them. */
class Totals {
  private readonly counts = new Map<string, number>()
  private readonly digest = createHash('sha256')

  add(key: string, { kind, urgency, actions, ...others }: Record<string, unknown>): void {
    const statuses = Object.entries(actions as Record<string, string[]>)
    const said = statuses.flatMap(([status, names]) => names.map((action) => `${status} ${action}`))
    for (const one of ['cases', kind as string, urgency as string, ...said])
      this.counts.set(one, (this.counts.get(one) ?? 0) + 1)
    this.digest.update(`${key} ${canonical({ kind, urgency, actions, ...others })}\n`)
  }

  all(): Record<string, unknown> {
    return { ...Object.fromEntries([...this.counts].sort()), digest: this.digest.digest('hex') }
  }
}

async function keptTotals(): Promise<Record<string, unknown>> {
  const totals = new Totals()
  for await (const { key, said } of saidCases(place())) totals.add(key, said)
  return totals.all()
}

async function totalsOneByOne(by: Pack): Promise<Record<string, unknown>> {
  const totals = new Totals()
  const given = function* () {
    for (const { situation } of rows()) yield situation
  }
  for await (const result of screen(given(), by, { confirm: 0 })) {
    if (!isScreened(result)) throw new Error('a case cannot be read')
    const { line, ...said } = result
    totals.add(String(line), said)
  }
  return totals.all()
}
