import { advisedActions } from '../../advise/advise.js'
import { dilemmas } from '../../advise/dilemmas.js'
import { draftOf } from '../../advise/reasons.js'
import { questions } from '../../ask/questions.js'
import { compiledPack, type Known } from '../../decide/compiledPack.js'
import { claimingRules, decide, inForce, knownFrom } from '../../decide/decide.js'
import { parseSituation } from '../../decide/situation.js'
import { TimbangError, unfitOption } from '../../errors.js'
import { quoted } from '../../issueCodes.js'
import { checkIterable, type OptionNames, optionsGiven } from '../../options.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import { daySchema } from '../../pack/texts/textSchema.js'
import { type Urgency, urgencies } from '../../vocabulary.js'
import { type Assessment, assessFindings, type WeighOptions } from '../../weigh/assess.js'
import { isTowards } from '../../weigh/claims.js'
import { checkFramework } from '../../weigh/frameworkOpinions.js'
import { type CardKind, cardDrafts } from '../cards/cardDrafts.js'
import type { CardSource } from '../cards/cardSource.js'
import { type CaseCounts, type CountedCase, cardFigures, countCases } from './cardCounts.js'

/** What a caller may choose. */
export interface BudgetOptions extends WeighOptions {
  /** What is less urgent than this makes no card (`routine`: all does). */
  readonly least?: Urgency | undefined
  /** Whether to look for the questions, which may make a card, too (no: it takes most of the time). */
  readonly questions?: boolean | undefined
  readonly limits?: BudgetLimits | undefined
}

/** What must not be exceeded, so that a build fails before workers stop reading. */
export interface BudgetLimits {
  /** Cards per hundred cases, by how soon, or of all. */
  readonly perHundred?: { readonly [U in Urgency | 'all']?: number | undefined } | undefined
  /** How many rules may never hold, always hold, and be near-duplicates. */
  readonly never?: number | undefined
  readonly always?: number | undefined
  readonly duplicates?: number | undefined
}

/** Two rules that hold together in nearly all cases in which either does, and ask for the same. */
export interface NearDuplicate {
  readonly rules: readonly [string, string]
  /** In how many cases both hold, and in how many either does. */
  readonly both: number
  readonly either: number
}

/** How many cards a caseload makes, and of what. */
export interface Budget {
  readonly cases: number
  readonly cards: number
  /** Per hundred cases, to one decimal. */
  readonly perHundred: Readonly<Record<Urgency | 'all', number>>
  readonly kinds: Readonly<Record<CardKind, number>>
  /** How many cases make no card, one, two, and so on. */
  readonly perCase: readonly number[]
  /** The rules in force that hold in no case, and in every case. */
  readonly never: readonly string[]
  readonly always: readonly string[]
  readonly duplicates: readonly NearDuplicate[]
  /** Cards per hundred cases that hold something for a role. */
  readonly roles: Readonly<Record<string, number>>
  /** The limits that are exceeded. */
  readonly exceeded: readonly { readonly limit: string; readonly most: number; readonly found: number }[]
}

const optionNames: OptionNames<BudgetOptions> = {
  on: true,
  framework: true,
  least: true,
  questions: true,
  limits: true,
}
const limitNames: OptionNames<BudgetLimits> = { perHundred: true, never: true, always: true, duplicates: true }
const eachUrgency = { immediate: true, prompt: true, routine: true } as const satisfies Record<Urgency, true>

/**
 * Counts the cards that situations would make, before anybody is shown one: most alerts that nobody counted are overridden.
 * @throws TimbangError `invalid-options`, or `invalid-situation` of the first that cannot be read, with its number
 */
export function budget<S>(situations: Iterable<NoInfer<S>>, pack: Pack<S>, options: BudgetOptions = {}): Budget {
  checkPack(pack)
  checkIterable(situations, 'situations')
  const { limits = {}, ...given } = optionsGiven(options, optionNames)
  const checked = checkedLimits(limits)
  checkOptions(given, pack)
  const counted = countCases(told(situations, pack, given))
  const found = { ...cardFigures(counted), ...rulesIn(counted, pack, given.on ?? pack.asOf) }
  return { ...found, exceeded: exceeded(found, checked) }
}

/** Of limits nothing may be misspelt: one that limits nothing would let everything pass. */
function checkedLimits(given: BudgetLimits): BudgetLimits {
  const { perHundred: of = {}, ...counts } = optionsGiven<BudgetLimits>(given, limitNames, 'options.limits')
  const perHundred = optionsGiven<NonNullable<BudgetLimits['perHundred']>>(
    of,
    { ...eachUrgency, all: true },
    'options.limits.perHundred',
  )
  for (const [place, held] of Object.entries({ perHundred, counts }))
    for (const [name, one] of Object.entries(held))
      if (typeof one !== 'number' || !(one >= 0))
        throw unfitOption(
          `options.limits.${place === 'counts' ? name : `${place}.${name}`}`,
          'must be a number of at least 0',
        )
  return { perHundred, ...counts }
}

