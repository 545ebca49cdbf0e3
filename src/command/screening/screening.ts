import { createReadStream, statSync } from 'node:fs'
import { isScreened, type Screened, screen, type Unreadable, version } from '../../embed/index.js'
import type { Pack } from '../../index.js'
import { Misuse } from '../ending.js'
import { linesOf } from './lines.js'
import { locked } from './lock.js'
import { type ProgressBar, progressBar } from './progressBar.js'
import { type Results, resultFile, standardOutput } from './results.js'
import { count, summary, type Tally } from './tally.js'

/** To which file, and which share is confirmed. */
interface ScreeningOptions {
  readonly out?: string
  readonly confirm: number
}

/** Screens a file of situations, one a line; with a file for the results, from where an interrupted run stopped. */
export async function screening(
  path: string,
  pack: Pack<unknown>,
  { out, confirm }: ScreeningOptions,
): Promise<number> {
  const unlock = out === undefined ? () => {} : locked(`${out}.lock`)
  try {
    const results = out === undefined ? standardOutput() : await resultFile(out, header(pack, confirm))
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

/** So much is gathered before it is written. */
const chunk = 65_536

async function screenInto(results: Results, path: string, pack: Pack<unknown>, confirm: number): Promise<Tally> {
  const { tally, last } = results
  const bar = progressBar(process.stderr, path === '-' ? 0 : statSync(path).size)
  const cases = casesFrom(path, last?.line ?? 1)
  let gathered = ''
  let resumed = last === undefined
  for await (const result of screen(cases.lines, pack, { first: last?.line ?? 1, confirm })) {
    const text = JSON.stringify(result)
    if (!resumed) {
      resumed = sameAs(last?.text, text)
      continue
    }
    gathered += `${text}\n`
    count(tally, result)
    tell(result, path, bar)
    if (gathered.length > chunk) {
      await results.write(gathered)
      gathered = ''
    }
    bar.show(cases.read(), `${tally.done} cases, ${tally.unreadable} unreadable`)
  }
  if (!resumed) throw new Misuse('the cases are fewer than those that were screened before; begin with another --out')
  await results.write(gathered)
  results.end()
  bar.clear()
  return tally
}

/** The lines of the cases from a number on, and how many bytes of them were read so far. */
function casesFrom(path: string, first: number) {
  let read = 0
  async function* wanted(): AsyncGenerator<string> {
    let line = 0
    for await (const text of linesOf(path === '-' ? process.stdin : createReadStream(path))) {
      read += Buffer.byteLength(text) + 1
      line += 1
      if (line >= first) yield text
    }
  }
  return { lines: wanted(), read: () => read }
}

/** The last case of the run before, screened once more, must give what it gave. */
function sameAs(before: string | undefined, now: string): true {
  if (before !== now) throw new Misuse('the cases are not those that were screened before; begin with another --out')
  return true
}

function tell(result: Screened | Unreadable, path: string, bar: ProgressBar): void {
  if (isScreened(result)) return
  const told = result.issues.slice(0, 3)
  bar.tell(told.map(({ column, place, message }) => `${path}:${result.line}:${column}: ${place}: ${message}`))
}
