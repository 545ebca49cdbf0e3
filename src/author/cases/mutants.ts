import { draftOf } from '../../advise/reasons.js'
import { questions } from '../../ask/questions.js'
import { decide } from '../../decide/decide.js'
import { TimbangError } from '../../errors.js'
import { factsRead } from '../../pack/factsRead.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import { undeclaredIssues } from '../../pack/soundness/declared.js'
import { ownCollisions } from '../../pack/soundness/ruleSoundness.js'
import { forces } from '../../vocabulary.js'
import { type Assessment, assessFindings } from '../../weigh/assess.js'
import { claimGraph, urgencyAndRole } from '../../weigh/claims.js'
import { prevailing } from '../../weigh/weigh.js'
import { type AffectedCase, affectedCases, claimKey, type DecidedCase } from './affectedCases.js'
import type { CaseFile } from './caseFile.js'
import { draftExpectation, inOrder, questionsOf } from './expectation.js'
import { type KnownCase, knownCases } from './readableCases.js'
import { changesOf, type RuleChange } from './ruleChanges.js'

/** What becomes of a change: a case fails, the loader refuses it, it can alter no advice, or nobody notices. */
export const fates = ['noticed', 'refused', 'without-effect', 'unnoticed'] as const
export type Fate = (typeof fates)[number]

/** One small change to one rule, and what becomes of it. */
export interface Mutant {
  readonly rule: string
  readonly place: string
  /** What was changed, in words. */
  readonly change: string
  readonly fate: Fate
  /** The file and the name of the first case found to fail. */
  readonly case?: string
}

/** How many changes came to each fate; the share is how many of those with an effect did not go unnoticed, in per cent. */
export interface MutantCount {
  readonly fates: Readonly<Record<Fate, number>>
  readonly share: number
}

/** Counts what became of changes; the share is rounded down. */
export function mutantCount(mutants: readonly Mutant[]): MutantCount {
  const count = (wanted: Fate) => mutants.filter(({ fate }) => fate === wanted).length
  const caught = count('noticed') + count('refused')
  const all = caught + count('unnoticed')
  return {
    fates: Object.fromEntries(fates.map((fate) => [fate, count(fate)])) as Record<Fate, number>,
    share: all === 0 ? 100 : Math.floor((100 * caught) / all),
  }
}

/**
 * Makes every small change to every rule, one at a time, and says which case would notice it. A change that no case
 * notices can be made by mistake: what it concerns is not held by any case. One mutant after the other, as they are asked for.
 * Only cases that pass as the rules stand can notice anything. `rules` names those to change; without it, all of the files.
 * @throws TimbangError `invalid-options` where the pack has no rule of a name
 */
export function* mutants<S>(
  files: readonly CaseFile[],
  pack: Pack<S>,
  { rules }: { readonly rules?: readonly string[] } = {},
): Generator<Mutant, void, undefined> {
  checkPack(pack)
  const unknown = undeclaredIssues('options.rules', 'rule', rules ?? [], pack.rules.keys())
  if (unknown.length > 0) throw new TimbangError('invalid-options', unknown)
  const passing = knownCases(files, pack).flatMap((one) => passingCase(one, pack))
  for (const rule of pack.rules.values())
    if (rule.findsOut === undefined && (rules === undefined || rules.includes(rule.name)))
      for (const change of changesOf(rule, pack.facts)) yield mutantOf(change, passing, pack)
}

/** A case that passes as the rules stand. */
interface PassingCase extends DecidedCase {
  /** All that is expected but for the questions, as text to compare. */
  readonly expected: string
  /** What is expected to be asked, as text; absent where not that is asked as the rules stand. */
  readonly asks: () => string | undefined
}

function passingCase<S>(one: KnownCase, pack: Pack<S>): PassingCase[] {
  const findings = decide(one.known, pack, one.options.on)
  const now = assessFindings(findings, one.known, pack, one.options)
  const { questions: expectedQuestions = [], ...expect } = inOrder(one.one.expect)
  const expected = JSON.stringify(expect)
  if (forceIn(now, one, pack) !== expected) return []
  let asked: { readonly text: string } | undefined
  const asks = () => {
    asked ??= { text: askedIn(now, one, pack) }
    return asked.text === JSON.stringify(expectedQuestions) ? asked.text : undefined
  }
  const claimed = new Set([...now.weighing.labels.keys()].map(claimKey))
  return [{ ...one, findings, claimed, expected, asks }]
}

function forceIn<S>(now: Assessment, { known, options }: KnownCase, pack: Pack<S>): string {
  return JSON.stringify(draftExpectation(draftOf(now, known, pack, options)))
}

