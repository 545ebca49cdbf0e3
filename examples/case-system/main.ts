/**
 * Starts the case system; README.md beside it says by which variables. On SIGTERM or SIGINT it finishes what it has begun, and ends.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { accessFor } from './access.js'
import { createApp } from './app.js'
import { packIn } from './packs.js'
import { openStore, type Store } from './store.js'
import { tenantsFrom } from './tenants.js'
import { weighingOnThreads } from './weighing.js'

const { DATABASE_URL: url, CASE_SYSTEM_DATA: data, CASE_SYSTEM_URL, CASE_SYSTEM_METRICS_TOKEN } = process.env
const { HOST: host = '127.0.0.1', PORT: port = '8080', CASE_SYSTEM_ARRIVAL: arrival = '10000' } = process.env
const { CASE_SYSTEM_ORIGINS: origins = '', CASE_SYSTEM_THREADS: threads } = process.env
const write = (line: string) => process.stdout.write(`${line}\n`)

const tenants = tenantsFrom(process.env)
if (typeof tenants === 'string') refuse(tenants, 2)
for (const { pack } of tenants) packIn(pack)

const store = await opened()
const weighing = weighingOnThreads(threads === undefined ? undefined : Number(threads))
const app = createApp({
  ...{ store, weighing, now: Date.now, log: write, arrival: Number(arrival) },
  access: accessFor(tenants, CASE_SYSTEM_URL ?? `http://${host}:${port}`, Date.now),
  origins: origins.split(',').filter((origin) => origin !== ''),
  metricsToken: CASE_SYSTEM_METRICS_TOKEN,
})

const day = 86_400_000
const commentDays = 90
await forget()
setInterval(() => void forget().catch((error) => write(JSON.stringify({ forgetting: error.name }))), day).unref()

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
if (process.env.npm_lifecycle_event === 'npx') endWithStarter()
write(JSON.stringify({ listening: await app.listen({ host, port: Number(port) }) }))

/** Waits half a minute for a database that is not there yet, as it is not where both are started together. */
async function opened(): Promise<Store> {
  const until = Date.now() + 30_000
  for (;;) {
    try {
      return await openStore({ url, folder: url === undefined ? (data ?? 'case-system-data') : undefined })
    } catch (error) {
      const { code = (error as Error).name } = error as NodeJS.ErrnoException
      if (url === undefined || Date.now() > until) refuse(`the database cannot be used (${code})`, 1)
      write(JSON.stringify({ database: code }))
      await after(1_000)
    }
  }
}

/** Comments and cards that nobody answered go after ninety days, decisions when the tenant says. */
async function forget(): Promise<void> {
  const before = (days: number) => new Date(Date.now() - days * day)
  for (const { name, keptDays } of tenants as Exclude<typeof tenants, string>) {
    await store.of(name).forget(before(commentDays))
    if (keptDays !== undefined) await store.of(name).forgetDecisions(before(keptDays))
  }
}

/** Takes no more, finishes what was begun, closes the threads and the database; what hangs for ten seconds is given up. */
async function stop(): Promise<void> {
  setTimeout(() => process.exit(1), 10_000).unref()
  await app.close()
  await weighing.close()
  await store.close()
}

/** Where npx started it, a signal ends npx and leaves the rest behind: it ends, too, once whoever started it has. */
function endWithStarter(): void {
  const starters = () => {
    try {
      return `${process.ppid} ${readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(' ')[3]}`
    } catch {
      return String(process.ppid)
    }
  }
  const before = starters()
  const watching = setInterval(() => {
    if (starters() === before) return
    clearInterval(watching)
    void stop()
  }, 500)
  watching.unref()
}

function refuse(message: string, code: number): never {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}
