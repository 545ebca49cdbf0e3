/**
 * Starts the case system.
 *
 *     CASE_SYSTEM_TOKEN=$(openssl rand -hex 24) CASE_SYSTEM_KEY=$(openssl rand -hex 32) npx tsx examples/case-system/main.ts
 *
 * `DATABASE_URL` names a PostgreSQL server; without it decisions are kept in the folder `CASE_SYSTEM_DATA` (`case-system-data`).
 * Comments, and cards that nobody answered, are deleted after ninety days.
 * `HOST` (127.0.0.1) and `PORT` (8080) say where it listens. On SIGTERM or SIGINT it finishes what it has begun, and ends.
 */
import { createApp } from './app.js'
import { openStore } from './store.js'

const {
  CASE_SYSTEM_TOKEN: token = '',
  CASE_SYSTEM_KEY: key = '',
  DATABASE_URL: url,
  CASE_SYSTEM_DATA: data,
} = process.env
const { HOST: host = '127.0.0.1', PORT: port = '8080', CASE_SYSTEM_ARRIVAL: arrival = '10000' } = process.env

if (token.length < 24) refuse('CASE_SYSTEM_TOKEN must hold at least 24 characters; `openssl rand -hex 24` makes some')
if (!/^[0-9a-f]{64,}$/.test(key))
  refuse('CASE_SYSTEM_KEY must hold at least 64 hexadecimal digits; `openssl rand -hex 32` makes them')

const store = await openStore({ url, folder: url === undefined ? (data ?? 'case-system-data') : undefined })
const app = createApp({
  store,
  token,
  key: Buffer.from(key, 'hex'),
  now: Date.now,
  arrival: Number(arrival),
  log: (line) => process.stdout.write(`${line}\n`),
})

const day = 86_400_000
const keptDays = 90
await store.forget(new Date(Date.now() - keptDays * day))
setInterval(() => void store.forget(new Date(Date.now() - keptDays * day)).catch(() => {}), day).unref()

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
process.stdout.write(`${JSON.stringify({ listening: await app.listen({ host, port: Number(port) }) })}\n`)

/** Takes no more, finishes what was begun, closes the database; what hangs for ten seconds is given up. */
async function stop(): Promise<void> {
  setTimeout(() => process.exit(1), 10_000).unref()
  await app.close()
  await store.close()
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
