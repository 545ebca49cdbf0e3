import { claimingRules, decide, knownFrom } from '../../decide/decide.js'
import { confirm } from '../../decide/engine.js'
import { parseSituation } from '../../decide/situation.js'
import type { StatedFacts } from '../../decide/statedFacts.js'
import { TimbangError } from '../../errors.js'
import { contentOf, type JsonFile, readJson } from '../../json/jsonText.js'
import { checkIterable, optionsGiven } from '../../options.js'
import { checkPack, oncePerPack, type Pack } from '../../pack/pack.js'
import { daySchema } from '../../pack/texts/textSchema.js'
import type { WeighOptions } from '../../weigh/assess.js'
import { checkFramework } from '../../weigh/frameworkOpinions.js'
import { withColumns } from './columns.js'
import { referred } from './referred.js'
import type { Screened, Unreadable, Weighed } from './screened.js'
import { plainLineOf } from './tables/plainLine.js'
import { WeigherByTables } from './tables/weigherByTables.js'
import { weighedAlone } from './weighedAlone.js'

/** What a caller may choose. */
export interface ScreenOptions extends WeighOptions {
  /** Which share of the situations json-rules-engine confirms, from 0 to 1 (0.01); the same ones in every run. */
  readonly confirm?: number | undefined
  /** The number of the first situation (1). */
  readonly first?: number | undefined
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
  const plain = typeof given === 'string' ? plainLineOf(pack)(given) : undefined
  const file = typeof given === 'string' && !plain ? readJson({ path: 'line', text: given }) : undefined
  try {
    const { ref, stated } = plain ?? statedIn(file ? parsedJson(file) : given, pack)
    const weighed = weigherOf(pack)(stated, options)
    if (confirmed) await confirmedAs(weighed, stated, pack, options)
    return { line, ...(ref !== undefined && { ref }), ...weighed, ...(confirmed && { confirmed }) }
  } catch (error) {
    if (!(error instanceof TimbangError) || error.code === 'broken-invariant') throw error
    if (typeof given !== 'string') return { line, issues: error.issues }
    return { line, issues: withColumns(error.issues, file ?? readJson({ path: 'line', text: given }), pack) }
  }
}

function statedIn<S>(given: unknown, pack: Pack<S>): { ref?: string; stated: StatedFacts } {
  const { ref, situation } = referred(given)
  return { ...(ref !== undefined && { ref }), stated: parseSituation(situation, pack) }
}

/** Before so many situations it takes longer to begin tables than to weigh each by itself. */
const fewest = 60

/** Weighs by the tables of the day and the framework last asked for, since a caller asks for the same of all. */
const weigherOf = oncePerPack((pack) => {
  let [last, count]: [string | undefined, number] = [undefined, 0]
  let tables: WeigherByTables<unknown> | undefined
  return (stated: StatedFacts, { on, framework }: WeighOptions): Weighed => {
    const key = `${on} ${framework}`
    if (key !== last) [last, count, tables] = [key, 0, undefined]
    count += 1
    if (count > fewest) tables ??= new WeigherByTables(pack, { on, framework })
    return tables?.weighed(stated) ?? weighedAlone(stated, pack, { on, framework })
  }
})

/** Hands what holds to json-rules-engine, once it was found by the rules themselves and is what the tables said. */
async function confirmedAs<S>(
  weighed: Weighed,
  stated: StatedFacts,
  pack: Pack<S>,
  options: WeighOptions,
): Promise<void> {
  const known = knownFrom(stated, pack)
  const findings = decide(known, pack, options.on)
  await confirm(findings, known, pack)
  if (claimingRules(findings).join() !== weighed.rules.join())
    throw new TimbangError('broken-invariant', [{ place: 'rules', message: 'do not hold as the tables of them say' }])
}

/** What a line says; one that says a thing twice says nothing, since nobody knows which was meant. */
function parsedJson(file: JsonFile): unknown {
  const [first] = file.problems
  if (first === undefined) return contentOf(file)
  const message = first.repeats ? 'a name stands twice in one object' : 'is not JSON'
  throw new TimbangError('invalid-json', [{ place: 'line', message }])
}