function checkOptions<S>({ on, framework, least, questions: asked }: BudgetOptions, pack: Pack<S>): void {
  if (on !== undefined && !daySchema.safeParse(on).success)
    throw new TimbangError('invalid-options', [{ place: 'options.on', message: 'must be a day such as `2026-01-31`' }])
  if (least !== undefined && !urgencies.includes(least))
    throw unfitOption('options.least', `must be one of ${quoted(urgencies)}`)
  if (asked !== undefined && typeof asked !== 'boolean')
    throw unfitOption('options.questions', 'must be `true` or `false`')
  checkFramework(framework, pack)
}

function* told<S>(situations: Iterable<unknown>, pack: Pack<S>, options: BudgetOptions): Generator<CountedCase> {
  let place = 0
  for (const situation of situations) {
    place += 1
    yield toldOf(situation, place, pack, options)
  }
}

function toldOf<S>(situation: unknown, place: number, pack: Pack<S>, options: BudgetOptions): CountedCase {
  try {
    const known = knownFrom(parseSituation(situation, pack), pack)
    const findings = decide(known, pack, options.on)
    const now = assessFindings(findings, known, pack, options)
    return { drafts: cardDrafts(sourceOf(now, known, pack, options), options), holding: claimingRules(findings) }
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    const issues = error.issues.map((issue) => ({ ...issue, place: `${place} · ${issue.place}` }))
    throw new TimbangError(error.code, issues)
  }
}

function sourceOf<S>(assessment: Assessment, known: Known, pack: Pack<S>, options: BudgetOptions): CardSource {
  const draft = draftOf(assessment, known, pack, options)
  return {
    actions: advisedActions(draft),
    danger: compiledPack(pack).dangerStated(known.values) === true,
    dilemmas: dilemmas(draft),
    urgency: assessment.urgency,
    questions: options.questions ? questions(assessment, known, pack, options) : null,
  }
}

/** What stands out among the rules in force: those that hold never, always, or together. */
function rulesIn<S>({ cases, held, together }: CaseCounts, pack: Pack<S>, on: string) {
  const rules = [...pack.rules.values()].filter((rule) => inForce(rule, on))
  const count = ({ name }: Rule) => held.get(name) ?? 0
  const names = (some: readonly Rule[]) => some.map(({ name }) => name).sort()
  return {
    never: names(rules.filter((rule) => count(rule) === 0)),
    always: cases === 0 ? [] : names(rules.filter((rule) => count(rule) === cases)),
    duplicates: nearDuplicates(rules, held, together),
  }
}

/** Of what share of the cases in which either of two rules holds both must, and in how many. */
const nearly = { share: 0.95, cases: 2 }

function nearDuplicates(
  rules: readonly Rule[],
  held: ReadonlyMap<string, number>,
  together: ReadonlyMap<string, number>,
): readonly NearDuplicate[] {
  const byName = new Map(rules.filter(({ standing }) => !standing).map((rule) => [rule.name, rule]))
  return [...together].sort().flatMap(([pair, both]) => {
    const [one, other] = pair.split(' ').map((name) => byName.get(name)) as [Rule | undefined, Rule | undefined]
    if (!one || !other || both < nearly.cases || !asksTheSame(one, other)) return []
    const either = (held.get(one.name) ?? 0) + (held.get(other.name) ?? 0) - both
    return both / either < nearly.share ? [] : [{ rules: [one.name, other.name] as const, both, either }]
  })
}

/** Whether two rules push one action in the same direction. */
function asksTheSame(one: Rule, other: Rule): boolean {
  return one.pushes.some(({ action, force }) =>
    other.pushes.some((push) => push.action === action && isTowards(push.force) === isTowards(force)),
  )
}

/** The limits that are exceeded, each with what was found. */
function exceeded(
  { perHundred, never, always, duplicates }: Omit<Budget, 'exceeded'>,
  { perHundred: most = {}, ...counts }: BudgetLimits,
): Budget['exceeded'] {
  const found = { never: never.length, always: always.length, duplicates: duplicates.length }
  return [
    ...([...urgencies, 'all'] as const).map((one) => ({
      limit: `perHundred.${one}`,
      most: most[one],
      found: perHundred[one],
    })),
    ...(['never', 'always', 'duplicates'] as const).map((one) => ({
      limit: one,
      most: counts[one],
      found: found[one],
    })),
  ].flatMap((one) => (one.most !== undefined && one.found > one.most ? [{ ...one, most: one.most }] : []))
}
