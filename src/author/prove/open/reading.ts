import { comparedValue } from '../../../decide/compiledPack.js'
import type { Conditions, Leaf } from '../../../pack/conditions.js'
import { leafTruth } from '../../../pack/evaluation.js'
import type { Fact, Facts } from '../../../pack/fact.js'
import { factsRead } from '../../../pack/factsRead.js'
import type { Value } from '../../../pack/factTypes/factType.js'
import { typeOf } from '../../../pack/factTypes/factTypes.js'
import type { Pack } from '../../../pack/pack.js'
import { always, type Circuit, type Literal, never } from '../solve/circuit.js'
import { factIn, isMembers } from './inputs.js'
import { type Likeness, readsAny } from './likeness.js'
import type { Choice, World } from './world.js'

/** Where something is known to hold, and where it is known not to; where neither, it is not known. */
export interface Rails {
  readonly yes: Literal
  readonly no: Literal
}

/** A value that a fact can have, as it is compared, and where it has it. */
interface Held {
  readonly value: Value
  readonly literal: Literal
}

/** By what is stated and what follows from it, or with what is presumed besides. */
export type Mode = 'known' | 'assumed'

/** What is known of the conditions of a pack in an open situation. */
export class Reading {
  private readonly statements: ReadonlyMap<string, readonly Told[]>
  private readonly values = { known: new Map<string, readonly Held[]>(), assumed: new Map<string, readonly Held[]>() }
  private readonly read = { known: new Map<Conditions, Rails>(), assumed: new Map<Conditions, Rails>() }

  constructor(
    private readonly pack: Pack<unknown>,
    world: World,
    private readonly circuit: Circuit,
    private readonly like?: Likeness<Reading>,
  ) {
    this.statements = statementsByFact(pack, world, like?.differs)
    for (const fact of pack.facts.values()) if (!this.isAsBefore(fact)) this.bindDerived(fact)
  }

  /** Where conditions hold, and where they do not. */
  rails(conditions: Conditions, mode: Mode): Rails {
    const found =
      this.read[mode].get(conditions) ?? this.railsBefore(conditions, mode) ?? this.partRails(conditions, mode)
    this.read[mode].set(conditions, found)
    return found
  }

  /** Whether it could be so if each danger fact that is open stays open or turns out harmless. */
  could(conditions: Conditions, wanted: boolean): Literal {
    if ('not' in conditions) return this.could(conditions.not, !wanted)
    if ('fact' in conditions) return this.couldLeaf(conditions, wanted)
    const [parts, together] = 'all' in conditions ? [conditions.all, wanted] : [conditions.any, !wanted]
    const all = parts.map((part) => this.could(part, wanted))
    return together ? this.circuit.all(all) : this.circuit.any(all)
  }

  /** Whether a fact is known at all. */
  isKnown(fact: string): Literal {
    return this.circuit.any(this.held(fact, 'known').map(({ literal }) => literal))
  }

  /** Whether what a comparison asks is not known: the fact, or of a list the member. */
  isOpen(leaf: Leaf): Literal {
    if (!isMembers(this.pack.facts.get(leaf.fact) as Fact)) return -this.isKnown(leaf.fact)
    const { yes, no } = this.rails(leaf, 'known')
    return this.circuit.all([-yes, -no])
  }

  /** What can be stated of a fact. */
  private told(name: string): readonly Told[] {
    if (this.like && !this.like.differs.has(name)) return this.like.as.told(name)
    return this.statements.get(name) ?? []
  }

  /** Where they hold in a situation that is like this one, where they read nothing that differs. */
  private railsBefore(conditions: Conditions, mode: Mode): Rails | undefined {
    if (this.like === undefined || readsAny([conditions], this.like.differs, this.pack)) return undefined
    return this.like.as.rails(conditions, mode)
  }

  private isAsBefore({ name, derivedFrom }: Fact): boolean {
    if (this.like === undefined || derivedFrom === undefined) return false
    return !this.like.differs.has(name) && !readsAny([derivedFrom], this.like.differs, this.pack)
  }

  private partRails(conditions: Conditions, mode: Mode): Rails {
    if ('not' in conditions) return opposite(this.rails(conditions.not, mode))
    if ('fact' in conditions) return this.leafRails(conditions, mode)
    const together = 'all' in conditions
    const parts = (together ? conditions.all : conditions.any).map((part) => this.rails(part, mode))
    const [yes, no] = [parts.map((part) => part.yes), parts.map((part) => part.no)]
    const { circuit } = this
    return together ? { yes: circuit.all(yes), no: circuit.any(no) } : { yes: circuit.any(yes), no: circuit.all(no) }
  }

