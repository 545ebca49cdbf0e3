import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Advice, AdvisedAction } from '../src/advice.js'
import { advise } from '../src/advise.js'
import { decide, type Finding, knownFrom } from '../src/decide.js'
import { leaves } from '../src/facts.js'
import type { Rule } from '../src/rule.js'
import { parseSituation } from '../src/situation.js'
import { type SocialWorkSituation, socialWork } from '../src/socialWork.js'
import { jurisdictionFact, kinds, settlements, statuses, urgencies } from '../src/vocabulary.js'
import { type Weighing, weigh } from '../src/weigh.js'

/* Ethics tests as data: a situation, and all that the advice says of force, sets aside, leaves undecided and asks. */

const action = z.enum([...socialWork.actions.keys()])
const actions = z.array(action).min(1).optional()
const side = z.enum([...socialWork.principles.keys(), ...socialWork.rules.keys()])

/**
 * Every action stands under its status; `always`, `firm` and `depends` mark some of them; the others are presumed.
 * What is set aside stands with what is still owed to it, and with what settled it.
 * Questions stand in their order; `openers` says that nothing but the pack's openers is asked, danger first.
 */
const expectationSchema = z.strictObject({
  kind: z.enum(kinds),
  urgency: z.enum(urgencies),
  must: actions,
  'must-not': actions,
  contested: actions,
  should: actions,
  'should-not': actions,
  may: actions,
  always: actions,
  firm: actions,
  depends: actions,
  setAside: z.partialRecord(action, z.array(action)).optional(),
  settledBy: z.partialRecord(action, z.array(z.enum(settlements)).min(1)).optional(),
  dilemmas: z
    .array(z.tuple([side, side]))
    .min(1)
    .optional(),
  questions: z.union([z.literal('openers'), z.array(z.enum([...socialWork.facts.keys()])).min(1)]).optional(),
})
type Expectation = z.infer<typeof expectationSchema>

const caseSchema = z.strictObject({
  name: z.string().regex(/^\S(.*\S)?$/),
  note: z.string().min(1).optional(),
  situation: z.record(z.string(), z.unknown()),
  options: z.strictObject({ framework: z.enum([...socialWork.frameworks.keys()]) }).optional(),
  expect: expectationSchema,
})
type Case = z.infer<typeof caseSchema>

const caseFileSchema = z.strictObject({ cases: z.array(caseSchema).min(1) })

const standards = readdirSync('tests/cases')
  .map((file) => file.replace(/\.json$/, ''))
  .sort()
const read = (standard: string): unknown => JSON.parse(readFileSync(`tests/cases/${standard}.json`, 'utf8'))
const casesOf = (standard: string) => (read(standard) as { cases: Case[] }).cases

describe('the files of cases', () => {
  test.each(standards)('%s has the shape of cases', (standard) => {
    const { error } = caseFileSchema.safeParse(read(standard))
    expect(error && z.prettifyError(error)).toBeUndefined()
  })

  test('stand one beside each file of rules, with the worked cases and the dilemmas', () => {
    const files = [...socialWork.rules.values()].map(({ file }) => file).filter((file) => file.startsWith('rules/'))
    const beside = files.map((file) => file.replace(/^rules\/(.*)\.json$/, '$1'))
    expect(standards).toEqual([...new Set([...beside, 'worked-cases', 'dilemmas'])].sort())
  })

  test('name no case twice', () => {
    const names = standards.flatMap((standard) => casesOf(standard).map(({ name }) => `${standard}: ${name}`))
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})

describe('the advice', () => {
  test.each(standards.flatMap((standard) => casesOf(standard).map((one) => [standard, one.name, one] as const)))(
    '%s: %s',
    async (_, __, one) => {
      const advice = await advise(one.situation as SocialWorkSituation, socialWork, one.options ?? {})
      expect(reported(advice, one)).toEqual(sorted(one.expect))
    },
  )
})

/** All that a case has to list of an advice; what is empty is left out. */
function reported(advice: Advice, { situation, expect: { questions } }: Case): Expectation {
  const named = (wanted: (one: AdvisedAction) => boolean) => advice.actions.filter(wanted).map(({ action }) => action)
  return sorted({
    kind: advice.kind,
    urgency: advice.urgency,
    ...Object.fromEntries(statuses.map((status) => [status, named((one) => one.status === status)])),
    always: named(({ standing }) => standing),
    firm: named(({ certainty }) => certainty === 'firm'),
    depends: named(({ certainty }) => certainty === 'depends'),
    setAside: Object.fromEntries(
      advice.setAside.map(({ action, owed }) => [action, owed.map((one) => one.action)] as const),
    ),
    settledBy: Object.fromEntries(
      advice.setAside.map(({ action, gaveWayTo }) => [action, [...new Set(gaveWayTo.map(({ by }) => by))]] as const),
    ),
    dilemmas: advice.dilemmas.map(({ between }) => between as [string, string]),
    questions:
      questions === 'openers' && asksOpeners(advice, situation) ? questions : advice.questions.map(({ fact }) => fact),
  })
}

/** Whether it asks for every opener that was not stated, danger first, and for nothing else. */
function asksOpeners({ questions }: Advice, situation: Case['situation']): boolean {
  const stated = parseSituation(situation, socialWork)
  const left = socialWork.header.openers.filter((name) => !stated.has(name)).sort()
  const calm = questions.findIndex(({ danger }) => !danger)
  const dangerFirst = questions.every(({ danger }, i) => danger === (calm === -1 || i < calm))
  return dangerFirst && JSON.stringify(questions.map(({ fact }) => fact).sort()) === JSON.stringify(left)
}

/** Lists of actions in the order of their names, the questions in the order in which they are asked. */
function sorted({ setAside, settledBy, dilemmas, questions, ...lists }: Expectation): Expectation {
  const parts = {
    ...Object.fromEntries(Object.entries(lists).map(([key, held]) => [key, inOrder(held)])),
    setAside: eachInOrder(setAside),
    settledBy: eachInOrder(settledBy),
    dilemmas: inOrder(dilemmas ?? []),
    questions,
  }
  return Object.fromEntries(Object.entries(parts).filter(([, held]) => !isEmpty(held))) as unknown as Expectation
}

function eachInOrder(lists: Readonly<Record<string, readonly string[] | undefined>> = {}) {
  return Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, inOrder(list)]))
}

