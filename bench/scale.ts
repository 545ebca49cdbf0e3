/**
 * Weighs a caseload of any size on a PostgreSQL server of its own, then again after one rule has changed: only the situations that the
 * change can move, and, to compare, all of them.
 *
 *     npm run scale -- [--cases N] [--situations N] [--threads N] [--size N] [--rule NAME] [--made RULES] [--all]
 *
 * Without `--made` by the shipped pack, else by one of so many rules made from a seed. With `--situations` the cases are drawn from so
 * many, the first of them far oftener than the last, as cases are alike in a caseload; else hardly one is as another. With `--all` the
 * changed pack weighs every situation once more in a schema of its own, and what stands must be the same to the letter.
 */
import { createHash } from 'node:crypto'
import { loadavg } from 'node:os'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { createPack, type Pack } from 'timbang'
import { beginReading, beginWeighing, type Caseload, progress, saidCases, work } from 'timbang/caseload'
import { socialWork } from 'timbang/social-work'
import { postgres } from '../tests/support/caseSystem.js'
import { caseload } from './caseload.js'
import { packMade } from './made.js'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000000' },
    situations: { type: 'string' },
    threads: { type: 'string', default: '2' },
    size: { type: 'string', default: '20000' },
    rule: { type: 'string' },
    made: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
})
const [cases, threads, size] = [Number(values.cases), Number(values.threads), Number(values.size)]

// The made pack is made anew by the built package, whose packs alone its caseload takes.
const pack = (
  values.made ? createPack(sourceOf(packMade({ rules: Number(values.made), facts: 100 }, 1))) : socialWork
) as Pack
const rule = values.rule ?? ruleThatAsks(pack)
const changed = weakened(pack, rule)

const server = await postgres()
const place: Caseload = { database: server.url }
const host = new pg.Client(server.url)
const samples: Sample[] = []
const begun = performance.now()
try {
  await host.connect()
  const filled = await timed('filled', fill)
  const read = await timed('read', async () => {
    await beginReading(place, { table: 'public.cases', key: 'id', situation: 'situation' }, pack, { size })
    await worked(place, pack)
  })
  const weighed = await timed('weighed', () => weigh(place, pack))
  const first = await progress(place)
  const bytes = await bytesOf()
  const again = await timed('affected', () => weigh(place, changed, pack))
  const affected = await progress(place)
  const whole = values.all ? await compared() : undefined
  const figures = {
    pack: `${pack.name} ${pack.rules.size} rules`,
    rule,
    cases,
    situations: first.rows,
    threads,
    seconds: { filled, read, weighed, affected: again, ...(whole !== undefined && { all: whole }) },
    touched: affected.rows,
    moved: affected.moved,
    bytes,
    mostMegabytes: Math.max(...samples.map(({ megabytes }) => megabytes)),
    samples: samples.filter((_, i) => i % Math.ceil(samples.length / 40) === 0),
  }
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
} finally {
  await host.end()
  await server.stop()
  server.remove()
}

/** The changed pack weighs all in a schema of its own; what stands there must be what stands after the few were weighed. In seconds. */
async function compared(): Promise<number> {
  const whole: Caseload = { ...place, schema: 'whole' }
  await beginReading(whole, { table: 'public.cases', key: 'id', situation: 'situation' }, changed, { size })
  await worked(whole, changed)
  const seconds = await timed('all', () => weigh(whole, changed))
  const [few, all] = [await digestOf(place), await digestOf(whole)]
  if (few !== all) throw new Error('what was left out is not as weighing it again says')
  return seconds
}

async function digestOf(some: Caseload): Promise<string> {
  const digest = createHash('sha256')
  for await (const one of saidCases(some)) digest.update(`${JSON.stringify(one)}\n`)
  return digest.digest('hex')
}

/** Situations of three to twenty facts among all, so that hardly one is as another. */
function* lines(count: number): Generator<string> {
  let left = count
  for (const situation of caseload(pack, 1)) {
    if (left === 0) return
    yield `${left}\t${JSON.stringify(situation)}\n`
    left -= 1
  }
}

