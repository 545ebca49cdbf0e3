import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Facts } from './conditions.js'
import { type Issue, issuesOf, TimbangError } from './errors.js'
import type { Conditions, Fact } from './facts.js'
import { plainCopy } from './plain.js'
import {
  type Action,
  type Framework,
  type Header,
  type PackSource,
  type Principle,
  packSourceSchema,
  type Role,
  type Rule,
  type RuleSource,
  type Source,
} from './rule.js'
import { soundnessIssues } from './soundness.js'
import { forces, jurisdictionFact, type Text } from './vocabulary.js'

/** A situation whose facts are not known to the compiler: nested, as declared by the pack. */
export type AnySituation = Readonly<Record<string, unknown>>

/**
 * Facts, principles, actions, sources, frameworks and rules that belong together, checked and ready to weigh with.
 * `S` is the type of the situations it understands; `digest` is the SHA-256 of its content as canonical JSON.
 */
export interface Pack<S = AnySituation> {
  readonly name: string
  readonly version: string
  readonly title: Text
  readonly asOf: string
  readonly digest: string
  readonly header: Header
  readonly facts: Facts
  readonly principles: ReadonlyMap<string, Principle>
  readonly actions: ReadonlyMap<string, Action>
  readonly roles: ReadonlyMap<string, Role>
  readonly sources: ReadonlyMap<string, Source>
  readonly frameworks: ReadonlyMap<string, Framework>
  readonly rules: ReadonlyMap<string, Rule>
  /** Never set; carries the type of the situation. */
  readonly situation?: S
}

const limits = { depth: 24, nodes: 1_000_000, text: 5_000 }

/**
 * Makes a pack from the JSON of its files and refuses it whole if anything in it could go wrong later.
 * @throws TimbangError `invalid-pack` with every issue found, each with file, rule and place, and a suggestion where one is near
 */
export function createPack<S = AnySituation>(source: unknown): Pack<S> {
  const plain = plainCopy(source, 'pack', limits)
  if ('issues' in plain) throw new TimbangError('invalid-pack', plain.issues)
  const parsed = packSourceSchema.safeParse(plain.value)
  if (!parsed.success) throw refusedPack(issuesOf(parsed.error, (path) => placeIn(plain.value, path)))
  const issues = soundnessIssues(parsed.data)
  if (issues.length > 0) throw refusedPack(issues)
  const pack = assemble<S>(parsed.data)
  return Object.defineProperty(pack, brand, { value: true })
}

const mostIssues = 200

function refusedPack(issues: readonly Issue[]): TimbangError {
  return new TimbangError('invalid-pack', issues.slice(0, mostIssues))
}

/** Marks what was checked, also for the other format of this package where a process has loaded both. */
const brand = Symbol.for('timbang.pack')

/** @throws TimbangError `invalid-pack` for what `createPack` did not make: only a pack that was checked is weighed with */
export function checkPack<S>(pack: Pack<S>): void {
  if (typeof pack !== 'object' || pack === null || !(brand in pack))
    throw refusedPack([{ place: 'pack', message: 'must be made by `createPack`' }])
}

function assemble<S>(source: PackSource): Pack<S> {
  const { pack: header } = source
  const rules = Object.entries(source.rules).flatMap(([file, { standard, rules }]) =>
    rules.map((rule) => ruleFrom(rule, file, standard)),
  )
  const findOut = findOutRules(source)
  return {
    name: header.name,
    version: header.version,
    title: header.title,
    asOf: header.asOf,
    digest: bytesToHex(sha256(utf8ToBytes(canonical(source)))),
    header,
    facts: byName(source.facts as Fact[]),
    principles: byName(source.principles),
    actions: byName(source.actions),
    roles: byName(source.roles),
    sources: byName(source.sources),
    frameworks: byName(source.frameworks as Framework[]),
    rules: byName(inOrder([...rules, ...findOut])),
  }
}

function byName<T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.name, one]))
}

