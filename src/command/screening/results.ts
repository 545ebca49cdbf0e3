import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  writeSync,
} from 'node:fs'
import type { Screened, Unreadable } from '../../embed/index.js'
import { Misuse } from '../ending.js'
import { linesOf } from './lines.js'
import { count, newTally, type Tally } from './tally.js'

/** Where the results of a run go, with what an earlier run has written there. */
export interface Results {
  readonly tally: Tally
  /** The last result that was written before, as it stands there. */
  readonly last?: { readonly line: number; readonly text: string }
  readonly write: (text: string) => void | Promise<void>
  readonly end: () => void
}

export function standardOutput(): Results {
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
    })
  return { tally: newTally(), write, end: () => {} }
}

/**
 * The file of results, with what an interrupted run has written; half a line at its end is taken
 * off.
 */
export async function resultFile(path: string, head: string): Promise<Results> {
  const tally = newTally()
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+')
  const before = await earlier(path, head, tally)
  ftruncateSync(file, before.end)
  let at = before.end
  const write = (text: string) => {
    const bytes = Buffer.from(text)
    for (let from = 0; from < bytes.length; )
      from += writeSync(file, bytes, from, bytes.length - from, at + from)
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
): Promise<{ end: number; last?: Results['last'] }> {
  let end = 0
  let last: Results['last']
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
