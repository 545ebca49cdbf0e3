import { compiledPack } from '../../decide/compiledPack.js'
import type { Conditions, Leaf } from '../../pack/conditions.js'
import { leafTruth } from '../../pack/evaluation.js'
import type { Fact } from '../../pack/fact.js'
import { leavesRead } from '../../pack/factsRead.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { valueNames } from '../../pack/factTypes/wordList.js'
import { grouped } from '../../pack/grouped.js'
import type { Pack } from '../../pack/pack.js'
import { regionFact } from '../../vocabulary.js'
import type { CheckedPack } from './check.js'
import type { Remark, RemarkKind } from './remark.js'
import type { RuleCollision } from './ruleCollisions.js'

/** What is declared and never used, cannot be told apart, or says nothing. */
export function declarationRemarks({ pack, collisions }: CheckedPack): readonly Remark[] {
  const rules = [...pack.rules.values()]
  const asked = rules.flatMap(({ pushes, whenOverridden }) => [
    ...pushes.map(({ action }) => action),
    ...whenOverridden,
  ])
  const named = [...rules, ...pack.actions.values()].flatMap(({ role }) => role ?? [])
  const actions = [...asked, ...pack.header.whenUndecided.actions]
  return [
    ...factRemarks(pack),
    ...unused('actions', pack.actions, actions, 'never-asked-for', 'no rule asks for it or against it'),
    ...principleRemarks(pack),
    ...unused('roles', pack.roles, named, 'never-used', 'no rule and no action names it'),
    ...unused('sources', pack.sources, cited(pack), 'never-cited', 'nothing cites it'),
    ...silentFrameworks(pack, collisions),
    ...sourceRemarks(pack),
  ]
}

/** A principle that a framework ranks may wait for the rules of others. */
function principleRemarks({ principles, rules, frameworks }: Pack<unknown>): readonly Remark[] {
  const served = [...rules.values()].flatMap((rule) => rule.principles)
  const guidelines = [...frameworks.values()].flatMap((framework) => framework.guidelines)
  const ranked = new Set(
    guidelines.flatMap(({ order = [], prevails = [], over = [] }) => [...order.flat(), ...prevails, ...over]),
  )
  return unused('principles', principles, served, 'never-served', 'no rule serves it').map((remark) => {
    const [, name = ''] = remark.place.split(' · ')
    return ranked.has(name)
      ? { ...remark, level: 'note', message: `${remark.message}, though a framework ranks it` }
      : remark
  })
}

/** Every source that something stands on. */
function cited({ header, facts, rules, principles, frameworks }: Pack<unknown>): readonly string[] {
  const ranking = [...frameworks.values()]
  const standing = [
    ...[...rules.values()].flatMap((rule) => [rule, ...(rule.otherPositions ?? [])]),
    ...principles.values(),
    ...ranking,
    ...ranking.flatMap(({ guidelines }) => guidelines),
    ...[...facts.values()].flatMap(({ presume }) => (presume ? [presume, ...(presume.where ?? [])] : [])),
    ...(header.findOut ? [header.findOut] : []),
    header.whenUndecided,
    ...(header.panels ?? []),
  ]
  return standing.flatMap(({ sources }) => sources)
}

function unused(
  part: string,
  declared: ReadonlyMap<string, unknown>,
  used: readonly string[],
  kind: RemarkKind,
  message: string,
): readonly Remark[] {
  const known = new Set(used)
  const left = [...declared.keys()].filter((name) => !known.has(name))
  return left.map((name) => ({ kind, level: 'warning', place: `${part} · ${name}`, message }))
}

function factRemarks(pack: Pack<unknown>): readonly Remark[] {
  const comparisons = conditionsOf(pack).flatMap((conditions) => leavesRead(conditions, pack.facts))
  const facts = [...pack.facts.values()]
  // In which part of a country it happens is read by the law that holds in one part only.
  const placed = [...pack.sources.values()].some(({ region }) => region !== undefined) ? [regionFact] : []
  // Of any action it can be told in which state it is, whether or not a rule reads that of this one already.
  const told = facts.filter(({ ofActions }) => ofActions).map(({ name }) => name)
  const compared = comparisons.map(({ fact }) => fact)
  const read = [...compared, ...pack.header.openers, ...derivationReads(pack), ...placed]
  return [
    ...unused(
      'facts',
      pack.facts,
      [...read, ...told],
      'never-read',
      'no rule, derivation, guideline or opener reads it',
    ),
    ...openerRemarks(comparisons, pack),
    ...facts.flatMap((fact) => valueRemarks(fact, comparisons, pack)),
    ...facts.filter(unfound).map(({ name }) => ({
      kind: 'not-found-out' as const,
      level: 'note' as const,
      place: `facts · ${name}`,
      message: 'marks danger and has no `findOutBy`: while it is open, no action is asked for to find it out',
    })),
  ]
}

