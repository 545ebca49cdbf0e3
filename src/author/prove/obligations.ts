import { compiledPack } from '../../decide/compiledPack.js'
import type { Conditions, Leaf, Scalar } from '../../pack/conditions.js'
import { compile } from '../../pack/evaluation.js'
import type { Fact } from '../../pack/fact.js'
import { valueNames } from '../../pack/factTypes/wordList.js'
import { actionsMeant, type Every, type Invariant, type Never, type Vary } from '../../pack/invariant.js'
import type { Pack } from '../../pack/pack.js'
import { openLogic, openLook, plainLogic } from './adviceComparisons.js'
import { derivedObligations } from './kinds/derived.js'
import { groundObligations } from './kinds/ground.js'
import { type Forbidden, forbidden } from './never.js'
import type { Obligation } from './obligation.js'
import { type Input, isMembers } from './open/inputs.js'
import type { OpenOutlook } from './open/outlook.js'
import type { Choice } from './open/world.js'
import type { Seen } from './replay.js'
import type { Literal } from './solve/circuit.js'
import type { Study } from './study.js'

/** All that is to be shown of an invariant. */
export function obligationsOf(invariant: Invariant, study: Study): readonly Obligation[] {
  return kinds[invariant.every ?? 'sentence'](invariant, study)
}

const kinds: Readonly<Record<Every | 'sentence', (invariant: Invariant, study: Study) => readonly Obligation[]>> = {
  sentence: (invariant, study) =>
    invariant.vary ? variedObligations(invariant, invariant.vary, study) : sentenceObligations(invariant, study),
  pair: pairObligations,
  'protected-fact': protectedObligations,
  'derived-fact': derivedObligations,
  rule: groundObligations,
}

function sentenceObligations(invariant: Invariant, study: Study): readonly Obligation[] {
  const parts = partsOf(invariant, study)
  return parts.map((part) => obligation(part, invariant, [study.outlook], [], study))
}

/** For every answer named: where it is known, what is said of the actions that have to do with it. */
function pairObligations(invariant: Invariant, study: Study): readonly Obligation[] {
  return (invariant.pairs ?? []).flatMap(({ fact, value, so = true, actions }) => {
    const answered = compared(fact, value, study.pack)
    const leaf: Conditions = so ? answered : { not: answered }
    const given: Conditions = invariant.given ? { all: [invariant.given, leaf] } : leaf
    const own = actionsMeant(actions, study.pack.invariants)
    const parts = (invariant.never ?? []).flatMap((never) => forbidden(never, study.pack.invariants, own))
    const about = `${fact}: ${String(value)}`
    return parts.map((part) => obligation(part, { ...invariant, given }, [study.outlook], [], study, [about]))
  })
}

function variedObligations(invariant: Invariant, vary: readonly Vary[], study: Study): readonly Obligation[] {
  const varied = vary.map((one) => ({ ...one, input: study.input(one.fact, one.member) }))
  if (varied.some(({ input }) => input === undefined)) return []
  const inputs = varied.map(({ input }) => input as Input)
  const after = study.beside(inputs)
  const differing = varied.map((one) => differs(one, one.input as Input, after, study))
  return partsOf(invariant, study).map((part) =>
    obligation(part, invariant, [study.outlook, after], differing, study, inputs.map(nameOf)),
  )
}

/** For every protected fact: between a person of whom it is so and one of whom it is not, or not known. */
function protectedObligations(invariant: Invariant, study: Study): readonly Obligation[] {
  const marked = study.inputs.filter(({ fact }) => study.pack.facts.get(fact)?.protected)
  return marked.flatMap((input) => {
    const to = input.values.includes(true) ? [true] : input.values
    const vary = { fact: input.fact, ...(input.member !== undefined && { member: input.member }), to: [...to] }
    return variedObligations(invariant, [vary], study)
  })
}

function nameOf({ fact, member }: Input): string {
  return member === undefined ? fact : `${fact}: ${member}`
}

