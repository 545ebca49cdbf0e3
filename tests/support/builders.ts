import fc from 'fast-check'
import { knownOrContradiction } from '../../src/decide/decide.js'
import { atPaths } from '../../src/decide/nestedFacts.js'
import { parseSituation } from '../../src/decide/situation.js'
import { type Conditions, type Leaf, leaves, type Scalar } from '../../src/pack/conditions.js'
import type { Fact } from '../../src/pack/fact.js'
import { type FactType, factTypes, typeOf } from '../../src/pack/factTypes/factTypes.js'
import { everyName, valueNames } from '../../src/pack/factTypes/wordList.js'
import type { OtherPositionSource } from '../../src/pack/otherPosition.js'
import type { AnySituation, Pack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import type { RuleSource } from '../../src/pack/rule.js'
import { bases, type Force, forces, type Text, urgencies } from '../../src/vocabulary.js'

/* Small packs by hand. */

export type FactSource = PackSource['facts'][number]
type FrameworkSource = PackSource['frameworks'][number]
type Guideline = FrameworkSource['guidelines'][number]
type Params = RuleSource['event']['params']

/** The same words in every language, told apart by the language. */
export function says(words: string): Text {
  return { en: words, id: `${words} (id)` }
}

/** One comparison, as conditions a rule may have. */
export function when(fact: string, value: Leaf['value'] = true, operator: Leaf['operator'] = 'equal'): Conditions {
  return { all: [{ fact, operator, value }] }
}

interface FactParts extends Omit<FactSource, 'label' | 'type' | 'values'> {
  readonly type?: FactType
  readonly values?: readonly string[]
}

/** A fact with its words; of type yes-no unless said otherwise, with a question unless it is derived. */
export function fact({ name, type = 'yes-no', values, ...rest }: FactParts): FactSource {
  return {
    name,
    label: says(name),
    ...(rest.derivedFrom === undefined && { ask: says(`${name}?`) }),
    type,
    ...(values && { values: values.map((value) => ({ value, label: says(value) })) }),
    ...rest,
  }
}

interface RuleParts extends Partial<Omit<Params, 'principles'>> {
  readonly name: string
  readonly conditions?: Conditions
  /** The leading principle. */
  readonly principle?: string
}

/** A rule with its words; without conditions of its own it holds where abuse is suspected. */
export function rule({ name, conditions, principle = 'protection-of-life', ...params }: RuleParts): RuleSource {
  return {
    name,
    conditions: conditions ?? when('abuse.suspected'),
    event: {
      type: principle,
      params: {
        principles: [principle],
        basis: 'practice',
        urgency: 'routine',
        because: says(`because of ${name}`),
        sources: [params.basis === 'law' ? 'LAW-ID' : 'CODE-1'],
        ...params,
      },
    },
  }
}

interface PositionParts extends Partial<OtherPositionSource> {
  readonly name: string
}

/** Another published position with its words. */
export function position({ name, ...asks }: PositionParts): OtherPositionSource {
  return { name, because: says(`${name} holds`), agreed: says('something is done'), sources: ['BOOK-1'], ...asks }
}

/** Where a duty does not arise. */
export function unless(name: string, conditions: Conditions): NonNullable<Params['unless']>[number] {
  return { name, because: says(`unless ${name}`), conditions }
}

/** A framework of one guideline for each part given. */
export function framework(name: string, ...guidelines: Partial<Guideline>[]): FrameworkSource {
  return {
    name,
    label: says(name),
    sources: ['BOOK-1'],
    guidelines: guidelines.map((one, i) => ({
      name: `${name}-${i}`,
      because: says(`guideline ${i} of ${name}`),
      sources: ['BOOK-1'],
      ...one,
    })),
  }
}

export type PackParts = Partial<Omit<PackSource, 'pack' | 'rules'>> & {
  readonly pack?: Partial<PackSource['pack']>
  readonly rules?: readonly RuleSource[]
}

/** A small pack, valid and complete, as the JSON of its files; any part may be replaced. */
export function packSource({ pack, rules, ...parts }: PackParts = {}): PackSource {
  return {
    pack: { ...tinyHeader, ...pack },
    facts: tinyFacts,
    principles: ['protection-of-life', 'confidentiality', 'self-determination', 'justice'].map(principle),
    actions: [
      { name: 'disclose-to-protect', label: says('disclose'), incompatibleWith: ['keep-confidential'] },
      { name: 'keep-confidential', label: says('keep confidential') },
      { name: 'tell-first', label: says('tell the client first') },
      { name: 'assess-risk', label: says('assess the risk') },
      { name: 'respect-choice', label: says('respect the choice') },
      { name: 'consult-supervisor', label: says('consult') },
      { name: 'document-decision', label: says('document') },
    ],
    roles: [{ name: 'guardian', label: says('guardian') }],
    sources: tinySources,
    frameworks: [
      framework('life-first', { order: [['protection-of-life'], ['confidentiality', 'self-determination']] }),
    ],
    rules: { 'rules/tiny.json': { standard: says('Tiny standard'), rules: [...(rules ?? tinyRules)] } },
    ...parts,
  }
}

function principle(name: string): PackSource['principles'][number] {
  return { name, label: says(name), means: says(`what ${name} means`), sources: ['CODE-1'] }
}

const tinyHeader: PackSource['pack'] = {
  name: 'tiny',
  version: '1.0.0',
  title: says('Tiny pack'),
  asOf: '2026-01-31',
  openers: ['abuse.suspected', 'risk.severity'],
  findOut: {
    principle: 'protection-of-life',
    force: 'must',
    urgency: 'prompt',
    basis: 'practice',
    role: 'guardian',
    because: says('a sign of danger is stated and a danger is open'),
    sources: ['CODE-1'],
  },
  whenUndecided: {
    actions: ['consult-supervisor', 'document-decision'],
    because: says('nothing decides'),
    sources: ['CODE-1'],
  },
}

const tinyFacts: FactSource[] = [
  fact({ name: 'case.jurisdiction', type: 'one-of', values: ['ID', 'US', 'other'], background: true }),
  fact({ name: 'abuse.suspected' }),
  fact({ name: 'abuse.victimSafeNow', danger: [false], findOutBy: 'assess-risk' }),
  fact({
    name: 'risk.severity',
    type: 'scale',
    values: ['none', 'minor', 'serious'],
    danger: ['serious'],
    findOutBy: 'assess-risk',
  }),
  fact({ name: 'risk.target', type: 'some-of', values: ['self', 'child', 'partner'] }),
  fact({ name: 'client.ageYears', type: 'number', min: 0, max: 120 }),
  fact({ name: 'client.isMinor', derivedFrom: when('client.ageYears', 18, 'lessThan') }),
  fact({
    name: 'client.hasCapacity',
    presume: { value: true, because: says('capacity is presumed'), sources: ['LAW-ID'] },
  }),
  fact({ name: 'consent.given' }),
]

const tinySources: PackSource['sources'] = [
  source('CODE-1', 'code'),
  source('BOOK-1', 'literature'),
  { ...source('LAW-ID', 'law'), jurisdiction: 'ID' },
  { ...source('LAW-US', 'law'), jurisdiction: 'US' },
]

function source(name: string, kind: PackSource['sources'][number]['kind']): PackSource['sources'][number] {
  return { name, cite: says(name), work: name, section: '1', year: 2020, kind, says: says('so'), verified: 'primary' }
}

const tinyRules: RuleSource[] = [
  rule({
    name: 'keep-confidence',
    principle: 'confidentiality',
    must: ['keep-confidential'],
    basis: 'code',
    whenOverridden: ['tell-first', 'document-decision'],
    unless: [unless('client-consents', when('consent.given'))],
  }),
  rule({
    name: 'disclose-grave-danger',
    conditions: when('risk.severity', 'serious'),
    must: ['disclose-to-protect'],
    urgency: 'immediate',
    role: 'guardian',
    exceptionTo: ['keep-confidence'],
  }),
  rule({
    name: 'respect-the-adult',
    principle: 'self-determination',
    conditions: {
      all: [
        { fact: 'client.hasCapacity', operator: 'equal', value: true },
        { not: { fact: 'client.isMinor', operator: 'equal', value: true } },
      ],
    },
    should: ['respect-choice'],
    standing: true,
  }),
]

/* Random packs: numbers without a bound, read as names of what the pack has, so that every pack is accepted and shrinks. */

/** A random small pack that `createPack` accepts, as JSON. */
export function arbitraryPack(): fc.Arbitrary<PackSource> {
  return packSketch.map(packFrom)
}

/** A random situation of a pack: facts left out, not known when asked, or stated, never contradicting what follows. */
export function situationOf<S>(pack: Pack<S>): fc.Arbitrary<S> {
  return fc
    .array(answerSketch, { minLength: pack.facts.size, maxLength: pack.facts.size, size: 'max' })
    .map((sketches) => consistentSituation(pack, sketches.map(partialAnswer)))
}

/** The same with every fact that is not derived stated, of a list every member; a derived fact may be stated as it follows. */
export function completeSituationOf<S>(pack: Pack<S>): fc.Arbitrary<S> {
  return fc
    .array(answerSketch, { minLength: pack.facts.size, maxLength: pack.facts.size, size: 'max' })
    .map((sketches) => consistentSituation(pack, sketches.map(completeAnswer)))
}

/** A situation as it is written, from the facts by their dotted names. */
export function nested(facts: Iterable<readonly [string, unknown]>): AnySituation {
  return atPaths([...facts].map(([name, value]) => [name.split('.'), value]))
}

const number = fc.noBias(fc.nat(997))
const numbers = (maxLength: number, minLength = 0) => fc.array(number, { minLength, maxLength, size: 'max' })
const chance = (percent: number) => fc.noBias(fc.nat(99)).map((n) => n >= 100 - percent)

interface AnswerSketch {
  readonly how: number
  readonly value: number
  readonly members: readonly number[]
}

const answerSketch: fc.Arbitrary<AnswerSketch> = fc.record({ how: number, value: number, members: numbers(6, 6) })

function partialAnswer({ how, value, members }: AnswerSketch): (fact: Fact) => unknown {
  const stated = how % 100 >= 45
  const asked = how % 100 >= 40
  return (fact) => {
    if (!stated) return asked ? null : undefined
    if (fact.type !== 'some-of') return statedValue(fact, value)
    const words = fromSomewhere(everyName(fact), value)
    const chosen = words.filter((_, i) => (members[i] as number) % 3 === 0)
    if (value % 4 === 0) return words[0]
    if (value % 4 === 1 && chosen.length > 0) return chosen
    const told = words.map((word, i) => [word, [true, false, null, undefined][(members[i] as number) % 4]] as const)
    return Object.fromEntries(told.filter(([, so]) => so !== undefined))
  }
}

function completeAnswer({ how, value, members }: AnswerSketch): (fact: Fact) => unknown {
  return (fact) => {
    if (fact.derivedFrom !== undefined) return how % 2 === 0 ? undefined : statedValue(fact, value)
    if (fact.type !== 'some-of') return statedValue(fact, value)
    const words = fromSomewhere(everyName(fact), value)
    return Object.fromEntries(words.map((word, i) => [word, (members[i] as number) % 2 === 0]))
  }
}

/** A list from one of its places on and round to it: what is said of the first few is then said of any. */
function fromSomewhere<T>(list: readonly T[], n: number): readonly T[] {
  const start = n % list.length
  return [...list.slice(start), ...list.slice(0, start)]
}

function statedValue(fact: Fact, value: number): Scalar {
  if (fact.type === 'yes-no') return value % 2 === 1
  if (fact.type === 'number') return (fact.min ?? 0) + (value % (2 * ((fact.max ?? 20) - (fact.min ?? 0)) + 1)) / 2
  return pick(valueNames(fact), value)
}

function consistentSituation<S>(pack: Pack<S>, answers: readonly ((fact: Fact) => unknown)[]): S {
  const facts = [...pack.facts.values()].map((fact, i) => [fact.name, answers[i]?.(fact)] as const)
  const stated = new Map(facts.filter(([, value]) => value !== undefined))
  for (;;) {
    const situation = nested(stated)
    const known = knownOrContradiction(parseSituation(situation, pack), pack)
    if (typeof known !== 'string') return situation as S
    stated.delete(known)
  }
}

function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T
}

