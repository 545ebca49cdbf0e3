import { Socket } from 'node:net'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What a row holds, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>

/** One connection to PostgreSQL. */
export interface Session {
  rows(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** What COPY … TO STDOUT writes, in pieces of text. */
  out(sql: string): AsyncIterable<string>
  /** Writes lines to COPY … FROM STDIN. */
  into(sql: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void>
  close(): Promise<void>
}

/** What a connection may take, and do. */
export interface SessionLimits {
  /** After so many seconds a statement is given up (600). */
  readonly statementSeconds?: number | undefined
  /** How much memory PostgreSQL may take for one sorting or hashing, in megabytes (64). */
  readonly workMegabytes?: number | undefined
  /** Nothing may be written: of the database that the cases are read from. */
  readonly readOnly?: boolean | undefined
}

/** Opens a connection; an attempt that is not wanted any more ends at once. `pg` and `pg-copy-streams` are the host's. */
export async function openSession(url: string, limits: SessionLimits = {}, signal?: AbortSignal): Promise<Session> {
  const { default: pg } = await import('pg')
  const { from, to } = await import('pg-copy-streams')
  const socket = new Socket()
  const given = { connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true, stream: () => socket }
  const client = new pg.Client(given)
  // What goes wrong while nothing is asked comes out with the next question.
  client.on('error', () => {})
  const giveUp = () => socket.destroy()
  signal?.addEventListener('abort', giveUp)
  try {
    signal?.throwIfAborted()
    await client.connect()
    for (const setting of settings(limits)) await client.query(setting)
  } finally {
    signal?.removeEventListener('abort', giveUp)
  }
  return {
    rows: async (sql, values = []) => (await client.query(sql, [...values])).rows,
    out: (sql) => textOf(client.query(to(sql))),
    into: (sql, lines) => pipeline(Readable.from(lines), client.query(from(sql)) as Writable),
    close: () => client.end().catch(() => {}),
  }
}

async function* textOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8')
  for await (const piece of stream) yield piece as string
}

function settings({ statementSeconds = 600, workMegabytes = 64, readOnly = false }: SessionLimits): readonly string[] {
  return [
    "SET application_name = 'timbang'",
    `SET statement_timeout = '${Number(statementSeconds)}s'`,
    `SET idle_in_transaction_session_timeout = '${Number(statementSeconds)}s'`,
    `SET work_mem = '${Number(workMegabytes)}MB'`,
    // A long condition costs more to compile than to follow.
    'SET jit = off',
    'SET client_min_messages = warning',
    `SET default_transaction_read_only = ${readOnly ? 'on' : 'off'}`,
  ]
}

const lost = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
])
const crossed = new Set(['40001', '40P01', '55P03'])

/** Whether an error says that the database was away, or that another was quicker: the same may go well in a while. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return code.startsWith('08') || lost.has(code) || crossed.has(code)
  return /connection (terminated|ended)|premature close|timeout expired|not queryable/i.test(String(message))
}
