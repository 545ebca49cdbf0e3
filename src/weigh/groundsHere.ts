import type { Known } from '../decide/compiledPack.js'
import type { Pack } from '../pack/pack.js'
import type { Source } from '../pack/packSource.js'
import type { Rule } from '../pack/rule.js'
import { type Basis, jurisdictionFact, regionFact } from '../vocabulary.js'

/** Where and when a situation is weighed: no law is a ground while the country is not stated. */
export interface Place {
  readonly jurisdiction?: string
  readonly region?: string
  readonly on: string
}

/** Where a situation is, as far as it is stated, and on which day it is weighed. */
export function placeOf({ stated }: Pick<Known, 'stated'>, on: string): Place {
  const [jurisdiction, region] = [stated.get(jurisdictionFact), stated.get(regionFact)]
  return {
    ...(typeof jurisdiction === 'string' && { jurisdiction }),
    ...(typeof region === 'string' && { region }),
    on,
  }
}

/** On what a rule rests in a place: the sources that are a ground there, and the law of elsewhere, for comparison only. */
interface GroundsHere {
  readonly basis: Basis
  readonly sources: readonly string[]
  readonly elsewhere: readonly string[]
}

/** Parts the sources of a rule into those that are a ground in a place and those that are law of another place or time. */
export function groundsHere<S>(rule: Rule, place: Place, pack: Pack<S>): GroundsHere {
  const parted = partedSources(rule.sources, place, pack)
  const here = parted.sources.map((name) => pack.sources.get(name) as Source)
  return { basis: basisHere(rule.basis, here), ...parted }
}

/** Those of some sources that are a ground in a place, and those that are law of another place or time. */
export function partedSources<S>(
  names: readonly string[],
  place: Place,
  pack: Pack<S>,
): Pick<GroundsHere, 'sources' | 'elsewhere'> {
  const here = (name: string) => isGroundHere(name, place, pack)
  return { sources: names.filter(here), elsewhere: names.filter((name) => !here(name)) }
}

/** Whether a source is a ground in a place and on its day. */
export function isGroundHere<S>(name: string, place: Place, { sources }: Pack<S>): boolean {
  return isGround(sources.get(name) as Source, place)
}

/** Law is a ground where and while it is in force; what is no law of a country may be one everywhere. */
function isGround({ kind, jurisdiction, region, inForce = {} }: Source, place: Place): boolean {
  const { from = place.on, until = place.on } = inForce
  if (place.on < from || place.on > until) return false
  if (kind !== 'law') return true
  if (jurisdiction !== undefined && jurisdiction !== place.jurisdiction) return false
  return region === undefined || (place.region !== undefined && region.includes(place.region))
}

/** A rule rests on law or on a code only where one of its grounds is such; else on the practice of the profession. */
function basisHere(basis: Basis, here: readonly Source[]): Basis {
  return basis === 'practice' || here.some(({ kind }) => kind === basis) ? basis : 'practice'
}
