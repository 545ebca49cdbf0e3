import type { Advice, NamedAction } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { leftToDo } from '../../src/advise/rankActions.js'
import type { DependingDuty } from '../../src/ask/dependingDuties.js'
import { inOrder } from '../../src/ask/order.js'
import type { Answer, Question } from '../../src/ask/question.js'
import { comparedValue, compiledPack, type Known } from '../../src/decide/compiledPack.js'
import { knownFrom, knownOrContradiction } from '../../src/decide/decide.js'
import { doneActions } from '../../src/decide/doneActions.js'
import { parseSituation } from '../../src/decide/situation.js'
import type { StatedFacts } from '../../src/decide/statedFacts.js'
import { type Conditions, leaves, type Scalar } from '../../src/pack/conditions.js'
import { compile } from '../../src/pack/evaluation.js'
import type { Fact } from '../../src/pack/fact.js'
import { leavesRead } from '../../src/pack/factsRead.js'
import type { Stated } from '../../src/pack/factTypes/factType.js'
import { typeOf } from '../../src/pack/factTypes/factTypes.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import type { AnySituation, Pack } from '../../src/pack/pack.js'
import { type Force, type Status, type Urgency, urgencies } from '../../src/vocabulary.js'
import { type Assessment, assess, type WeighOptions } from '../../src/weigh/assess.js'
import type { Claim } from '../../src/weigh/claims.js'
import { nested } from './builders.js'

/* A law is written as a function that lists what breaks it, in words; the list is empty everywhere. */

/** The values a fact can have; of a number those on, below and above every limit; of a list yes and no of each member. */
export function answers(fact: Fact, pack: Pack): Stated[] {
  if (fact.type === 'yes-no') return [true, false]
  if (fact.type === 'some-of')
    return valueNames(fact).flatMap((member) => [new Map([[member, true]]), new Map([[member, false]])])
  if (fact.type !== 'number') return [...valueNames(fact)]
  const limits = conditionsOf(pack).flatMap((conditions) =>
    leaves(conditions).flatMap((leaf) => (leaf.fact === fact.name ? ([leaf.value].flat() as number[]) : [])),
  )
  const around = [...new Set(limits.flatMap((limit) => [limit - 0.5, limit, limit + 0.5]))]
  return around.filter((one) => one >= (fact.min ?? one) && one <= (fact.max ?? one)).sort((a, b) => a - b)
}

function conditionsOf(pack: Pack): Conditions[] {
  const rules = [...pack.rules.values()].flatMap(({ conditions, unless }) => [
    conditions,
    ...unless.map((one) => one.conditions),
  ])
  const derived = [...pack.facts.values()].flatMap(({ derivedFrom }) => derivedFrom ?? [])
  const whens = [...pack.frameworks.values()].flatMap(({ guidelines }) => guidelines.flatMap((one) => one.when ?? []))
  return [...rules, ...derived, ...whens]
}

export function withAnswer(stated: StatedFacts, fact: string, answer: Stated): StatedFacts {
  const before = stated.get(fact)
  const merged = answer instanceof Map && before instanceof Map ? new Map([...before, ...answer]) : answer
  return new Map([...stated, [fact, merged]])
}

/** The stated facts as a situation is written. */
export function written(stated: StatedFacts): AnySituation {
  return nested([...stated].map(([name, value]) => [name, value instanceof Map ? Object.fromEntries(value) : value]))
}

/** A situation in which one more fact, or one more member of a list, is stated. */
export interface Extension {
  readonly said: string
  readonly fact: Fact
  readonly answer: Stated
  readonly look: Look
}

interface Look extends Assessment {
  readonly known: Known
}

function look(stated: StatedFacts, pack: Pack, options: WeighOptions): Look | undefined {
  const known = knownOrContradiction(stated, pack)
  return typeof known === 'string' ? undefined : { ...assess(known, pack, options), known }
}

