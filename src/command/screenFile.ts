import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { isScreened, type Screened, screen, type Unreadable, version } from '../embed/index.js'
import type { Pack } from '../index.js'
import { packMeant } from './packMeant.js'
import { progressBar } from './progress.js'
import { type Given, Misuse, percent, wanted } from './usage.js'

/** Screens a file of situations, one a line; with a file for the results, from where an interrupted run stopped. */
export async function screenCases(given: Given): Promise<number> {
  const [path] = wanted(given, 'screen wants a file of situations, one a line') as [string]
  const pack = packMeant({ ...given, names: [] })
  const confirm = given.confirm === undefined ? 0.01 : percent('confirm', given) / 100
  const unlock = given.out === undefined ? () => {} : locked(`${given.out}.lock`)
  try {
    const results = given.out === undefined ? standardOutput() : await resultFile(given.out, header(pack, confirm))
    const tally = await screenInto(results, path, pack, confirm)
    process.stderr.write(`${summary(tally)}\n`)
    return tally.unreadable > 0 ? 1 : 0
  } finally {
    unlock()
  }
}

/** By what results are known: results of other rules are not continued. */
function header({ parts }: Pack<unknown>, confirm: number): string {
  const packs = parts.map(({ name, version, digest, admitted }) => ({ name, version, digest, admitted }))
  return JSON.stringify({ format: 1, engine: { name: 'timbang', version }, packs, confirm })
}

interface Tally {
  done: number
  unreadable: number
  readonly urgencies: Map<string, number>
}

interface Results {
  readonly tally: Tally
  /** The last result that was written before, as it stands there. */
  readonly last?: { readonly line: number; readonly text: string }
  readonly write: (text: string) => void | Promise<void>
  readonly end: () => void
}

async function screenInto(results: Results, path: string, pack: Pack<unknown>, confirm: number): Promise<Tally> {
  const { tally, last } = results
  const size = path === '-' ? 0 : statSync(path).size
  const bar = progressBar(process.stderr, size)
  let [read, skipped, written] = [0, 0, '']
  const wantedLines = async function* () {
    for await (const text of linesOf(path === '-' ? process.stdin : createReadStream(path))) {
      read += Buffer.byteLength(text) + 1
      if (last !== undefined && skipped < last.line - 1) skipped += 1
      else yield text
    }
  }
  let first = last !== undefined
  for await (const result of screen(wantedLines(), pack, { first: last?.line ?? 1, confirm })) {
    const text = JSON.stringify(result)
    if (first && text !== last?.text)
      throw new Misuse('the cases are not those that were screened before; begin with another --out')
    if (!first) {
      written += `${text}\n`
      count(tally, result)
      if (!isScreened(result))
        bar.tell(result.issues.slice(0, 3).map((one) => `${path}:${result.line}: ${one.place}: ${one.message}`))
    }
    first = false
    if (written.length > chunk) {
      await results.write(written)
      written = ''
    }
    bar.show(read, `${tally.done} cases, ${tally.unreadable} unreadable`)
  }
  if (first) throw new Misuse('the cases are fewer than those that were screened before; begin with another --out')
  await results.write(written)
  results.end()
  bar.clear()
  return tally
}

const chunk = 65_536

function count(tally: Tally, result: Screened | Unreadable): void {
  tally.done += 1
  if (!isScreened(result)) tally.unreadable += 1
  else tally.urgencies.set(result.urgency, (tally.urgencies.get(result.urgency) ?? 0) + 1)
}

function summary({ done, unreadable, urgencies }: Tally): string {
  const each = [...urgencies].sort().map(([urgency, cases]) => `${urgency} ${cases}`)
  return [`screened ${done} cases`, ...each, `unreadable ${unreadable}`].join(', ')
}

function standardOutput(): Results {
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
    })
  return { tally: { done: 0, unreadable: 0, urgencies: new Map() }, write, end: () => {} }
}

/** The file of results, with what an interrupted run has written; half a line at its end is taken off. */
async function resultFile(path: string, head: string): Promise<Results> {
  const tally: Tally = { done: 0, unreadable: 0, urgencies: new Map() }
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+')
  const before = await earlier(path, head, tally)
  ftruncateSync(file, before.end)
  let at = before.end
  const write = (text: string) => {
    const bytes = Buffer.from(text)
    for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from, bytes.length - from, at + from)
    at += bytes.length
  }
  if (before.end === 0) write(`${head}\n`)
  const end = () => {
    fsyncSync(file)
    closeSync(file)
  }
  return { tally, ...(before.last && { last: before.last }), write, end }
}

/** What stands in the file of results: counted, up to the last whole line. */
async function earlier(
  path: string,
  head: string,
  tally: Tally,
): Promise<{ end: number; last?: { line: number; text: string } }> {
  let [end, last]: [number, { line: number; text: string } | undefined] = [0, undefined]
  for await (const text of linesOf(createReadStream(path), true)) {
    if (end === 0 && text !== head)
      throw new Misuse('the results are of other rules or another version; choose another --out')
    if (end > 0) {
      const result = JSON.parse(text) as Screened | Unreadable
      count(tally, result)
      last = { line: result.line, text }
    }
    end += Buffer.byteLength(text) + 1
  }
  return { end, ...(last && { last }) }
}

const longestLine = 1_000_000

/** The lines of a text as they are read; one that is too long is cut, so that it is not JSON. `whole`: without one that has no end. */
async function* linesOf(stream: AsyncIterable<Buffer | string>, whole = false): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of stream) {
    const parts = (rest + (typeof bytes === 'string' ? bytes : decoder.decode(bytes, { stream: true }))).split('\n')
    rest = parts.pop() as string
    if (rest.length > longestLine) rest = rest.slice(0, longestLine)
    yield* parts
  }
  if (rest !== '' && !whole) yield rest
}

/** Holds a file for one run; a lock that a run left which is no longer there is taken over. */
function locked(path: string): () => void {
  if (existsSync(path) && !isRunning(Number(readFileSync(path, 'utf8')))) unlinkSync(path)
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch {
    throw new Misuse('another run writes to the same --out')
  }
  return () => unlinkSync(path)
}

function isRunning(pid: number): boolean {
  try {
    return Number.isSafeInteger(pid) && pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}
