import { readdirSync, readFileSync } from 'node:fs'
import { advise } from '../src/advise/advise.js'
import { turningPoints } from '../src/consult/turningPoints.js'
import { decide, knownFrom } from '../src/decide/decide.js'
import { confirm } from '../src/decide/engine.js'
import { parseSituation } from '../src/decide/situation.js'
import type { Pack } from '../src/pack/pack.js'
import { socialWork } from '../src/social-work/socialWork.js'
import { assessFindings } from '../src/weigh/assess.js'
import { type Contestant, contestants, type Prepared, prepared, stockEngine, stockRules } from './contestants.js'
import { packMade, type Situation, situation, situationsMade } from './made.js'

/* Runs as one process, compiled as the package is, and prints what it found as JSON. */

const shipped = socialWork as Pack
const rounds = Number(process.argv[2] ?? 15)
/** What is slow gets fewer rounds. */
const mostSeconds = 30
const fewestRounds = 3
/** So many of the shipped cases are weighed: turning points of thousands would take an hour. */
const mostCases = 120

const fields = [
  ...[50, 200, 1_000].map((rules) => {
    const pack = packMade({ rules, facts: 100 }, rules)
    const [some, full] = [situationsMade(pack, 6, [5, 25], 1), situationsMade(pack, 6, [100, 100], 2)]
    return { name: `${rules} rules`, pack, some, full }
  }),
  { name: 'shipped pack', pack: shipped, some: casesOfShipped(), full: [] },
]

const tables = []
for (const { name, pack, some, full } of fields) {
  const running = contestants(pack)
  const checked = await differing(
    running,
    full.map((one) => prepared(one, pack)),
  )
  if (checked.length > 0) throw new Error(`${name}: the contestants disagree on ${checked.join(', ')}`)
  const field = some.map((one) => prepared(one, pack))
  tables.push({ name, agreedOn: full.length, times: await interleaved(running, field) })
}
console.log(JSON.stringify({ tables, growth: await growth(), parts: await parts(), memory: await memory() }))

/** The situations of shipped cases, of every part. */
function casesOfShipped(): Situation[] {
  const files = readdirSync('tests/cases').sort()
  const cases = files.flatMap((file) => JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')).cases as Case[])
  const every = Math.ceil(cases.length / mostCases)
  return cases.filter((_, i) => i % every === 0).map((one) => situation(one.situation, shipped))
}

interface Case {
  readonly situation: Situation['written']
}

/** Which contestants hold other rules to be so than the first one does. */
async function differing(running: readonly Contestant[], field: readonly Prepared[]): Promise<string[]> {
  const found: string[] = []
  for (const one of field) {
    const answers: string[] = []
    for (const { held, run } of running) if (held) answers.push([...held((await run(one)) as never)].sort().join())
    if (new Set(answers).size > 1) found.push(`situation ${field.indexOf(one)}`)
  }
  return found
}

/** The time of each contestant for one situation in each round, in milliseconds; all take turns in every round. */
async function interleaved(running: readonly Contestant[], field: readonly Prepared[]) {
  const times: Record<string, number[]> = Object.fromEntries(running.map(({ name }) => [name, []]))
  const repeats = new Map<string, number>()
  const end = performance.now() + mostSeconds * 1_000
  for (let round = -2; round < rounds && (round < fewestRounds || performance.now() < end); round++)
    for (const { name, run } of running) {
      const repeated = repeats.get(name) ?? 1
      // Each pays for its own garbage only.
      collect()
      const start = performance.now()
      for (let i = 0; i < repeated; i++) for (const one of field) await run(one)
      const took = performance.now() - start
      // The first two rounds warm up, and tell how often to repeat what is quick.
      if (round < 0) repeats.set(name, Math.min(200, Math.max(1, Math.ceil((repeated * 10) / took))))
      else times[name]?.push(took / repeated / field.length)
    }
  return times
}

/** Deciding with so many rules, of which the stated facts touch so many. */
async function growth() {
  const cases = [
    [200, 40],
    [1_600, 40],
    [1_600, 160],
  ] as const
  const running = cases.map(([rules, touched]): Contestant => {
    // The first twenty facts are read by the rules that are touched, the others by the rest.
    const pack = packMade(
      { rules, facts: 100, readBy: (i, facts) => (i < touched ? facts.slice(0, 20) : facts.slice(20)) },
      7,
    )
    const stated = situationsMade(pack, 1, [100, 100], 3)[0] as Situation
    const first = new Map([...stated.stated].slice(0, 20))
    return { name: `${rules} rules, ${touched} touched`, run: () => decide(knownFrom(first, pack), pack) }
  })
  return interleaved(running, [{} as Prepared])
}

/** What takes the time of an advice on the shipped pack: each step by itself. */
async function parts() {
  const running: Contestant[] = [
    { name: 'read the situation', run: ({ written }) => parseSituation(written, shipped) },
    { name: 'decide', run: ({ stated }) => decide(knownFrom(stated, shipped), shipped) },
    { name: 'decide, confirm', run: ({ stated }) => confirmed(stated) },
    { name: 'decide, weigh, how sure, how soon', run: ({ stated }) => outlined(stated) },
    ...contestants(shipped).filter(({ name }) => name.startsWith('advise') || name === 'next question'),
    { name: 'turning points', run: ({ written }) => turningPoints(written, shipped) },
  ]
  return interleaved(
    running,
    casesOfShipped().map((one) => prepared(one, shipped)),
  )
}

function confirmed(stated: Situation['stated']) {
  const known = knownFrom(stated, shipped)
  return confirm(decide(known, shipped), known, shipped)
}

function outlined(stated: Situation['stated']) {
  const known = knownFrom(stated, shipped)
  return assessFindings(decide(known, shipped), known, shipped, {})
}

/** Bytes of heap for a pack of 200 rules that is ready, for an engine of the same rules, and for one advice. */
async function memory() {
  const some = casesOfShipped()
  return {
    'a pack of 200 rules, compiled': await heapOf(20, async (i) => {
      const pack = packMade({ rules: 200, facts: 100 }, i)
      await advise({}, pack)
      return pack
    }),
    'json-rules-engine with 200 rules': await heapOf(20, (i) =>
      stockEngine(stockRules(packMade({ rules: 200, facts: 100 }, i))),
    ),
    'an advice of the shipped pack': await heapOf(200, (i) =>
      advise((some[i % some.length] as Situation).written, shipped),
    ),
  }
}

async function heapOf(count: number, make: (i: number) => unknown): Promise<number> {
  const kept: unknown[] = [await make(0)]
  const before = heapUsed()
  for (let i = 1; i <= count; i++) kept.push(await make(i))
  const bytes = (heapUsed() - before) / count
  if (kept.length !== count + 1) throw new Error('what was made was not kept')
  return bytes
}

function heapUsed(): number {
  collect()
  return process.memoryUsage().heapUsed
}

function collect(): void {
  if (!globalThis.gc) throw new Error('needs --expose-gc')
  globalThis.gc()
}
