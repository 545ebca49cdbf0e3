import fc from 'fast-check'
import jsonLogic, { type RulesLogic } from 'json-logic-js'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { describe, expect, test } from 'vitest'
import { decide, type Finding, knownFrom } from '../../src/decide/decide.js'
import { confirm } from '../../src/decide/engine.js'
import { engineForm } from '../../src/decide/engineForm.js'
import { parseSituation } from '../../src/decide/situation.js'
import type { Conditions, Leaf, Scalar } from '../../src/pack/conditions.js'
import { type AnySituation, createPack, type Pack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import type { RuleSource } from '../../src/pack/rule.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import {
  arbitraryPack,
  completeSituationOf,
  fact,
  nested,
  packSource,
  rule,
  unless,
  when,
} from '../support/builders.js'
import { runs, wholeOr } from '../support/sample.js'
import { shippedSource } from '../support/shipped.js'

/*
 * Three evaluators that share no code but the JSON of the rules: timbang, json-rules-engine over all rules (ranks for
 * words, derived facts written out where they are read), and json-logic (lists of words for ranks, derived facts computed
 * before). Where every fact is stated they must say the same.
 */

describe('where every fact is stated', () => {
  test('timbang, json-rules-engine and json-logic find the same in twenty thousand random situations', async () => {
    const cases = arbitraryPack().chain((source) =>
      fc.tuple(
        fc.constant(source),
        fc.array(completeSituationOf(createPack(source)), { minLength: 50, maxLength: 50, size: 'max' }),
      ),
    )
    const tried = runs(400, 10)
    let compared = 0
    await fc.assert(
      fc.asyncProperty(cases, async ([source, situations]) => {
        compared += situations.length
        await expectAgreement(source, createPack(source), situations)
      }),
      tried,
    )
    expect(compared).toBe(50 * tried.numRuns)
  })

  test('they find the same over the shipped rules', async () => {
    const some = wholeOr(10, 3)
    await fc.assert(
      fc.asyncProperty(fc.array(completeSituationOf(socialWork), { minLength: some, maxLength: some }), (situations) =>
        expectAgreement(shippedSource(), socialWork as Pack, situations),
      ),
      runs(30, 1),
    )
  })
})

describe('no advice is given where the two evaluations disagree', () => {
  const pack = createPack(
    packSource({
      rules: [
        rule({
          name: 'keep-confidence',
          conditions: { any: [eq('abuse.suspected', true), eq('consent.given', true)] },
          must: ['keep-confidential'],
          unless: [unless('grave', when('risk.severity', 'serious'))],
        }),
        rule({ name: 'disclose', conditions: when('risk.severity', 'serious'), must: ['disclose-to-protect'] }),
      ],
    }),
  )
  const situation = { abuse: { suspected: true }, consent: { given: true }, risk: { severity: 'minor' } }
  const known = knownFrom(parseSituation(situation, pack), pack)
  const findings = decide(known, pack)
  const tampered = (name: string, change: (finding: Finding) => Partial<Finding>) =>
    findings.map((finding) => (finding.rule.name === name ? { ...finding, ...change(finding) } : finding))
  const disagreement = (place: string) => ({
    code: 'broken-invariant',
    issues: [{ place, message: 'the two evaluations disagree about this rule, so no advice is given' }],
  })

  test('findings that were not tampered with are confirmed', async () => {
    expect([...(await confirm(findings, known, pack)).keys()]).toEqual(['keep-confidence'])
  })

  test('a rule said to hold that does not is refused', async () => {
    const wrong = tampered('disclose', () => ({ holds: true, outcome: 'applies' }))
    await expect(confirm(wrong, known, pack)).rejects.toMatchObject(disagreement('disclose'))
  })

  test('an `unless` said to hold that does not is refused', async () => {
    const wrong = tampered('keep-confidence', () => ({ unless: [true], outcome: 'excepted' }))
    await expect(confirm(wrong, known, pack)).rejects.toMatchObject(disagreement('keep-confidence · grave'))
  })

  test('a leaf that differs is refused, though the rule holds for both', async () => {
    const wrong = tampered('keep-confidence', ({ rule }) => ({
      rule: { ...rule, conditions: { any: [eq('abuse.suspected', true), eq('consent.given', false)] } },
    }))
    await expect(confirm(wrong, known, pack)).rejects.toMatchObject(disagreement('keep-confidence'))
  })

  test('facts that changed between deciding and confirming are refused', async () => {
    const later = knownFrom(parseSituation({ ...situation, abuse: {}, consent: {} }, pack), pack)
    await expect(confirm(findings, later, pack)).rejects.toMatchObject(disagreement('keep-confidence'))
  })
})

