import { inForce } from '../../../decide/decide.js'
import type { Conditions } from '../../../pack/conditions.js'
import { leavesRead } from '../../../pack/factsRead.js'
import type { Pack } from '../../../pack/pack.js'
import { conditionsOf, type Rule } from '../../../pack/rule.js'
import { always, type Circuit, type Literal, never } from '../solve/circuit.js'
import type { Rails, Reading } from './reading.js'

/** What one rule says in an open situation. */
interface OpenFinding {
  /** Whether it applies or is presumed to: it makes its claims. */
  readonly live: Literal
  /** Whether it applies without anything presumed. */
  readonly applies: Literal
  /** Whether it could still apply once more is known, presumptions given up. */
  readonly possible: Literal
  /** Whether one of its `unless` holds, with what is presumed. */
  readonly excepted: Literal
  /** Whether each of its `unless` is still open, presumptions given up. */
  readonly open: readonly Literal[]
  /** Whether a danger fact that it reads is not known while it could still apply, or not. */
  readonly opensDanger: Literal
  /** Whether it holds, or would if the open danger facts turned out harmless. */
  readonly presses: Literal
}

/** What a rule says that is not in force. */
const silent: Omit<OpenFinding, 'open'> = {
  live: never,
  applies: never,
  possible: never,
  excepted: never,
  opensDanger: never,
  presses: never,
}

/** What was made for a situation that is like another but for some facts. */
export interface Likeness<T> {
  readonly as: T
  readonly differs: ReadonlySet<string>
}

/** Whether conditions read one of some facts, by themselves or through what follows from them. */
export function readsAny(some: readonly Conditions[], names: ReadonlySet<string>, { facts }: Pack<unknown>): boolean {
  return some.some((conditions) => leavesRead(conditions, facts).some(({ fact }) => names.has(fact)))
}

/** What each rule of a pack says on a day in an open situation; found once for each. */
export class Deciding {
  private readonly found = new Map<Rule, OpenFinding>()

  constructor(
    private readonly pack: Pack<unknown>,
    private readonly reading: Reading,
    private readonly circuit: Circuit,
    private readonly on: string,
    private readonly like?: Likeness<Deciding>,
  ) {}

  finding(rule: Rule): OpenFinding {
    const found = this.found.get(rule) ?? this.asBefore(rule) ?? this.find(rule)
    this.found.set(rule, found)
    return found
  }

  /** What it says in a situation that is like this one, where it reads nothing that differs. */
  private asBefore(rule: Rule): OpenFinding | undefined {
    if (this.like === undefined || readsAny([...conditionsOf(rule)], this.like.differs, this.pack)) return undefined
    return (rule.findsOut ?? []).some((name) => this.like?.differs.has(name)) ? undefined : this.like.as.finding(rule)
  }

  private find(rule: Rule): OpenFinding {
    const { circuit, reading } = this
    if (!inForce(rule, this.on)) return { ...silent, open: rule.unless.map(() => never) }
    const [strict, holds] = [reading.rails(rule.conditions, 'known'), reading.rails(rule.conditions, 'assumed')]
    const strictUnless = rule.unless.map(({ conditions }) => reading.rails(conditions, 'known'))
    const unless = rule.unless.map(({ conditions }) => reading.rails(conditions, 'assumed'))
    const finding = rule.findsOut ? circuit.any(rule.findsOut.map((name) => -reading.isKnown(name))) : always
    const excepted = circuit.any(unless.map(({ yes }) => yes))
    const applies = circuit.all([finding, strict.yes, ...strictUnless.map(({ no }) => no)])
    const possible = circuit.all([finding, -strict.no, ...strictUnless.map(({ yes }) => -yes)])
    return {
      live: circuit.all([finding, holds.yes, -excepted]),
      applies,
      possible,
      excepted,
      open: strictUnless.map((rails) => this.isOpen(rails)),
      opensDanger: circuit.all([possible, -applies, this.readsOpenDanger(rule)]),
      presses: rule.standing ? never : circuit.all([possible, -excepted, reading.could(rule.conditions, true)]),
    }
  }

  private isOpen({ yes, no }: Rails): Literal {
    return this.circuit.all([-yes, -no])
  }

  private readsOpenDanger(rule: Rule): Literal {
    const { facts } = this.pack
    const read = [rule, ...rule.unless].flatMap(({ conditions }) => leavesRead(conditions, facts))
    const dangers = read.filter(({ fact }) => facts.get(fact)?.danger !== undefined)
    return this.circuit.any(dangers.map((leaf) => this.reading.isOpen(leaf)))
  }
}
