import { readdirSync, readFileSync } from 'node:fs'
import { advise } from '../src/advise/advise.js'
import { socialWork } from '../src/social-work/socialWork.js'
import {
  type BlindCase,
  disputeShown,
  forces,
  mostFrequent,
  type Outcome,
  outcome,
  outcomes,
  type PublishedCase,
  type Said,
  said,
  stepsAbove,
  toldThemselves,
} from '../tests/support/agreement.js'

/* npm run agreement: what the shipped pack says of published cases, beside the answers that were published. */

const folder = 'tests/social-work/published'
const cases = readdirSync(folder).map((file) => ({ file, ...read<PublishedCase>(`${folder}/${file}`) }))
const tallies: {
  readonly contested: boolean
  readonly force: string
  readonly ours: Outcome
  readonly base: Outcome
}[] = []

const disputes: { readonly contested: boolean; readonly shown: boolean }[] = []

for (const one of cases) {
  const advice = await advise(one.situation as never, socialWork, { questions: false })
  const ours = said(advice as never)
  const outside = toldThemselves(advice).length
  const baseline: Said = mostFrequent(
    cases.filter((other) => other !== one),
    outside,
  )
  const shown = disputeShown(advice)
  disputes.push({ contested: one.contested, shown })
  const divided = shown ? ', shown as disputed' : ''
  console.log(
    `\n${one.title}${one.contested ? ' (contested)' : ''}: ${advice.kind}, ${outside} actions outside Always${divided}`,
  )
  for (const answer of one.expected) {
    const result = outcome(answer, ours, socialWork)
    tallies.push({
      contested: one.contested,
      force: answer.force,
      ours: result,
      base: outcome(answer, baseline, socialWork),
    })
    console.log(`  ${result.padEnd(12)} ${answer.force.padEnd(8)} ${answer.says}`)
  }
}

console.log(
  '\n                            answers  found     dilemma   silent    contradicted   baseline found / contradicted',
)
for (const [label, contested] of [
  ['uncontested', [false]],
  ['contested', [true]],
  ['all', [false, true]],
] as const)
  for (const force of [...forces, 'any'] as const) {
    const some = tallies.filter(
      (one) => contested.includes(one.contested as never) && ['any', one.force].includes(force),
    )
    if (some.length === 0) continue
    const share = (count: number) => `${count} (${Math.round((100 * count) / some.length)} %)`
    const columns = outcomes
      .map((result) => share(some.filter(({ ours }) => ours === result).length).padEnd(10))
      .join('')
    const base = (result: Outcome) => share(some.filter((one) => one.base === result).length)
    const row = `${label.padEnd(13)}${force.padEnd(15)}${String(some.length).padEnd(9)}${columns}`
    console.log(`${row}     ${base('found')} / ${base('contradicted')}`)
  }

/* Cases told by readers who knew the vocabulary alone, where they are at hand: a line of JSON each. */
const blindTold = process.argv[2]
const blind = blindTold === undefined ? [] : lines<BlindCase>(blindTold)
const shownBlind: typeof disputes = []
for (const { contested, toldBlind } of blind) {
  const advice = await advise(toldBlind as never, socialWork, { questions: false })
  shownBlind.push({ contested, shown: disputeShown(advice) })
}
for (const [told, some] of [
  ['as told here', disputes],
  ['told blind', shownBlind],
  ['both', [...disputes, ...shownBlind]],
] as const) {
  const among = (contested: boolean) => some.filter((one) => one.contested === contested)
  const counted = (contested: boolean) =>
    `${among(contested).filter(({ shown }) => shown).length} of ${among(contested).length}`
  if (some.length > 0)
    console.log(`Shown as divided or as a dilemma, ${told}: ${counted(true)} contested cases, ${counted(false)} others`)
}
const besides = cases.filter(({ contested }) => !contested).map((one) => stepsAbove(one, socialWork))
const total = (of: 'published' | 'above') => besides.reduce((sum, one) => sum + one[of], 0)
console.log(
  `\nOf ${total('published')} published steps of uncontested cases that name rejected ones too, the rules put ${total('above')} (${Math.round((100 * total('above')) / total('published'))} %) above every rejected one`,
)

const second = read<Record<string, PublishedCase['situation']>>('tests/social-work/published-again.json')
let [same, differing, once] = [0, 0, 0]
for (const [id, again] of Object.entries(second)) {
  const first = flat(read<PublishedCase>(`${folder}/${id}.json`).situation)
  const other = flat(again)
  for (const fact of new Set([...first.keys(), ...other.keys()])) {
    if (!first.has(fact) || !other.has(fact)) once += 1
    else if (first.get(fact) === other.get(fact)) same += 1
    else differing += 1
  }
}
const both = same + differing
console.log(
  `\nTen cases read a second time: of ${both} facts told by both readers ${same} the same (${Math.round((100 * same) / both)} %); ${once} told by one of them alone`,
)

function flat(situation: PublishedCase['situation']): ReadonlyMap<string, string> {
  const facts = Object.entries(situation).flatMap(([group, values]) =>
    Object.entries(values).flatMap(([name, value]): [string, string][] =>
      Array.isArray(value)
        ? value.map((member) => [`${group}.${name} ${member}`, 'yes'])
        : [[`${group}.${name}`, JSON.stringify(value)]],
    ),
  )
  return new Map(facts)
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

function lines<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as T]))
}
