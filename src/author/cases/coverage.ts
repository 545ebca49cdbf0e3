import { type CompiledRule, compiledPack, type Known } from '../../decide/compiledPack.js'
import { decide, type Finding, findingOn, isClaiming, knownOrContradiction } from '../../decide/decide.js'
import { leaves } from '../../pack/conditions.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import { jurisdictionFact } from '../../vocabulary.js'
import { type Weighing, weigh } from '../../weigh/weigh.js'
import type { CaseFile } from './caseFile.js'
import { type KnownCase, knownCases } from './readableCases.js'
import { jurisdictionOf } from './ruleJurisdiction.js'

/** What cases can show of a rule, each kind in a sentence; the order is that of the report. */
export const coverageKinds = [
  'applies',
  'does-not-apply',
  'undetermined',
  'excepted',
  'not-excepted',
  'prevails',
  'stands-without',
  'abroad',
] as const
export type CoverageKind = (typeof coverageKinds)[number]

/** Something of a rule that cases can show, and whether any does. */
interface Outcome {
  readonly kind: CoverageKind
  readonly rule: string
  readonly place: string
  readonly shown: boolean
  /** Said where no case shows it. */
  readonly message: string
}

/** How much of one kind the cases show; the share is a percentage, rounded down. */
export interface CoverageCount {
  readonly kind: CoverageKind
  readonly shown: number
  readonly wanted: number
  readonly share: number
}

/** What the cases together show of the rules, counted in outcomes, and each outcome that no case shows. */
export interface Coverage {
  readonly counts: readonly CoverageCount[]
  readonly shown: number
  readonly wanted: number
  readonly share: number
  readonly missing: readonly Omit<Outcome, 'shown'>[]
}

/**
 * Which outcomes of the rules the cases show: every rule applying, not applying and not known; every `unless` taking its
 * rule away by itself, and known not to hold; every exception prevailing, and the rule it names standing without it; every
 * rule of one country silent in another. Cases whose situation is refused show nothing. `rules` names those to count; without
 * it, all of the files.
 */
export function coverage<S>(
  files: readonly CaseFile[],
  pack: Pack<S>,
  { rules }: { readonly rules?: readonly string[] } = {},
): Coverage {
  checkPack(pack)
  const cases = knownCases(files, pack).map((one) => weighed(one, pack))
  const counting = [...pack.rules.values()].filter(({ name }) => rules === undefined || rules.includes(name))
  const outcomes = counting.flatMap((rule) => outcomesOf(rule, cases, pack))
  const counted = (some: readonly Outcome[]) => {
    const count = some.filter((one) => one.shown).length
    return {
      shown: count,
      wanted: some.length,
      share: some.length === 0 ? 100 : Math.floor((100 * count) / some.length),
    }
  }
  return {
    counts: coverageKinds.map((kind) => ({ kind, ...counted(outcomes.filter((one) => one.kind === kind)) })),
    ...counted(outcomes),
    missing: outcomes.flatMap(({ shown, ...outcome }) => (shown ? [] : [outcome])),
  }
}

/** A case with what its rules were found to say. */
interface Weighed extends Pick<KnownCase, 'known' | 'options'> {
  readonly weighing: Weighing
  /** The names of the rules of which a claim stands. */
  readonly standing: ReadonlySet<string>
  readonly findingOf: (rule: Rule) => Finding
}

function weighed<S>({ known, options }: KnownCase, pack: Pack<S>): Weighed {
  const weighing = weigh(decide(known, pack, options.on), known, pack, options.framework)
  const { places } = compiledPack(pack)
  return {
    known,
    options,
    weighing,
    standing: new Set([...weighing.labels].flatMap(([{ rule }, label]) => (label === 'in' ? [rule.name] : []))),
    findingOf: (rule) => weighing.findings[places.get(rule) as number] as Finding,
  }
}

