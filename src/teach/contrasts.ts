import { comparedWith } from '../consult/answers.js'
import type { Known } from '../decide/compiledPack.js'
import { knownOrContradiction } from '../decide/decide.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Fact } from '../pack/fact.js'
import { factsRead } from '../pack/factsRead.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import type { Pack } from '../pack/pack.js'
import type { Rule } from '../pack/rule.js'
import type { Kind } from '../vocabulary.js'
import { type Assessment, kindOf, type WeighOptions } from '../weigh/assess.js'
import { assessLeftToDo } from './assessLeftToDo.js'

/** The same case with one fact different, and what the rules then say. */
export interface Contrast {
  readonly fact: Fact
  readonly from: Stated
  readonly to: Stated
  readonly known: Known
  readonly outline: Assessment
  readonly kind: Kind
}

/** Every case that is one stated fact apart, wanted and possible; what contradicts the other facts is left out. */
export function contrasts<S>(
  stated: StatedFacts,
  pack: Pack<S>,
  options: WeighOptions,
  isWanted: (fact: Fact, from: Stated, to: Stated) => boolean = () => true,
): readonly Contrast[] {
  return [...stated].flatMap(([name, from]) => {
    const fact = pack.facts.get(name) as Fact
    return others(fact, from, pack).flatMap((to) => {
      if (!isWanted(fact, from, to)) return []
      const known = knownOrContradiction(new Map([...stated, [name, to]]), pack)
      if (typeof known === 'string') return []
      const found = assessLeftToDo(known, pack, options)
      return [{ fact, from, to, known, outline: found, kind: kindOf(found, known, pack, options) }]
    })
  })
}

/** What else could be stated of a fact: every other word; of a number those on the other side of its limits; of members each turned. */
function others(fact: Fact, from: Stated, pack: Pack<unknown>): readonly Stated[] {
  if (from === null) return []
  if (from instanceof Map) return [...from].map(([member, so]) => new Map([...from, [member, so !== true]]))
  const type = typeOf(fact)
  return type.values(fact, comparedWith(pack).get(fact.name) ?? []).filter((value) => value !== from)
}

/** The actions whose status differs between two outlines, with both. */
export function differences(before: Assessment, after: Assessment): readonly string[] {
  const actions = new Set([...before.statuses.keys(), ...after.statuses.keys()])
  return [...actions].filter((action) => before.statuses.get(action) !== after.statuses.get(action))
}

/** Whether it is a step less than what is stated. */
export function isLess({ fact, from, to }: Contrast): boolean {
  const steps = valueNames(fact)
  return typeOf(fact).hasSteps && steps.indexOf(to as string) < steps.indexOf(from as string)
}

/** Whether there is more danger: who then expects more than “should” is not wrong, whatever the rules keep to. */
export function isGraver(contrast: Contrast): boolean {
  const { fact, to } = contrast
  return (
    fact.danger !== undefined && (typeOf(fact).hasSteps ? !isLess(contrast) : fact.danger.some((one) => one === to))
  )
}

/** Whether a rule goes by what is otherwise; more of what it goes by takes nothing from it. */
export function goesBy<S>({ conditions }: Rule, contrast: Contrast, { facts }: Pack<S>): boolean {
  const { fact, to } = contrast
  const isMore = to instanceof Map || (typeOf(fact).hasSteps && !isLess(contrast))
  return !isMore && factsRead(conditions, facts).has(fact.name)
}
