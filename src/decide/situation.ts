import * as z from 'zod'
import { codedIssue, type FoundIssue, type Issue, TimbangError } from '../errors.js'
import { nearName } from '../nearName.js'
import type { FormerWords } from '../pack/aliases.js'
import type { Scalar } from '../pack/conditions.js'
import type { Fact, Facts } from '../pack/fact.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { plainCopy } from '../pack/plainData.js'
import { jurisdictionFact } from '../vocabulary.js'
import type { StatedFacts } from './statedFacts.js'

const limits = { depth: 8, nodes: 10_000, text: 20_000, letters: 100_000, keys: 5_000 }

/**
 * Checks a situation at the door: plain data, declared facts only, values of their type. A summary is accepted and dropped.
 * @param place under what it was given, where that is not the situation of a call
 * @throws TimbangError `invalid-situation` with every issue; nothing that was entered is repeated in them
 */
export function parseSituation<S>(input: unknown, pack: Pack<S>, place = 'situation'): StatedFacts {
  const given = inPresentTerms(input, pack, place)
  const found: FoundFact[] = []
  // Leaf by leaf costs what is stated; by the schema of the whole, what could be.
  if (!areFit(given.present, branches(pack), found))
    throw misfits(situationSchema(pack).safeParse(given.present).error, given, pack, place)
  checkJurisdiction(given.present as Nested, pack, place)
  found.sort((one, other) => one.nth - other.nth)
  return new Map(found.map(({ fact, value }) => [fact.name, typeOf(fact).stated(value)]))
}

/** A situation that was checked, as it is written: under the names and in the words of today. */
export function situationAtDoor<S>(input: unknown, pack: Pack<S>, place = 'situation'): Nested {
  const given = inPresentTerms(input, pack, place)
  const parsed = situationSchema(pack).safeParse(given.present)
  if (!parsed.success) throw misfits(parsed.error, given, pack, place)
  checkJurisdiction(parsed.data, pack, place)
  return parsed.data
}

/** What was given as plain data, and the same under the names and in the words of today. */
interface Given {
  readonly plain: unknown
  readonly present: unknown
}

function inPresentTerms<S>(input: unknown, pack: Pack<S>, place: string): Given {
  const plain = plainCopy(input, place, limits)
  if ('issues' in plain) throw new TimbangError('invalid-situation', plain.issues)
  const named = underPresentNames(plain.value, pack.formerFacts)
  if ('issues' in named) throw refused(named.issues, place)
  return { plain: plain.value, present: inPresentWords(named.value, pack.formerWords) }
}

function misfits<S>(error: z.ZodError | undefined, { plain }: Given, { facts }: Pack<S>, place: string): TimbangError {
  return refused(issuesAtDoor(error as z.ZodError, facts, plain), place)
}

function checkJurisdiction<S>(nested: Nested, pack: Pack<S>, place: string): void {
  const abroad = outsideJurisdiction(nested, pack)
  if (abroad) throw refused([abroad], place)
}

function refused(issues: readonly FoundIssue[], place: string): TimbangError {
  const placed = issues.map((issue) => ({ ...issue, place: issue.place.replace(/^situation/, () => place) }))
  return new TimbangError('invalid-situation', placed)
}

/** A pack made for some countries knows nothing of the law of others, and silence would read as if there were none. */
function outsideJurisdiction<S>(nested: Nested, { header: { jurisdiction } }: Pack<S>): Issue | undefined {
  const country = jurisdictionFact.split('.').reduce<unknown>(ownMember, nested)
  if (jurisdiction === undefined || typeof country !== 'string' || jurisdiction.includes(country)) return undefined
  return codedIssue(`situation.${jurisdictionFact}`, 'other-jurisdiction', { values: jurisdiction })
}

interface Nested {
  readonly [key: string]: unknown
}

/** What is stated under a name that a fact bore before, moved to its present name. */
function underPresentNames(
  nested: unknown,
  former: ReadonlyMap<string, string>,
): { value: unknown } | { issues: Issue[] } {
  let value = nested
  const twice: Issue[] = []
  for (const [alias, name] of former) {
    const [before, path] = [alias.split('.'), name.split('.')]
    const statedBefore = before.reduce<unknown>(ownMember, value)
    if (statedBefore === undefined) continue
    if (path.reduce<unknown>(ownMember, value) !== undefined)
      twice.push(codedIssue(`situation.${name}`, 'stated-twice'))
    else value = withMember(withMember(value, before, undefined), path, statedBefore)
  }
  return twice.length > 0 ? { issues: twice } : { value }
}

/** What is stated in words that a fact had before, in its present ones; what is said of a present word itself stands. */
function inPresentWords(nested: unknown, former: FormerWords): unknown {
  return [...former].reduce((outer, [name, words]) => {
    const path = name.split('.')
    const held = path.reduce<unknown>(ownMember, outer)
    return held === undefined ? outer : withMember(outer, path, reworded(held, words))
  }, nested)
}

function reworded(held: unknown, words: ReadonlyMap<string, readonly string[]>): unknown {
  const present = (word: unknown): readonly unknown[] => words.get(word as string) ?? [word]
  if (Array.isArray(held)) return [...new Set(held.flatMap(present))]
  if (typeof held === 'object' && held !== null) {
    const entries = Object.entries(held)
    const isFormer = ([word]: [string, unknown]) => words.has(word)
    const before = entries.filter(isFormer).flatMap(([word, so]) => present(word).map((one) => [one, so]))
    return Object.fromEntries([...before, ...entries.filter((one) => !isFormer(one))])
  }
  const all = present(held)
  return all.length === 1 ? all[0] : all
}