  private leafRails(leaf: Leaf, mode: Mode): Rails {
    const truth = leafTruth(leaf, this.pack.facts)
    const all = this.held(leaf.fact, mode)
    const where = (so: boolean) =>
      this.circuit.any(all.filter(({ value }) => truth(value) === so).map(({ literal }) => literal))
    return { yes: where(true), no: where(false) }
  }

  private held(name: string, mode: Mode): readonly Held[] {
    const before = this.values[mode].get(name)
    if (before) return before
    const fact = this.pack.facts.get(name) as Fact
    const found = fact.derivedFrom
      ? this.derived(fact, mode)
      : mode === 'known'
        ? this.stated(fact)
        : this.presumed(fact)
    this.values[mode].set(name, found)
    return found
  }

  private stated(fact: Fact): readonly Held[] {
    return this.told(fact.name).map(({ value, member, literal }) => ({
      value: comparedValue(fact, member === undefined ? value : new Map([[member, value as boolean]])),
      literal,
    }))
  }

  private presumed(fact: Fact): readonly Held[] {
    const known = this.held(fact.name, 'known')
    if (!fact.presume) return known
    const open = this.circuit.all(known.map(({ literal }) => -literal))
    return [...known, { value: comparedValue(fact, fact.presume.value), literal: open }]
  }

  /** What is stated of it, or else what follows; with what is presumed, what follows only so, where it is not known. */
  private derived(fact: Fact, mode: Mode): readonly Held[] {
    const before = mode === 'known' ? this.stated(fact) : this.held(fact.name, 'known')
    if (mode === 'assumed' && !readsPresumed(fact, this.pack.facts)) return before
    const open = this.circuit.all(before.map(({ literal }) => -literal))
    const follows = this.rails(fact.derivedFrom as Conditions, mode)
    const where = (value: boolean) => before.filter((one) => one.value === value).map(({ literal }) => literal)
    return [true, false].map((value) => ({
      value,
      literal: this.circuit.any([...where(value), this.circuit.all([open, value ? follows.yes : follows.no])]),
    }))
  }

  private couldLeaf(leaf: Leaf, wanted: boolean): Literal {
    const fact = this.pack.facts.get(leaf.fact) as Fact
    const truth = leafTruth(leaf, this.pack.facts)
    const { yes, no } = this.rails(leaf, 'assumed')
    const harmless = harmlessValues(fact).some((value) => truth(value) === wanted) ? always : never
    const { derivedFrom } = fact
    const follows = derivedFrom
      ? [true, false].filter((so) => truth(so) === wanted).map((so) => this.could(derivedFrom, so))
      : []
    return this.circuit.any([
      wanted ? yes : no,
      this.circuit.all([-yes, -no, this.circuit.any([harmless, ...follows])]),
    ])
  }

  /** A fact that follows from others is not stated otherwise than it follows. */
  private bindDerived({ name, derivedFrom }: Fact): void {
    for (const { value, literal } of derivedFrom ? this.told(name) : []) {
      const { yes, no } = this.rails(derivedFrom as Conditions, 'known')
      this.circuit.bind(Math.abs(literal), [-literal, value === true ? -no : -yes])
    }
  }
}

interface Told extends Choice {
  readonly member?: string
}

/** What can be stated of all facts, or of some, by the names that the facts have in this pack. */
function statementsByFact(
  pack: Pack<unknown>,
  world: World,
  some?: ReadonlySet<string>,
): ReadonlyMap<string, readonly Told[]> {
  const found = new Map<string, Told[]>()
  for (const [{ fact, member }, choices] of world) {
    if (some && !some.has(fact)) continue
    const name = factIn(pack, fact)?.name
    const told = choices.map((choice) => ({ ...choice, ...(member !== undefined && { member }) }))
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), ...told])
  }
  return found
}

function opposite({ yes, no }: Rails): Rails {
  return { yes: no, no: yes }
}

function readsPresumed({ derivedFrom }: Fact, facts: Facts): boolean {
  return [...factsRead(derivedFrom as Conditions, facts)].some((name) => facts.get(name)?.presume !== undefined)
}

/** The values of a danger fact that mark no danger, as they are compared. */
function harmlessValues(fact: Fact): readonly Value[] {
  const { danger } = fact
  if (danger === undefined) return []
  if (isMembers(fact)) return [new Map(danger.map((member) => [String(member), false]))]
  const harmless = typeOf(fact)
    .values(fact, [])
    .filter((value) => !danger.includes(value))
  return harmless.map((value) => comparedValue(fact, value))
}
