import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { hear, matters } from '../src/hear/index.js'
import { mattersOf } from '../src/hear/matters.js'
import { socialWork } from '../src/social-work/hear.js'
import { type Figures, figures, lengths, mostTold, type Reader } from './heard/measure.js'
import { type Reach, reached, ways } from './heard/reach.js'
import { reachLines, storyLines } from './heard/reachLines.js'
import { type Story, stories, type Told } from './heard/stories.js'

/*
 * npm run heard -- [further cases.jsonl]: how much of what is told is heard in the words of a story, beside a fixed list of the
 * most told facts, which reads nothing. The figures that count are of the stories held apart, with which open no saying was written.
 *
 * npm run heard -- --reach[=STORIES] [--seed=WORD] [--open] [--each]: some of these (twenty unless it is said how many) are told to the end
 * instead, by ticking what was heard and answering what is asked, and how much of what is advised with every fact is reached so; with
 * --open of the others, and with --each a line for each of them.
 */

const asked = process.argv.slice(2).map((one) => (one === '--reach' ? '--reach=20' : one))
const { values: given, positionals } = parseArgs({
  args: asked,
  allowPositionals: true,
  options: {
    reach: { type: 'string' },
    seed: { type: 'string', default: 'one' },
    open: { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
  },
})
const all = stories(positionals)
const open = all.filter(({ heldApart, set }) => !heldApart && set !== 'own')
/** The matter that every story opens: who and where. */
const always = matters(socialWork)[0]?.name ?? ''
const of = ({ fact, value }: Told) => mattersOf({ fact, value }, socialWork)

const listening: Reader = ({ text }, most) => {
  const { proposals, matters } = hear(text, socialWork, { most })
  const offered = proposals.map(({ fact, statements }) => ({ fact, values: statements }))
  return { offered, matters: [...matters, always] }
}
const readers: readonly (readonly [string, Reader])[] = [
  ['heard', listening],
  ['fixed list', mostTold(open, of, always, true)],
]
const heldApart = all.filter((one) => one.heldApart)
const groups: readonly (readonly [string, readonly Story[]])[] = [
  ['held apart, English', heldApart.filter(({ locale }) => locale === 'en')],
  ['… ten told facts or more', heldApart.filter(({ locale, told }) => locale === 'en' && told.length >= 10)],
  ['held apart, Bahasa Indonesia', heldApart.filter(({ locale }) => locale === 'id')],
  ['written out, Bahasa Indonesia', all.filter(({ set }) => set === 'own')],
  ['open (sayings were written with these in sight)', open],
]

if (given.reach === undefined) heardWithin()
else await told(Number(given.reach))

function heardWithin(): void {
  for (const [group, some] of groups) {
    console.log(`\n${group}`)
    for (const [name, reader] of readers) console.log(line(name, figures(some, reader, of)))
  }
  timed()
}

function timed(): void {
  const texts = all.map(({ text }) => text)
  const began = performance.now()
  for (const text of texts) hear(text, socialWork)
  console.log(`\n${((performance.now() - began) / texts.length).toFixed(1)} ms a story`)
}

/** Tells some stories to the end, by their words and by ticking alone. */
async function told(count: number): Promise<void> {
  const began = process.cpuUsage()
  const some = sample(given.open ? open : heldApart, count)
  for (const way of ways) {
    const reaches: Reach[] = []
    for (const story of some) reaches.push(await reached(story, way))
    console.log(`\n${way}: ${[...reachLines(reaches), ...(given.each ? storyLines(reaches) : [])].join('\n')}`)
  }
  console.log(`\n${(process.cpuUsage(began).user / 1e6).toFixed(1)} seconds of the processor`)
}

/** As many of the stories as are wanted, drawn by the seed. */
function sample(from: readonly Story[], count: number): readonly Story[] {
  const drawn = (one: Story) => createHash('sha256').update(`${given.seed} ${one.locale} ${one.name}`).digest('hex')
  return [...from].sort((a, b) => (drawn(a) < drawn(b) ? -1 : 1)).slice(0, count)
}

function line(name: string, of: Figures): string {
  const share = (value: number) => `${Math.round(100 * value)} %`.padStart(5)
  const shares = (values: readonly number[]) => values.map(share).join(' ')
  return [
    `  ${name.padEnd(12)} ${String(of.stories).padStart(3)} stories, ${of.told} told; within ${lengths.join(', ')}:`,
    `fact ${shares(of.facts)}, with its value ${shares(of.values)};`,
    `matter ${share(of.matter)}, right ${share(of.right)}, first value ${share(of.rightValue)}, ${of.offered.toFixed(1)} offered`,
  ].join(' ')
}
