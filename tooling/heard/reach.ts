import type { Advice, UnaskedAdvice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { nextQuestion } from '../../src/consult/interview.js'
import { nestedSituation } from '../../src/consult/statements.js'
import { knownOrContradiction } from '../../src/decide/decide.js'
import { restatedValue } from '../../src/decide/statedFacts.js'
import { hear, matters } from '../../src/hear/index.js'
import { firstAsked } from '../../src/hear/matters.js'
import type { Stated } from '../../src/pack/factTypes/factType.js'
import { typeOf } from '../../src/pack/factTypes/factTypes.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import { statementKey } from '../../src/pack/sayings/sayings.js'
import { socialWork } from '../../src/social-work/hear.js'
import type { Story } from './stories.js'

/** How a story comes in, told by somebody who knows the coded facts and nothing else. */
export interface Reach {
  readonly name: string
  /** What was ticked, of the first block, of what was heard, and of the matters that it opened. */
  readonly ticks: number
  readonly answers: number
  /** Of what is advised first with every fact, how much is advised so. */
  readonly share: number
  /** The coded facts that were not reached. */
  readonly missing: readonly string[]
}

/** By what a story is told: in words and by ticking, or by ticking alone. */
type Way = 'words' | 'ticks'

const mostQuestions = 60

/** Tells a story as a worker would: by its text, by ticking what was heard truly, and by answering what is asked. */
export async function reached(story: Story, way: Way): Promise<Reach> {
  const told = new Map<string, Stated>()
  const ticks = ticked(story, way, told)
  let answers = 0
  for (; answers < mostQuestions; answers++) {
    const question = nextQuestion(situationOf(told), socialWork)
    if (question === null) break
    told.set(question.fact, answerTo(question.fact, story, told))
  }
  const [whole, now] = await Promise.all([story.stated, told].map((facts) => advised(facts)))
  return {
    name: story.name,
    ticks,
    answers,
    share: shareOf(whole as Firsts, now as Firsts),
    missing: [...story.stated.keys()].filter((fact) => (told.get(fact) ?? null) === null),
  }
}

/** Ticks what is so of the first block, of what was heard, and of the matters that were opened with what belongs to it. */
function ticked(story: Story, way: Way, told: Map<string, Stated>): number {
  let ticks = 0
  const tick = (fact: string, value?: string | number | boolean) => {
    const known = story.stated.get(fact) ?? null
    const stated = value === undefined || !(known instanceof Map) ? known : new Map([[String(value), true]])
    const isNew = value === undefined ? !told.has(fact) : !holds(told.get(fact), value)
    if (stated === null || !isNew || !fits(told, fact, stated)) return
    told.set(fact, restatedValue(told.get(fact), stated))
    ticks++
  }
  for (const { fact } of firstAsked(socialWork)) tick(fact)
  const heard = way === 'words' ? hear(story.text, socialWork, { most: 15 }) : undefined
  for (const { fact, statements } of heard?.proposals ?? []) {
    if (statements.length === 0) tick(fact)
    for (const { value, so } of statements) if (so && story.isSo({ fact, value })) tick(fact, value)
  }
  for (const { name, open, statements } of matters(socialWork)) {
    const opened = way === 'words' ? heard?.matters.slice(0, 2).includes(name) : open || isAbout(story, statements)
    if (!opened) continue
    const so = statements.filter((one) => story.isSo(one))
    for (const { fact, value } of so) tick(fact, value)
    for (const fact of so.flatMap(companionsOf)) tick(fact)
  }
  return ticks
}

/** Whether two or more of the statements of a matter are so, so that it is plainly what the story is about. */
function isAbout(story: Story, statements: ReturnType<typeof matters>[number]['statements']): boolean {
  return statements.filter((one) => story.isSo(one)).length > 1
}

function companionsOf({ fact, value }: { readonly fact: string; readonly value: string | number | boolean }) {
  const keys = [statementKey({ fact, value }), statementKey({ fact })]
  const files = socialWork.sayings.flatMap(({ companions = [] }) => companions)
  return files.flatMap(({ of, offer }) => (keys.includes(statementKey(of)) ? offer : []))
}

function holds(stated: Stated | undefined, value: string | number | boolean): boolean {
  return stated instanceof Map ? stated.get(String(value)) === true : stated === value
}

function fits(told: ReadonlyMap<string, Stated>, fact: string, value: Stated): boolean {
  return (
    typeof knownOrContradiction(new Map([...told, [fact, restatedValue(told.get(fact), value)]]), socialWork) !==
    'string'
  )
}

/** What the story tells of a fact; of a list what it says of each member, the others not known. */
function answerTo(name: string, story: Story, told: ReadonlyMap<string, Stated>): Stated {
  const fact = socialWork.facts.get(name)
  const known = story.stated.get(name) ?? null
  if (!fact || typeOf(fact).input !== 'members') return fits(told, name, known) ? known : null
  const members = valueNames(fact).map((member) => [member, null] as const)
  const before = told.get(name)
  const all = new Map<string, boolean | null>([
    ...members,
    ...(before instanceof Map ? before : []),
    ...(known instanceof Map ? known : []),
  ])
  return fits(told, name, all) ? all : new Map([...members, ...(before instanceof Map ? before : [])])
}

function situationOf(told: ReadonlyMap<string, Stated>): object {
  return nestedSituation(told)
}

type Firsts = ReadonlyMap<string, string>

/** How many are looked at first. */
const first = 5

async function advised(told: ReadonlyMap<string, Stated>): Promise<Firsts> {
  const { actions }: Advice | UnaskedAdvice = await advise(situationOf(told), socialWork, { questions: false })
  const own = actions.filter(({ standing, within }) => !standing && within === undefined)
  return new Map(own.map(({ action, status }) => [action, status]))
}

function shareOf(whole: Firsts, now: Firsts): number {
  const wanted = [...whole].slice(0, first)
  return wanted.length === 0
    ? 1
    : wanted.filter(([action, status]) => now.get(action) === status).length / wanted.length
}

/** What came of telling some stories: how many ticks and answers, how much of the advice, and what is most often not reached. */
export function reachLines(reaches: readonly Reach[]): readonly string[] {
  const at = (values: readonly number[], share: number) =>
    [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]
  const counts = reaches.map(({ ticks, answers }) => ticks + answers)
  const shares = reaches.map(({ share }) => share)
  const missing = new Map<string, number>()
  for (const fact of reaches.flatMap((one) => one.missing)) missing.set(fact, (missing.get(fact) ?? 0) + 1)
  const often = [...missing].sort(([, a], [, b]) => b - a).slice(0, 20)
  return [
    `${reaches.length} stories; ticks and answers: half within ${at(counts, 0.5)}, nine of ten within ${at(counts, 0.9)}`,
    `of what is advised first with every fact ${Math.round((100 * shares.reduce((a, b) => a + b, 0)) / shares.length)} % reached, all of it in ${shares.filter((one) => one === 1).length}`,
    `not reached: ${often.map(([fact, stories]) => `${fact} ${stories}`).join(', ')}`,
  ]
}