/** Everything that is compared in a pack; what marks danger is compared wherever a sign of danger is looked for. */
export function conditionsOf(pack: Pack<unknown>): readonly Conditions[] {
  const rules = [...pack.rules.values()]
  const whens = [...pack.frameworks.values()].flatMap(({ guidelines }) => guidelines.flatMap(({ when }) => when ?? []))
  return [
    ...rules.flatMap(({ conditions, unless }) => [conditions, ...unless.map((one) => one.conditions)]),
    ...whens,
    ...[...pack.actions.values()].flatMap(({ done }) => done?.conditions ?? []),
    ...[...pack.facts.values()].flatMap(({ presume }) => (presume?.where ?? []).map((one) => one.conditions)),
    compiledPack(pack).dangerSigns,
  ]
}

function derivationReads({ facts }: Pack<unknown>): readonly string[] {
  const derivations = [...facts.values()].flatMap(({ derivedFrom }) => derivedFrom ?? [])
  return derivations.flatMap((conditions) => leavesRead(conditions, facts).map(({ fact }) => fact))
}

function openerRemarks(comparisons: readonly Leaf[], { header }: Pack<unknown>): readonly Remark[] {
  const read = new Set(comparisons.map(({ fact }) => fact))
  const first = [...header.openers, ...(header.panels ?? []).flatMap(({ asks }) => asks)]
  const idle = [...new Set(first)].filter((name) => !read.has(name))
  return idle.map((name) => ({
    kind: 'opens-nothing',
    level: 'warning',
    place: 'pack · openers',
    message: `\`${name}\` is asked first and read by no rule`,
  }))
}

/** What follows from other facts is found out through them. */
function unfound({ danger, findOutBy, derivedFrom }: Fact): boolean {
  return danger !== undefined && findOutBy === undefined && derivedFrom === undefined
}

function valueRemarks(fact: Fact, comparisons: readonly Leaf[], { facts }: Pack<unknown>): readonly Remark[] {
  const own = comparisons.filter((leaf) => leaf.fact === fact.name)
  if (own.length === 0 || typeOf(fact).input === 'members') return []
  const note = (message: string): Remark => ({
    kind: 'never-told-apart',
    level: 'note',
    place: `facts · ${fact.name}`,
    message,
  })
  const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')
  return alike(fact, own, facts).map((group) => note(`no condition tells ${listed(group)} apart`))
}

/** The words between which no comparison makes a difference, in groups of two or more. */
function alike(fact: Fact, comparisons: readonly Leaf[], facts: Pack['facts']): readonly (readonly string[])[] {
  const truths = comparisons.map((leaf) => leafTruth(leaf, facts))
  const truthsOf = (word: string) => truths.map((truth) => truth(typeOf(fact).compared(fact, word))).join()
  return [...grouped(valueNames(fact), truthsOf).values()].filter((group) => group.length > 1)
}

/** A framework of which nobody ever hears where it matters: in collisions that exception and force leave open. */
function silentFrameworks({ frameworks }: Pack<unknown>, collisions: readonly RuleCollision[]): readonly Remark[] {
  if (collisions.some(({ meeting, unfinished }) => unfinished || meeting === 'not decided')) return []
  const heard = collisions.flatMap(({ outcomes }) => outcomes.flatMap(({ counsels }) => counsels.flatMap(speaking)))
  const message = 'speaks of no collision that can happen and that neither exception nor force settles'
  return unused('frameworks', frameworks, heard, 'never-decides', message)
}

function speaking({ opinions }: RuleCollision['outcomes'][number]['counsels'][number]): readonly string[] {
  return opinions.flatMap(({ prevails, framework }) => (prevails ? [framework.name] : []))
}

/** Each source that was not verified; those verified through another text are counted. */
function sourceRemarks({ sources }: Pack<unknown>): readonly Remark[] {
  const all = [...sources.values()]
  const second = all.filter(({ verified }) => verified === 'secondary').length
  return [
    ...all
      .filter(({ verified }) => verified === 'no')
      .map(
        ({ name }): Remark => ({
          kind: 'not-verified',
          level: 'warning',
          place: `sources · ${name}`,
          message: 'is not verified: nobody has read in the text itself, or in another, that it says so',
        }),
      ),
    ...(second === 0
      ? []
      : [
          {
            kind: 'not-verified',
            level: 'note',
            place: 'sources',
            message: `${second} of ${all.length} are verified through another text only`,
          } as const,
        ]),
  ]
}