/** The object with something else at the end of a path; without what stood there, and without what is left empty by that. */
function withMember(outer: unknown, [key, ...rest]: readonly string[], member: unknown): unknown {
  if (key === undefined) return member
  const { [key]: inner, ...others } = (typeof outer === 'object' ? outer : {}) as Nested
  const changed = withMember(inner, rest, member)
  const empty = changed === undefined || (member === undefined && Object.keys(changed as object).length === 0)
  return empty ? others : { ...others, [key]: changed }
}

/** What can be stated under a key: more keys, or something of which this is the schema: a fact, or the summary. */
type Branch = Map<string, Branch | Leaf>

interface Leaf {
  readonly schema: z.ZodType
  readonly fact?: Fact
  /** The place of the fact among the facts of the pack. */
  readonly nth: number
}

/** What the situations of a pack can state, made from its facts once. */
const branches = oncePerPack(({ facts }): Branch => {
  const root: Branch = new Map([['summary', { schema: z.string(), nth: 0 }]])
  for (const [nth, fact] of [...facts.values()].entries()) {
    const path = fact.name.split('.')
    const leaf = path.pop() as string
    branchAt(root, path).set(leaf, leafOf(fact, nth))
  }
  return root
})

/** Its schema is made when something is stated of it that is not plainly a value: most facts are never stated. */
function leafOf(fact: Fact, nth: number): Leaf {
  let schema: z.ZodType | undefined
  return {
    fact,
    nth,
    get schema() {
      schema ??= z.union([z.null(), typeOf(fact).schema(fact)])
      return schema
    },
  }
}

/** The schema of the situations a pack understands. */
const situationSchema = oncePerPack((pack) => objectOf(branches(pack)) as z.ZodType<Nested>)

function branchAt(root: Branch, path: readonly string[]): Branch {
  return path.reduce((branch, part) => {
    const inner = (branch.get(part) as Branch | undefined) ?? new Map()
    branch.set(part, inner)
    return inner
  }, root)
}

function objectOf(branch: Branch): z.ZodType {
  const schemaOf = (held: Branch | Leaf) => (held instanceof Map ? objectOf(held) : held.schema)
  return z.strictObject(Object.fromEntries([...branch].map(([key, held]) => [key, schemaOf(held).optional()])))
}

/** A fact that is stated, and as what. */
interface FoundFact extends Required<Pick<Leaf, 'fact' | 'nth'>> {
  readonly value: unknown
}

/** Whether all that stands in an object can stand there; the facts that it states are listed on the way. */
function areFit(nested: unknown, branch: Branch, found: FoundFact[]): boolean {
  if (typeof nested !== 'object' || nested === null || Array.isArray(nested)) return false
  return Object.entries(nested).every(([key, value]) => {
    const held = branch.get(key)
    if (held === undefined || held instanceof Map) return held !== undefined && areFit(value, held, found)
    const { fact, nth } = held
    if (fact) found.push({ fact, nth, value })
    return (fact && isPlainly(value, fact)) || held.schema.safeParse(value).success
  })
}

/** Whether something is one value that a fact has, or not known; what is not may still be stated of it. */
function isPlainly(value: unknown, fact: Fact): boolean {
  if (value === null) return true
  const isCountable = typeof value !== 'number' || Math.abs(value) <= Number.MAX_SAFE_INTEGER
  return isCountable && typeOf(fact).hasValue(fact, value as Scalar)
}

/** What zod found, told without a word of what was entered: only declared names appear. */
function issuesAtDoor(error: z.ZodError, facts: Facts, given: unknown): FoundIssue[] {
  const issues = error.issues.slice(0, mostIssues).flatMap((issue): FoundIssue[] => {
    const path = issue.path.map(String)
    const fact = [...facts.values()].find(({ name }) => `${path.join('.')}.`.startsWith(`${name}.`))
    if (fact) return [typeOf(fact).misfit(`situation.${fact.name}`, fact)]
    const place = ['situation', ...path].join('.')
    if (issue.code !== 'unrecognized_keys')
      return [codedIssue(place, path[0] === 'summary' ? 'must-be-text' : 'must-be-facts')]
    const keys = Object.keys(path.reduce<unknown>(ownMember, given) ?? {})
    return issue.keys.slice(0, mostIssues).map((key) => unknownKey(place, path, key, keys.indexOf(key) + 1, facts))
  })
  return issues.slice(0, mostIssues)
}

const mostIssues = 50

/** A key that no fact bears, told by its place among the keys beside it. */
function unknownKey(place: string, path: readonly string[], key: string, nth: number, facts: Facts): FoundIssue {
  const [group, ...rest] = key.split('.')
  if (path.length === 0 && facts.has(key))
    return codedIssue(place, 'must-be-nested', { fact: key, written: `{ ${group}: { ${rest.join('.')}: … } }` })
  const given = [...path, key].join('.')
  const known = [...facts.keys(), ...groups(facts), 'summary'].filter((name) => !given.startsWith(`${name}.`))
  return { ...codedIssue(place, 'unknown-fact', { key: nth }), nearest: () => nearName(given, known, key) }
}

/** Every beginning of a dotted name: `home` and `home.family` of `home.family.safe`. */
function groups(facts: Facts): ReadonlySet<string> {
  const beginnings = (name: string) => name.split('.').map((_, i, parts) => parts.slice(0, i).join('.'))
  return new Set([...facts.keys()].flatMap((name) => beginnings(name).slice(1)))
}

/** What an object holds itself; what its prototype was given by others states no fact. */
function ownMember(held: unknown, key: string): unknown {
  return typeof held === 'object' && held !== null && Object.hasOwn(held, key) ? (held as Nested)[key] : undefined
}