/** Rules in the order of their names, so that their order in a file never matters. */
function inOrder(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function ruleFrom(rule: RuleSource, file: string, standard: Text): Rule {
  const { params, type } = rule.event
  const conditions = rule.conditions as Conditions
  return {
    name: rule.name,
    file,
    standard,
    conditions: params.jurisdiction ? within(params.jurisdiction, conditions) : conditions,
    pushes: forces.flatMap((force) => (params[force] ?? []).map((action) => ({ action, force }))),
    principle: type,
    principles: params.principles,
    basis: params.basis,
    urgency: params.urgency,
    ...(params.role && { role: params.role }),
    because: params.because,
    sources: params.sources,
    unless: (params.unless ?? []).map((one) => ({ ...one, conditions: one.conditions as Conditions })),
    exceptionTo: params.exceptionTo ?? [],
    dilemmaWith: params.dilemmaWith ?? [],
    whenOverridden: params.whenOverridden ?? [],
    standing: params.standing ?? false,
    protective: params.protective ?? false,
    ...(params.inForce && { inForce: onlyDefined(params.inForce) }),
  }
}

function onlyDefined(range: { from?: string | undefined; until?: string | undefined }) {
  return { ...(range.from && { from: range.from }), ...(range.until && { until: range.until }) }
}

function within(jurisdictions: readonly string[], conditions: Conditions): Conditions {
  return { all: [{ fact: jurisdictionFact, operator: 'in', value: jurisdictions }, conditions] }
}

/** One rule for each action by which danger is found out: it holds while a sign of danger is stated and a fact is open. */
function findOutRules({ pack: { findOut }, facts }: PackSource): Rule[] {
  if (!findOut) return []
  const actions = [...new Set(facts.flatMap(({ findOutBy }) => findOutBy ?? []))]
  return actions.map((action) => ({
    name: `find-out.${action}`,
    file: 'pack',
    standard: findOut.because,
    conditions: signsOfDanger(facts as Fact[]),
    pushes: [{ action, force: findOut.force }],
    principle: findOut.principle,
    principles: [findOut.principle],
    basis: findOut.basis,
    urgency: findOut.urgency,
    ...(findOut.role && { role: findOut.role }),
    because: findOut.because,
    sources: findOut.sources,
    unless: [],
    exceptionTo: [],
    dilemmaWith: [],
    whenOverridden: [],
    standing: false,
    protective: false,
    findsOut: facts.filter(({ findOutBy }) => findOutBy === action).map(({ name }) => name),
  }))
}

/** What is made from a pack the first time it is wanted, and kept as long as the pack. */
export function oncePerPack<T>(make: (pack: Pack<unknown>) => T): (pack: Pack<unknown>) => T {
  const kept = new WeakMap<object, { readonly made: T }>()
  return (pack) => {
    const { made } = kept.get(pack) ?? { made: make(pack) }
    kept.set(pack, { made })
    return made
  }
}

/** The conditions that say: a sign of danger is stated. */
export function signsOfDanger(facts: Iterable<Fact>): Conditions {
  const signs = [...facts].flatMap(({ name: fact, type, danger = [] }): Conditions[] => {
    if (danger.length === 0) return []
    if (type === 'some-of') return danger.map((value) => ({ fact, operator: 'contains', value }))
    if (type === 'yes-no') return danger.map((value) => ({ fact, operator: 'equal', value }))
    return [{ fact, operator: 'in', value: danger }]
  })
  return { any: signs }
}

/** JSON with the keys of every object in order, so that equal content has an equal digest. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, one]) => one !== undefined)
  const sorted = members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

/** Where in the pack a path points, in the words of an author: file, rule, member. */
function placeIn(source: unknown, path: readonly PropertyKey[]): string {
  const [part, first, second, third, ...rest] = path.map(String)
  if (part === undefined) return 'pack'
  if (part !== 'rules') return joined([part, nameAt(source, path.slice(0, 2)), dotted([second, third, ...rest])])
  if (second !== 'rules' || third === undefined) return joined([first ?? part, dotted([second, third, ...rest])])
  return joined([first, nameAt(source, path.slice(0, 4)), dotted(rest)])
}

function nameAt(source: unknown, path: readonly PropertyKey[]): string | undefined {
  const last = path.at(-1)
  if (path.length < 2 || last === undefined) return undefined
  const found = path.reduce<unknown>((held, key) => (held as Record<PropertyKey, unknown> | undefined)?.[key], source)
  const name = (found as { name?: unknown } | null | undefined)?.name
  if (typeof name === 'string' && name !== '') return name
  return typeof last === 'number' ? `[${last}]` : String(last)
}

function dotted(parts: readonly (string | undefined)[]): string | undefined {
  const named = parts.filter((part) => part !== undefined)
  return named.length === 0 ? undefined : named.join('.').replace(/\.(\d+)/g, '[$1]')
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}
