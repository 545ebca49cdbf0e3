/**
 * Screens a file of situations, one a line, on all cores, and writes the results in the order of the lines.
 *
 *     npx tsx examples/caseload/main.ts cases.jsonl results.jsonl [THREADS]
 *
 * `npx timbang screen` does the same on one core, and goes on after an interruption.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { screenOnThreads } from './pool.js'

const [from, to, threads = String(availableParallelism())] = process.argv.slice(2)
if (from === undefined || to === undefined) {
  process.stderr.write('usage: main.ts cases.jsonl results.jsonl [THREADS]\n')
  process.exit(2)
}

let [cases, unreadable] = [0, 0]

async function* results(path: string): AsyncGenerator<string> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const result of screenOnThreads(lines, { threads: Number(threads) })) {
    cases += result.cases
    unreadable += result.unreadable
    if (process.stderr.isTTY) process.stderr.write(`\r${cases} cases`)
    yield result.text
  }
}

await pipeline(Readable.from(results(from)), createWriteStream(to))
process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${cases} cases, ${unreadable} unreadable\n`)
process.exitCode = unreadable > 0 ? 1 : 0
