/**
 * Weighs a caseload of any size on a PostgreSQL server of its own, then again after one rule has changed: only the situations that the
 * change can move, and, to compare, all of them.
 *
 *     npm run scale -- [--cases N] [--threads N] [--size N] [--rule NAME] [--made RULES] [--all]
 *
 * Without `--made` by the shipped pack, else by one of so many rules made from a seed. Hardly one case is as another. With `--all` the changed pack
 * weighs every situation once more in a schema of its own, and what stands must be the same to the letter.
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
const memory: number[] = []
const atFirst = loadavg()
try {
  await host.connect()
  const filled = await timed(fill)
  const read = await timed(async () => {
    await beginReading(place, { table: 'public.cases', key: 'id', situation: 'situation' }, pack, { size })
    await worked(place, pack)
  })
  const weighed = await timed(() => weigh(place, pack))
  const first = await progress(place)
  const bytes = await bytesOf()
  const again = await timed(() => weigh(place, changed, pack))
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
    load: { atFirst, atLast: loadavg() },
    bytes,
    megabytes: {
      most: Math.max(...memory),
      atTenths: memory.filter((_, i) => i % Math.ceil(memory.length / 10) === 0),
    },
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
  const seconds = await timed(() => weigh(whole, changed))
  const [few, all] = [await digestOf(place), await digestOf(whole)]
  if (few !== all) throw new Error('what was left out is not as weighing it again says')
  return seconds
}

async function digestOf(some: Caseload): Promise<string> {
  const digest = createHash('sha256')
  for await (const one of saidCases(some)) digest.update(`${JSON.stringify(one)}\n`)
  return digest.digest('hex')
}

/** The cases: of three to twenty facts among all, so that hardly one is as another. */
function* lines(): Generator<string> {
  let left = cases
  for (const situation of caseload(pack, 1)) {
    if (left === 0) return
    yield `${left}\t${JSON.stringify(situation)}\n`
    left -= 1
  }
}

async function fill(): Promise<void> {
  await host.query('CREATE TABLE cases (id bigint PRIMARY KEY, situation jsonb NOT NULL)')
  await pipeline(Readable.from(lines()), host.query(copyFrom('COPY cases FROM STDIN')))
  await host.query('ANALYZE cases')
}

async function weigh(where: Caseload, now: Pack, before?: Pack): Promise<void> {
  await beginWeighing(where, { pack: now }, { size, ...(before && { before: { pack: before } }) })
  await worked(where, now)
}

async function worked(where: Caseload, now: Pack): Promise<void> {
  const end = await work(where, now, {
    threads,
    onRange: () => memory.push(Math.round(process.memoryUsage().rss / 1e6)),
  })
  if (end !== 'done') throw new Error(`the work ended ${end}`)
}

async function timed(step: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await step()
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  process.stderr.write(`${step.name || 'step'}: ${seconds} s, ${memory.at(-1) ?? '?'} MB\n`)
  return seconds
}

async function bytesOf(): Promise<Record<string, number>> {
  const { rows } = await host.query(
    `SELECT relname AS name, pg_total_relation_size(oid)::float8 AS bytes FROM pg_class
     WHERE relkind = 'r' AND relname IN ('cases', 'situations', 'results', 'standing') ORDER BY relnamespace, relname`,
  )
  return Object.fromEntries(
    rows.map(({ name, bytes }, i) => [
      `${name}${i > 0 && name === 'cases' ? ' of timbang' : ''}`,
      Math.round(bytes / cases),
    ]),
  )
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