/** The earlier ones more often, so that more claims meet on them. */
function pickEarly<T>(list: readonly T[], n: number): T {
  return list[Math.floor((n / 998) ** 2 * list.length)] as T
}

function picked<T>(list: readonly T[], numbers: readonly number[]): T[] {
  return list.length === 0 ? [] : [...new Set(numbers.map((n) => pick(list, n)))]
}

/** Conditions whose leaves name fact, operator and values by number. */
type Sketch =
  | { readonly leaf: readonly [fact: number, operator: number, values: readonly number[]] }
  | { readonly all: readonly Sketch[] }
  | { readonly any: readonly Sketch[] }
  | { readonly not: Sketch }

const { tree, top } = fc.letrec<{ leaf: Sketch; list: Sketch[]; tree: Sketch; top: Sketch }>((tie) => ({
  leaf: fc.record({ leaf: fc.tuple(number, number, numbers(3, 1)) }),
  list: fc.array(tie('tree'), { minLength: 1, maxLength: 3, size: 'max' }),
  tree: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: tie('leaf') },
    { weight: 1, arbitrary: fc.record({ all: tie('list') }) },
    { weight: 1, arbitrary: fc.record({ any: tie('list') }) },
    { weight: 1, arbitrary: fc.record({ not: tie('tree') }) },
  ),
  top: fc.oneof(
    { weight: 6, arbitrary: fc.record({ all: fc.array(tie('leaf'), { minLength: 1, maxLength: 2 }) }) },
    { weight: 2, arbitrary: fc.record({ all: tie('list') }) },
    { weight: 2, arbitrary: fc.record({ any: tie('list') }) },
    { weight: 1, arbitrary: fc.record({ not: tie('tree') }) },
  ),
}))

