import { checkedOptions } from '../../advise/advise.js'
import type { RuleChanges } from '../../consult/moved.js'
import { unfitOption } from '../../errors.js'
import { canonical, digestOf } from '../../pack/identity/digest.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { WeighOptions } from '../../weigh/assess.js'
import { affectedWhere } from '../affected/affectedWhere.js'
import { dayOf, packChange, type Weighed } from '../affected/packChange.js'
import { type Caseload, inHome, inSource } from './caseload.js'
import { bringUpToDate } from './layout.js'
import { cuts, keepRanges, rowsWithoutKey } from './ranges.js'
import { lastRun, newRun, packNumber, type Run, type RunSettings } from './runs.js'
import type { Session } from './session.js'
import { type CaseSource, checkedSchema, checkedSource, makeTables } from './tables.js'

/** How the cases are cut. */
export interface BeginOptions {
  /** How many keys make a range (20,000). */
  readonly size?: number | undefined
}

/** How situations are weighed again. */
export interface WeighingOptions extends BeginOptions {
  /** The pack by which they were weighed last: then only those are weighed that the change can move. One that does not fit is refused. */
  readonly before?: Weighed | undefined
  /** Weighs all of them, also where `before` does not fit, or more than rules has changed. */
  readonly all?: boolean | undefined
  /** The share that json-rules-engine confirms (0.01). */
  readonly confirm?: number | undefined
}

/** A run that was begun, and how many ranges it has. */
export interface Begun {
  readonly run: number
  readonly ranges: number
  /** The run that went on until then, and is given up. */
  readonly gaveUp?: number
  /** How many rows of the source have no key: they are not read. */
  readonly withoutKey?: number
  /** Whether only the situations that the change of rules can move are weighed. */
  readonly affectedOnly: boolean
}

/**
 * Begins to read the cases of a table into their normal form, which `work` does. Makes the tables where there are none.
 * @throws TimbangError `invalid-options` where the source has no such column, or keys of another type than before
 */
export async function beginReading(
  caseload: Caseload,
  given: CaseSource,
  pack: Pack<unknown>,
  options: BeginOptions = {},
): Promise<Begun> {
  checkPack(pack)
  const [schema, size] = [checkedSchema(caseload.schema ?? 'timbang'), sizeOf(options)]
  return await inSource(caseload, async (from) => {
    const { source, keyColumn } = await checkedSource(given, schema, from)
    const { type: keyType, declared, always } = keyColumn
    const withoutKey = always ? 0 : await rowsWithoutKey(source, from)
    const ends = await cuts({ ...source, type: keyType }, size, from)
    return await inHome(caseload, (home) =>
      together(home, async (): Promise<Begun> => {
        await makeTables(schema, declared, home)
        const settings: RunSettings = { source, keyType, withoutKey, vocabulary: vocabularyOf(pack) }
        const begun = await newRun('read', await packNumber({ pack }, schema, home), settings, schema, home)
        await keepRanges(begun.run, ends, schema, home)
        return { ...begun, ranges: ends.length + 1, affectedOnly: false, withoutKey }
      }),
    )
  })
}

/**
 * Begins to weigh the situations that were read, which `work` does: each once, however many cases have it, and none that this pack has
 * weighed before. With the pack of before, only those that the change of rules can move.
 * @throws TimbangError `invalid-options` where the cases must be read first, or again, or the pack of before does not fit
 */
export async function beginWeighing(caseload: Caseload, now: Weighed, options: WeighingOptions = {}): Promise<Begun> {
  checkPack(now.pack)
  checkedOptions<WeighOptions, unknown>(now.options ?? {}, now.pack, {})
  const [schema, size] = [checkedSchema(caseload.schema ?? 'timbang'), sizeOf(options)]
  const { before, confirm, all = false } = options
  if (confirm !== undefined && !(confirm >= 0 && confirm <= 1))
    throw unfitOption('confirm', 'must be a share from 0 to 1')
  return await inHome(caseload, async (home) => {
    await together(home, () => bringUpToDate(schema, home))
    await checkRead(now.pack, schema, home)
    const other = before && (await whatElseStands(before, schema, home))
    const unfit = other ?? (before && beyondRules(before, now))
    if (unfit !== undefined && !all)
      throw unfitOption('before', `${unfit}; all would be weighed: say so (\`all\`) if that is meant`)
    const ends = await cuts({ table: `${schema}.situations`, key: 'number', type: 'bigint' }, size, home)
    return await together(home, async () => {
      const where = before && !all ? affectedWhere(before, now) : 'true'
      const settings: RunSettings = {
        ...(now.options && { options: now.options }),
        ...(confirm !== undefined && { confirm }),
        where,
        ...(before && other === undefined && { changes: changesBetween(before, now) }),
      }
      const begun = await newRun('weigh', await packNumber(now, schema, home), settings, schema, home)
      await keepRanges(begun.run, ends, schema, home)
      return { ...begun, ranges: ends.length + 1, affectedOnly: where !== 'true' }
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
  if (read?.state === 'failed')
    throw unfitOption(
      'caseload',
      'was not read to the end: the progress tells which ranges failed and why; read it again',
    )
  if (read?.state !== 'done') throw unfitOption('caseload', 'must be read first, and to the end')
  const { vocabulary = {} } = read.settings
  const present = vocabularyOf(pack)
  if (Object.entries(vocabulary).some(([name, digest]) => present[name] !== digest))
    throw unfitOption('caseload', 'must be read again: this pack has other facts')
}

/** Why what stands is not what this pack said of every situation; nothing where it is. */
async function whatElseStands(before: Weighed, schema: string, home: Session): Promise<string | undefined> {
  checkPack(before.pack)
  const last = await lastRun(schema, home, 'weigh')
  if (!last) return 'nothing was weighed yet'
  if (last.state !== 'done') return `the last weighing is \`${last.state}\`, not done`
  const given = await home.rows(
    `SELECT FROM ${schema}.runs WHERE kind = 'weigh' AND state = 'given-up' AND number > $1`,
    [last.number],
  )
  if (given.length > 0) return 'a weighing after the last was given up, and what it did stands'
  const [found] = await home.rows(`SELECT digest, day, framework FROM ${schema}.packs WHERE number = $1`, [last.pack])
  const wanted = { digest: before.pack.digest, day: dayOf(before), framework: before.options?.framework ?? '' }
  if (canonical(found) === canonical(wanted)) return undefined
  return `the cases were weighed last by another pack (\`${last.packName}\`), on another day or by another framework`
}

/** Why any case could have moved; nothing where rules alone have changed. */
function beyondRules(before: Weighed, now: Weighed): string | undefined {
  const { besides } = packChange(before, now)
  return besides.length === 0 ? undefined : `more than rules has changed (${besides.join(', ')})`
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
export function checkPackOf(pack: Pack<unknown>, { number, digest, packName }: Run): void {
  checkPack(pack)
  if (pack.digest === digest) return
  throw unfitOption('pack', `is not the one that run ${number} is for: \`${packName}\`, as it was when the run began`)
}
