import type { Advice, UnaskedAdvice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import type { Asked } from '../../src/ask/question.js'
import { interview } from '../../src/consult/interview.js'
import { nestedSituation } from '../../src/consult/statements.js'
import { companionsOf } from '../../src/consult/together.js'
import { knownOrContradiction } from '../../src/decide/decide.js'
import { restatedValue } from '../../src/decide/statedFacts.js'
import { hear, matters, type Proposal } from '../../src/hear/index.js'
import { firstAsked } from '../../src/hear/matters.js'
import type { Stated } from '../../src/pack/factTypes/factType.js'
import { typeOf } from '../../src/pack/factTypes/factTypes.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import { socialWork } from '../../src/social-work/hear.js'
import { outcome, type Said, said } from '../../tests/support/agreement.js'
import type { Story } from './stories.js'

/** How a story comes in, told by somebody who knows the coded facts and nothing else. */
export interface Reach {
  readonly name: string
  /** What was ticked, of the first block, of what was heard, and of the matters that it opened. */
  readonly ticks: number
  /** Each question that stood alone, each form, and each tick on a form or in a list. */
  readonly answers: number
  /** Of what is advised first with every fact, how much is advised so. */
  readonly share: number
  /** Of the published answers that are found with every fact, how many are found so. */
  readonly published: { readonly found: number; readonly reached: number }
  /** The coded facts that were not reached, each with how many of the first actions that were not reached hang on it. */
  readonly missing: ReadonlyMap<string, number>
  /** The facts that were asked and of which the story tells nothing. */
  readonly inVain: readonly string[]
}

/** By what a story is told: in words and by ticking, or by ticking alone. */
export const ways = ['words', 'ticks'] as const
type Way = (typeof ways)[number]

const mostForms = 60

/** Tells a story as a worker would: by its text, by ticking what was heard truly, and by answering what is asked. */
export async function reached(story: Story, way: Way): Promise<Reach> {
  const told = new Map<string, Stated>()
  const ticks = ticked(story, way, told)
  const asked: string[] = []
  let answers = 0
  for (let form = 0; form < mostForms; form++) {
    const { together } = interview({ situation: nestedSituation(told) }, socialWork)
    if (together.length === 0) break
    const given = together.map(({ fact }) => {
      const [before, answer] = [told.get(fact), answerTo(fact, story, told)]
      told.set(fact, answer)
      return ticksOf(answer, before)
    })
    answers += isOneTouch(together) ? 1 : 1 + sum(given)
    asked.push(...together.map(({ fact }) => fact))
  }
  const [whole, now] = [await advised(story.stated), await advised(told)]
  const wanted = firstOf(whole)
  const lost = wanted.filter(({ action, status }) => statusIn(now, action) !== status)
  return {
    name: story.name,
    ticks,
    answers,
    share: wanted.length === 0 ? 1 : 1 - lost.length / wanted.length,
    published: publishedIn(story, said(whole as Advice), said(now as Advice)),
    missing: await hangingOn(lost, story, told),
    inVain: asked.filter((fact) => (story.stated.get(fact) ?? null) === null),
  }
}

/** A question that stands alone is answered by a touch; a form, and a list, is ticked and handed on. */
function isOneTouch([first, ...others]: readonly Asked[]): boolean {
  return first !== undefined && others.length === 0 && typeOf(first).input === 'choice'
}

/** As many ticks as an answer takes: of a list one for each member that is so, and one for all that are not. */
function ticksOf(answer: Stated, before: Stated | undefined): number {
  if (answer === null) return 0
  if (!(answer instanceof Map)) return answer === before ? 0 : 1
  const known = (member: string) => (before instanceof Map ? (before.get(member) ?? null) : null)
  const news = [...answer].filter(([member, so]) => so !== null && so !== known(member))
  return news.filter(([, so]) => so).length + (news.some(([, so]) => !so) ? 1 : 0)
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

/** Ticks what is so of the first block, of what was heard, and of the matters that were opened with what belongs to it. */
function ticked(story: Story, way: Way, told: Map<string, Stated>): number {
  let ticks = 0
  const tick = (fact: string, value?: string | number | boolean) => {
    // What follows from what was coded is as true.
    const follows = value !== undefined && story.isSo({ fact, value }) && !isList(fact) ? value : null
    const known = story.stated.get(fact) ?? follows
    // Of a list each member is ticked for itself, and none is ticked as not so.
    if (value === undefined && known instanceof Map) {
      for (const [member, so] of known) if (so) tick(fact, member)
      return
    }
    const stated = value === undefined || !(known instanceof Map) ? known : new Map([[String(value), true]])
    const isNew = value === undefined ? !told.has(fact) : !holds(told.get(fact), value)
    if (stated === null || !isNew || !fits(told, fact, stated)) return
    told.set(fact, restatedValue(told.get(fact), stated))
    ticks++
  }
  for (const { fact } of firstAsked(socialWork)) tick(fact)
  const heard = way === 'words' ? hear(story.text, socialWork, { most: heardFacts }) : undefined
  const offered = heard?.proposals.filter(({ statements }) => statements.length > 0) ?? []
  for (const { fact, statements } of offered)
    for (const { value, so } of statements) if (so && story.isSo({ fact, value })) tick(fact, value)
  for (const fact of besides(offered, told)) tick(fact)
  for (const { name, open, statements } of matters(socialWork)) {
    const so = statements.filter((one) => story.isSo(one))
    const isOffered = way === 'words' ? heard?.matters.slice(0, heardMatters).includes(name) : open
    if (!isOffered && so.length < plainly) continue
    for (const { fact, value } of so) tick(fact, value)
    for (const fact of companionsOf(new Map(so.map(({ fact }) => [fact, told.get(fact) ?? null])), socialWork))
      tick(fact)
  }
  return ticks
}

/** As the page has it: so many facts are heard, of so many matters, and so many companions stand beside what was ticked. */
const [heardFacts, heardMatters, mostBesides] = [20, 6, 6]
/** A matter of which so many statements are so is opened, whether it is offered or not: it is plainly what the story is about. */
const plainly = 2

/** What stands beside what was ticked of the facts that were heard: danger first. */
function besides(offered: readonly Proposal[], told: Told): readonly string[] {
  const facts = new Set(offered.map(({ fact }) => fact))
  const companions = companionsOf(new Map([...told].filter(([fact]) => facts.has(fact))), socialWork)
  const isDanger = (fact: string) => socialWork.facts.get(fact)?.danger !== undefined
  const left = companions.filter((fact) => !facts.has(fact))
  return [...left.filter(isDanger), ...left.filter((fact) => !isDanger(fact))].slice(0, mostBesides)
}

function isList(name: string): boolean {
  const fact = socialWork.facts.get(name)
  return fact !== undefined && typeOf(fact).input === 'members'
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

type Advised = Advice | UnaskedAdvice
type Told = ReadonlyMap<string, Stated>

async function advised(told: Told): Promise<Advised> {
  return advise(nestedSituation(told), socialWork, { questions: false })
}

/** How many are looked at first. */
const first = 5

/** What is advised first, but for what is owed always or is a part of another. */
function firstOf({ actions }: Advised): Advised['actions'] {
  return actions.filter(({ standing, within }) => !standing && within === undefined).slice(0, first)
}

function statusIn({ actions }: Advised, name: string): string | undefined {
  return actions.find(({ action }) => action === name)?.status
}

/** The facts of a story that were not reached, each with how many of the actions that were lost are lost without it alone. */
async function hangingOn(
  lost: Advised['actions'],
  { stated }: Story,
  told: Told,
): Promise<ReadonlyMap<string, number>> {
  const missing = [...stated.keys()].filter((fact) => (told.get(fact) ?? null) === null)
  const counts = new Map<string, number>()
  for (const fact of missing) {
    const without =
      lost.length === 0 ? undefined : await advised(new Map([...stated].filter(([name]) => name !== fact)))
    const hanging = lost.filter(({ action, status }) => without && statusIn(without, action) !== status)
    counts.set(fact, hanging.length)
  }
  return counts
}

function publishedIn({ expected }: Story, whole: Said, now: Said): Reach['published'] {
  const found = expected.filter((answer) => outcome(answer, whole, socialWork) === 'found')
  return { found: found.length, reached: found.filter((one) => outcome(one, now, socialWork) === 'found').length }
}