async function fill(): Promise<void> {
  await host.query('CREATE UNLOGGED TABLE cases (id bigint PRIMARY KEY, situation jsonb NOT NULL)')
  await (values.situations ? drawn(Number(values.situations)) : copied('cases', cases))
  await host.query('ANALYZE cases')
}

/** Cases drawn from some situations: of n the one at n × u³, u even from 0 to 1, so that a tenth of them is drawn for half of the cases. */
async function drawn(situations: number): Promise<void> {
  await host.query('CREATE UNLOGGED TABLE made (id bigint PRIMARY KEY, situation jsonb NOT NULL)')
  await copied('made', situations)
  await host.query('ANALYZE made')
  await host.query('SET max_parallel_workers_per_gather = 0')
  await host.query('SELECT setseed(0.5)')
  await host.query(
    `INSERT INTO cases SELECT n, m.situation
     FROM (SELECT n, 1 + floor(${situations} * power(random(), 3))::bigint AS nth FROM generate_series(1, ${cases}) AS n) AS draws
       JOIN made AS m ON m.id = draws.nth`,
  )
  await host.query('DROP TABLE made')
}

async function copied(table: string, count: number): Promise<void> {
  await pipeline(Readable.from(lines(count)), host.query(copyFrom(`COPY ${table} FROM STDIN`)))
}

async function weigh(where: Caseload, now: Pack, before?: Pack): Promise<void> {
  await beginWeighing(where, { pack: now }, { size, ...(before && { before: { pack: before } }) })
  await worked(where, now)
}

async function worked(where: Caseload, now: Pack): Promise<void> {
  let rows = 0
  const onRange = (_: number, tally: { readonly rows: number }) => {
    rows += tally.rows
    sample(rows)
  }
  const end = await work(where, now, { threads, onRange })
  if (end !== 'done') throw new Error(`the work ended ${end}`)
}

/** What the worker holds, its threads with it, after so many rows of a run, and how busy the machine is. */
interface Sample {
  readonly second: number
  readonly rows: number
  readonly megabytes: number
  readonly load: number
}

function sample(rows: number): void {
  const second = Math.round((performance.now() - begun) / 1000)
  if (second - (samples.at(-1)?.second ?? 0) < 10) return
  const [load = 0] = loadavg()
  samples.push({ second, rows, megabytes: Math.round(process.memoryUsage().rss / 1e6), load })
  process.stderr.write(`${JSON.stringify(samples.at(-1))}\n`)
}

async function timed(name: string, step: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await step()
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  process.stderr.write(`${name}: ${seconds} s\n`)
  return seconds
}

/** Bytes a case of each table, its indexes included, and of the database as a whole. */
async function bytesOf(): Promise<Record<string, number>> {
  const { rows } = await host.query(
    `SELECT relnamespace::regnamespace || '.' || relname AS name, round(pg_total_relation_size(oid) / $1::numeric)::int AS bytes
     FROM pg_class WHERE relkind = 'r' AND relname IN ('cases', 'situations', 'results', 'standing')
     UNION ALL SELECT 'database', pg_database_size(current_database())::float8 ORDER BY 1`,
    [cases],
  )
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes]))
}

function sourceOf(made: Pick<Pack, 'parts'>) {
  return made.parts[0].source
}

function ruleThatAsks({ rules }: Pack): string {
  for (const { name, pushes, findsOut } of rules.values())
    if (!findsOut && pushes.every(({ force }) => force === 'must')) return name
  throw new Error('no rule asks for anything')
}

/** The pack with one of its rules asking less: what must be done, should be. */
function weakened(whole: Pack, name: string): Pack {
  const source = structuredClone(sourceOf(whole))
  const chosen = Object.values(source.rules)
    .flatMap(({ rules }) => rules)
    .find((one) => one.name === name)
  if (!chosen?.event.params.must) throw new Error('this rule says of nothing that it must be done')
  const { must, should = [], ...params } = chosen.event.params
  chosen.event.params = { ...params, should: [...should, ...must] }
  return createPack(source)
}