function conditionsFrom(sketch: Sketch, facts: readonly FactSource[]): Conditions {
  if ('all' in sketch) return { all: sketch.all.map((part) => conditionsFrom(part, facts)) }
  if ('any' in sketch) return { any: sketch.any.map((part) => conditionsFrom(part, facts)) }
  if ('not' in sketch) return { not: conditionsFrom(sketch.not, facts) }
  const [n, how, values] = sketch.leaf
  const read = pick(facts, n) as Fact
  const operator = pick(typeOf(read).operators, how)
  const constants = [...new Set(values.map((value) => constantFrom(read, value)))]
  return { fact: read.name, operator, value: ['in', 'notIn'].includes(operator) ? constants : pick(constants, 0) }
}

function constantFrom(read: Fact, value: number): Scalar {
  if (read.type === 'yes-no') return value % 2 === 0
  return read.type === 'number' ? (read.min ?? 0) + (value % 5) * 4 : pick(valueNames(read), value)
}

const factSketch = fc.record({
  type: fc.constantFrom(...factTypes, 'yes-no' as const, 'scale' as const),
  size: fc.integer({ min: 2, max: 4 }),
  ranged: fc.boolean(),
  danger: fc.option(numbers(2, 1), { freq: 1 }),
  findOutBy: fc.option(number, { freq: 1 }),
  presume: fc.option(number, { freq: 1 }),
  derivedFrom: fc.option(tree, { freq: 1 }),
  asked: fc.boolean(),
  background: chance(15),
})
type FactSketch = typeof factSketch extends fc.Arbitrary<infer T> ? T : never

