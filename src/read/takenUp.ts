import { valueIn } from '../decide/compiledPack.js'
import { knownFrom, knownOrContradiction } from '../decide/decide.js'
import { restated, type StatedFacts } from '../decide/statedFacts.js'
import type { Conditions } from '../pack/conditions.js'
import type { Fact } from '../pack/fact.js'
import { factsRead } from '../pack/factsRead.js'
import { labelOf } from '../pack/factTypes/wordList.js'
import { grouped } from '../pack/grouped.js'
import type { Pack } from '../pack/pack.js'
import { urgencies } from '../vocabulary.js'
import { assess } from '../weigh/assess.js'
import { type ConfirmReason, confirmReasons } from '../words/shapes/read.js'
import { type Claim, givesOtherNumber, isDoubtful, tellsOfNo } from './doubts.js'
import type { Span } from './quotation.js'
import type { CodedStatement } from './statements.js'

/** The statements that count, and those that a person is to be asked about. */
export interface Sorted {
  readonly taken: readonly CodedStatement[]
  readonly confirm: readonly {
    readonly statement: CodedStatement
    readonly reason: ConfirmReason
    readonly counts: boolean
  }[]
  readonly contradicted: readonly Contradicted[]
}

/** Facts that cannot all be as they were coded. */
export type Contradicted = readonly Fact[]

/**
 * Sorts what was coded. Nothing of what speaks against itself counts but a sign of danger, which no denial takes away; and not
 * knowing is never calmer than knowing.
 */
export function sorted<S>(
  statements: readonly CodedStatement[],
  story: string,
  by: 'person' | 'machine',
  pack: Pack<S>,
): Sorted {
  const twice = saidTwice(statements)
  const once = statements.filter((one) => !twice.has(one.fact) || isOneSign(one, statements))
  const reasons = new Map(once.map((one) => [one, by === 'machine' ? reasonToAsk(one, story) : undefined]))
  const counting = once.filter((one) => counts(reasons.get(one)))
  const { left, contradicted } = withoutContradictions(counting, pack)
  const calming = by === 'machine' ? calmingAmong(left, pack) : []
  for (const one of by === 'machine' ? endangeringAmong(left, pack) : []) reasons.set(one, 'sign-of-danger')
  const taken = left.filter((one) => !calming.includes(one))
  const asked = statements.flatMap((statement) => {
    const reason = counting.includes(statement) && !left.includes(statement) ? 'contradicted' : reasons.get(statement)
    const found = twice.has(statement.fact) ? 'contradicted' : calming.includes(statement) ? 'calms' : reason
    return found ? [{ statement, reason: found, counts: taken.includes(statement) }] : []
  })
  return {
    taken,
    confirm: asked.sort((a, b) => confirmReasons.indexOf(a.reason) - confirmReasons.indexOf(b.reason)),
    contradicted: [...[...twice].map((fact) => [fact]), ...contradicted],
  }
}

/** What is asked counts until then only where it is a sign of danger. */
function counts(reason: ConfirmReason | undefined): boolean {
  return reason === undefined || reason === 'sign-of-danger'
}

/** Whether a statement marks danger, and nothing else that is said of it marks another. */
function isOneSign(statement: CodedStatement, statements: readonly CodedStatement[]): boolean {
  const { fact, value } = statement
  const signs = statements.filter((one) => one.fact === fact && marksDanger(one))
  return signs.includes(statement) && (value instanceof Map || signs.every((one) => one.value === value))
}

/** Facts of which a coding says two things that exclude each other. */
function saidTwice(statements: readonly CodedStatement[]): ReadonlySet<Fact> {
  const keyed = grouped(
    statements,
    ({ fact, value }) => `${fact.name} ${value instanceof Map ? [...value.keys()] : ''}`,
  )
  const differ = [...keyed.values()].filter((same) => new Set(same.map(({ value }) => said(value))).size > 1)
  return new Set(differ.flatMap((same) => same.map(({ fact }) => fact)))
}

function said(value: CodedStatement['value']): unknown {
  return value instanceof Map ? [...value.values()][0] : value
}

/**
 * Why what a machine coded is asked of a person; the first row that holds. Whether there is danger is never settled by a
 * machine: that there is none is asked, that there is some counts and is confirmed.
 */
