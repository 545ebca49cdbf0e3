import { hear, matters } from '../src/hear/index.js'
import { mattersOf } from '../src/hear/matters.js'
import { socialWork } from '../src/social-work/hear.js'
import { type Figures, figures, lengths, mostTold, type Reader } from './heard/measure.js'
import { type Reach, reached, reachLines } from './heard/reach.js'
import { type Story, stories, type Told } from './heard/stories.js'

/*
 * npm run heard -- [further cases.jsonl] [--reach=EVERY]: how much of what is told is heard in the words of a story, beside a
 * fixed list of the most told facts, which reads nothing. The figures that count are of the stories held apart, with which open no saying was written.
 * With --reach every so manieth of these is told to the end instead: by ticking what was heard and answering what is asked, and how
 * much of what is advised first with every fact is reached so.
 */

const all = stories(process.argv.slice(2).filter((one) => !one.startsWith('--')))
const open = all.filter(({ heldApart, set }) => !heldApart && set !== 'own')
/** The matter that every story opens: who and where. */
const always = matters(socialWork)[0]?.name ?? ''
const of = ({ fact, value }: Told) => mattersOf({ fact, value }, socialWork)

const listening: Reader = ({ text }) => {
  const { proposals, matters } = hear(text, socialWork, { most: Math.max(...lengths) })
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

const reach = process.argv.find((one) => one.startsWith('--reach='))?.split('=')[1]
if (reach === undefined) heardWithin()
else await told(Number(reach))

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

/** Tells the stories held apart to the end, by their words and by ticking alone. */
async function told(every: number): Promise<void> {
  const some = heardApart(every)
  for (const way of ['words', 'ticks'] as const) {
    const reaches: Reach[] = []
    for (const story of some) reaches.push(await reached(story, way))
    console.log(`\n${way}: ${reachLines(reaches).join('\n')}`)
  }
}

function heardApart(every: number): readonly Story[] {
  return heldApart.filter((_, place) => place % every === 0)
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
