import { checkedOptions } from '../../advise/advise.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Text } from '../../vocabulary.js'
import { laws } from './laws.js'
import { conditionsBesides, obligationsOf } from './obligations.js'
import { inputsOf } from './open/inputs.js'
import { roundsNeeded, Study, type StudyOptions } from './study.js'
import { type Verdict, verdict } from './verdict.js'

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
  checkPack(pack)
  const given = checkedOptions<ProveOptions, unknown>(options, pack, { only: true, budget: true })
  const { only } = given
  const rounds = roundsNeeded(pack, given)
  const studied = { ...given, rounds: rounds ?? 1 }
  const wanted = (name: string) => only === undefined || only.includes(name)
  const inputs = inputsOf([pack], conditionsBesides(pack))
  const settled = rounds !== undefined
  const lawful: Verdict[] = []
  for (const law of laws.filter(({ name }) => wanted(name))) {
    const study = new Study(pack, inputs, studied)
    lawful.push(await verdict(law, () => law.obligations(study), study, settled))
  }
  const study = new Study(pack, inputs, studied)
  const invariants: Verdict[] = []
  for (const one of [...pack.invariants.all.values()].filter(({ name }) => wanted(name)))
    invariants.push(await verdict(one, () => obligationsOf(one, study), study, settled))
  const all = [...lawful, ...invariants]
  return {
    pack: pack.name,
    version: pack.version,
    digest: pack.digest,
    on: given.on ?? pack.asOf,
    ...(given.framework !== undefined && { framework: given.framework }),
    laws: lawful,
    invariants,
    tested,
    questions: all.reduce((sum, { questions }) => sum + questions, 0),
    holds: all.every((one) => one.verdict === 'holds'),
  }
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
