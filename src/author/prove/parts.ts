import type { Pack } from '../../pack/pack.js'
import { laws } from './laws.js'
import { conditionsBesides, obligationsOf } from './obligations.js'
import { inputsOf } from './open/inputs.js'
import { roundsSuffice, Study, type StudyOptions } from './study.js'
import { type Verdict, verdict } from './verdict.js'

/**
 * What is proved by itself, on one study of the pack, so that it comes out the same whoever proves the rest, and when: some laws and
 * invariants by their names; or, without any, that so many rounds suffice.
 */
export interface ProofPart {
  readonly rounds: number
  readonly names: readonly string[]
}

/** What came of a part of a proof: one verdict for each name, or whether the rounds suffice; nothing where that is not decided. */
export interface PartProved {
  readonly verdicts: readonly Verdict[]
  readonly suffice?: boolean | undefined
}

/** How many invariants are proved on one study. */
const mostTogether = 32

/**
 * The parts of the proof of a pack, those that take longest first: the laws whose situations hang on each other each by itself, the
 * others together, and the invariants in the order in which they are declared.
 */
export function partsOf(pack: Pack<unknown>, rounds: number, only?: readonly string[]): readonly ProofPart[] {
  const wanted = (name: string) => only === undefined || only.includes(name)
  const apart = laws.filter(({ isApart }) => isApart).map(({ name }) => [name])
  const together = laws.filter(({ isApart }) => !isApart).map(({ name }) => name)
  const declared = [...pack.invariants.all.keys()]
  const some = Array.from({ length: Math.ceil(declared.length / mostTogether) }, (_, i) =>
    declared.slice(i * mostTogether, (i + 1) * mostTogether),
  )
  const named = [...apart, ...some, together].map((names) => names.filter(wanted)).filter((names) => names.length > 0)
  return [[], ...named].map((names) => ({ rounds, names }))
}

/** Proves one part. */
export async function provePart(
  { rounds, names }: ProofPart,
  pack: Pack<unknown>,
  options: StudyOptions,
): Promise<PartProved> {
  const study = new Study(pack, inputsOf([pack], conditionsBesides(pack)), { ...options, rounds })
  if (names.length === 0) return { verdicts: [], suffice: roundsSuffice(study) }
  const verdicts: Verdict[] = []
  for (const law of laws.filter(({ name }) => names.includes(name)))
    verdicts.push(await verdict(law, () => law.obligations(study), study))
  for (const one of [...pack.invariants.all.values()].filter(({ name }) => names.includes(name)))
    verdicts.push(await verdict(one, () => obligationsOf(one, study), study))
  return { verdicts }
}
