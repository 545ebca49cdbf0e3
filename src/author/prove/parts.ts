import type { Pack } from '../../pack/pack.js'
import { laws } from './laws.js'
import { conditionsBesides, obligationsOf } from './obligations.js'
import { inputsOf } from './open/inputs.js'
import { roundsSuffice, Study, type StudyOptions } from './study.js'
import { unproved, type Verdict, verdict } from './verdict.js'

/**
 * What is proved by itself, on one study of the pack, so that it comes out the same whoever proves the rest, and when: some laws and
 * invariants by their names, and perhaps that so many rounds suffice.
 */
export interface ProofPart {
  readonly names: readonly string[]
  readonly rounds: number
  /** Whether it is asked, too, if the rounds suffice. */
  readonly isCounted: boolean
}

/** What came of a part of a proof: a verdict for each name, and whether the rounds suffice; nothing where that is not decided. */
export interface PartProved {
  readonly verdicts: readonly Verdict[]
  readonly suffice?: boolean | undefined
}

/**
 * The parts of the proof of a pack: the laws whose situations hang on each other each by itself, since they take longest; the
 * invariants; and the other laws, with the rounds.
 */
export function partsOf(pack: Pack<unknown>, rounds: number, only?: readonly string[]): readonly ProofPart[] {
  const apart = laws.filter(({ isApart }) => isApart).map(({ name }) => [name])
  const together = laws.filter(({ isApart }) => !isApart).map(({ name }) => name)
  const wanted = (names: readonly string[]) => names.filter((name) => only === undefined || only.includes(name))
  const others = [...apart, [...pack.invariants.all.keys()]].map(wanted).filter((names) => names.length > 0)
  return [
    ...others.map((names) => ({ names, rounds, isCounted: false })),
    { names: wanted(together), rounds, isCounted: true },
  ]
}

/** Proves one part. */
export async function provePart(part: ProofPart, pack: Pack<unknown>, options: StudyOptions): Promise<PartProved> {
  const { names, rounds, isCounted } = part
  const study = new Study(pack, inputsOf([pack], conditionsBesides(pack)), { ...options, rounds })
  const suffice = isCounted ? roundsSuffice(study) : undefined
  const lawful = laws.filter(({ name }) => names.includes(name))
  if (suffice === false) return { verdicts: lawful.map(unproved), suffice }
  const verdicts: Verdict[] = []
  for (const law of lawful) verdicts.push(await verdict(law, () => law.obligations(study), study))
  for (const one of [...pack.invariants.all.values()].filter(({ name }) => names.includes(name)))
    verdicts.push(await verdict(one, () => obligationsOf(one, study), study))
  return { verdicts, suffice }
}