function partsOf({ never = [] }: Invariant, { pack }: Study): readonly Forbidden[] {
  return never.flatMap((one: Never) => forbidden(one, pack.invariants))
}

function obligation(
  part: Forbidden,
  { given, unless, presuming }: Invariant,
  outlooks: readonly OpenOutlook[],
  differing: readonly Literal[],
  { outlook, pack }: Study,
  about: readonly string[] = [],
): Obligation {
  const mode = presuming ? 'assumed' : 'known'
  const logic = openLogic(outlook)
  const bears = [
    ...(given ? [outlook.known(given, mode).yes] : []),
    ...(unless ? [-outlook.known(unless, mode).yes] : []),
    ...differing,
  ]
  const looks = outlooks.map(openLook)
  const holds = (conditions: Conditions, { known }: Seen) =>
    compile(conditions, pack.facts, compiledPack(pack).slots)(presuming ? known.assumed : known.values) === true
  return {
    about: [...part.about, ...about],
    actions: part.actions,
    wanted: [...bears, part.isSo(looks, logic)],
    bites: [bears, [part.isPushed(looks, logic)]],
    outlooks,
    shows: (seen) => {
      const [first] = seen as [Seen]
      return (
        (given === undefined || holds(given, first)) &&
        (unless === undefined || !holds(unless, first)) &&
        part.isSo(
          seen.map(({ look }) => look),
          plainLogic,
        )
      )
    },
  }
}

/** Where a fact has one of the first values in the first situation and one of the others in the second, or rises on its scale. */
function differs(
  { from, to, rises }: Vary,
  input: Input,
  after: OpenOutlook,
  { outlook, pack, circuit }: Study,
): Literal {
  const choicesIn = ({ world }: OpenOutlook) => world.get(input) as readonly Choice[]
  const [before, later] = [choicesIn(outlook), choicesIn(after)]
  const choices = (list: readonly Choice[], wanted: readonly (Scalar | null)[]) =>
    circuit.any([
      ...list.filter(({ value }) => wanted.includes(value)).map(({ literal }) => literal),
      ...(wanted.includes(null) ? [circuit.all(list.map(({ literal }) => -literal))] : []),
    ])
  if (rises) {
    const scale = valueNames(pack.facts.get(input.fact) as Fact)
    const rank = (value: Scalar) => scale.indexOf(String(value))
    const pairs = before.flatMap((one) =>
      later
        .filter((other) => rank(other.value) > rank(one.value))
        .map((other) => circuit.all([one.literal, other.literal])),
    )
    return circuit.any(pairs)
  }
  const same = circuit.any(before.map(({ literal }, i) => circuit.all([literal, (later[i] as Choice).literal])))
  return circuit.all([...(from ? [choices(before, from)] : []), choices(later, to ?? []), -same])
}

/** Conditions that keep apart the values of which the invariants of a pack speak. */
export function conditionsBesides(pack: Pack<unknown>): readonly Conditions[] {
  const { invariants, facts } = pack
  const told = (name: string, value: Scalar) => compared(name, value, pack)
  const varied = ({ fact, member, from = [], to = [], rises }: Vary): readonly Conditions[] => {
    if (member !== undefined) return [told(fact, member)]
    const all = rises ? valueNames(facts.get(fact) as Fact) : [...from, ...to]
    return all.flatMap((value) => (value === null ? [] : [told(fact, value)]))
  }
  return [...invariants.all.values()].flatMap(({ given, unless, vary = [], pairs = [] }) => [
    ...(given ? [given] : []),
    ...(unless ? [unless] : []),
    ...vary.flatMap(varied),
    ...pairs.map(({ fact, value }) => told(fact, value)),
  ])
}

/** That a fact has a value; of a list, that a member is so. */
function compared(name: string, value: Scalar, { facts }: Pack<unknown>): Leaf {
  const fact = facts.get(name) as Fact
  return isMembers(fact) ? { fact: name, operator: 'contains', value } : { fact: name, operator: 'equal', value }
}
