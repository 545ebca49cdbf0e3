import { Gates } from './gates.js'

/** A thing that holds or does not: the number of a variable or gate, negative where it is denied. */
export type Literal = number

/** At least one of its literals holds. */
export type Clause = readonly Literal[]

/** What always holds, and what never does. */
export const always: Literal = 1
export const never: Literal = -1

/**
 * A Boolean circuit: variables, and gates that hold where all their inputs do. A gate that was made before is not made again,
 * so that what two situations have in common stands in it once.
 */
export class Circuit {
  /** By number: the inputs of a gate; nothing for a variable. */
  private readonly gates: (readonly Literal[] | undefined)[] = [undefined, []]
  private readonly made = new Gates(this.gates)
  private readonly bound = new Map<Literal, Clause[]>()

  variable(): Literal {
    this.gates.push(undefined)
    return this.gates.length - 1
  }

  /** Holds where all of them do. */
  all(parts: Iterable<Literal>): Literal {
    const inputs: Literal[] = []
    for (const part of parts) {
      if (part === always) continue
      if (part === never || !insert(part, inputs)) return never
    }
    if (inputs.length < 2) return inputs[0] ?? always
    return this.made.gate(inputs)
  }

  /** Holds where at least one of them does. */
  any(parts: Iterable<Literal>): Literal {
    return -this.all(Array.from(parts, (part) => -part))
  }

  /** Holds where exactly one of the two does. */
  differ(one: Literal, other: Literal): Literal {
    return this.any([this.all([one, -other]), this.all([-one, other])])
  }

  /** Holds wherever the variable, or gate, is asked about. */
  bind(variable: Literal, clause: Clause): void {
    const clauses = this.bound.get(variable) ?? []
    if (!clauses.some((one) => one.join() === clause.join())) this.bound.set(variable, [...clauses, clause])
  }

  /** The inputs of a gate; of a variable nothing. */
  inputsOf(number: number): readonly Literal[] | undefined {
    return this.gates[number]
  }

  /** What holds wherever a variable or gate is asked about. */
  boundTo(number: number): readonly Clause[] {
    return this.bound.get(number) ?? []
  }

  /** How many variables and gates there are. */
  size(): number {
    return this.gates.length
  }

  /** Whether a literal holds, once it is said which variables do. */
  holds(literal: Literal, variables: (variable: number) => boolean, known = new Map<number, boolean>()): boolean {
    const number = Math.abs(literal)
    let so = known.get(number)
    if (so === undefined) {
      const inputs = this.gates[number]
      so = inputs === undefined ? variables(number) : inputs.every((input) => this.holds(input, variables, known))
      known.set(number, so)
    }
    return literal > 0 ? so : !so
  }
}

/** Puts a literal among others, which stand in the order of their numbers, unless it stands there; whether its denial does not. */
function insert(literal: Literal, others: Literal[]): boolean {
  const number = Math.abs(literal)
  let [low, high] = [0, others.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (Math.abs(others[middle] as Literal) < number) low = middle + 1
    else high = middle
  }
  const found = others[low]
  if (found === -literal) return false
  if (found === undefined) others.push(literal)
  else if (found !== literal) others.splice(low, 0, literal)
  return true
}