const ruleSketch = fc.record({
  conditions: top,
  pushes: fc.array(fc.tuple(number, fc.constantFrom(...forces)), { minLength: 1, maxLength: 3, size: 'max' }),
  principle: number,
  basis: fc.constantFrom(...bases),
  urgency: fc.constantFrom(...urgencies, 'routine' as const),
  guardian: chance(20),
  unless: fc.array(top, { maxLength: 2, size: 'max' }),
  exceptionTo: numbers(2),
  whenOverridden: numbers(2),
  standing: chance(15),
  jurisdiction: fc.option(number, { freq: 5 }),
  inForce: fc.constantFrom({}, {}, {}, { from: '2026-02-01' }, { from: '2025-01-01' }, { until: '2026-01-31' }),
})
type RuleSketch = typeof ruleSketch extends fc.Arbitrary<infer T> ? T : never

const guidelineSketch = fc.record({
  kind: fc.constantFrom('order', 'prevails', 'basis'),
  principles: numbers(6, 2),
  split: number,
  bases: fc.shuffledSubarray([...bases], { minLength: 2 }),
  when: fc.option(tree, { freq: 1 }),
})
type GuidelineSketch = typeof guidelineSketch extends fc.Arbitrary<infer T> ? T : never

const packSketch = fc.record({
  facts: fc.array(factSketch, { minLength: 3, maxLength: 8, size: 'max' }),
  jurisdiction: chance(30),
  principles: fc.integer({ min: 2, max: 5 }),
  actions: fc.array(
    fc.record({
      others: numbers(2),
      urgency: fc.option(fc.constantFrom(...urgencies), { freq: 1 }),
      guardian: chance(20),
    }),
    { minLength: 3, maxLength: 8, size: 'max' },
  ),
  rules: fc.array(ruleSketch, { minLength: 2, maxLength: 14, size: 'max' }),
  frameworks: fc.array(fc.array(guidelineSketch, { minLength: 1, maxLength: 3, size: 'max' }), {
    maxLength: 3,
    size: 'max',
  }),
  openers: numbers(3, 1),
  findOut: fc.record({
    principle: number,
    force: fc.constantFrom('must' as const, 'should' as const),
    urgency: fc.constantFrom(...urgencies),
    basis: fc.constantFrom(...bases),
  }),
  whenUndecided: numbers(2, 1),
})
type PackSketch = typeof packSketch extends fc.Arbitrary<infer T> ? T : never