function extensions(
  { known: { stated, values } }: Look,
  pack: Pack,
  options: WeighOptions,
  chosen: (extension: Extension, i: number) => boolean,
): Extension[] {
  const open = [...pack.facts.values()].flatMap((fact, slot) =>
    answers(fact, pack)
      .filter((answer) => isOpen(values[slot], answer))
      .map((answer) => ({ said: `${fact.name} ${print(answer)}`, fact, answer, look: undefined as unknown as Look })),
  )
  return open.filter(chosen).flatMap((extension) => {
    const next = look(withAnswer(stated, extension.fact.name, extension.answer), pack, options)
    return next ? [{ ...extension, look: next }] : []
  })
}

function isOpen(value: unknown, answer: Stated): boolean {
  if (value === undefined) return true
  return value instanceof Map && answer instanceof Map && [...answer.keys()].every((member) => !value.has(member))
}

function print(answer: Stated): string {
  return answer instanceof Map ? JSON.stringify(Object.fromEntries(answer)) : String(answer)
}

/* The laws, as weighed. */

export function broken(
  stated: StatedFacts,
  pack: Pack,
  options: WeighOptions,
  chosen: (extension: Extension, i: number) => boolean = () => true,
): string[] {
  const now = look(stated, pack, options) as Look
  return [
    ...inconsistent(now, pack),
    ...contestedAndFirm(now),
    ...openToDangerYetSure(now, pack),
    ...extensions(now, pack, options, chosen).flatMap((next) => [
      ...inconsistent(next.look, pack),
      ...unlearned(now, next),
      ...undoneByDangerYetSure(now, next, pack),
      ...lostToDangerYetSure(now, next, pack),
      ...calmedBySilence(now, next),
    ]),
  ]
}

/** Of two claims that cannot both be followed, at most one stands; what is said of actions can be done together. */
function inconsistent({ weighing, statuses }: Look, pack: Pack): string[] {
  const standing = [...weighing.labels].filter(([, label]) => label === 'in').map(([claim]) => claim)
  const said = [...statuses].filter((one): one is [string, Force] => one[1] !== 'contested')
  return [
    ...pairs(standing)
      .filter(([one, other]) => clash(one, other, pack))
      .map(([one, other]) => `both stand: ${name(one)} and ${name(other)}`),
    ...pairs(said.map(([action, force]) => ({ action, force })))
      .filter(([one, other]) => clash(one, other, pack))
      .map(([one, other]) => `both said: ${one.force} ${one.action} and ${other.force} ${other.action}`),
  ]
}

type Push = Pick<Claim, 'action' | 'force'>

function clash(one: Push, other: Push, pack: Pack): boolean {
  if (one.action === other.action) return isTowards(one.force) !== isTowards(other.force)
  if (one.force === 'may' && other.force === 'may') return false
  return isTowards(one.force) && isTowards(other.force) && excludes(one.action, other.action, pack)
}

function isTowards(force: Status): boolean {
  return ['must', 'should', 'may'].includes(force)
}

function excludes(one: string, other: string, pack: Pack): boolean {
  const named = (a: string, b: string) => pack.actions.get(a)?.incompatibleWith?.includes(b) === true
  return named(one, other) || named(other, one)
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, i) => list.slice(i + 1).map((other): [T, T] => [one, other]))
}

function name({ rule, force, action }: Claim): string {
  return `${rule.name} (${force} ${action})`
}

/** What is contested is never firm. */
function contestedAndFirm(now: Look): string[] {
  return [...now.statuses.keys()]
    .filter((action) => now.statuses.get(action) === 'contested' && firmStatus(now, action))
    .map((action) => `${action} is contested and firm`)
}

/** An action is said firmly if one of the claims that bear its status is firm; one that is contested, if all are. */
function firmStatus({ weighing, assumptions: sure, statuses }: Look, action: string): boolean {
  const status = statuses.get(action)
  const claims = [...weighing.labels.keys()].filter(
    (one) => one.action === action && weighing.labels.get(one) !== 'out',
  )
  const firm = (claim: Claim) => sure.get(claim)?.certainty === 'firm'
  return status === 'contested' ? claims.every(firm) : claims.some((one) => one.force === status && firm(one))
}

