import { advise } from '../../advise/advise.js'
import { compiledPack, type Known } from '../../decide/compiledPack.js'
import { knownFrom } from '../../decide/decide.js'
import { parseSituation } from '../../decide/situation.js'
import type { AnySituation, Pack } from '../../pack/pack.js'
import { type Urgency, urgencies } from '../../vocabulary.js'
import type { WeighOptions } from '../../weigh/assess.js'
import type { Look } from './adviceComparisons.js'

/** A situation as it is really weighed. */
export interface Seen {
  readonly situation: AnySituation
  readonly known: Known
  readonly look: SeenLook
  /** The rules that hold. */
  readonly rules: ReadonlySet<string>
  /** The grounds of each rule that holds, where and when it is weighed. */
  readonly grounds: ReadonlyMap<string, readonly string[]>
  /** Whether a sign of danger is stated. */
  readonly danger: boolean
}

/** What is said in it, and how soon each is to be done. */
export interface SeenLook extends Look<boolean> {
  urgency(action: string): Urgency | undefined
}

/** Weighs a situation as a worker would have it weighed, confirmed by json-rules-engine. */
export async function seen(
  situation: AnySituation,
  pack: Pack<unknown>,
  { on, framework }: WeighOptions,
): Promise<Seen> {
  const advice = await advise(situation, pack, { on, framework, questions: false })
  const actions = new Map(advice.actions.map((one) => [one.action, one]))
  const done = new Set(advice.done?.map(({ action }) => action))
  const aside = new Set(advice.setAside.map(({ action }) => action))
  const unadvised = (action: string) => (done.has(action) ? 'done' : aside.has(action) ? 'gave-way' : 'not-spoken-of')
  const known = knownFrom(parseSituation(situation, pack), pack)
  return {
    situation,
    known,
    rules: new Set(Object.keys(advice.rules)),
    grounds: new Map(Object.entries(advice.rules).map(([name, { sources }]) => [name, sources])),
    danger: compiledPack(pack).dangerStated(known.values) === true,
    look: {
      said: (action, what) => what.includes(actions.get(action)?.status ?? unadvised(action)),
      surely: (action, wanted) => {
        const certainty = actions.get(action)?.certainty
        return certainty !== undefined && wanted.includes(certainty)
      },
      urgency: (action) => actions.get(action)?.urgency,
      atLeast: (level) => urgencies.indexOf(advice.urgency) <= urgencies.indexOf(level),
    },
  }
}
