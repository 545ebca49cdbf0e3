import * as z from 'zod'
import { type Issue, TimbangError, unknownName } from '../errors.js'
import type { Facts } from '../pack/conditions.js'
import { type Fact, valueSchema, words } from '../pack/facts.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { plainCopy } from '../pack/plain.js'
import { jurisdictionFact } from '../vocabulary.js'

/** A fact as it was stated; `null`: asked, and still not known. Of a list of members each is yes, no or not known. */
export type Stated = boolean | string | number | null | ReadonlyMap<string, boolean | null>

/** The stated facts of a situation by their dotted names; what is not in it was not stated. */
export type StatedFacts = ReadonlyMap<string, Stated>

const limits = { depth: 8, nodes: 5_000, text: 20_000, letters: 100_000, keys: 5_000 }

/**
 * Checks a situation at the door: plain data, declared facts only, values of their type. A summary is accepted and dropped.
 * @throws TimbangError `invalid-situation` with every issue; nothing that was entered is repeated in them
 */
export function parseSituation<S>(input: unknown, pack: Pack<S>): StatedFacts {
  const plain = plainCopy(input, 'situation', limits)
  if ('issues' in plain) throw new TimbangError('invalid-situation', plain.issues)
  const present = underPresentNames(plain.value, pack.formerFacts)
  if ('issues' in present) throw new TimbangError('invalid-situation', present.issues)
  const parsed = situationSchema(pack).safeParse(present.value)
  if (!parsed.success) throw new TimbangError('invalid-situation', issuesAtDoor(parsed.error, pack.facts))
  return within(stated(parsed.data, pack), pack)
}

/** A pack made for some countries knows nothing of the law of others, and silence would read as if there were none. */
function within<S>(facts: StatedFacts, { header: { jurisdiction } }: Pack<S>): StatedFacts {
  const told = facts.get(jurisdictionFact)
  if (jurisdiction === undefined || typeof told !== 'string' || jurisdiction.includes(told)) return facts
  const held = jurisdiction.map((one) => `\`${one}\``).join(', ')
  const message = `this pack holds the rules for ${held} only`
  throw new TimbangError('invalid-situation', [{ place: `situation.${jurisdictionFact}`, message }])
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
    const told = before.reduce<unknown>(ownMember, value)
    if (told === undefined) continue
    if (path.reduce<unknown>(ownMember, value) !== undefined)
      twice.push({ place: `situation.${name}`, message: 'is stated twice, also under a name it bore before' })
    else value = withMember(withMember(value, before, undefined), path, told)
  }
  return twice.length > 0 ? { issues: twice } : { value }
}

/** The object with something else at the end of a path; without what stood there, and without what is left empty by that. */
function withMember(held: unknown, [key, ...rest]: readonly string[], told: unknown): unknown {
  if (key === undefined) return told
  const { [key]: inner, ...others } = (typeof held === 'object' ? held : {}) as Nested
  const changed = withMember(inner, rest, told)
  const empty = changed === undefined || (told === undefined && Object.keys(changed as object).length === 0)
  return empty ? others : { ...others, [key]: changed }
}

/** The schema of the situations a pack understands, made from its facts once. */
const situationSchema = oncePerPack(({ facts }) => nestedSchema(facts))

type Branch = Map<string, Branch | z.ZodType>

function nestedSchema(facts: Facts): z.ZodType<Nested> {
  const root: Branch = new Map([['summary', z.string()]])
  for (const fact of facts.values()) {
    const path = fact.name.split('.')
    const leaf = path.pop() as string
    branchAt(root, path).set(leaf, valueSchema(fact))
  }
  return objectOf(root) as z.ZodType<Nested>
}

function branchAt(root: Branch, path: readonly string[]): Branch {
  return path.reduce((branch, part) => {
    const inner = (branch.get(part) as Branch | undefined) ?? new Map()
    branch.set(part, inner)
    return inner
  }, root)
}

function objectOf(branch: Branch): z.ZodType {
  const members = [...branch].map(([key, held]) => [key, (held instanceof Map ? objectOf(held) : held).optional()])
  return z.strictObject(Object.fromEntries(members))
}

/** What zod found, told without a word of what was entered: only declared names appear. */
function issuesAtDoor(error: z.ZodError, facts: Facts): Issue[] {
  const issues = error.issues.slice(0, mostIssues).flatMap((issue): Issue[] => {
    const path = issue.path.map(String)
    const fact = [...facts.values()].find(({ name }) => `${path.join('.')}.`.startsWith(`${name}.`))
    if (fact) return [{ place: `situation.${fact.name}`, message: `must be ${expected(fact)}` }]
    const place = ['situation', ...path].join('.')
    if (issue.code !== 'unrecognized_keys')
      return [{ place, message: path[0] === 'summary' ? 'must be a text' : 'must be an object of facts' }]
    return issue.keys.slice(0, mostIssues).map((key) => unknownKey(place, path, key, facts))
  })
  return issues.slice(0, mostIssues)
}

const mostIssues = 50

function unknownKey(place: string, path: readonly string[], key: string, facts: Facts): Issue {
  const [group, ...rest] = key.split('.')
  if (path.length === 0 && facts.has(key))
    return { place, message: `facts are written nested, \`${key}\` as \`{ ${group}: { ${rest.join('.')}: … } }\`` }
  const known = [...facts.keys(), ...groups(facts), 'summary']
  return unknownName(place, 'no fact has this name', [...path, key].join('.'), known, key)
}

/** Every beginning of a dotted name: `home` and `home.family` of `home.family.safe`. */
function groups(facts: Facts): ReadonlySet<string> {
  const beginnings = (name: string) => name.split('.').map((_, i, parts) => parts.slice(0, i).join('.'))
  return new Set([...facts.keys()].flatMap((name) => beginnings(name).slice(1)))
}

/** What a fact can be, in words. */
function expected(fact: Fact): string {
  const listed = words(fact)
    .map((word) => `\`${word}\``)
    .join(', ')
  if (fact.type === 'yes-no') return '`true`, `false` or `null`'
  if (fact.type === 'number')
    return `a number${fact.min === undefined ? '' : ` from ${fact.min}`}${fact.max === undefined ? '' : ` to ${fact.max}`}, or \`null\``
  if (fact.type === 'some-of')
    return `a list of at least one of ${listed}, or an object that says \`true\`, \`false\` or \`null\` of them`
  return `one of ${listed}, or \`null\``
}

function stated<S>(nested: Nested, pack: Pack<S>): StatedFacts {
  const result = new Map<string, Stated>()
  for (const { fact, path } of paths(pack)) {
    const value = path.reduce<unknown>(ownMember, nested)
    if (value !== undefined) result.set(fact.name, fact.type === 'some-of' ? members(value) : (value as Stated))
  }
  return result
}

/** The facts of a pack, each with the keys under which it is written. */
const paths = oncePerPack(({ facts }) => [...facts.values()].map((fact) => ({ fact, path: fact.name.split('.') })))

/** What an object holds itself; what its prototype was given by others states no fact. */
function ownMember(held: unknown, key: string): unknown {
  return typeof held === 'object' && held !== null && Object.hasOwn(held, key) ? (held as Nested)[key] : undefined
}

/** One member, a list of members that are so, or what is said of each; a member not named stays not known. */
function members(value: unknown): Stated {
  if (value === null) return null
  if (typeof value === 'string') return new Map([[value, true]])
  if (Array.isArray(value)) return new Map(value.map((member: string) => [member, true]))
  return new Map(Object.entries(value as Record<string, boolean | null>))
}