const stronger: Readonly<Record<Force, readonly (Status | undefined)[]>> = {
  must: ['must'],
  should: ['should', 'must'],
  may: ['may', 'should', 'must'],
  'should-not': ['should-not', 'must-not'],
  'must-not': ['must-not'],
}

/** Stating one more fact never weakens, reverses, contests or unsettles what was firm. */
function unlearned(now: Look, { said, look }: Extension): string[] {
  const claims = [...now.assumptions].filter(([, { certainty }]) => certainty === 'firm').map(([claim]) => claim)
  const lost = claims.filter((claim) => look.weighing.labels.get(claim) !== 'in')
  const unsettled = claims.filter((claim) => look.assumptions.get(claim)?.certainty !== 'firm')
  const weakened = [...now.statuses].filter(
    ([action, status]) =>
      firmStatus(now, action) && status !== 'contested' && !stronger[status].includes(look.statuses.get(action)),
  )
  return [
    ...lost.map((claim) => `${name(claim)} was firm and no longer stands after ${said}`),
    ...unsettled.map((claim) => `${name(claim)} was firm and no longer is after ${said}`),
    ...weakened.map(
      ([action, was]) => `${was} ${action} was firm and became ${look.statuses.get(action)} after ${said}`,
    ),
  ]
}

/** With a sign of danger stated, a claim of which an open exception reads a danger fact depends. */
function openToDangerYetSure({ weighing, assumptions: sure, known }: Look, pack: Pack): string[] {
  if (!dangerStated(known, pack)) return []
  return [...weighing.labels.keys()].flatMap((claim) =>
    claim.rule.unless
      .filter(({ conditions }) => truth(conditions, known.values, pack) === undefined && readsDanger(conditions, pack))
      .filter(() => sure.get(claim)?.certainty !== 'depends')
      .map((one) => `${name(claim)} has the open exception ${one.name} and is ${sure.get(claim)?.certainty}`),
  )
}

/** With a sign of danger stated, a claim that a rule reading a danger fact turns out to defeat did depend. */
function undoneByDangerYetSure(now: Look, { said, look }: Extension, pack: Pack): string[] {
  if (!dangerStated(now.known, pack)) return []
  const { labels, collisions } = look.weighing
  return collisions.flatMap(({ claims, prevails }) =>
    ([claims, [claims[1], claims[0]]] as [Claim, Claim][])
      .filter(([claim, other]) => now.weighing.labels.has(claim) && prevails !== claim && labels.get(other) !== 'out')
      .filter(([, { rule }]) => [rule, ...rule.unless].some(({ conditions }) => readsDanger(conditions, pack)))
      .filter(([claim]) => now.assumptions.get(claim)?.certainty !== 'depends')
      .map(
        ([claim, other]) =>
          `${name(claim)} is ${now.assumptions.get(claim)?.certainty}, ${name(other)} defeats it after ${said}`,
      ),
  )
}

/** With a sign of danger stated, a claim that stood and no longer does once a danger fact is stated did depend. */
function lostToDangerYetSure(now: Look, { said, fact, look }: Extension, pack: Pack): string[] {
  if (fact.danger === undefined || !dangerStated(now.known, pack)) return []
  return [...now.weighing.labels]
    .filter(([claim, label]) => label === 'in' && look.weighing.labels.get(claim) !== 'in')
    .filter(([claim]) => now.assumptions.get(claim)?.certainty !== 'depends')
    .map(([claim]) => `${name(claim)} is ${now.assumptions.get(claim)?.certainty} and no longer stands after ${said}`)
}

