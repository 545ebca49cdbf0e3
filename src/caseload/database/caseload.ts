import { checkedAddress, inSentence, type Side } from './refusal.js'
import { openSession, type Session, type SessionLimits } from './session.js'

/** Where a caseload stands. */
export interface Caseload extends Omit<SessionLimits, 'readOnly'> {
  /** The database in which timbang keeps what it found, as a PostgreSQL address. */
  readonly database: string
  /** The schema there (`timbang`). */
  readonly schema?: string | undefined
  /** The database that the cases are read from, where it is another: a replica for reading, say. */
  readonly source?: string | undefined
}

/** Asks the database in which results are kept, on a connection of its own; what is refused is told in a sentence. */
export function inHome<T>(caseload: Caseload, ask: (home: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
  return plainly('database', () => asked(() => openHome(caseload, signal), ask))
}

/** Asks the database that the cases are read from, in which nothing can be written. */
export function inSource<T>(caseload: Caseload, ask: (from: Session) => Promise<T>): Promise<T> {
  const ofCases = () => asked(() => openSource(caseload), ask)
  return plainly('source', ofCases, caseload.source === undefined ? 'database' : 'source')
}

/** Asks as `inHome` does; what is refused stays as it came, for whoever wants to know whether it passes. */
export function withHome<T>(caseload: Caseload, ask: (home: Session) => Promise<T>): Promise<T> {
  return asked(() => openHome(caseload), ask)
}

/** A connection to where results are kept. */
export function openHome(
  { database, statementSeconds, workMegabytes }: Caseload,
  signal?: AbortSignal,
): Promise<Session> {
  return openSession(checkedAddress(database, 'database'), { statementSeconds, workMegabytes }, signal)
}

/** A connection to where the cases are, for reading alone. */
export function openSource(caseload: Caseload, signal?: AbortSignal): Promise<Session> {
  const { database, source = database, statementSeconds, workMegabytes } = caseload
  const place = caseload.source === undefined ? 'database' : 'source'
  return openSession(checkedAddress(source, place), { statementSeconds, workMegabytes, readOnly: true }, signal)
}

/** Does something with a database; what it refuses is told in a sentence. */
export async function plainly<T>(side: Side, ask: () => Promise<T>, place: Side = side): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw inSentence(error, side, place)
  }
}

async function asked<T>(open: () => Promise<Session>, ask: (session: Session) => Promise<T>): Promise<T> {
  const session = await open()
  try {
    return await ask(session)
  } finally {
    await session.close()
  }
}
