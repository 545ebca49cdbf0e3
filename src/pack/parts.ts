import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Issue } from '../errors.js'
import type { Text } from '../vocabulary.js'
import { type Facts, readsDanger } from './conditions.js'
import { declaredIn, rulesOf } from './declared.js'
import type { Conditions } from './facts.js'
import { joinedInvariants } from './invariantSoundness.js'
import type { ExtensionSource, PackSource, RuleSource } from './rule.js'

/** One of the packs that a pack is made of: the one that is extended, or one that extends it. */
export interface PackPart {
  readonly name: string
  readonly version: string
  readonly title: Text
  /** The SHA-256 of its content as canonical JSON. */
  readonly digest: string
  /** The rules of danger and of law over which the host has let its rules prevail. */
  readonly admitted: readonly string[]
  readonly source: PackSource | ExtensionSource
}

/** The pack that is extended, and those that extend it in the order of their names, so that their loading order never matters. */
export type PackParts = readonly [PackPart & { readonly source: PackSource }, ...PackPart[]]

/** A pack by itself, as a part of one. */
export function partOf<T extends PackSource | ExtensionSource>(source: T, admitted: readonly string[] = []) {
  const { name, version, title } = source.pack
  const digest = digestOf(source)
  return { name, version, title, digest, admitted: [...new Set(admitted)].sort(), source }
}

/** The SHA-256 of plain data as canonical JSON. */
export function digestOf(content: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(content))))
}

/** JSON with the keys of every object in order, so that equal content has an equal digest. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, one]) => one !== undefined)
  const sorted = members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

/** The parts as the source of one pack, with the part from which each file of rules comes. */
export function merged(parts: PackParts): { source: PackSource; partOfFile: ReadonlyMap<string, PackPart> } {
  if (parts.length === 1) return { source: parts[0].source, partOfFile: filesOf(parts).owners }
  const { owners, rules } = filesOf(parts)
  const { pack } = parts[0].source
  const days = parts.flatMap(({ source }) => source.pack.asOf ?? [])
  const asOf = days.reduce((latest, day) => (day > latest ? day : latest), pack.asOf)
  const openers = [...new Set(parts.flatMap(({ source }) => source.pack.openers ?? []))]
  const listed = <K extends Listed>(key: K) =>
    parts.flatMap((part) => (part.source[key] ?? []) as readonly unknown[]) as NonNullable<PackSource[K]>
  const invariants = joinedInvariants(parts.map((part) => part.source.invariants))
  const source: PackSource = {
    pack: { ...pack, asOf, openers },
    facts: listed('facts'),
    principles: listed('principles'),
    actions: listed('actions'),
    roles: listed('roles'),
    sources: listed('sources'),
    frameworks: listed('frameworks'),
    contacts: listed('contacts'),
    ...(invariants && { invariants }),
    rules,
  }
  return { source, partOfFile: owners }
}

type Listed = 'facts' | 'principles' | 'actions' | 'roles' | 'sources' | 'frameworks' | 'contacts'

/**
 * The files of rules of all parts. Where two parts have a name in common, it is told apart by the name of the pack; one that
 * extends keeps its own unless another extension has it too, so that its author finds it again in what is said of it.
 */
function filesOf(parts: PackParts) {
  const all = parts.flatMap((part) =>
    Object.entries(part.source.rules ?? {}).map(([file, held]) => ({ part, file, held })),
  )
  const havingIt = new Map<string, PackPart[]>()
  for (const { file, part } of all) havingIt.set(file, [...(havingIt.get(file) ?? []), part])
  const shared = ({ part, file }: (typeof all)[number]) =>
    (havingIt.get(file) ?? []).some((other) => other !== part && (part === parts[0] || other !== parts[0]))
  const named = all.map((one) => ({ ...one, file: shared(one) ? `${one.part.name}/${one.file}` : one.file }))
  return {
    owners: new Map(named.map(({ file, part }) => [file, part])) as ReadonlyMap<string, PackPart>,
    rules: Object.fromEntries(named.map(({ file, held }) => [file, held])),
  }
}

/** Whether a rule guards against danger or rests on law, so that another pack may not set it aside by itself. */
export function isGuarded({ conditions, event: { params } }: RuleSource, facts: Facts): boolean {
  if (params.basis === 'law') return true
  return [conditions, ...(params.unless ?? []).map((one) => one.conditions)].some((part) =>
    readsDanger(part as Conditions, facts),
  )
}

/** An exception to a guarded rule of another pack, which the host has not admitted. */
export function admissionIssues(
  source: PackSource,
  parts: PackParts,
  partOfFile: ReadonlyMap<string, PackPart>,
): Issue[] {
  if (parts.length === 1) return []
  const { facts } = declaredIn(source)
  const packOf = new Map(
    Object.entries(source.rules).flatMap(([file, { rules }]) => rules.map(({ name }) => [name, partOfFile.get(file)])),
  )
  const guarded = new Map(rulesOf(source).flatMap(({ rule }) => (isGuarded(rule, facts) ? [[rule.name, rule]] : [])))
  return rulesOf(source).flatMap(({ place, rule }) => {
    const own = packOf.get(rule.name)
    return (rule.event.params.exceptionTo ?? []).flatMap((name) => {
      const other = packOf.get(name)
      if (other === own || !guarded.has(name) || own?.admitted.includes(name)) return []
      const what = guarded.get(name)?.event.params.basis === 'law' ? 'a rule of law' : 'a rule about danger'
      const message = `\`${name}\` is ${what} of \`${other?.name}\`; an exception to it must be admitted by whoever runs the system`
      return [{ place: `${place} · exceptionTo`, message }]
    })
  })
}
