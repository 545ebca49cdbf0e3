/**
 * Screens a million coded situations made from a seed on two threads, and says how long it took and how much memory it held.
 *
 *     npm run million -- [--cases N] [--threads N] [--seed N]
 *
 * One chunk in fifty is screened again here, one situation after the other, and must be the same to the letter.
 */
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { screen } from 'timbang/embed'
import { socialWork } from 'timbang/social-work'
import { screenOnThreads } from '../examples/caseload/pool.js'
import { caseload } from './caseload.js'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
})
const [cases, threads, seed] = [Number(values.cases), Number(values.threads), Number(values.seed)]
const size = 1_000
const spot = 50

function* lines(): Generator<string> {
  let left = cases
  for (const situation of caseload(socialWork, seed)) {
    if (left-- === 0) return
    yield JSON.stringify(situation)
  }
}

/** Keeps the lines of the chunks that are screened again. */
const spots = new Map<number, string[]>()
function* watched(): Generator<string> {
  let n = 0
  for (const line of lines()) {
    const chunk = Math.floor(n++ / size)
    if (chunk % spot === 0) spots.set(chunk, [...(spots.get(chunk) ?? []), line])
    yield line
  }
}

const digest = createHash('sha256')
const memory: number[] = []
let [done, chunk, last, again] = [0, 0, 0, 0]
const begun = performance.now()
for await (const result of screenOnThreads(watched(), { threads, size })) {
  const numbers = result.text
    .trimEnd()
    .split('\n')
    .map((line) => Number(/^\{"line":(\d+)/.exec(line)?.[1]))
  for (const number of numbers) if (number !== ++last) throw new Error(`line ${last} is missing or doubled`)
  digest.update(result.text)
  done += result.cases
  const kept = spots.get(chunk)
  if (kept) {
    if ((await oneByOne(kept, chunk * size + 1)) !== result.text) throw new Error(`chunk ${chunk} is not as one by one`)
    again += kept.length
    spots.delete(chunk)
  }
  chunk += 1
  if (chunk % Math.max(1, Math.floor(cases / size / 10)) === 0) {
    memory.push(Math.round(process.memoryUsage().rss / 1e6))
    process.stderr.write(`${done} cases, ${memory.at(-1)} MB\n`)
  }
}
const seconds = (performance.now() - begun) / 1000
if (done !== cases) throw new Error(`${done} of ${cases} were screened`)
const figures = {
  cases,
  threads,
  seconds: Math.round(seconds * 10) / 10,
  perSecond: Math.round(cases / seconds),
  sameOneByOne: again,
  megabytes: memory,
  digest: digest.digest('hex'),
}
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)

async function oneByOne(kept: readonly string[], first: number): Promise<string> {
  let text = ''
  for await (const result of screen(kept, socialWork, { first })) text += `${JSON.stringify(result)}\n`
  return text
}
