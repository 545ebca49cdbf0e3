import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inTime } from './patience.js'

/* The case system of the examples, in a process of its own, against the built package. */

export const token = '0123456789abcdef0123456789abcdef'
const key = '07'.repeat(32)

export interface Running {
  readonly url: string
  /** What it wrote to its log so far. */
  readonly log: () => string
  readonly process: ChildProcess
  /** Asks it to end, and waits until it has. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

export async function started(env: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'examples/case-system/main.ts'], {
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: 'tooling/tsconfig.built.json',
      CASE_SYSTEM_TOKEN: token,
      CASE_SYSTEM_KEY: key,
      PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const listening = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        log += bytes
        const found = log.match(/"listening":"([^"]+)"/)?.[1]
        if (found) resolve(found)
      })
    ended.then((code) => reject(new Error(`ended with ${code}: ${log}`)))
  })
  const url = await inTime('the address at which the case system listens', listening, () => log)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return await inTime('the end of the case system', ended, () => log)
  }
  return { url, log: () => log, process: child, stop }
}

/** Asks the case system for something, with the token. */
export async function ask(
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const asked = fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const answer = await inTime(`an answer from ${url}`, asked)
  const text = await answer.text()
  return { status: answer.status, body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text }
}

const run = promisify(execFile)

/** A PostgreSQL server in a folder of its own. */
export async function postgres() {
  const [folder, port] = [mkdtempSync(join(tmpdir(), 'timbang-postgres-')), await freePort()]
  const env = { ...process.env, PGPASSWORD: key.slice(0, 24) }
  const tell = (...args: string[]) => inTime(`PostgreSQL: ${args[0]}`, run('tooling/postgres.sh', args, { env }))
  await tell('start', folder, String(port))
  return {
    url: `postgres://timbang:${env.PGPASSWORD}@127.0.0.1:${port}/postgres`,
    start: () => tell('start', folder, String(port)),
    stop: () => tell('stop', folder),
    remove: () => rmSync(folder, { recursive: true }),
    kill: () => tell('kill', folder),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
