import { leftToDo, type SaidOfAction, saidOfActions } from '../../advise/rankActions.js'
import { compiledPack } from '../../decide/compiledPack.js'
import { claimingRules, decide, knownFrom } from '../../decide/decide.js'
import { doneActions } from '../../decide/doneActions.js'
import { confirm } from '../../decide/engine.js'
import { parseSituation } from '../../decide/situation.js'
import { TimbangError } from '../../errors.js'
import { contentOf, type JsonFile, readJson } from '../../json/jsonText.js'
import { checkIterable, optionsGiven } from '../../options.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import { daySchema } from '../../pack/texts/textSchema.js'
import { type Kind, type Status, statuses, type Urgency, urgencies } from '../../vocabulary.js'
import { kindOf, type WeighOptions, weighActions } from '../../weigh/assess.js'
import { checkFramework } from '../../weigh/frameworkOpinions.js'
import { urgencyOf } from '../../weigh/urgency.js'
import { type LineIssue, withColumns } from './columns.js'
import { referred } from './referred.js'

/** What a caller may choose. */
export interface ScreenOptions extends WeighOptions {
  /** Which share of the situations json-rules-engine confirms, from 0 to 1 (0.01); the same ones in every run. */
  readonly confirm?: number | undefined
  /** The number of the first situation (1). */
  readonly first?: number | undefined
}

/** What the rules say of one situation of many: names alone, the actions by status. */
export interface Screened {
  /** Its place among those given; of a file, its line. */
  readonly line: number
  /** The reference under which it was given, if any. */
  readonly ref?: string
  readonly kind: Kind
  readonly urgency: Urgency
  readonly danger: boolean
  readonly actions: { readonly [S in Status]?: readonly string[] }
  /** Of these, those that are due at once, and those that are due soon. */
  readonly urgent: { readonly [U in Exclude<Urgency, 'routine'>]?: readonly string[] }
  /** The rules that hold. */
  readonly rules: readonly string[]
  readonly confirmed?: true
}

/** One that could not be read, and why. */
export interface Unreadable {
  readonly line: number
  readonly issues: readonly LineIssue[]
}

/**
 * Weighs many situations, one after the other as they come, and keeps none. Each is a situation, or `{ ref, situation }` with a
 * reference of digits, hyphens and the letters a to f; a text is read as JSON. What cannot be read is told with its number, of a
 * text with the column too, and the rest is done; an empty line gives nothing, and counts. Unlike `advise` it confirms only a share of what it decides.
 * @throws TimbangError `invalid-options`, or `broken-invariant` where the two evaluations disagree
 */
export async function* screen<S>(
  situations: Iterable<unknown> | AsyncIterable<unknown>,
  pack: Pack<S>,
  options: ScreenOptions = {},
): AsyncGenerator<Screened | Unreadable, void, undefined> {
  checkPack(pack)
  checkIterable(situations, 'situations')
  const given = optionsGiven<ScreenOptions>(options, { on: true, framework: true, confirm: true, first: true })
  checkOptions(given, pack)
  const { confirm: share = 0.01, first = 1 } = given
  let line = first
  for await (const one of situations) {
    if (!isBlank(one)) yield await screened(one, line, pack, given, isChosen(line, share))
    line += 1
  }
}

function checkOptions<S>({ on, framework, confirm: share = 0, first = 1 }: ScreenOptions, pack: Pack<S>): void {
  if (on !== undefined && !daySchema.safeParse(on).success) throw unfit('on', 'must be a day such as `2026-01-31`')
  if (!(share >= 0 && share <= 1)) throw unfit('confirm', 'must be a share from 0 to 1')
  if (!Number.isSafeInteger(first) || first < 1) throw unfit('first', 'must be a whole number of at least 1')
  checkFramework(framework, pack)
}

function unfit(option: string, message: string): TimbangError {
  return new TimbangError('invalid-options', [{ place: `options.${option}`, message }])
}

function isBlank(given: unknown): boolean {
  return typeof given === 'string' && given.trim() === ''
}

/** Whether one is confirmed: spread evenly over the numbers, and the same in every run. */
function isChosen(line: number, share: number): boolean {
  return share > 0 && (Math.imul(line, spread) >>> 0) / 2 ** 32 < share
}

/** An odd number near the golden section of 2 to the 32, whose multiples are spread evenly. */
const spread = 0x9e3779b1

async function screened<S>(
  given: unknown,
  line: number,
  pack: Pack<S>,
  options: ScreenOptions,
  confirmed: boolean,
): Promise<Screened | Unreadable> {
  const file = typeof given === 'string' ? readJson({ path: 'line', text: given }) : undefined
  try {
    const { ref, situation } = referred(file ? parsedJson(file) : given)
    const known = knownFrom(parseSituation(situation, pack), pack)
    const findings = decide(known, pack, options.on)
    if (confirmed) await confirm(findings, known, pack)
    const weighed = weighActions(findings, known, pack, options)
    const left = leftToDo(weighed.statuses, doneActions(known, pack))
    const said = [...saidOfActions(weighed)].filter(([action]) => left.has(action))
    return {
      line,
      ...(ref !== undefined && { ref }),
      kind: kindOf(weighed, known, pack, options),
      urgency: urgencyOf(weighed.weighing, known, pack),
      danger: compiledPack(pack).dangerStated(known.values) === true,
      actions: listed(said, statuses, 'status'),
      urgent: listed(said, soon, 'urgency'),
      rules: claimingRules(findings),
      ...(confirmed && { confirmed }),
    }
  } catch (error) {
    if (!(error instanceof TimbangError) || error.code === 'broken-invariant') throw error
    return { line, issues: file ? withColumns(error.issues, file, pack) : error.issues }
  }
}

/** What a line says; one that says a thing twice says nothing, since nobody knows which was meant. */
function parsedJson(file: JsonFile): unknown {
  const [first] = file.problems
  if (first === undefined) return contentOf(file)
  const message = first.repeats ? 'a name stands twice in one object' : 'is not JSON'
  throw new TimbangError('invalid-json', [{ place: 'line', message }])
}

const soon = urgencies.filter((one) => one !== 'routine')

/** The names of the actions of which each word of a list is said; a word that is said of none is left out. */
function listed<W extends Status | Urgency>(
  said: readonly (readonly [string, SaidOfAction])[],
  words: readonly W[],
  part: keyof SaidOfAction,
): Partial<Record<W, readonly string[]>> {
  const found: Partial<Record<W, readonly string[]>> = {}
  for (const word of words) {
    const names = said.flatMap(([action, one]) => (one[part] === word ? [action] : [])).sort()
    if (names.length > 0) found[word] = names
  }
  return found
}

/** Whether one could be read. */
export function isScreened(result: Screened | Unreadable): result is Screened {
  return 'kind' in result
}
