import { readFileSync } from 'node:fs'
import { type Interview, interview, nextQuestion } from '../src/consult/interview.js'
import { type SocialWorkSituation, socialWork } from '../src/social-work/socialWork.js'

/*
 * npm run questions: how many questions it takes until no answer would change the advice, over the situations of a file of cases
 * (the vignettes, if none is named). What a situation does not say is answered: not known.
 */

interface Told {
  readonly name: string
  readonly situation: SocialWorkSituation
}

type State = Partial<Interview<SocialWorkSituation>>

const { cases } = JSON.parse(readFileSync(process.argv[2] ?? 'tests/cases/vignettes.json', 'utf8')) as {
  cases: readonly Told[]
}
const every = [...socialWork.facts.values()].flatMap(({ name, ask }) => (ask ? [name] : []))

const counts = {
  'the one that matters most first, from nothing': cases.map(({ situation }) => asked(situation, {})),
  'the one that matters most first, after the story was told': cases.map(({ situation }) =>
    asked(situation, { situation }),
  ),
  'in the order of the facts file, until nothing would change': cases.map(({ situation }) => inOrder(situation)),
  'every fact': cases.map(() => every.length),
}

console.log(`${cases.length} situations`)
for (const [strategy, list] of Object.entries(counts)) {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]
  console.log(strategy.padEnd(60), 'least', at(0), 'quartiles', at(0.25), at(0.5), at(0.75), 'most', at(1))
}

/** How many questions are asked from a start, each answered as the situation says. */
function asked(situation: SocialWorkSituation, start: State): number {
  let now = interview(start, socialWork)
  let count = 0
  for (; now.question; count++)
    now = interview(now.state, socialWork, { step: { answer: answerIn(situation, now.question.fact) } })
  return count
}

/** How many facts are asked for in a fixed order before nothing that is open would change the advice. */
function inOrder(situation: SocialWorkSituation): number {
  let state: State = {}
  for (const [count, fact] of every.entries()) {
    if (nextQuestion(state.situation ?? {}, socialWork) === null) return count
    state = interview(state, socialWork, { step: { fact, answer: answerIn(situation, fact) } }).state
  }
  return every.length
}

/** What a situation says of a fact, as it is answered; `null` where it says nothing. */
function answerIn(situation: SocialWorkSituation, fact: string): never {
  const [group, name] = fact.split('.') as [string, string]
  const held = situation as Readonly<Record<string, Readonly<Record<string, unknown>>>>
  return (held[group]?.[name] ?? null) as never
}