function inOrder<T>(held: T): T {
  return Array.isArray(held) ? ([...held].sort() as T) : held
}

function isEmpty(held: unknown): boolean {
  return held === undefined || (typeof held === 'object' && held !== null && Object.keys(held).length === 0)
}

/* What the cases together show, counted in outcomes and not in lines. */

const rules = [...socialWork.rules.values()]
const shown = standards.flatMap(casesOf).map(({ situation, options }) => {
  const weighing = weighed(situation, options?.framework)
  return { situation, weighing, ofRule: new Map(weighing.findings.map((finding) => [finding.rule.name, finding])) }
})

function weighed(situation: Case['situation'], framework?: string): Weighing {
  const known = knownFrom(parseSituation(situation, socialWork), socialWork)
  return weigh(decide(known, socialWork), known, socialWork, framework)
}

function shows({ name }: Rule, wanted: (finding: Finding) => boolean): boolean {
  return shown.some(({ ofRule }) => wanted(ofRule.get(name) as Finding))
}

/** Whether a rule reads only what is presumed while not stated, so that it is never undetermined. */
function isPresumed({ conditions }: Rule): boolean {
  return leaves(conditions).every(({ fact }) => socialWork.facts.get(fact)?.presume !== undefined)
}

const stands = ({ outcome }: Finding) => outcome === 'applies' || outcome === 'presumed'

describe('the cases show', () => {
  test('every rule applying, not applying and undetermined', () => {
    const missing = rules.flatMap((rule) => [
      ...(shows(rule, stands) ? [] : [`${rule.name} never applies`]),
      ...(shows(rule, ({ outcome }) => outcome === 'does-not-apply') ? [] : [`${rule.name} always could apply`]),
      ...(isPresumed(rule) || shows(rule, ({ outcome }) => outcome === 'undetermined')
        ? []
        : [`${rule.name} is never undetermined`]),
    ])
    expect(missing).toEqual([])
  })

  test('every `unless` taking its rule away all by itself, and known not to hold while the rule applies', () => {
    const missing = rules.flatMap((rule) =>
      rule.unless.flatMap(({ name }, i) => {
        const alone = ({ holds, unless }: Finding) =>
          holds === true && unless.every((truth, place) => (truth === true) === (place === i))
        const known = (finding: Finding) => stands(finding) && finding.unless[i] === false
        return [
          ...(shows(rule, alone) ? [] : [`${rule.name} is never excepted by ${name} alone`]),
          ...(shows(rule, known) ? [] : [`${rule.name} never applies while ${name} is known not to hold`]),
        ]
      }),
    )
    expect(missing).toEqual([])
  })

  test('every exception prevailing over the rule it names, and that rule standing without it', () => {
    const missing = rules.flatMap((winner) =>
      winner.exceptionTo.flatMap((loser) => [
        ...(shown.some(({ weighing }) => givesWay(loser, winner, weighing))
          ? []
          : [`${loser} never gives way to ${winner.name}`]),
        ...(shown.some(({ ofRule, weighing }) => standsWithout(loser, ofRule.get(winner.name) as Finding, weighing))
          ? []
          : [`${loser} never stands without ${winner.name}`]),
      ]),
    )
    expect(missing).toEqual([])
  })

  test('every rule of one country silent in another, where it would speak in its own', () => {
    const local = rules.filter(({ conditions }) => 'all' in conditions && isJurisdiction(conditions.all[0]))
    const missing = local.filter((rule) => !shown.some(({ situation }) => isSilentAbroad(rule, situation)))
    expect(local.map(({ name }) => name)).not.toEqual([])
    expect(missing.map(({ name }) => `${name} is never outside its jurisdiction`)).toEqual([])
  })
})

function givesWay(loser: string, winner: Rule, { collisions, labels }: Weighing): boolean {
  return collisions.some(({ claims: [one, other], settledBy, prevails }) => {
    const lost = prevails === one ? other : one
    return (
      settledBy === 'exception' &&
      prevails?.rule === winner &&
      lost.rule.name === loser &&
      labels.get(prevails) === 'in' &&
      labels.get(lost) === 'out'
    )
  })
}

function standsWithout(loser: string, winner: Finding, { labels }: Weighing): boolean {
  return !stands(winner) && [...labels].some(([{ rule }, label]) => rule.name === loser && label === 'in')
}

function isJurisdiction(part: unknown): boolean {
  return (part as { fact?: string } | undefined)?.fact === jurisdictionFact
}

function isSilentAbroad(rule: Rule, situation: Case['situation']): boolean {
  const stated = situation.case as Record<string, unknown> | undefined
  if (stated?.jurisdiction === undefined) return false
  const { conditions } = rule as { conditions: { all: readonly { value: readonly string[] }[] } }
  const there = (place: string) =>
    weighed({ ...situation, case: { ...stated, jurisdiction: place } }).findings.find((one) => one.rule === rule)
  const home = (conditions.all[0]?.value ?? []).map((place) => there(place) as Finding)
  return there(stated.jurisdiction as string)?.outcome === 'does-not-apply' && home.some(stands)
}
