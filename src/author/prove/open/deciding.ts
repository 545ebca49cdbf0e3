import { inForce } from '../../../decide/decide.js'
import type { Facts } from '../../../pack/fact.js'
import { leavesRead } from '../../../pack/factsRead.js'
import type { Pack } from '../../../pack/pack.js'
import { conditionsOf, type Rule } from '../../../pack/rule.js'
import { always, type Circuit, type Literal, never } from '../solve/circuit.js'
import { type Likeness, readsAny } from './likeness.js'
import type { Mode, Rails, Reading } from './reading.js'

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
    if (!inForce(rule, this.on)) return { ...silent, open: rule.unless.map(() => never) }
    return new FindingInForce(rule, this.pack.facts, this.reading, this.circuit)
  }
}

/** What a rule says that is in force: each part of it made once it is wanted. */
class FindingInForce implements OpenFinding {
  private readonly made: { -readonly [part in keyof OpenFinding]?: OpenFinding[part] } = {}

  constructor(
    private readonly rule: Rule,
    private readonly facts: Facts,
    private readonly reading: Reading,
    private readonly circuit: Circuit,
  ) {}

  get live(): Literal {
    this.made.live ??= this.circuit.all([this.findsOut, this.rails('assumed').yes, -this.excepted])
    return this.made.live
  }

  get applies(): Literal {
    this.made.applies ??= this.circuit.all([
      this.findsOut,
      this.rails('known').yes,
      ...this.unless('known').map(({ no }) => no),
    ])
    return this.made.applies
  }

  get possible(): Literal {
    this.made.possible ??= this.circuit.all([
      this.findsOut,
      -this.rails('known').no,
      ...this.unless('known').map(({ yes }) => -yes),
    ])
    return this.made.possible
  }

  get excepted(): Literal {
    this.made.excepted ??= this.circuit.any(this.unless('assumed').map(({ yes }) => yes))
    return this.made.excepted
  }

  get open(): readonly Literal[] {
    this.made.open ??= this.unless('known').map(({ yes, no }) => this.circuit.all([-yes, -no]))
    return this.made.open
  }

  get opensDanger(): Literal {
    this.made.opensDanger ??= this.circuit.all([this.possible, -this.applies, this.readsOpenDanger()])
    return this.made.opensDanger
  }

  get presses(): Literal {
    if (this.rule.standing) return never
    this.made.presses ??= this.circuit.all([
      this.possible,
      -this.excepted,
      this.reading.could(this.rule.conditions, true),
    ])
    return this.made.presses
  }

  /** Whether something is not known that it finds out; of a rule that finds nothing out, always. */
  private get findsOut(): Literal {
    const { findsOut } = this.rule
    return findsOut ? this.circuit.any(findsOut.map((name) => -this.reading.isKnown(name))) : always
  }

  private rails(mode: Mode): Rails {
    return this.reading.rails(this.rule.conditions, mode)
  }

  private unless(mode: Mode): readonly Rails[] {
    return this.rule.unless.map(({ conditions }) => this.reading.rails(conditions, mode))
  }

  private readsOpenDanger(): Literal {
    const read = [this.rule, ...this.rule.unless].flatMap(({ conditions }) => leavesRead(conditions, this.facts))
    const dangers = read.filter(({ fact }) => this.facts.get(fact)?.danger !== undefined)
    return this.circuit.any(dangers.map((leaf) => this.reading.isOpen(leaf)))
  }
}
