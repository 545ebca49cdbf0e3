import * as z from 'zod'
import { branded, type Pack, parsedSource, refusedPack, sayingsIn } from '../pack.js'
import type { PackParts } from '../packParts.js'
import { sayingsSchema } from '../packSource.js'
import { sayingsIssues } from '../soundness/sayingsSoundness.js'
import type { SayingsFiles } from './sayings.js'

/**
 * The same pack with how people say its facts: files that were checked before, as when this package was built. What it advises,
 * and by what it is known, stays as it is.
 */
export function withSayings<S>(pack: Pack<S>, sayings: SayingsFiles): Pack<S> {
  const [first, ...others] = pack.parts
  const parts: PackParts = [{ ...first, sayings: { ...first.sayings, ...sayings } }, ...others]
  return branded({ ...pack, parts, sayings: sayingsIn(parts) })
}

/**
 * Files of sayings as they are known once they were checked against the facts of a pack.
 * @throws TimbangError `invalid-pack` with every issue found
 */
export function checkedSayings(pack: Pack<unknown>, files: unknown): SayingsFiles {
  const { sayings = {} } = parsedSource({ sayings: files }, z.strictObject({ sayings: sayingsSchema }))
  const issues = sayingsIssues(sayings, pack.facts, pack.formerFacts)
  if (issues.length > 0) throw refusedPack(issues)
  return sayings
}
