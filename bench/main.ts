import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { bundleSizes, firstAdviceTimes, importTimes, peer } from './footprint.js'

/*
 * npm run bench [-- --json FILE] [--profile] [--rounds N]
 * All figures are from one run, all contestants taking turns; what is compared are ratios, never bare times.
 */

const { values } = parseArgs({
  options: { json: { type: 'string' }, profile: { type: 'boolean' }, rounds: { type: 'string', default: '15' } },
})

type Times = Readonly<Record<string, readonly number[]>>

interface Measured {
  readonly tables: readonly { readonly name: string; readonly agreedOn: number; readonly times: Times }[]
  readonly growth: Times
  readonly parts: Times
  readonly memory: Readonly<Record<string, number>>
}

const measured = await measure()
const imports = importTimes()
const firstAdvice = firstAdviceTimes()
const targets = targetsOf(measured)
const sizes = await bundleSizes()
print()
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ ...measured, imports, firstAdvice, sizes, targets }, null, 2)}\n`)

/** Measures in a process of its own, with the sources compiled as the package is. */
async function measure(): Promise<Measured> {
  const folder = mkdtempSync('node_modules/.bench-')
  try {
    const outfile = join(folder, 'measure.mjs')
    await build({
      entryPoints: ['bench/measure.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    })
    const cpu = values.profile ? ['--cpu-prof', '--cpu-prof-dir=bench-profile'] : []
    const printed = execFileSync(process.execPath, ['--expose-gc', ...cpu, outfile, values.rounds], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return JSON.parse(printed) as Measured
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[list.length >> 1] as number
}

/** How many times as long the one takes as the other: the median of the ratios of the rounds, for noise falls on both. */
function ratio(times: Times, one: string, other: string): number {
  const others = times[other] as readonly number[]
  return median((times[one] as readonly number[]).map((time, round) => time / (others[round] as number)))
}

interface Target {
  readonly target: string
  readonly found: number
  readonly reached: boolean
}

function targetsOf({ tables, growth }: Measured): readonly Target[] {
  const times = (name: string) => tables.find((one) => one.name === name)?.times as Times
  const [made, own, stock] = [times('200 rules'), times('shipped pack'), 'json-rules-engine']
  const atLeast = (least: number, target: string, found: number) => ({ target, found, reached: found >= least })
  const atMost = (most: number, target: string, found: number) => ({ target, found, reached: found <= most })
  const [few, many, touched] = Object.keys(growth) as [string, string, string]
  return [
    atLeast(150, 'deciding at 200 rules: 150 times json-rules-engine', ratio(made, stock, 'decide')),
    atLeast(1.5, 'deciding at 200 rules: 1.5 times json-logic-engine', ratio(made, 'json-logic-engine', 'decide')),
    atLeast(10, 'advise at 200 rules: 10 times json-rules-engine running them', ratio(made, stock, 'advise')),
    atLeast(10, 'the same with questions', ratio(made, stock, 'advise with questions')),
    atLeast(1, 'advise on the shipped pack: never slower than json-rules-engine', ratio(own, stock, 'advise')),
    atLeast(1, 'the same with questions', ratio(own, stock, 'advise with questions')),
    atLeast(
      1,
      'the next question on the shipped pack: never slower than one run of it',
      ratio(own, stock, 'next question'),
    ),
    atMost(
      1.25,
      'deciding with 8 times the rules, as many touched: no slower (within a quarter)',
      ratio(growth, many, few),
    ),
    atMost(4, 'deciding with 4 times the rules touched: at most 4 times as long', ratio(growth, touched, many)),
    atMost(
      1.3,
      'the first advice: at most 1.3 times json-rules-engine and zod running the same rules once',
      (firstAdvice.timbang as number) / (firstAdvice[peer] as number),
    ),
  ]
}

function print(): void {
  const { tables, parts, memory, growth } = measured
  for (const { name, agreedOn, times } of tables) {
    const agreed = agreedOn > 0 ? `, all agree on ${agreedOn} situations fully stated` : ''
    heading(`${name}${agreed}: how many times as fast as json-rules-engine · as decide`)
    for (const who of Object.keys(times)) {
      const against = (peer: string) => figure(ratio(times, peer, who))
      line(who, against('json-rules-engine'), against('decide'), `${figure(median(times[who] as number[]) * 1_000)} µs`)
    }
  }
  heading('how deciding grows: against the first')
  for (const who of Object.keys(growth)) line(who, figure(ratio(growth, who, Object.keys(growth)[0] as string)))
  heading('what takes the time of an advice on the shipped pack: share of an advice with questions')
  for (const who of Object.keys(parts)) line(who, `${figure(100 * ratio(parts, who, 'advise with questions'))} %`)
  heading('heap')
  for (const [what, bytes] of Object.entries(memory)) line(what, `${figure(bytes / 1_024)} KiB`)
  heading('loading, against json-rules-engine and zod')
  for (const [what, time] of Object.entries(imports))
    line(what, figure(time / (imports[peer] as number)), `${figure(time)} ms`)
  heading('from nothing to the first advice, against json-rules-engine and zod that run the same rules once')
  for (const [what, time] of Object.entries(firstAdvice))
    line(what, figure(time / (firstAdvice[peer] as number)), `${figure(time)} ms`)
  heading('bundled, gzip, against json-rules-engine and zod')
  for (const [what, bytes] of Object.entries(sizes))
    line(what, figure(bytes / (sizes[peer] as number)), `${figure(bytes / 1_024)} KiB`)
  heading('targets')
  for (const { target, found, reached } of targets) line(target, figure(found), reached ? 'reached' : 'NOT REACHED')
}

function heading(text: string): void {
  console.log(`\n${text}`)
}

function line(what: string, ...figures: readonly string[]): void {
  console.log(`  ${what.padEnd(78)}${figures.map((one) => one.padStart(12)).join('')}`)
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2)
}