function reasonToAsk(statement: CodedStatement, story: string): ConfirmReason | undefined {
  const { fact, value, quotes } = statement
  if (deniesDanger(statement)) return 'no-danger'
  if ((fact.class ?? 'judged') === 'judged') return 'judged'
  if (fact.danger !== undefined && marksDanger(statement)) return 'sign-of-danger'
  const words = ({ from, to }: Span) => story.slice(from, to)
  if (typeof value === 'number' && quotes.some((quote) => givesOtherNumber(words(quote), value))) return 'doubtful'
  return quotes.some((quote) => isDoubtful(quote, story, claim(fact, said(value)))) ? 'doubtful' : undefined
}

/** What a value says: that something is so where it is yes, a number, or a word that tells of no refusal. */
function claim(fact: Fact, value: unknown): Claim {
  if (value === false) return 'not-so'
  const label = typeof value === 'string' ? labelOf(fact, value) : fact.label
  return label === undefined || tellsOfNo(label) ? 'refused' : 'so'
}

function marksDanger({ fact: { danger = [] }, value }: CodedStatement): boolean {
  if (!(value instanceof Map)) return danger.includes(value as string)
  return [...value].some(([member, so]) => so && danger.includes(member))
}

function deniesDanger({ fact: { danger = [] }, value }: CodedStatement): boolean {
  if (danger.length === 0) return false
  if (!(value instanceof Map)) return !danger.includes(value as string)
  return [...value].some(([member, so]) => !so && danger.includes(member))
}

/** What statements say together. */
export function statedBy(statements: readonly CodedStatement[]): StatedFacts {
  return restated(
    new Map(),
    statements.map(({ fact, value }) => [fact.name, value] as const),
  )
}

/** Without what contradicts what it follows from, nor what it follows from: which of them is wrong, only a person can tell. */
function withoutContradictions<S>(statements: readonly CodedStatement[], pack: Pack<S>) {
  const contradicted: Contradicted[] = []
  let left = statements
  for (let name = contradictionIn(left, pack); name !== undefined; name = contradictionIn(left, pack)) {
    const fact = pack.facts.get(name) as Fact
    const against = new Set([name, ...factsRead(fact.derivedFrom as Conditions, pack.facts)])
    const together = new Set(left.map((one) => one.fact).filter((one) => against.has(one.name)))
    contradicted.push([...together])
    left = left.filter((one) => !together.has(one.fact))
  }
  return { left, contradicted }
}

function contradictionIn<S>(statements: readonly CodedStatement[], pack: Pack<S>): string | undefined {
  const known = knownOrContradiction(statedBy(statements), pack)
  return typeof known === 'string' ? known : undefined
}

/**
 * What makes the matter less urgent than it would be if nothing were known of it, one after the other until nothing does; and
 * all but the signs of danger where these alone would still be more urgent.
 */
function calmingAmong<S>(statements: readonly CodedStatement[], pack: Pack<S>): readonly CodedStatement[] {
  const urgencyOf = (some: readonly CodedStatement[]) =>
    urgencies.indexOf(assess(knownFrom(statedBy(some), pack), pack, {}).urgency)
  const calming: CodedStatement[] = []
  const left = () => statements.filter((one) => !calming.includes(one))
  const next = () => {
    const now = urgencyOf(left())
    return left().find((one) => urgencyOf(left().filter((other) => other !== one)) < now)
  }
  for (let one = next(); one; one = next()) calming.push(one)
  const others = left().filter((one) => !marksDanger(one))
  return urgencyOf(left()) > urgencyOf(left().filter(marksDanger)) ? [...calming, ...others] : calming
}

/** What marks no danger by itself, and from which, with the others, a danger follows. */
function endangeringAmong<S>(statements: readonly CodedStatement[], pack: Pack<S>): readonly CodedStatement[] {
  const derived = [...pack.facts.values()].filter((one) => one.danger && one.derivedFrom)
  const dangersIn = (some: readonly CodedStatement[]) => {
    const known = knownFrom(statedBy(some), pack)
    return derived.filter(({ name, danger }) => danger?.includes(valueIn(known.values, name, pack) as boolean)).length
  }
  const now = dangersIn(statements)
  return statements.filter((one) => dangersIn(statements.filter((other) => other !== one)) < now)
}
