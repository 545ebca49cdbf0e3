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

/** Asks the database in which results are kept, on a connection of its own. */
export function inHome<T>(caseload: Caseload, ask: (home: Session) => Promise<T>): Promise<T> {
  return asked(() => openHome(caseload), ask)
}

/** Asks the database that the cases are read from, in which nothing can be written. */
export function inSource<T>(caseload: Caseload, ask: (from: Session) => Promise<T>): Promise<T> {
  return asked(() => openSource(caseload), ask)
}

/** A connection to where results are kept. */
export function openHome({ database, statementSeconds, workMegabytes }: Caseload): Promise<Session> {
  return openSession(database, { statementSeconds, workMegabytes })
}

/** A connection to where the cases are, for reading alone. */
export function openSource({
  database,
  source = database,
  statementSeconds,
  workMegabytes,
}: Caseload): Promise<Session> {
  return openSession(source, { statementSeconds, workMegabytes, readOnly: true })
}

async function asked<T>(open: () => Promise<Session>, ask: (session: Session) => Promise<T>): Promise<T> {
  const session = await open()
  try {
    return await ask(session)
  } finally {
    await session.close()
  }
}
