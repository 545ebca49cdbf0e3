import { type Issue, TimbangError } from '../../errors.js'
import { optionsGiven } from '../../options.js'
import type { Pack } from '../../pack/pack.js'
import { type Case, type CaseFile, type Expectation, type ExpectedPart, expectedParts } from './caseFile.js'
import { expectationOf, inOrder, unaskedExpectation } from './expectation.js'
import { refusal } from './readableCases.js'

/** One part of an advice that differs from what a case expects. */
export interface Difference {
  readonly part: ExpectedPart
  /** What is expected and not advised. */
  readonly missing: readonly string[]
  /** What is advised and not expected. */
  readonly unexpected: readonly string[]
  /** The same in words. */
  readonly message: string
}

/** What became of one case. */
export interface CaseResult {
  readonly file: string
  readonly name: string
  readonly passed: boolean
  readonly differences: readonly Difference[]
  /** Why its situation or its options were refused. */
  readonly issues: readonly Issue[]
  /** What the advice says, as a case would expect it; absent where the situation was refused. */
  readonly reported?: Expectation
}

/** What became of the cases of some files. */
export interface CaseReport {
  readonly passed: number
  readonly failed: number
  readonly results: readonly CaseResult[]
}

/** How cases are tested. */
export interface CaseTestOptions {
  /** Whether what is asked is compared as well (yes); looking for the questions takes most of the time. */
  readonly questions?: boolean | undefined
}

/**
 * Advises on the situation of every case and compares all of the advice with what is expected of it: what is advised and
 * not listed fails a case as what is listed and not advised does, and so does a situation that is refused.
 * @throws TimbangError `broken-invariant` where the two evaluations disagree
 */
export async function testCases<S>(
  files: readonly CaseFile[],
  pack: Pack<S>,
  options: CaseTestOptions = {},
): Promise<CaseReport> {
  const { questions = true } = optionsGiven<CaseTestOptions>(options, { questions: true })
  const results: CaseResult[] = []
  for (const { file, cases } of files)
    for (const one of cases) results.push(await (questions ? tested(one, file, pack) : testedUnasked(one, file, pack)))
  const passed = results.filter((result) => result.passed).length
  return { passed, failed: results.length - passed, results }
}

async function tested<S>(one: Case, file: string, pack: Pack<S>): Promise<CaseResult> {
  return compared(one, file, await expectationOf(one, pack).catch(refusal))
}

async function testedUnasked<S>(one: Case, file: string, pack: Pack<S>): Promise<CaseResult> {
  const { questions: _, ...expect } = one.expect
  return compared({ ...one, expect }, file, await unaskedExpectation(one, pack).catch(refusal))
}

function compared(one: Case, file: string, reported: Expectation | TimbangError): CaseResult {
  const { name } = one
  if (reported instanceof TimbangError) return { file, name, passed: false, differences: [], issues: reported.issues }
  const differences = differencesOf(inOrder(one.expect), reported)
  return { file, name, passed: differences.length === 0, differences, issues: [], reported }
}

/** Where what is reported differs from what is expected, part by part. */
function differencesOf(expected: Expectation, reported: Expectation): Difference[] {
  return expectedParts.flatMap((part) => {
    const [wanted, given] = [expected[part], reported[part]].map(entries) as [string[], string[]]
    const missing = wanted.filter((entry) => !given.includes(entry))
    const unexpected = given.filter((entry) => !wanted.includes(entry))
    if (missing.length + unexpected.length === 0) return []
    return [{ part, missing, unexpected, message: `${part}: ${differenceInWords(missing, unexpected)}` }]
  })
}

/** What a part holds, each thing by itself: of what is set aside, the action and each duty owed to it. */
function entries(part: Expectation[ExpectedPart]): string[] {
  if (part === undefined) return []
  if (typeof part === 'string') return [part]
  if (isList(part)) return part.map((one) => (typeof one === 'string' ? one : one.join(' or ')))
  return Object.entries(part).flatMap(([action, list]) => [action, ...list.map((one) => `${action}: ${one}`)])
}

function isList(part: object): part is readonly (string | readonly string[])[] {
  return Array.isArray(part)
}

function differenceInWords(missing: readonly string[], unexpected: readonly string[]): string {
  return [
    ...(missing.length > 0 ? [`${listed(missing)} expected and not advised`] : []),
    ...(unexpected.length > 0 ? [`${listed(unexpected)} advised and not expected`] : []),
  ].join('; ')
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