describe('the oracles tell true from false', () => {
  const source = packSource({
    facts: [
      fact({ name: 'abuse.suspected' }),
      fact({ name: 'risk.severity', type: 'scale', values: ['none', 'minor', 'serious'] }),
      fact({ name: 'risk.target', type: 'some-of', values: ['self', 'child'] }),
      fact({ name: 'risk.grave', derivedFrom: when('risk.severity', 'minor', 'greaterThan') }),
    ],
    pack: { openers: ['abuse.suspected'] },
    rules: [
      rule({
        name: 'protect',
        conditions: {
          all: [eq('risk.grave', true), { not: { fact: 'risk.target', operator: 'contains', value: 'self' } }],
        },
        must: ['disclose-to-protect'],
        unless: [unless('no-abuse', when('abuse.suspected', true, 'notEqual'))],
      }),
    ],
  })
  test.each([
    ['serious', { self: false, child: true }, true, ['protect']],
    ['minor', { self: false, child: true }, true, []],
    ['serious', { self: true, child: true }, true, []],
    ['serious', { self: false, child: true }, false, ['protect', 'protect · no-abuse']],
  ])('severity %s, target %o, abuse %s', async (severity, target, suspected, holding) => {
    const situation = { abuse: { suspected }, risk: { severity, target } }
    const facts = plainFacts(source, situation)
    expect([...(await byEngine(engineOf(source), facts))].sort()).toEqual(holding)
    expect([...byLogic(source, facts)].sort()).toEqual(holding)
  })
})

async function expectAgreement(source: PackSource, pack: Pack, situations: readonly unknown[]): Promise<void> {
  const engine = engineOf(source)
  const stock = engineOver(engineForm(situations[0] as AnySituation, pack).rules)
  const inForce = rulesOf(source)
    .filter(isInForce(source))
    .flatMap(partsOf)
    .map(({ name }) => name)
  for (const situation of situations) {
    const facts = plainFacts(source, situation)
    const engineSays = await byEngine(engine, facts)
    const found = decide(knownFrom(parseSituation(situation, pack), pack), pack)
    const told = {
      timbang: holding(found),
      engine: inForce.filter((name) => engineSays.has(name)).sort(),
      logic: [...byLogic(source, facts)].filter((name) => inForce.includes(name)).sort(),
    }
    expect(told).toEqual({ timbang: told.timbang, engine: told.timbang, logic: told.timbang })
    expect(found.filter(({ outcome }) => outcome === 'undetermined' || outcome === 'presumed')).toEqual([])
    const form = engineForm(situation as AnySituation, pack)
    expect([...(await byEngine(stock, form.facts))].sort()).toEqual(unexcepted(source, engineSays))
  }
}

/** The rules and the `unless` that timbang finds to hold. */
function holding(found: readonly Finding[]): string[] {
  return found
    .filter(({ rule }) => rule.findsOut === undefined)
    .flatMap(({ rule, holds, unless: excepted }) => [
      ...(holds ? [rule.name] : []),
      ...rule.unless.filter((_, i) => excepted[i]).map(({ name }) => `${rule.name} · ${name}`),
    ])
    .sort()
}

function unexcepted(source: PackSource, holds: ReadonlySet<string>): string[] {
  return rulesOf(source)
    .filter(
      (one) =>
        holds.has(one.name) &&
        !partsOf(one)
          .slice(1)
          .some(({ name }) => holds.has(name)),
    )
    .map(({ name }) => name)
    .sort()
}

function rulesOf(source: PackSource): RuleSource[] {
  return Object.values(source.rules).flatMap(({ rules }) => rules)
}

function isInForce({ pack: { asOf } }: PackSource): (rule: RuleSource) => boolean {
  return ({ event: { params } }) => (params.inForce?.from ?? '') <= asOf && asOf <= (params.inForce?.until ?? '9')
}

/** The conditions of a rule, within its jurisdiction, and of each `unless`. */
function partsOf({ name, conditions, event: { params } }: RuleSource): { name: string; conditions: Conditions }[] {
  const own = conditions as Conditions
  const within = params.jurisdiction?.map((country) => eq('case.jurisdiction', country))
  return [
    { name, conditions: within ? { all: [own, { any: within }] } : own },
    ...(params.unless ?? []).map((one) => ({
      name: `${name} · ${one.name}`,
      conditions: one.conditions as Conditions,
    })),
  ]
}

function eq(fact: string, value: Scalar): Leaf {
  return { fact, operator: 'equal', value }
}

type FactSource = PackSource['facts'][number]
type PlainFacts = ReadonlyMap<string, Scalar | readonly string[]>

/** The stated facts by their dotted names: words for words, a list of the members that are so; without the derived ones. */
function plainFacts({ facts }: PackSource, situation: unknown): PlainFacts {
  const asked = facts.filter(({ derivedFrom }) => derivedFrom === undefined)
  return new Map(
    asked.map(({ name, type }) => {
      const value = name.split('.').reduce<unknown>((held, key) => (held as Record<string, unknown>)[key], situation)
      return [name, type === 'some-of' ? Object.keys(value as object).filter(isSo(value)) : (value as Scalar)]
    }),
  )
}

function isSo(members: unknown): (member: string) => boolean {
  return (member) => (members as Record<string, boolean>)[member] === true
}

function declared({ facts }: PackSource, name: string): FactSource {
  return facts.find((one) => one.name === name) as FactSource
}

