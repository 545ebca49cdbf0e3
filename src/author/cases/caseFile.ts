import * as z from 'zod'
import { type Issue, issuesOf, TimbangError } from '../../errors.js'
import { dottedPath } from '../../pack/issuePlace.js'
import { type AnySituation, checkPack, type Pack } from '../../pack/pack.js'
import { plainCopy } from '../../pack/plainData.js'
import { duplicates, undeclaredIssues } from '../../pack/soundness/declared.js'
import { daySchema, shownText } from '../../pack/texts/textSchema.js'
import { kinds, type Status, settlements, statuses, urgencies } from '../../vocabulary.js'

const names = z.array(z.string()).min(1).readonly().optional()
const statusShape = Object.fromEntries(statuses.map((status) => [status, names])) as Record<Status, typeof names>

/** What a case lists by its actions: under their status, and those it marks; neither firm nor depends is presumed; and what is done. */
export const actionParts = [...statuses, 'always', 'firm', 'depends', 'divided', 'done'] as const

/** All that a case expects, in the order in which it is written. */
export const expectedParts = [
  'kind',
  'urgency',
  ...actionParts,
  'setAside',
  'settledBy',
  'dilemmas',
  'questions',
] as const
export type ExpectedPart = (typeof expectedParts)[number]

/** Every action stands under its status; what is set aside with what is still owed to it, and with what settled it. */
export const expectationSchema = z.strictObject({
  kind: z.enum(kinds),
  urgency: z.enum(urgencies),
  ...statusShape,
  always: names,
  firm: names,
  depends: names,
  divided: names,
  done: names,
  setAside: z.record(z.string(), z.array(z.string()).readonly()).readonly().optional(),
  settledBy: z
    .record(z.string(), z.array(z.enum(settlements)).min(1).readonly())
    .readonly()
    .optional(),
  dilemmas: z
    .array(z.tuple([z.string(), z.string()]).readonly())
    .min(1)
    .readonly()
    .optional(),
  questions: z
    .union([z.literal('openers'), z.array(z.string()).min(1).readonly()], 'must be `openers` or a list of facts')
    .optional(),
})

const caseName = shownText(300).regex(/[^…]$/u, 'is still to be written: it ends in `…`')

const caseSchema = z.strictObject({
  name: caseName,
  note: shownText(1_000).optional(),
  situation: z.record(z.string(), z.unknown()),
  options: z.strictObject({ framework: z.string().optional(), on: daySchema.optional() }).optional(),
  expect: expectationSchema,
})

/** A file of cases as it stands in JSON; what names its schema is for editors. */
export const caseFileSchema = z.strictObject({
  $schema: z.string().optional(),
  cases: z.array(caseSchema).min(1).max(5_000),
})

/**
 * All that an advice is expected to say of force, to set aside, to leave undecided and to ask; what is empty is left out.
 * `openers` says that nothing but the openers of the pack is asked.
 */
export type Expectation = Readonly<z.infer<typeof expectationSchema>>

/** A situation, named by a sentence that a supervisor could confirm, and what is expected of its advice. */
export interface Case {
  readonly name: string
  readonly note?: string | undefined
  readonly situation: AnySituation
  readonly options?: { readonly framework?: string | undefined; readonly on?: string | undefined } | undefined
  readonly expect: Expectation
}

/** The cases of one file. */
export interface CaseFile {
  readonly file: string
  readonly cases: readonly Case[]
}

const limits = { depth: 12, nodes: 1_000_000, text: 20_000, letters: 20_000_000, keys: 50_000 }

/**
 * Reads the cases of a file for a pack. Whether a situation fits the pack is found when the case is tested.
 * @throws TimbangError `invalid-cases` with every issue, each with file, case and place, and a suggestion where one is near
 */
export function parseCases<S>(json: unknown, pack: Pack<S>, file: string): CaseFile {
  checkPack(pack)
  const plain = plainCopy(json, file, limits)
  if ('issues' in plain) throw refusedCases(plain.issues)
  const parsed = caseFileSchema.safeParse(plain.value, { reportInput: true })
  if (!parsed.success)
    throw refusedCases(issuesOf(parsed.error, (path) => placeIn(plain.value, file, path), mostIssues))
  const { cases } = parsed.data
  const issues = [
    ...duplicates(cases.map(({ name }) => name)).map((name) => ({
      place: `${file} · ${name}`,
      message: 'is the name of two cases',
    })),
    ...cases.flatMap((one) => caseIssues(one, `${file} · ${one.name}`, pack)),
  ]
  if (issues.length > 0) throw refusedCases(issues)
  return { file, cases }
}

const mostIssues = 200

function refusedCases(issues: readonly Issue[]): TimbangError {
  return new TimbangError('invalid-cases', issues.slice(0, mostIssues))
}

/** What a case names and the pack does not have, and what it lists twice. */
function caseIssues<S>({ expect, options }: Case, place: string, pack: Pack<S>): Issue[] {
  const { setAside = {}, settledBy = {}, dilemmas = [], questions } = expect
  const sides = [...pack.principles.keys(), ...pack.rules.keys()]
  const facts = Array.isArray(questions) ? questions : []
  const framework = options?.framework
  return [
    ...actionParts.flatMap((key) => actionIssues(expect[key] ?? [], `${place} · expect.${key}`, pack)),
    ...actionIssues(Object.keys(setAside), `${place} · expect.setAside`, pack),
    ...Object.entries(setAside).flatMap(([action, owed]) =>
      actionIssues(owed, `${place} · expect.setAside.${action}`, pack),
    ),
    ...actionIssues(Object.keys(settledBy), `${place} · expect.settledBy`, pack),
    ...undeclaredIssues(`${place} · expect.dilemmas`, 'principle or rule', new Set(dilemmas.flat()), sides),
    ...undeclaredIssues(`${place} · expect.questions`, 'fact', new Set(facts), pack.facts.keys()),
    ...twice(facts, `${place} · expect.questions`),
    ...undeclaredIssues(
      `${place} · options`,
      'framework',
      framework === undefined ? [] : [framework],
      pack.frameworks.keys(),
    ),
  ]
}

function actionIssues<S>(listed: readonly string[], place: string, pack: Pack<S>): Issue[] {
  return [...undeclaredIssues(place, 'action', new Set(listed), pack.actions.keys()), ...twice(listed, place)]
}

function twice(listed: readonly string[], place: string): Issue[] {
  return duplicates(listed).map((name) => ({ place, message: `lists \`${name}\` twice` }))
}

/** Where in a file of cases a path points, in the words of an author: file, case, member. */
function placeIn(json: unknown, file: string, [list, index, ...rest]: readonly PropertyKey[]): string {
  if (typeof index !== 'number') return list === undefined ? file : `${file} · ${String(list)}`
  const held = (json as { readonly cases: readonly unknown[] }).cases[index]
  const name = caseName.safeParse((held as { readonly name?: unknown } | null)?.name)
  const member = dottedPath(rest.map(String))
  return [file, name.success ? name.data : `cases[${index}]`, ...(member ? [member] : [])].join(' · ')
}
