import { hear, matters } from '../src/hear/index.js'
import { mattersOf } from '../src/hear/matters.js'
import { socialWork } from '../src/social-work/hear.js'
import { type Figures, figures, lengths, mostTold, type Reader } from './heard/measure.js'
import { type Story, stories, type Told } from './heard/stories.js'

/*
 * npm run heard -- [further cases.jsonl]: how much of what is told is heard in the words of a story, beside a fixed list of the most
 * told facts, which reads nothing. The figures that count are of the stories held apart, with which open no saying was written.
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

for (const [group, some] of groups) {
  console.log(`\n${group}`)
  for (const [name, reader] of readers) console.log(line(name, figures(some, reader, of)))
}
const texts = all.map(({ text }) => text)
const began = performance.now()
for (const text of texts) hear(text, socialWork)
console.log(`\n${((performance.now() - began) / texts.length).toFixed(1)} ms a story`)

function line(name: string, of: Figures): string {
  const share = (value: number) => `${Math.round(100 * value)} %`.padStart(5)
  const shares = (values: readonly number[]) => values.map(share).join(' ')
  return [
    `  ${name.padEnd(12)} ${String(of.stories).padStart(3)} stories, ${of.told} told; within ${lengths.join(', ')}:`,
    `fact ${shares(of.facts)}, with its value ${shares(of.values)};`,
    `matter ${share(of.matter)}, right ${share(of.right)}, first value ${share(of.rightValue)}, ${of.offered.toFixed(1)} offered`,
  ].join(' ')
}
