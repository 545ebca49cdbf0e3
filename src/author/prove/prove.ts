import { checkedOptions } from '../../advise/advise.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Text } from '../../vocabulary.js'
import { laws } from './laws.js'
import { type PartProved, type ProofPart, partsOf, provePart } from './parts.js'
import { roundsInTurn, type StudyOptions } from './study.js'
import type { Verdict } from './verdict.js'

/** What was proved of a pack, what was refuted, and what is tested and not proved. */
export interface Proof {
  readonly pack: string
  readonly version: string
  readonly digest: string
  readonly on: string
  readonly framework?: string
  /** The laws of advice, which every pack keeps. */
  readonly laws: readonly Verdict[]
  /** The invariants that the pack declares. */
  readonly invariants: readonly Verdict[]
  /** What tests show, over cases and at random, and nothing here proves. */
  readonly tested: readonly Text[]
  /** How many questions were answered. */
  readonly questions: number
  /** Whether all of it holds. */
  readonly holds: boolean
}

/** How a pack is to be proved. */
export interface ProveOptions extends StudyOptions {
  /** The names of the invariants and laws that are looked at; all where none is given. */
  readonly only?: readonly string[] | undefined
}

/**
 * Proves of every invariant of a pack, and of the laws of advice, that they hold in all situations that its facts can state, or
 * finds the smallest situation in which one does not, and weighs that as any other. What the budget does not suffice for is not proved.
 * @throws TimbangError `broken-invariant` where a counterexample does not come out so when it is weighed
 */
export async function prove(pack: Pack<unknown>, options: ProveOptions = {}): Promise<Proof> {
  return proveBy((part, given) => provePart(part, pack, given), pack, options)
}

/** Who proves the parts of a proof: this thread, or others beside it. */
export type Prover = (part: ProofPart, options: StudyOptions) => Promise<PartProved>

/** The same, whoever proves the parts: they are asked for all at once, and may be proved in any order. */
export async function proveBy(prover: Prover, pack: Pack<unknown>, options: ProveOptions): Promise<Proof> {
  checkPack(pack)
  const { only, ...given } = checkedOptions<ProveOptions, unknown>(options, pack, { only: true, budget: true })
  const { verdicts, suffice } = await provedInTurn((part) => prover(part, given), pack, only)
  const found = new Map(verdicts.map((one) => [one.name, suffice ? one : unsettled(one)]))
  const all = (names: Iterable<string>) => [...names].flatMap((name) => found.get(name) ?? [])
  return {
    pack: pack.name,
    version: pack.version,
    digest: pack.digest,
    on: given.on ?? pack.asOf,
    ...(given.framework !== undefined && { framework: given.framework }),
    laws: all(laws.map(({ name }) => name)),
    invariants: all(pack.invariants.all.keys()),
    tested,
    questions: verdicts.reduce((sum, { questions }) => sum + questions, 0),
    holds: [...found.values()].every((one) => one.verdict === 'holds'),
  }
}

/** What comes of all parts with as many rounds as are needed; where those that were counted do not suffice, of all parts anew. */
async function provedInTurn(
  prover: (part: ProofPart) => Promise<PartProved>,
  pack: Pack<unknown>,
  only: readonly string[] | undefined,
): Promise<PartProved> {
  for (const rounds of roundsInTurn) {
    // What is proved with too few rounds is left aside, and so is what is refused of it.
    const ended = await Promise.allSettled(partsOf(pack, rounds, only).map(prover))
    const { suffice } = came(ended.at(-1) as PromiseSettledResult<PartProved>)
    if (suffice === false && rounds !== roundsInTurn.at(-1)) continue
    return { verdicts: ended.flatMap((one) => came(one).verdicts), suffice }
  }
  return { verdicts: [] }
}

function came<T>(ended: PromiseSettledResult<T>): T {
  if (ended.status === 'rejected') throw ended.reason
  return ended.value
}

/** What holds only as far as was counted is not proved. */
function unsettled(one: Verdict): Verdict {
  return one.verdict === 'fails' ? one : { ...one, verdict: 'not-proved' }
}

const tested: readonly Text[] = [
  {
    en: 'what is asked, and in which order: that danger comes first, and that every question can change the advice',
    id: 'apa yang ditanyakan dan urutannya: bahaya didahulukan, dan setiap pertanyaan dapat mengubah saran',
  },
  {
    en: 'that these proofs are about what is advised: the circuit is compared with the weighing over random packs and situations',
    id: 'bahwa pembuktian ini mengenai saran yang diberikan: rangkaian logika dibandingkan dengan penimbangan atas paket dan keadaan acak',
  },
]
