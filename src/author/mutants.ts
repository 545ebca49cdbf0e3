import { decide, type Finding } from '../decide.js'
import { type Outline, outlineOf } from '../outline.js'
import { checkPack, type Pack } from '../pack.js'
import { questions } from '../questions.js'
import type { Rule } from '../rule.js'
import { ownCollisions } from '../ruleSoundness.js'
import { forces } from '../vocabulary.js'
import type { CaseFile } from './caseFile.js'
import { draftExpectation, inOrder, questionsOf } from './expectation.js'
import { type KnownCase, knownCases } from './knownCases.js'
import { changesOf, type RuleChange } from './ruleChanges.js'

/** Who notices a changed rule: a case that then fails, the loader that refuses it, or nobody. */
export const noticers = ['case', 'loader', 'nobody'] as const
export type Noticer = (typeof noticers)[number]

/** One small change to one rule, and who notices it. */
export interface Mutant {
  readonly rule: string
  readonly place: string
  /** What was changed, in words. */
  readonly change: string
  readonly noticedBy: Noticer
  /** The file and the name of the first case found to fail. */
  readonly case?: string
}

/** How many mutants there are and how many were noticed; the share is a percentage, rounded down. */
export interface MutantCount {
  readonly noticed: number
  readonly all: number
  readonly share: number
}

/** Counts what was noticed. */
export function mutantCount(mutants: readonly Mutant[]): MutantCount {
  const noticed = mutants.filter(({ noticedBy }) => noticedBy !== 'nobody').length
  return {
    noticed,
    all: mutants.length,
    share: mutants.length === 0 ? 100 : Math.floor((100 * noticed) / mutants.length),
  }
}

/**
 * Makes every small change to every rule, one at a time, and says which case would notice it. A change that no case
 * notices can be made by mistake: what it concerns is not held by any case. One mutant after the other, as they are asked for.
 * Only cases that pass as the rules stand can notice anything. `rules` names those to change; without it, all of the files.
 */
export function* mutants<S>(
  files: readonly CaseFile[],
  pack: Pack<S>,
  { rules }: { readonly rules?: readonly string[] } = {},
): Generator<Mutant, void, undefined> {
  checkPack(pack)
  const passing = knownCases(files, pack).flatMap((one) => passingCase(one, pack))
  for (const rule of pack.rules.values())
    if (rule.findsOut === undefined && (rules === undefined || rules.includes(rule.name)))
      for (const change of changesOf(rule, pack.facts)) yield mutantOf(change, passing, pack)
}

/** A case that passes as the rules stand. */
interface PassingCase extends KnownCase {
  readonly findings: readonly Finding[]
  /** All that is expected but for the questions, as text to compare. */
  readonly expected: string
  /** What is expected to be asked, as text; absent where not that is asked as the rules stand. */
  readonly asks: () => string | undefined
}

function passingCase<S>(one: KnownCase, pack: Pack<S>): PassingCase[] {
  const findings = decide(one.known, pack, one.options.on)
  const now = outlineOf(findings, one.known, pack, one.options)
  const { questions: expectedQuestions, ...expect } = one.one.expect
  const expected = JSON.stringify(inOrder(expect))
  if (forceIn(now, one, pack) !== expected) return []
  let asked: { readonly told: string } | undefined
  const asks = () => {
    asked ??= { told: askedIn(now, one, pack) }
    return asked.told === JSON.stringify(expectedQuestions ?? []) ? asked.told : undefined
  }
  return [{ ...one, findings, expected, asks }]
}

function forceIn<S>(now: Outline, { known }: KnownCase, pack: Pack<S>): string {
  return JSON.stringify(draftExpectation({ now, known, pack }))
}

function askedIn<S>(now: Outline, { one, known, options }: KnownCase, pack: Pack<S>): string {
  return JSON.stringify(questionsOf(questions(now, known, pack, options), one, pack))
}

function mutantOf<S>({ rule, place, change }: RuleChange, passing: readonly PassingCase[], pack: Pack<S>): Mutant {
  const mutant = { rule: rule.name, place, change }
  if (isRefused(rule, pack)) return { ...mutant, noticedBy: 'loader' }
  const mutated = { ...pack, rules: new Map([...pack.rules, [rule.name, rule]]) }
  const noticing = noticingCase(rule, passing, mutated)
  if (noticing === undefined) return { ...mutant, noticedBy: 'nobody' }
  return { ...mutant, noticedBy: 'case', case: `${noticing.file} · ${noticing.one.name}` }
}

/** Of all that the loader refuses, these changes can bring about one thing: a rule that asks for what excludes itself. */
function isRefused<S>({ pushes }: Rule, pack: Pack<S>): boolean {
  const asked = (wanted: string) => pushes.filter(({ force }) => force === wanted).map(({ action }) => action)
  return (
    ownCollisions(Object.fromEntries(forces.map((force) => [force, asked(force)])), pack.actions.values()).length > 0
  )
}

/** Compares first what costs little: force before questions, and cases in which the rule says something else before others. */
function noticingCase<S>(rule: Rule, passing: readonly PassingCase[], mutated: Pack<S>): PassingCase | undefined {
  const outlined: (readonly [PassingCase, Outline])[] = []
  for (const [one, findings] of reachedCases(rule, passing, mutated)) {
    const now = outlineOf(findings, one.known, mutated, one.options)
    if (forceIn(now, one, mutated) !== one.expected) return one
    outlined.push([one, now])
  }
  const noticing = outlined.find(([one, now]) => {
    const asked = one.asks()
    return asked !== undefined && askedIn(now, one, mutated) !== asked
  })
  return noticing?.[0]
}

/**
 * The cases in which a changed rule can say or said something, those in which it says something else first. A rule that
 * cannot apply makes no claim, threatens none, presses for no hurry and gives no reason to ask.
 */
function reachedCases<S>(rule: Rule, passing: readonly PassingCase[], mutated: Pack<S>) {
  const place = [...mutated.rules.keys()].indexOf(rule.name)
  const reached = passing.flatMap((one) => {
    const findings = decide(one.known, mutated, one.options.on)
    const [before, after] = [one.findings[place], findings[place]] as [Finding, Finding]
    return before.possible || after.possible ? [{ one, findings, same: isSame(before, after) }] : []
  })
  return reached.sort((a, b) => Number(a.same) - Number(b.same)).map(({ one, findings }) => [one, findings] as const)
}

function isSame(before: Finding, after: Finding): boolean {
  return (
    before.outcome === after.outcome && before.possible === after.possible && String(before.open) === String(after.open)
  )
}