/** Leaving a danger fact out never gives a lower urgency than stating any of its safe values. */
function calmedBySilence(now: Look, { said, fact, answer, look }: Extension): string[] {
  if (fact.danger === undefined || marksDanger(fact, answer)) return []
  const calmer = urgencies.indexOf(now.urgency) > urgencies.indexOf(look.urgency)
  return calmer ? [`${now.urgency} while ${fact.name} is left out, ${look.urgency} once it is ${said}`] : []
}

function marksDanger({ danger = [] }: Fact, answer: unknown): boolean {
  if (!(answer instanceof Map)) return danger.includes(answer as Scalar)
  return [...answer].some(([member, so]) => so === true && danger.includes(member))
}

/** Whether a value that marks danger is stated, or follows from what is stated. */
function dangerStated({ values }: Known, pack: Pack): boolean {
  return [...pack.facts.values()].some((fact, slot) => {
    const value = values[slot]
    return marksDanger(fact, fact.type === 'scale' && value !== undefined ? valueNames(fact)[value as number] : value)
  })
}

function readsDanger(conditions: Conditions, pack: Pack): boolean {
  return leavesRead(conditions, pack.facts).some(({ fact }) => pack.facts.get(fact)?.danger !== undefined)
}

export function truth(conditions: Conditions, values: Known['values'], pack: Pack): boolean | undefined {
  return compile(conditions, pack.facts, compiledPack(pack).slots)(values)
}

/* The laws, in the advice. */

export async function brokenByAdvice(stated: StatedFacts, pack: Pack, options: WeighOptions): Promise<string[]> {
  const advice = await advise(written(stated), pack, options)
  const known = knownFrom(stated, pack)
  const urgent =
    advice.urgency !== 'routine' || !dangerStated(known, pack) || !advice.questions.some(({ danger }) => danger)
  // Those that are shown; each is weighed again, and there can be sixty.
  const duties = advice.depending ?? []
  return [
    ...contradictions(advice, pack),
    ...saidOtherwise(advice, look(stated, pack, options) as Look, doneActions(known, pack)),
    ...calmThoughUrged(advice, pack),
    ...(urgent ? [] : ['routine while a sign of danger is stated and a danger is asked for']),
    ...foldedThoughPressing(advice),
    ...outOfOrder(advice.questions, known, pack),
    ...duties.slice(0, 6).flatMap((duty) => dependingOtherwise(duty, duties, stated, pack, options)),
    ...advice.questions.flatMap((question) => [
      ...falseWitness(question, stated, pack, options),
      ...askedThoughKnown(question, known, pack),
    ]),
  ]
}

/** The advice says of each action what was weighed, and says it firmly only if it was firm. */
function saidOtherwise({ actions, urgency }: Advice, now: Look, done: ReadonlySet<string>): string[] {
  const said = actions.map(
    ({ action, status, certainty }) => `${status} ${action}${certainty === 'firm' ? ' firmly' : ''}`,
  )
  const weighed = [...leftToDo(now.statuses, done)].map(
    ([action, status]) => `${status} ${action}${firmStatus(now, action) ? ' firmly' : ''}`,
  )
  const [advised, found] = [[urgency, ...said.sort()].join(', '), [now.urgency, ...weighed.sort()].join(', ')]
  return advised === found ? [] : [`advised: ${advised}; weighed: ${found}`]
}

/** What must or should be done here is as urgent as the pack says of it, and so is the whole. */
function calmThoughUrged({ actions, urgency }: Advice, pack: Pack): string[] {
  const later = (one: Urgency, other: Urgency) => urgencies.indexOf(one) > urgencies.indexOf(other)
  const urged = actions.filter(({ status, because }) =>
    because.some(
      ({ rule, force }) => force === status && ['must', 'should'].includes(force) && !pack.rules.get(rule)?.standing,
    ),
  )
  return urged.flatMap((one) => {
    const own = pack.actions.get(one.action)?.urgency ?? 'routine'
    return [
      ...(later(one.urgency, own) ? [`${one.action} is ${own}, and advised as ${one.urgency}`] : []),
      ...(later(urgency, own) ? [`${one.action} is ${own}, and the advice ${urgency}`] : []),
    ]
  })
}

