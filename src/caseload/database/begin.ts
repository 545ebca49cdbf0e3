import { checkedOptions } from '../../advise/advise.js'
import type { RuleChanges } from '../../consult/moved.js'
import { TimbangError, unfitOption } from '../../errors.js'
import { canonical, digestOf } from '../../pack/identity/digest.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { WeighOptions } from '../../weigh/assess.js'
import { affectedWhere } from '../affected/affectedWhere.js'
import { dayOf, packChange, type Weighed } from '../affected/packChange.js'
import { type Caseload, inHome, inSource } from './caseload.js'
import { cuts, keepRanges } from './ranges.js'
import { lastRun, newRun, packNumber, type RunSettings } from './runs.js'
import type { Session } from './session.js'
import { type CaseSource, checkedSchema, columnType, makeTables } from './tables.js'

/** How the cases are cut. */
export interface BeginOptions {
  /** How many keys make a range (20,000). */
  readonly size?: number | undefined
}

/** How situations are weighed again. */
export interface WeighingOptions extends BeginOptions {
  /** The pack by which they were weighed last: then only those are weighed that the change can move. */
  readonly before?: Weighed | undefined
  /** The share that json-rules-engine confirms (0.01). */
  readonly confirm?: number | undefined
}

/** A run that was begun, and how many ranges it has. */
export interface Begun {
  readonly run: number
  readonly ranges: number
  /** Whether only the situations that the change of rules can move are weighed. */
  readonly affectedOnly: boolean
}

/**
 * Begins to read the cases of a table into their normal form, which `work` does. Makes the tables where there are none.
 * @throws TimbangError `invalid-options` where the source has no such column, or keys of another type than before
 */
export async function beginReading(
  caseload: Caseload,
  source: CaseSource,
  pack: Pack<unknown>,
  options: BeginOptions = {},
) {
  checkPack(pack)
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  return await inSource(caseload, async (from) => {
    const column = await columnType(source, from)
    if (!column) throw unfitOption('source.key', 'is no column of a table that can be read')
    if (!(await columnType({ ...source, key: source.situation }, from)))
      throw unfitOption('source.situation', 'is no column of a table that can be read')
    const ends = await cuts({ ...source, type: column.type }, sizeOf(options), from)
    return await inHome(caseload, (home) =>
      together(home, async (): Promise<Begun> => {
        await makeTables(schema, column.declared, home)
        const settings: RunSettings = { source, keyType: column.type, vocabulary: vocabularyOf(pack) }
        const run = await newRun('read', await packNumber({ pack }, schema, home), settings, schema, home)
        await keepRanges(run, ends, schema, home)
        return { run, ranges: ends.length + 1, affectedOnly: false }
      }),
    )
  })
}

/**
 * Begins to weigh the situations that were read, which `work` does: each once, however many cases have it, and none that this pack has
 * weighed before. With the pack of before, only those that the change of rules can move.
 * @throws TimbangError `invalid-options` where the cases must be read first, or again
 */
export async function beginWeighing(caseload: Caseload, now: Weighed, options: WeighingOptions = {}): Promise<Begun> {
  checkPack(now.pack)
  checkedOptions<WeighOptions, unknown>(now.options ?? {}, now.pack, {})
  const schema = checkedSchema(caseload.schema ?? 'timbang')
  return await inHome(caseload, async (home) => {
    await checkRead(now.pack, schema, home)
    const ends = await cuts({ table: `${schema}.situations`, key: 'number', type: 'bigint' }, sizeOf(options), home)
    return await together(home, async () => {
      const { before, confirm } = options
      const affectedOnly = before !== undefined && (await stands(before, schema, home))
      const where = affectedOnly ? affectedWhere(before, now) : 'true'
      const settings: RunSettings = {
        ...(now.options && { options: now.options }),
        ...(confirm !== undefined && { confirm }),
        where,
        ...(before && { changes: changesBetween(before, now) }),
      }
      const run = await newRun('weigh', await packNumber(now, schema, home), settings, schema, home)
      await keepRanges(run, ends, schema, home)
      return { run, ranges: ends.length + 1, affectedOnly: where !== 'true' }
    })
  })
}

function sizeOf({ size = 20_000 }: BeginOptions): number {
  if (!Number.isSafeInteger(size) || size < 1) throw unfitOption('size', 'must be a whole number of at least 1')
  return size
}

/** Does all of something or nothing. */
async function together<T>(session: Session, steps: () => Promise<T>): Promise<T> {
  await session.rows('BEGIN')
  const done = await steps()
  await session.rows('COMMIT')
  return done
}

/** What the facts of a pack are to whoever reads a situation: a normal form stays what it is while these are the same. */
function vocabularyOf({ facts, header }: Pack<unknown>): Readonly<Record<string, string>> {
  const of = [...facts.values()].map(({ name, type, values, members, min, max, derivedFrom }) => {
    const words = [...(values ?? []), ...(members ?? [])].map(({ value }) => value)
    return [name, digestOf({ type, words, min, max, derivedFrom })] as const
  })
  return { ...Object.fromEntries(of), '': digestOf(header.jurisdiction ?? null) }
}

/** Whether the cases were read, all of them, by a pack whose facts this one has. */
async function checkRead(pack: Pack<unknown>, schema: string, home: Session): Promise<void> {
  const read = await lastRun(schema, home, 'read')
  if (read?.state !== 'done') throw unfitOption('caseload', 'must be read first')
  const { vocabulary = {} } = read.settings
  const present = vocabularyOf(pack)
  if (Object.entries(vocabulary).some(([name, digest]) => present[name] !== digest))
    throw unfitOption('caseload', 'must be read again: this pack has other facts')
}

/** Whether what stands is what this pack said of every situation. */
async function stands(before: Weighed, schema: string, home: Session): Promise<boolean> {
  checkPack(before.pack)
  const last = await lastRun(schema, home, 'weigh')
  const [found] = await home.rows(`SELECT digest, day, framework FROM ${schema}.packs WHERE number = $1`, [last?.pack])
  const wanted = { digest: before.pack.digest, day: dayOf(before), framework: before.options?.framework ?? '' }
  const given = await home.rows(
    `SELECT FROM ${schema}.runs WHERE kind = 'weigh' AND state = 'given-up' AND number > $1`,
    [last?.number],
  )
  return last?.state === 'done' && given.length === 0 && canonical(found) === canonical(wanted)
}

/** The rules that differ, each with the actions that it speaks of. */
function changesBetween(before: Weighed, now: Weighed): RuleChanges {
  return Object.fromEntries(
    packChange(before, now).rules.map(({ name, before: was, after: is }) => {
      const actions = [was, is].flatMap((rule) => rule?.pushes.map(({ action }) => action) ?? [])
      return [name, [...new Set(actions)].sort()]
    }),
  )
}

/** @throws TimbangError `invalid-options` where a pack is not the one that a run is for */
export function checkPackOf(pack: Pack<unknown>, digest: string): void {
  checkPack(pack)
  if (pack.digest !== digest)
    throw new TimbangError('invalid-options', [{ place: 'pack', message: 'is not the one that this run is for' }])
}