/** Something that cases can show: its kind, what is said where no case does, and whether one does. */
type Wanted = readonly [kind: CoverageKind, message: string, shows: (one: Weighed) => boolean]

/** All that cases can show of a rule. */
function outcomesOf<S>(rule: Rule, cases: readonly Weighed[], pack: Pack<S>): Outcome[] {
  const wanted = [...ofItself(rule, pack), ...ofUnless(rule), ...ofExceptions(rule), ...ofJurisdiction(rule, pack)]
  return wanted.map(([kind, message, shows]) => {
    return { kind, rule: rule.name, place: `${rule.file} · ${rule.name}`, shown: cases.some(shows), message }
  })
}

function ofItself<S>(rule: Rule, pack: Pack<S>): Wanted[] {
  const found = (outcome: Finding['outcome']) => (one: Weighed) => one.findingOf(rule).outcome === outcome
  const open: Wanted = ['undetermined', 'no case leaves open whether it applies', found('undetermined')]
  return [
    ['applies', 'no case shows it applying', (one) => isClaiming(one.findingOf(rule))],
    ['does-not-apply', 'no case shows it not applying', found('does-not-apply')],
    ...(isPresumed(rule, pack) ? [] : [open]),
  ]
}

function ofUnless(rule: Rule): Wanted[] {
  return rule.unless.flatMap(({ name }, i): Wanted[] => [
    ['excepted', `no case shows it excepted by \`${name}\` alone`, (one) => exceptedAlone(one.findingOf(rule), i)],
    [
      'not-excepted',
      `no case shows it applying while \`${name}\` is known not to hold`,
      (one) => isClaiming(one.findingOf(rule)) && one.findingOf(rule).unless[i] === false,
    ],
  ])
}

function ofExceptions(rule: Rule): Wanted[] {
  return rule.exceptionTo.flatMap((loser): Wanted[] => [
    ['prevails', `no case shows \`${loser}\` giving way to it`, ({ weighing }) => prevails(rule, loser, weighing)],
    ['stands-without', `no case shows \`${loser}\` standing without it`, (one) => standsWithout(rule, loser, one)],
  ])
}

function ofJurisdiction<S>(rule: Rule, pack: Pack<S>): Wanted[] {
  const home = jurisdictionOf(rule)?.home
  if (home === undefined) return []
  const message = 'no case shows it silent in another country where it would speak in its own'
  return [['abroad', message, (one) => isSilentAbroad(rule, home, one, pack)]]
}

function exceptedAlone({ holds, unless }: Finding, index: number): boolean {
  return holds === true && unless.every((truth, i) => (truth === true) === (i === index))
}

/** Whether a rule reads only what is presumed while not stated, so that it is never undetermined. */
function isPresumed<S>({ conditions }: Rule, pack: Pack<S>): boolean {
  return leaves(conditions).every(({ fact }) => pack.facts.get(fact)?.presume !== undefined)
}

function prevails(winner: Rule, loser: string, { collisions, labels }: Weighing): boolean {
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

function standsWithout(winner: Rule, loser: string, { findingOf, standing }: Weighed): boolean {
  return standing.has(loser) && !isClaiming(findingOf(winner))
}

function isSilentAbroad<S>(rule: Rule, home: readonly string[], one: Weighed, pack: Pack<S>): boolean {
  const stated = one.known.stated.get(jurisdictionFact)
  if (typeof stated !== 'string' || home.includes(stated)) return false
  return home.some((place) => {
    const there = knownOrContradiction(new Map([...one.known.stated, [jurisdictionFact, place]]), pack)
    return typeof there !== 'string' && isClaiming(findingThere(rule, there, one, pack))
  })
}

function findingThere<S>(rule: Rule, there: Known, { options }: Weighed, pack: Pack<S>): Finding {
  const { rules, places } = compiledPack(pack)
  return findingOn(rules[places.get(rule) as number] as CompiledRule, there, options.on ?? pack.asOf)
}