/** What must or must not be done, what cannot wait and what finds out about danger is told at once. */
function foldedThoughPressing({ actions }: Advice): string[] {
  const pressing = actions.filter(
    ({ status, urgency, assumptions }) =>
      !['should', 'may'].includes(status) || urgency === 'immediate' || assumptions.findsOut.length > 0,
  )
  return pressing.filter((one) => one.folded).map(({ action }) => `${action} is folded`)
}

/** Each action is spoken of once, and what is owed or how to go on is nothing the advice speaks against. */
function contradictions({ actions, setAside, dilemmas, procedure }: Advice, pack: Pack): string[] {
  const statuses = new Map(actions.map(({ action, status }) => [action, status]))
  const aside = setAside.map(({ action }) => action)
  const duties = [...setAside.flatMap(({ owed }) => owed), ...(procedure?.actions ?? [])]
  const owed = [...duties, ...dilemmas.flatMap(({ sides }) => sides.flatMap((side) => side.owed))]
  const asked = actions.filter(({ status }) => status === 'must' || status === 'should')
  const against = ({ action }: NamedAction) =>
    ['must-not', 'should-not'].includes(statuses.get(action) ?? '') ||
    aside.includes(action) ||
    asked.some((one) => excludes(one.action, action, pack))
  return [
    ...(statuses.size === actions.length ? [] : ['an action is spoken of twice']),
    ...owed.filter(against).map(({ action }) => `${action} is owed, and the advice speaks against it`),
    ...pairs(duties.map(({ action }) => action))
      .filter(([one, other]) => excludes(one, other, pack))
      .map(([one, other]) => `${one} and ${other} are both owed and exclude each other`),
  ]
}

/**
 * Danger is asked about first; and the order is that of the policy (`src/ask/order.ts`, shown line by line in its own test), whatever
 * the order in which the questions were found. Cases hold which questions are asked, this law in which order.
 */
function outOfOrder(questions: readonly Question[], known: Known, pack: Pack): string[] {
  const firstCalm = questions.findIndex(({ danger }) => !danger)
  const late = questions.filter(({ danger }, place) => danger && firstCalm !== -1 && place > firstCalm)
  const names = (asked: readonly Question[]) => asked.map(({ fact }) => fact).join(', ')
  const [asked, ordered] = [names(questions), names(inOrder([...questions].reverse(), known, pack))]
  return [
    ...late.map(({ fact }) => `${fact} is a danger, and asked for after what is none`),
    ...(asked === ordered ? [] : [`asked for in the order ${asked}; by the policy ${ordered}`]),
  ]
}

/** What a question says its answers would change is what they change, and that is something. */
function falseWitness(question: Question, stated: StatedFacts, pack: Pack, options: WeighOptions): string[] {
  const { fact, given, answers, wouldChange, urgency } = question
  const supposed = given.reduce((held, one) => withAnswer(held, one.fact, statedAnswer(one.answer)), stated)
  const [to, from] = answers.map((answer) => {
    const situation = written(withAnswer(supposed, fact, statedAnswer(answer)))
    return assess(knownFrom(parseSituation(situation, pack), pack), pack, options)
  }) as [Assessment, Assessment]
  const done = doneActions(knownFrom(stated, pack), pack)
  const [before, after] = [leftToDo(from.statuses, done), leftToDo(to.statuses, done)]
  const changed = [...pack.actions.values()].flatMap(({ name: action, label }) => {
    const change = { action, label, from: before.get(action) ?? null, to: after.get(action) ?? null }
    return change.from === change.to ? [] : [change]
  })
  const real = { wouldChange: changed, urgency: { from: from.urgency, to: to.urgency } }
  const something = changed.length > 0 || from.urgency !== to.urgency
  return [
    ...(something ? [] : [`the answers to ${fact} change nothing`]),
    ...(JSON.stringify(real) === JSON.stringify({ wouldChange, urgency })
      ? []
      : [`${fact} says ${JSON.stringify({ given, answers, wouldChange, urgency })}, found ${JSON.stringify(real)}`]),
  ]
}

