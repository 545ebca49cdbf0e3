import { atPaths } from '../../../decide/nestedFacts.js'
import type { Scalar } from '../../../pack/conditions.js'
import type { AnySituation } from '../../../pack/pack.js'
import { always, type Circuit, type Literal, never } from '../solve/circuit.js'
import type { Input } from './inputs.js'

/** One value that can be stated, and what holds where it is. */
export interface Choice {
  readonly value: Scalar
  readonly literal: Literal
}

/** A situation that is left open: for each thing that can be stated, what holds where it is stated so. */
export type World = ReadonlyMap<Input, readonly Choice[]>

/** A situation of which nothing is said: of each thing at most one value is stated. */
export function openWorld(inputs: readonly Input[], circuit: Circuit): World {
  return new Map(inputs.map((input) => [input, openChoices(input, circuit)]))
}

/** The same situation, but for some things, of which nothing is said. */
export function worldBeside(world: World, varied: ReadonlySet<Input>, circuit: Circuit): World {
  return new Map(
    [...world].map(([input, choices]) => [input, varied.has(input) ? openChoices(input, circuit) : choices]),
  )
}

/** A situation in which all that is stated in the other is stated too, and perhaps more of the things that may be learned. */
export function worldBeyond(world: World, mayLearn: (input: Input) => boolean, circuit: Circuit): World {
  return new Map(
    [...world].map(([input, choices]) => {
      if (!mayLearn(input)) return [input, choices]
      const more = openChoices(input, circuit)
      for (const [i, { literal }] of choices.entries()) circuit.bind(literal, [-literal, (more[i] as Choice).literal])
      return [input, more]
    }),
  )
}

/** A thing with a value that is stated of it, or with none. */
interface MaybeStated {
  readonly input: Input
  readonly value: Scalar | undefined
}

/** The same situation with some things stated so, or left out. */
export function worldStating(world: World, stated: readonly MaybeStated[]): World {
  const choices = (input: Input, value: Scalar | undefined) =>
    input.values.map((one) => ({ value: one, literal: one === value ? always : never }))
  return new Map([...world, ...stated.map(({ input, value }) => [input, choices(input, value)] as const)])
}

function openChoices({ values }: Input, circuit: Circuit): readonly Choice[] {
  const choices = values.map((value) => ({ value, literal: circuit.variable() }))
  for (const [i, one] of choices.entries())
    for (const other of choices.slice(i + 1)) {
      circuit.bind(one.literal, [-one.literal, -other.literal])
      circuit.bind(other.literal, [-one.literal, -other.literal])
    }
  return choices
}

/** One statement of a situation. */
export interface Statement {
  readonly input: Input
  readonly value: Scalar
}

/** What is stated in a situation that was found. */
export function statementsIn(world: World, holds: (literal: Literal) => boolean): readonly Statement[] {
  return [...world].flatMap(([input, choices]) =>
    choices.filter(({ literal }) => holds(literal)).map(({ value }) => ({ input, value })),
  )
}

/** Statements as a situation is written: nested, of a list each member for itself. */
export function written(statements: readonly Statement[]): AnySituation {
  return atPaths(
    statements.map(({ input, value }) => [
      [...input.fact.split('.'), ...(input.member === undefined ? [] : [input.member])],
      value,
    ]),
  )
}