function packFrom(sketch: PackSketch): PackSource {
  const principles = Array.from({ length: sketch.principles }, (_, i) => `principle-${i}`)
  const actions = sketch.actions.map((one, i) => actionFrom(i, one, sketch.actions.length))
  const names = actions.map(({ name }) => name)
  const facts: FactSource[] = []
  for (const one of sketch.facts) facts.push(factFrom(one, facts, names))
  const all = sketch.jurisdiction
    ? [fact({ name: 'case.jurisdiction', type: 'one-of', values: ['ID', 'US'], background: true }), ...facts]
    : facts
  const rules: RuleSource[] = []
  for (const one of sketch.rules) rules.push(ruleFrom(one, rules, { principles, actions, facts: all }))
  return packSource({
    pack: {
      name: 'random',
      openers: picked(
        all.filter(({ ask }) => ask).map(({ name }) => name),
        sketch.openers,
      ),
      findOut: {
        ...sketch.findOut,
        principle: pick(principles, sketch.findOut.principle),
        because: says('a danger is open'),
        sources: ['CODE-1'],
      },
      whenUndecided: { ...tinyHeader.whenUndecided, actions: picked(compatible(actions), sketch.whenUndecided) },
    },
    facts: all,
    principles: principles.map(principle),
    actions,
    frameworks: sketch.frameworks.map((guidelines, i) =>
      framework(`framework-${i}`, ...guidelines.map((one) => guidelineFrom(one, principles, all))),
    ),
    rules,
  })
}