/**
 * Of what would be owed if something proved to be so: each line is true, as what it says is said once that is stated, and is not now; and
 * it is complete, as nothing else is then said anew that is not told where less has to be so.
 */
function dependingOtherwise(
  { when, actions }: DependingDuty,
  all: readonly DependingDuty[],
  stated: StatedFacts,
  pack: Pack,
  options: WeighOptions,
): string[] {
  const supposed = when.reduce((held, one) => withAnswer(held, one.fact, statedAnswer(one.answer)), stated)
  const [now, then] = [stated, supposed].map((facts) => assess(knownFrom(facts, pack), pack, options)) as [
    Assessment,
    Assessment,
  ]
  const done = doneActions(knownFrom(stated, pack), pack)
  const anew = [...leftToDo(then.statuses, done)].filter(
    ([action, status]) =>
      status !== 'contested' &&
      !stronger[status as Force].includes(now.statuses.get(action)) &&
      !isStanding(action, status as Force, then, pack),
  )
  const inWords = JSON.stringify(when.map(({ fact, answer }) => [fact, answer.value, answer.so]))
  const told = (duty: DependingDuty) => new Set(duty.actions.map(({ action, status }) => `${status} ${action}`))
  const lessSays = (one: string) => all.some((other) => isLess(other.when, when, pack) && told(other).has(one))
  const own = told({ when, actions } as DependingDuty)
  const real = new Set(anew.map(([action, status]) => `${status} ${action}`))
  return [
    ...[...own].filter((one) => !real.has(one)).map((one) => `${one} is not said anew if ${inWords}`),
    ...[...real]
      .filter((one) => !own.has(one) && !lessSays(one))
      .map((one) => `${one} is said anew if ${inWords}, and not told`),
  ]
}

/** Whether fewer things have to be so, each as it stands in the other or, of a scale, milder: what is so from *possible* on is so of *likely*. */
function isLess(few: DependingDuty['when'], many: DependingDuty['when'], { facts }: Pack): boolean {
  const isIn = ({ fact: name, answer }: DependingDuty['when'][number]) => {
    const fact = facts.get(name) as Fact
    const isMilder = (value: Scalar) =>
      typeOf(fact).hasSteps && Number(comparedValue(fact, answer.value)) <= Number(comparedValue(fact, value))
    return many.some(
      (one) =>
        one.fact === name &&
        one.answer.so === answer.so &&
        (one.answer.value === answer.value || isMilder(one.answer.value)),
    )
  }
  return few.length < many.length && few.every(isIn)
}

/** Whether an action is owed always, or whatever says so is. */
function isStanding(action: string, force: Force, { weighing }: Assessment, pack: Pack): boolean {
  const saying = [...weighing.labels].filter(([one, label]) => label === 'in' && one.action === action)
  const bearing = saying.filter(([one]) => one.force === force)
  return pack.actions.get(action)?.standing === true || bearing.every(([{ rule }]) => rule.standing)
}

function statedAnswer({ value, so }: Answer): Stated {
  return so === undefined ? value : new Map([[value as string, so]])
}

/** What is stated, follows, or was asked before is not asked; of a list, the members of which the same is true. */
function askedThoughKnown({ fact, type, answers }: Question, { stated, values }: Known, pack: Pack): string[] {
  const told = stated.get(fact)
  if (told === null) return [`${fact} is asked again`]
  const value = values[[...pack.facts.keys()].indexOf(fact)]
  if (type !== 'some-of') return value === undefined ? [] : [`${fact} is asked and known`]
  return answers
    .filter((answer) => told instanceof Map && told.has(answer.value as string))
    .map((answer) => `${fact} is asked for ${answer.value}, which was answered`)
}
