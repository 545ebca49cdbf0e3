import { createHash } from 'node:crypto'
import { knownFrom } from '../../decide/decide.js'
import { atPaths } from '../../decide/nestedFacts.js'
import { parseSituation } from '../../decide/situation.js'
import { TimbangError } from '../../errors.js'
import { contentOf, readJson } from '../../json/jsonText.js'
import { plainlyRead } from '../../json/plainJson.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { canonical } from '../../pack/identity/digest.js'
import type { AnySituation, Pack } from '../../pack/pack.js'

/** A situation as it is told apart from others: by their present names what is stated, in one spelling; what is not known left out. */
export interface NormalForm {
  /** By its dotted name each fact; of a list what is said of each member. */
  readonly facts: Readonly<Record<string, FormValue>>
  /** The same as JSON. */
  readonly text: string
  readonly digest: string
}

type FormValue = boolean | number | string | Readonly<Record<string, boolean>>

/** A normal form as it is kept. */
export type KeptForm = Pick<NormalForm, 'text' | 'digest'>

/**
 * The normal form of a situation, given as an object or as JSON: former names and the three spellings of a list made one.
 * @throws TimbangError `invalid-json`, `invalid-situation`; nothing that was entered is repeated in them
 */
export function normalForm<S>(given: unknown, pack: Pack<S>): NormalForm {
  const known = knownFacts(given, pack)
  return { facts: Object.fromEntries(known), ...kept(known) }
}

/** The same as it is kept, for many: no object is made of facts that hardly two situations share. */
export function keptForm<S>(given: unknown, pack: Pack<S>): KeptForm {
  return kept(knownFacts(given, pack))
}

type KnownFact = readonly [name: string, value: FormValue]

/** The facts of which something is known, by their names. */
function knownFacts<S>(given: unknown, pack: Pack<S>): readonly KnownFact[] {
  const stated = parseSituation(typeof given === 'string' ? jsonSituation(given) : given, pack)
  knownFrom(stated, pack)
  return [...stated].sort(byName).flatMap(([name, value]) => known(name, value))
}

/** As `canonical` writes an object of them. */
function kept(facts: readonly KnownFact[]): KeptForm {
  const text = `{${facts.map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`).join(',')}}`
  return { text, digest: createHash('sha256').update(text).digest('hex') }
}

/** A normal form written as a situation is. */
export function situationOf(facts: NormalForm['facts']): AnySituation {
  return atPaths(Object.entries(facts).map(([name, value]) => [name.split('.'), value]))
}

function jsonSituation(text: string): unknown {
  const plain = plainlyRead(text)
  if (plain) return plain.content
  const file = readJson({ path: 'situation', text })
  if (file.problems.length === 0) return contentOf(file)
  throw new TimbangError('invalid-json', [{ place: 'situation', message: 'is not JSON, or says a thing twice' }])
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

/** What is known of a fact; where nothing is, it is left out. */
function known(name: string, value: Stated): readonly KnownFact[] {
  if (value === null) return []
  if (typeof value !== 'object') return [[name, value]]
  const members = [...value].filter((one): one is [string, boolean] => one[1] !== null).sort(byName)
  return members.length === 0 ? [] : [[name, Object.fromEntries(members)]]
}