/* The stock engine. */

function engineOf(source: PackSource): { engine: Engine; ranked: (facts: PlainFacts) => Record<string, unknown> } {
  const parts = rulesOf(source).flatMap(partsOf)
  const { engine } = engineOver(
    parts.map(({ name, conditions }) => ({
      name,
      conditions: rankedConditions(conditions, source),
      event: { type: 'found' },
    })),
  )
  const ranked = (facts: PlainFacts) =>
    Object.fromEntries([...facts].map(([name, value]) => [name, rankOf(declared(source, name), value)]))
  return { engine, ranked }
}

function engineOver(rules: readonly object[]): { engine: Engine } {
  return { engine: new Engine(rules as RuleProperties[]) }
}

async function byEngine(
  { engine, ranked }: { engine: Engine; ranked?: (facts: PlainFacts) => Record<string, unknown> },
  facts: object,
): Promise<ReadonlySet<string>> {
  const { results } = await engine.run(ranked ? ranked(facts as PlainFacts) : (facts as Record<string, unknown>))
  return new Set(results.map(({ name }) => name as string))
}

function rankedConditions(conditions: Conditions, source: PackSource): Conditions {
  if ('all' in conditions) return { all: conditions.all.map((part) => rankedConditions(part, source)) }
  if ('any' in conditions) return { any: conditions.any.map((part) => rankedConditions(part, source)) }
  if ('not' in conditions) return { not: rankedConditions(conditions.not, source) }
  const read = declared(source, conditions.fact)
  if (read.derivedFrom !== undefined) {
    const written = rankedConditions(read.derivedFrom as Conditions, source)
    return (conditions.operator === 'equal') === conditions.value ? written : { not: written }
  }
  return { ...conditions, value: rankOf(read, conditions.value) } as Leaf
}

/** Scales by the place of the word in their list; anything else as it is. */
function rankOf({ type, values = [] }: FactSource, value: Scalar | readonly Scalar[]): unknown {
  if (type !== 'scale') return value
  const place = (word: Scalar) => values.findIndex((one) => one.value === word)
  return typeof value === 'object' ? value.map(place) : place(value)
}

/* json-logic. */

function byLogic(source: PackSource, facts: PlainFacts): ReadonlySet<string> {
  const data = nested(facts)
  const told = new Map<string, unknown>(facts)
  for (const { name, derivedFrom } of derivedLast(source))
    told.set(name, jsonLogic.apply(logic(derivedFrom as Conditions, source), nested(told)))
  const all = told.size === facts.size ? data : nested(told)
  return new Set(
    rulesOf(source)
      .flatMap(partsOf)
      .filter(({ conditions }) => jsonLogic.apply(logic(conditions, source), all) === true)
      .map(({ name }) => name),
  )
}

/** The derived facts, each after those that it reads. */
function derivedLast({ facts }: PackSource): FactSource[] {
  const waiting = facts.filter(({ derivedFrom }) => derivedFrom !== undefined)
  const ordered: FactSource[] = []
  while (ordered.length < waiting.length) {
    const open = waiting.filter((one) => !ordered.includes(one))
    const next = open.find((one) => !open.some(({ name }) => JSON.stringify(one.derivedFrom).includes(`"${name}"`)))
    ordered.push(next as FactSource)
  }
  return ordered
}

function logic(conditions: Conditions, source: PackSource): RulesLogic {
  if ('all' in conditions) return { and: conditions.all.map((part) => logic(part, source)) } as RulesLogic
  if ('any' in conditions) return { or: conditions.any.map((part) => logic(part, source)) } as RulesLogic
  if ('not' in conditions) return { '!': [logic(conditions.not, source)] } as RulesLogic
  return leafLogic(conditions, declared(source, conditions.fact)) as RulesLogic
}

/** An order on words is told by the list of the words that are before or after; an order on numbers by comparison. */
function leafLogic({ fact: name, operator, value }: Leaf, { type, values = [] }: FactSource): object {
  const told = { var: name }
  const words = values.map((one) => one.value)
  const place = words.indexOf(value as string)
  const scale = type === 'scale'
  const logics: Record<Leaf['operator'], () => object> = {
    equal: () => ({ '===': [told, value] }),
    notEqual: () => ({ '!==': [told, value] }),
    in: () => ({ in: [told, value] }),
    notIn: () => ({ '!': [{ in: [told, value] }] }),
    lessThan: () => (scale ? { in: [told, words.slice(0, place)] } : { '<': [told, value] }),
    lessThanInclusive: () => (scale ? { in: [told, words.slice(0, place + 1)] } : { '<=': [told, value] }),
    greaterThan: () => (scale ? { in: [told, words.slice(place + 1)] } : { '>': [told, value] }),
    greaterThanInclusive: () => (scale ? { in: [told, words.slice(place)] } : { '>=': [told, value] }),
    contains: () => ({ in: [value, told] }),
    doesNotContain: () => ({ '!': [{ in: [value, told] }] }),
  }
  return logics[operator]()
}
