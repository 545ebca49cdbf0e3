import { comparedValue } from '../../../decide/compiledPack.js'
import { type Conditions, type Leaf, leaves, type Scalar } from '../../../pack/conditions.js'
import { signsOfDanger } from '../../../pack/dangerSigns.js'
import { leafTruth } from '../../../pack/evaluation.js'
import { everyCondition } from '../../../pack/everyCondition.js'
import { type Fact, hasValue } from '../../../pack/fact.js'
import { toldApart, typeOf } from '../../../pack/factTypes/factTypes.js'
import { everyName } from '../../../pack/factTypes/wordList.js'
import type { Pack } from '../../../pack/pack.js'
import { jurisdictionFact } from '../../../vocabulary.js'

/** What can be stated: a fact, or one member of a list, with a value for each class of values that nothing tells apart. */
export interface Input {
  readonly fact: string
  readonly member?: string
  readonly values: readonly Scalar[]
}

/** A fact as one of the packs declares it that are looked at together, with all that its conditions ask of it. */
interface View {
  readonly pack: Pack<unknown>
  readonly fact: Fact
  readonly leaves: readonly Leaf[]
}

/**
 * All that can be stated of a situation, by the names of the facts in the first of the packs. Values that no condition of a pack, nor any of those
 * named besides, tells apart stand for each other; numbers are cut where one is compared with them. Of two packs it holds what
 * both can state.
 */
export function inputsOf(packs: readonly Pack<unknown>[], besides: readonly Conditions[] = []): readonly Input[] {
  const asked = packs.map((pack) => leavesByFact(pack, besides))
  const [first] = packs as [Pack<unknown>]
  return [...first.facts.values()].flatMap((fact) => {
    const views = packs.flatMap((pack, i): View[] => {
      const found = factIn(pack, fact.name)
      return found ? [{ pack, fact: found, leaves: asked[i]?.get(found.name) ?? [] }] : []
    })
    const same = views.length === packs.length && views.every((view) => view.fact.type === fact.type)
    return same && views.some((view) => view.leaves.length > 0) ? inputsFor(fact, views) : []
  })
}

/** Whether a fact is a list, of which each member is stated for itself. */
export function isMembers(fact: Pick<Fact, 'type'>): boolean {
  return typeOf(fact).input === 'members'
}

/** The fact that bears a name in a pack, or bore it before. */
export function factIn({ facts, formerFacts }: Pack<unknown>, name: string): Fact | undefined {
  return facts.get(name) ?? facts.get(formerFacts.get(name) ?? '')
}

/** All conditions that bear on what is said of a situation. */
export function conditionsRead(pack: Pack<unknown>): readonly Conditions[] {
  const done = [...pack.actions.values()].flatMap((action) => action.done?.conditions ?? [])
  return [...everyCondition(pack), signsOfDanger(pack.facts.values()), ...done]
}

function leavesByFact(pack: Pack<unknown>, besides: readonly Conditions[]): ReadonlyMap<string, readonly Leaf[]> {
  const found = new Map<string, Leaf[]>()
  for (const conditions of [...conditionsRead(pack), ...besides])
    for (const leaf of leaves(conditions)) found.set(leaf.fact, [...(found.get(leaf.fact) ?? []), leaf])
  return found
}

function inputsFor({ name, type }: Fact, views: readonly View[]): readonly Input[] {
  if (isMembers({ type }))
    return membersToldApart(views).map((member) => ({ fact: name, member, values: [true, false] }))
  return [{ fact: name, values: valuesToldApart(views) }]
}

/** The members that something asks for, and one that stands for all others: that it is stated is all that it says. */
function membersToldApart(views: readonly View[]): readonly string[] {
  const asked = new Set(views.flatMap(({ leaves: all }) => all.map(({ value }) => value as string)))
  const all = inAllViews(views)
  const others = all.filter((word) => !asked.has(word)).slice(0, 1)
  return [...all.filter((word) => asked.has(word)), ...others]
}

function inAllViews([first, ...others]: readonly View[]): readonly string[] {
  return everyName((first as View).fact).filter((word) => others.every(({ fact }) => everyName(fact).includes(word)))
}

function valuesToldApart(views: readonly View[]): readonly Scalar[] {
  const classes = new Map<string, Scalar>()
  for (const value of allValues(views)) {
    const told = views.flatMap(({ pack, fact, leaves: all }) =>
      all.map((leaf) => leafTruth(leaf, pack.facts)(comparedValue(fact, value))),
    )
    const key = told.join()
    if (!classes.has(key)) classes.set(key, value)
  }
  return [...classes.values()]
}

function allValues(views: readonly View[]): readonly Scalar[] {
  const [{ fact }] = views as [View]
  if (!typeOf(fact).hasWords) return answerableInAll(views)
  const admitted = ({ header: { jurisdiction } }: Pack<unknown>, word: string) =>
    fact.name !== jurisdictionFact || jurisdiction === undefined || jurisdiction.includes(word)
  return inAllViews(views).filter((word) => views.every(({ pack }) => admitted(pack, word)))
}

/** Of each class of values one that every view admits. */
function answerableInAll(views: readonly View[]): readonly Scalar[] {
  const compared = views.flatMap((view) => view.leaves)
  const values = new Set(views.flatMap(({ fact }) => toldApart(fact, compared)))
  return [...values].filter((value) => views.every(({ fact }) => hasValue(fact, value)))
}