type ActionSketch = PackSketch['actions'][number]

function actionFrom(
  i: number,
  { others, urgency, guardian }: ActionSketch,
  count: number,
): PackSource['actions'][number] {
  const names = Array.from({ length: count }, (_, n) => `action-${n}`)
  const incompatibleWith = picked(names, others).filter((name) => name !== names[i])
  return {
    name: names[i] as string,
    label: says(`action ${i}`),
    ...(urgency && { urgency }),
    ...(guardian && { role: 'guardian' }),
    ...(incompatibleWith.length > 0 && { incompatibleWith }),
  }
}

/** How many comparisons conditions make once what their facts follow from is written out. */
function written(conditions: Conditions, facts: readonly FactSource[]): number {
  return leaves(conditions).reduce((sum, { fact: name }) => {
    const derivedFrom = facts.find((one) => one.name === name)?.derivedFrom as Conditions | undefined
    return sum + 1 + (derivedFrom === undefined ? 0 : written(derivedFrom, facts))
  }, 0)
}

/**
 * Only a yes-no fact is derived, from a few of the facts before it; what marks danger presumes nothing; the first fact is
 * plain.
 */
function factFrom(sketch: FactSketch, before: readonly FactSource[], actions: readonly string[]): FactSource {
  const { type } = sketch
  const name = `some.f${before.length}`
  const values = ['one-of', 'some-of', 'scale'].includes(type)
    ? Array.from({ length: sketch.size }, (_, i) => `v${i}`)
    : undefined
  const following =
    type === 'yes-no' && before.length > 0 && sketch.derivedFrom
      ? conditionsFrom(sketch.derivedFrom, before)
      : undefined
  const derivedFrom = following && written(following, before) <= 10 ? following : undefined
  const danger = derivedFrom && presumes(derivedFrom, before) ? [] : dangerFrom(sketch, values)
  const presumable = danger.length === 0 && !derivedFrom && type !== 'some-of' && sketch.presume !== null
  const shape = {
    name,
    label: says(name),
    type,
    ...(values && { values: values.map((value) => ({ value, label: says(value) })) }),
  }
  return fact({
    name,
    type,
    ...(values && { values }),
    ...(type === 'number' && sketch.ranged && { min: 0, max: 20 }),
    ...(derivedFrom && { derivedFrom, ...(sketch.asked && { ask: says(`${name}?`) }) }),
    ...(danger.length > 0 && { danger }),
    ...(danger.length > 0 && sketch.findOutBy !== null && { findOutBy: pick(actions, sketch.findOutBy) }),
    ...(presumable && {
      presume: { value: constantFrom(shape, sketch.presume as number), because: says('presumed'), sources: ['CODE-1'] },
    }),
    ...(sketch.background && { background: true as const }),
  })
}

/** Some values mark danger, and one is left that does not. */
function dangerFrom({ type, danger }: FactSketch, values: readonly string[] | undefined): Scalar[] {
  if (danger === null || type === 'number') return []
  if (type === 'yes-no') return [(danger[0] as number) % 2 === 0]
  const marked = picked(values ?? [], danger)
  return marked.length < (values ?? []).length ? marked : marked.slice(1)
}

function presumes(conditions: Conditions, facts: readonly FactSource[]): boolean {
  if ('all' in conditions) return conditions.all.some((part) => presumes(part, facts))
  if ('any' in conditions) return conditions.any.some((part) => presumes(part, facts))
  if ('not' in conditions) return presumes(conditions.not, facts)
  const read = facts.find(({ name }) => name === conditions.fact)
  return read?.presume !== undefined || (!!read?.derivedFrom && presumes(read.derivedFrom as Conditions, facts))
}

