import type { Pack } from '../../pack/pack.js'
import { type Input, inputsOf } from './open/inputs.js'
import { OpenOutlook } from './open/outlook.js'
import { openWorld, type World, worldBeside } from './open/world.js'
import { Circuit } from './solve/circuit.js'
import { Question } from './solve/question.js'

/** How a pack is looked at. */
export interface StudyOptions {
  /** The day whose rules are in force, as `YYYY-MM-DD`; without it, the day the pack states. */
  readonly on?: string | undefined
  /** The one framework that settles what neither exception nor force does. */
  readonly framework?: string | undefined
  /** How many conflicts the solver may meet for one question before it is *not proved*; 100,000 if not given. */
  readonly budget?: number | undefined
}

/** A pack with an open situation, and other situations beside it. */
export class Study {
  readonly circuit = new Circuit()
  readonly base: World
  readonly outlook: OpenOutlook
  private readonly beside_ = new Map<string, OpenOutlook>()

  constructor(
    readonly pack: Pack<unknown>,
    readonly inputs: readonly Input[],
    readonly options: StudyOptions & { readonly rounds: number },
  ) {
    this.base = openWorld(inputs, this.circuit)
    this.outlook = this.look(this.base)
  }

  /** What is said of a situation. */
  look(world: World): OpenOutlook {
    if (world === this.base) return new OpenOutlook(this.pack, world, this.circuit, this.options)
    const differing = this.inputs.filter((input) => world.get(input) !== this.base.get(input))
    const differs = new Set(differing.map(({ fact }) => fact))
    return new OpenOutlook(this.pack, world, this.circuit, this.options, { as: this.outlook, differs })
  }

  /** What is said of a situation that is like the first, but for some things. */
  beside(varied: readonly Input[]): OpenOutlook {
    const key = varied.map((input) => this.inputs.indexOf(input)).join()
    const found = this.beside_.get(key) ?? this.look(worldBeside(this.base, new Set(varied), this.circuit))
    this.beside_.set(key, found)
    return found
  }

  question(): Question {
    return new Question(this.circuit, this.options)
  }

  /** What can be stated of a fact, or of one member of a list. */
  input(fact: string, member?: string): Input | undefined {
    return this.inputs.find((one) => one.fact === fact && one.member === member)
  }
}

/** How many rounds are counted at most, and how many more each time that they do not suffice. */
const mostRounds = 64
const moreRounds = 3

/** How many rounds to count, one after another where those before do not suffice. */
export const roundsInTurn: readonly number[] = Array.from(
  { length: Math.floor(mostRounds / moreRounds) },
  (_, i) => (i + 1) * moreRounds,
)

/**
 * How many rounds the weighing of a pack needs where claims defeat, or hold up, each other in a circle, so that no further round
 * changes anything in any situation: proved; none where the budget did not suffice.
 */
export function roundsNeeded(pack: Pack<unknown>, options: StudyOptions): number | undefined {
  const inputs = inputsOf([pack])
  for (const rounds of roundsInTurn) {
    const suffice = roundsSuffice(new Study(pack, inputs, { ...options, rounds }))
    if (suffice !== false) return suffice === true ? rounds : undefined
  }
  return undefined
}

/** Whether the rounds of a study suffice: no further one changes anything; nothing where the budget did not suffice. */
export function roundsSuffice({ outlook, circuit, options }: Study): boolean | undefined {
  const { weighing, sureness } = outlook
  for (const claim of weighing.claims) {
    weighing.label(claim)
    sureness.firm(claim)
    sureness.depends(claim)
  }
  const question = new Question(circuit, options)
  for (const open of new Set([...weighing.unsettled, ...sureness.unsettled])) {
    const answer = question.ask([open])
    if (answer !== 'impossible') return answer === 'not decided' ? undefined : false
  }
  return true
}
