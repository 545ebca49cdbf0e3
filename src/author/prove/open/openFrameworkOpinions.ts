import { readsDanger } from '../../../pack/factsRead.js'
import type { Pack } from '../../../pack/pack.js'
import type { Framework, Guideline } from '../../../pack/packSource.js'
import type { Rule } from '../../../pack/rule.js'
import { favoured } from '../../../weigh/frameworkOpinions.js'
import { always, type Circuit, type Literal, never } from '../solve/circuit.js'
import type { Reading } from './reading.js'

/** What the frameworks together say about two rules in an open situation. */
export interface OpenCounsel {
  /** Where the one prevails, and where the other does. */
  readonly one: Literal
  readonly other: Literal
  /** Whether they would say the same whatever is still not known. */
  readonly sure: Literal
  /** Whether a guideline that would speak waits for a condition that reads a danger fact. */
  readonly hangsOnDanger: Literal
}

/** What the frameworks of a pack say about pairs of its rules; asked once for each pair. */
export class Counselling {
  private readonly heard = new Map<Rule, Map<Rule, OpenCounsel>>()

  constructor(
    private readonly pack: Pack<unknown>,
    private readonly reading: Reading,
    private readonly circuit: Circuit,
    private readonly named: string | undefined,
  ) {}

  counsel(one: Rule, other: Rule): OpenCounsel {
    const ofOne = this.heard.get(one) ?? new Map<Rule, OpenCounsel>()
    const said = ofOne.get(other) ?? this.together(one, other)
    this.heard.set(one, ofOne.set(other, said))
    return said
  }

  private together(one: Rule, other: Rule): OpenCounsel {
    const { circuit, named } = this
    const followed = [...this.pack.frameworks.values()].filter(({ name }) => named === undefined || name === named)
    const opinions = followed.map((framework) => this.opinion(framework, one, other))
    const [forOne, forOther] = [opinions.map((said) => said.one), opinions.map((said) => said.other)]
    return {
      one: this.decides(forOne, forOther),
      other: this.decides(forOther, forOne),
      sure: circuit.all(opinions.map(({ sure }) => sure)),
      hangsOnDanger: circuit.any(opinions.map(({ hangsOnDanger }) => hangsOnDanger)),
    }
  }

  /** The framework that was named decides by itself; else at least two must speak, and all that do say the same. */
  private decides(speaking: readonly Literal[], against: readonly Literal[]): Literal {
    const { circuit } = this
    if (this.named !== undefined) return circuit.any(speaking)
    const pairs = speaking.flatMap((one, i) => speaking.slice(i + 1).map((other) => circuit.all([one, other])))
    return circuit.all([circuit.any(pairs), ...against.map((one) => -one)])
  }

  /** The guidelines are read in order; the first that speaks about the two rules decides for its framework. */
  private opinion({ guidelines }: Framework, one: Rule, other: Rule): OpenCounsel {
    const { circuit } = this
    let reached = always
    const said: { one: Literal[]; other: Literal[]; unsure: Literal[]; danger: Literal[] } = {
      one: [],
      other: [],
      unsure: [],
      danger: [],
    }
    for (const guideline of guidelines) {
      const prevails = favoured(guideline, one, other)
      if (prevails === undefined) continue
      const { holds, fails, unsure, open } = this.asked(guideline)
      said[prevails === one ? 'one' : 'other'].push(circuit.all([reached, holds]))
      said.unsure.push(circuit.all([reached, unsure]))
      if (guideline.when && readsDanger(guideline.when, this.pack.facts)) said.danger.push(circuit.all([reached, open]))
      reached = circuit.all([reached, fails])
    }
    return {
      one: circuit.any(said.one),
      other: circuit.any(said.other),
      sure: -circuit.any(said.unsure),
      hangsOnDanger: circuit.any(said.danger),
    }
  }

  private asked({ when }: Guideline) {
    if (when === undefined) return { holds: always, fails: never, unsure: never, open: never }
    const [strict, assumed] = [this.reading.rails(when, 'known'), this.reading.rails(when, 'assumed')]
    return {
      holds: assumed.yes,
      fails: assumed.no,
      unsure: this.circuit.all([-strict.yes, -strict.no]),
      open: this.circuit.all([-assumed.yes, -assumed.no]),
    }
  }
}