interface Declared {
  readonly principles: readonly string[]
  readonly actions: PackSource['actions']
  readonly facts: readonly FactSource[]
}

/** A rule is an exception to rules before it only, and asks for nothing that excludes itself. */
function ruleFrom(sketch: RuleSketch, before: readonly RuleSource[], { principles, actions, facts }: Declared) {
  const exceptionTo = picked(
    before.map(({ name }) => name),
    sketch.exceptionTo,
  )
  const whenOverridden = picked(compatible(actions), sketch.whenOverridden)
  const jurisdiction = facts.find(({ name }) => name === 'case.jurisdiction') ? sketch.jurisdiction : null
  return rule({
    name: `rule-${before.length}`,
    conditions: conditionsFrom(sketch.conditions, facts),
    principle: pick(principles, sketch.principle),
    basis: sketch.basis,
    urgency: sketch.urgency,
    sources: ['CODE-1', 'LAW-ID', 'LAW-US'],
    ...pushesFrom(sketch.pushes, actions),
    ...(sketch.guardian && { role: 'guardian' }),
    ...(sketch.unless.length > 0 && {
      unless: sketch.unless.map((one, i) => unless(`unless-${i}`, conditionsFrom(one, facts))),
    }),
    ...(exceptionTo.length > 0 && { exceptionTo }),
    ...(whenOverridden.length > 0 && { whenOverridden }),
    ...(sketch.standing && { standing: true as const }),
    ...(jurisdiction !== null && { jurisdiction: [pick(['ID', 'US'], jurisdiction)] }),
    ...(Object.keys(sketch.inForce).length > 0 && { inForce: sketch.inForce }),
  })
}

/** Some actions that can all be done together: what is owed to several duties at once is taken from them. */
function compatible(actions: PackSource['actions']): string[] {
  const chosen: PackSource['actions'] = []
  for (const one of actions) if (!chosen.some((other) => excludes(one, other) || excludes(other, one))) chosen.push(one)
  return chosen.map(({ name }) => name)
}

function excludes({ incompatibleWith = [] }: PackSource['actions'][number], other: { name: string }): boolean {
  return incompatibleWith.includes(other.name)
}

function pushesFrom(sketches: readonly (readonly [number, Force])[], actions: PackSource['actions']) {
  const pushes: { action: PackSource['actions'][number]; force: Force }[] = []
  const towards = (force: Force) => ['must', 'should', 'may'].includes(force)
  for (const [n, force] of sketches) {
    const action = pickEarly(actions, n)
    const clash = pushes.some(
      (other) =>
        other.action === action ||
        (towards(force) && towards(other.force) && (excludes(action, other.action) || excludes(other.action, action))),
    )
    if (!clash) pushes.push({ action, force })
  }
  const of = (force: Force) => pushes.filter((push) => push.force === force).map(({ action }) => action.name)
  return Object.fromEntries(forces.filter((force) => of(force).length > 0).map((force) => [force, of(force)]))
}

function guidelineFrom(sketch: GuidelineSketch, principles: readonly string[], facts: readonly FactSource[]) {
  const ranked = picked(principles, sketch.principles)
  const some = ranked.length < 2 ? [...principles].slice(0, 2) : ranked
  const cut = 1 + (sketch.split % (some.length - 1))
  const when = sketch.when === null ? {} : { when: conditionsFrom(sketch.when, facts) }
  if (sketch.kind === 'basis') return { basis: sketch.bases, ...when }
  if (sketch.kind === 'order') return { order: [some.slice(0, cut), some.slice(cut)], ...when }
  return { prevails: some.slice(0, cut), over: some.slice(cut), ...when }
}
