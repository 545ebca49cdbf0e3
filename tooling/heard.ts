import { type Figures, figures, lengths, mostTold, type Reader } from './heard/measure.js'
import { type Story, stories } from './heard/stories.js'

/*
 * npm run heard -- [further cases.jsonl]: how much of what is told is heard in the words of a story, beside a fixed list of the most
 * told facts, which reads nothing. Figures are of the stories held apart, with which open no saying was written.
 */

const all = stories(process.argv.slice(2).filter((one) => !one.startsWith('--')))
const open = all.filter(({ heldApart }) => !heldApart)
const readers: readonly (readonly [string, Reader])[] = [
  ['list of facts with values', mostTold(open, true)],
  ['list of facts', mostTold(open, false)],
]
const groups: readonly (readonly [string, readonly Story[]])[] = [
  ['held apart, English', all.filter(({ heldApart, locale }) => heldApart && locale === 'en')],
  ['… with ten told facts or more', all.filter((one) => one.heldApart && one.locale === 'en' && one.told.length >= 10)],
  ['held apart, Bahasa Indonesia', all.filter(({ heldApart, locale }) => heldApart && locale === 'id')],
  ['written out, Bahasa Indonesia', all.filter(({ set }) => set === 'own')],
  ['open, English', open.filter(({ locale }) => locale === 'en')],
]

for (const [group, some] of groups)
  for (const [name, reader] of readers)
    console.log(
      line(
        group,
        name,
        figures(some, reader, () => []),
      ),
    )

function line(group: string, name: string, of: Figures): string {
  const share = (value: number) => `${Math.round(100 * value)} %`.padStart(5)
  const shares = (values: readonly number[]) => values.map(share).join(' ')
  return [
    `${group.padEnd(32)} ${name.padEnd(26)} ${String(of.stories).padStart(3)} stories, ${of.told} told`,
    `   within ${lengths.join(', ')}: with value ${shares(of.heard)}, fact ${shares(of.asked)}`,
    `   of the first 15: matter ${share(of.matter)}, right ${share(of.right)} (facts counted: ${share(of.rightOrAsked)}), ${of.offered.toFixed(1)} offered`,
  ].join('\n')
}