function askedIn<S>(now: Assessment, { one, known, options }: KnownCase, pack: Pack<S>): string {
  return JSON.stringify(questionsOf(questions(now, known, pack, options), one, pack))
}

function mutantOf<S>({ rule, place, change }: RuleChange, passing: readonly PassingCase[], pack: Pack<S>): Mutant {
  const mutant = { rule: rule.name, place, change }
  if (isRefused(rule, pack)) return { ...mutant, fate: 'refused' }
  if (isWithoutEffect(rule, pack)) return { ...mutant, fate: 'without-effect' }
  const noticing = noticingCase(rule, passing, pack)
  if (noticing === undefined) return { ...mutant, fate: 'unnoticed' }
  return { ...mutant, fate: 'noticed', case: `${noticing.file} · ${noticing.one.name}` }
}

/** Of all that the loader refuses, these changes can bring about one thing: a rule that asks for what excludes itself. */
function isRefused<S>({ pushes }: Rule, pack: Pack<S>): boolean {
  const asked = (wanted: string) => pushes.filter(({ force }) => force === wanted).map(({ action }) => action)
  const excluded = new Map(
    [...pack.actions.values()].map(({ name, incompatibleWith = [] }) => [name, incompatibleWith]),
  )
  return ownCollisions(Object.fromEntries(forces.map((force) => [force, asked(force)])), excluded).length > 0
}

/**
 * An exception to a rule that it never meets, a duty owed to what never gives way: without either, all is the same; an urgency
 * less pressing than that of every action it asks for, with any other such.
 */
function isWithoutEffect<S>(rule: Rule, pack: Pack<S>): boolean {
  const before = pack.rules.get(rule.name) as Rule
  const { claimsOf, rivals } = claimGraph(pack)
  const meetings = (claimsOf.get(rule.name) ?? []).flatMap((claim) =>
    rivals.get(claim).map((rival) => ({ claim, rival })),
  )
  const dropped = before.exceptionTo.find((name) => !rule.exceptionTo.includes(name))
  if (dropped !== undefined) return meetings.every(({ rival }) => rival.rule.name !== dropped)
  if (before.urgency !== rule.urgency)
    return rule.pushes.every(
      (push) => urgencyAndRole(before, push, pack).urgency === urgencyAndRole(rule, push, pack).urgency,
    )
  if (before.whenOverridden.length === rule.whenOverridden.length) return false
  return meetings.every(({ claim, rival }) => prevailing(claim, rival)?.claim === claim)
}

/** What a case asks costs much to find out; what this many nearest cases do not notice counts as noticed by none. */
const mostAsked = 8

/**
 * Compares first what costs little: force before questions, and cases in which the rule says something else before others.
 * Questions are compared only in cases in which the rule says something else, or that ask for a fact that it reads or read.
 */
function noticingCase<S>(rule: Rule, passing: readonly PassingCase[], pack: Pack<S>): PassingCase | undefined {
  const before = pack.rules.get(rule.name) as Rule
  const mutated = { ...pack, rules: new Map([...pack.rules, [rule.name, rule]]) }
  const affected = affectedCases(rule, passing, pack, mutated)
  for (const one of affected)
    if (one.moved && forceIn(outlineAfter(one, mutated), one.one, mutated) !== one.one.expected) return one.one
  const read = readBy([rule, before], mutated)
  const near = affected.filter(({ one, same }) => !same || listed(one).some((fact) => read.has(fact)))
  return near
    .sort((a, b) => Number(a.same) - Number(b.same) || listed(a.one).length - listed(b.one).length)
    .slice(0, mostAsked)
    .find((near) => near.one.asks() !== undefined && asksAfter(near, mutated) !== near.one.asks())?.one
}

function asksAfter<S>(affected: AffectedCase<PassingCase>, mutated: Pack<S>): string {
  return askedIn(outlineAfter(affected, mutated), affected.one, mutated)
}

/** A case weighed with a changed rule. */
function outlineAfter<S>({ one, after }: AffectedCase<PassingCase>, mutated: Pack<S>): Assessment {
  const findings = one.findings.map((finding) => (finding.rule.name === after.rule.name ? after : finding))
  return assessFindings(findings, one.known, mutated, one.options)
}

/** The facts that a case says are asked for; of the openers, none by name. */
function listed({ one }: PassingCase): readonly string[] {
  const { questions = [] } = one.expect
  return typeof questions === 'string' ? [] : questions
}

/** The facts that some rules read. */
function readBy<S>(rules: readonly Rule[], { facts }: Pack<S>): ReadonlySet<string> {
  const parts = rules.flatMap((rule) => [rule, ...rule.unless].map(({ conditions }) => conditions))
  return new Set(parts.flatMap((part) => [...factsRead(part, facts)]))
}
