import type { Text } from '../vocabulary.js'
import { digestOf } from './identity/digest.js'
import { joinedInvariants } from './invariant.js'
import type { ExtensionSource, PackSource } from './packSource.js'
import { once } from './remembered.js'
import type { SayingsFiles } from './sayings/sayings.js'

/** One of the packs that a pack is made of: the one that is extended, or one that extends it. */
export interface PackPart {
  readonly name: string
  readonly version: string
  readonly title: Text
  /** The SHA-256 of its content as canonical JSON. */
  readonly digest: string
  /** The rules of danger and of law over which the host has let its rules prevail. */
  readonly admitted: readonly string[]
  /** What decides an advice; how people say the facts stands beside it. */
  readonly source: PackSource | ExtensionSource
  readonly sayings?: SayingsFiles
}

/** The pack that is extended, and those that extend it in the order of their names, so that their loading order never matters. */
export type PackParts = readonly [PackPart & { readonly source: PackSource }, ...PackPart[]]

/** A pack by itself, as a part of one. */
export function partOf<T extends PackSource | ExtensionSource>(source: T, admitted: readonly string[] = []) {
  const { name, version, title } = source.pack
  const { sayings, ...deciding } = source
  const digest = once(() => digestOf(deciding))
  const part = {
    name,
    version,
    title,
    // Made when it is first asked for: a pack that is refused needs none.
    get digest() {
      return digest()
    },
    admitted: [...new Set(admitted)].sort(),
    source: deciding as T,
  }
  return sayings === undefined ? part : Object.assign(part, { sayings })
}

/** The parts as the source of one pack, with the part from which each file of rules comes. */
export function mergedParts(parts: PackParts): { source: PackSource; partOfFile: ReadonlyMap<string, PackPart> } {
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
    contacts: contactsOf(parts),
    ...(invariants && { invariants }),
    rules,
  }
  return { source, partOfFile: owners }
}

/** The contacts of all parts; that of an extension takes the place of the one it names of the pack that is extended. */
function contactsOf([first, ...others]: PackParts): NonNullable<PackSource['contacts']> {
  const own = others.flatMap(({ source }) => source.contacts ?? [])
  const replaced = (first.source.contacts ?? []).map((one) => own.find(({ name }) => name === one.name) ?? one)
  return [...replaced, ...own.filter((one) => !replaced.includes(one))]
}

type Listed = 'facts' | 'principles' | 'actions' | 'roles' | 'sources' | 'frameworks'

/**
 * The files of rules of all parts. Where two parts have a name in common, it is told apart by the name of the pack; one that
 * extends keeps its own unless another extension has it too, so that its author finds it again in what is said of it.
 */
function filesOf(parts: PackParts) {
  const all = parts.flatMap((part) =>
    Object.entries(part.source.rules ?? {}).map(([file, content]) => ({ part, file, content })),
  )
  const havingIt = new Map<string, PackPart[]>()
  for (const { file, part } of all) havingIt.set(file, [...(havingIt.get(file) ?? []), part])
  const shared = ({ part, file }: (typeof all)[number]) =>
    (havingIt.get(file) ?? []).some((other) => other !== part && (part === parts[0] || other !== parts[0]))
  const named = all.map((one) => ({ ...one, file: shared(one) ? `${one.part.name}/${one.file}` : one.file }))
  return {
    owners: new Map(named.map(({ file, part }) => [file, part])) as ReadonlyMap<string, PackPart>,
    rules: Object.fromEntries(named.map(({ file, content }) => [file, content])),
  }
}
