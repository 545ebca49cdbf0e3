import { TimbangError, unfitOption } from '../../errors.js'

/** Which database: the one of the results, or the one of the cases. */
export type Side = 'database' | 'source'

/**
 * What PostgreSQL, or the way to it, refused, as a sentence that says what to do next. Of what PostgreSQL says itself the code alone is
 * told: its words may repeat what stands in a row. Cases in the database of the results have no other place. What is no refusal of a database stays what it is.
 */
export function inSentence(error: unknown, side: Side, place: Side = side): unknown {
  if (error instanceof TimbangError) return error
  const missing = missingPackage(error)
  if (missing) return unfitOption('packages', missing)
  const found = sentenceOf(error, side)
  return found ? unfitOption(found[0] === side ? place : found[0], found[1]) : error
}

/** Why a range could not be done, without a word of a case. */
export function faultOf(error: unknown): string {
  if (error instanceof TimbangError) return error.issues.map(({ place, message }) => `${place}: ${message}`).join('; ')
  const { code, name } = error as { code?: unknown; name?: unknown }
  const found = sentenceOf(error, 'database')
  if (!found) return typeof code === 'string' ? code : String(name)
  return `${code}: ${found[1]}`
}

type Sentence = readonly [place: string, message: string]

function sentenceOf(error: unknown, side: Side): Sentence | undefined {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const said = typeof code === 'string' ? code : ''
  const away =
    said.startsWith('08') ||
    unreachable.has(said) ||
    /connection (terminated|ended)|premature close|timeout expired|not queryable/i.test(String(message))
  if (away && !ofRows[said])
    return [side, `cannot be reached (${said || 'no answer'}): see whether the server runs and the address is right`]
  if (/SASL|password/i.test(String(message)) && !said)
    return [side, 'refuses the user or the password: see the address']
  const own = side === 'database' ? ofResults[said] : ofCases[said]
  if (own) return own
  if (ofRows[said]) return [side, ofRows[said]]
  return /^[0-9A-Z]{5}$/.test(said) ? [side, `PostgreSQL refuses this (${said}): its log tells more`] : undefined
}

const unreachable = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOENT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH 57P01 57P02 57P03'.split(
    ' ',
  ),
)

/** Of either side, by the codes of PostgreSQL. */
const ofRows: Readonly<Record<string, string>> = {
  '28P01': 'refuses the user or the password: see the address',
  '28000': 'refuses the user or the password: see the address, and pg_hba.conf of the server',
  '3D000': 'has no database of the name in the address',
  '53300': 'has no connection left: fewer workers, or a higher max_connections',
  '53100': 'has no room left on its disk: make room, then go on',
  '53200': 'is out of memory: a lower limit of work memory, or fewer workers',
  '57014': 'took longer than a statement may: smaller ranges, or a higher limit of statements',
  '25P03': 'took longer than a statement may: smaller ranges, or a higher limit of statements',
  '42501': 'the role in the address lacks a right that is needed',
  '42883': 'a column is of a type that has no order',
}

/** Where results are kept. */
const ofResults: Readonly<Record<string, Sentence>> = {
  '42P01': ['schema', 'holds no caseload yet: read the cases first, or name the schema that holds one'],
  '3F000': ['schema', 'holds no caseload yet: read the cases first, or name the schema that holds one'],
  '42703': ['schema', 'holds tables of another version of timbang, or of something else: read into another schema'],
  '25006': ['database', 'takes no writes (a replica, perhaps): results need a server that does'],
  '42501': [
    'database',
    'the role in the address may not do this: it needs CREATE in the database, or a schema of its own',
  ],
}

/** Where the cases are. */
const ofCases: Readonly<Record<string, Sentence>> = {
  '42P01': ['source.table', 'is not there any more'],
  '42501': [
    'source.table',
    'may not be read by the role of the source: it needs USAGE of the schema and SELECT on the table',
  ],
  '42883': ['source.key', 'is of a type that has no order: take a column of numbers, UUIDs, days or text'],
}

function missingPackage(error: unknown): string | undefined {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return undefined
  const [, name] = /'((?:pg|pg-copy-streams|piscina))'/.exec(String(message)) ?? []
  return name && `\`${name}\` is not installed: npm install pg pg-copy-streams, and piscina for threads`
}

/** The address of a database, checked: what is empty or no address would lead to some default server. It is not told: it holds a password. */
export function checkedAddress(address: unknown, side: Side): string {
  const such = 'such as postgres://user@host/name'
  if (typeof address !== 'string' || address.trim() === '') throw unfitOption(side, `is empty: give an address ${such}`)
  const isSocket = /^(socket:|\/)./.test(address)
  if (!isSocket && !/^postgres(ql)?:\/\/\/?[^/]/.test(address)) throw unfitOption(side, `is no address ${such}`)
  if (!isSocket && !URL.canParse(address))
    throw unfitOption(side, `is no address ${such}: write what is no letter or digit in a password as %20 and the like`)
  return address
}
