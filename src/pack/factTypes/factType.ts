import type * as z from 'zod'
import type { Issue } from '../../errors.js'
import type { Operator, Text } from '../../vocabulary.js'
import type { Leaf, Scalar } from '../conditions.js'

/** A fact as it was stated; `null`: asked, and still not known. Of a list of members each is yes, no or not known. */
export type Stated = boolean | string | number | null | ReadonlyMap<string, boolean | null>

/** A value as it is compared: words of a scale by their rank, members of a list each for itself. */
export type Value = Scalar | ReadonlyMap<string, boolean> | undefined

/** How a person answers: chooses one value, says yes or no of each member, or enters a number. */
export type AnswerInput = 'choice' | 'members' | 'number'

/** What a type needs to know of a fact. */
export interface Declared {
  readonly values?: readonly { readonly value: string; readonly label: Text }[] | undefined
  /** The actions that a list can have as members besides, of which nobody is asked. */
  readonly members?: readonly { readonly value: string; readonly label: Text }[] | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** One type of fact: all that differs between the types is said here. Only who asks a person asks further how it is answered. */
export interface FactTypeShape {
  readonly operators: readonly Operator[]
  readonly input: AnswerInput
  /** As what a value is written in JSON, and within what it stands where it is not one of a few. */
  readonly json: 'boolean' | 'string' | 'number'
  jsonSchema?(fact: Declared): Readonly<Record<string, unknown>>
  /** Whether a fact declares its words in `values`, and may have `min` and `max`. */
  readonly hasWords: boolean
  readonly hasLimits: boolean
  /** Whether its words are steps, from less to more. */
  readonly hasSteps: boolean
  /** What may be said of such a fact. */
  readonly canBeDerived: boolean
  readonly canBePresumed: boolean
  readonly canMarkDanger: boolean
  /** Whether a constant is a value the fact can have (for a list: one member). */
  hasValue(fact: Declared, value: Scalar): boolean
  /** How a stated value is checked, `null` aside. */
  schema(fact: Declared): z.ZodType
  /** What is wrong where something else was stated. */
  misfit(place: string, fact: Declared): Issue
  /** What its values are, for an author who wrote another. */
  inMessages(fact: Declared): string
  /** What was checked, as it is worked with. */
  stated(checked: unknown): Stated
  /** The values, or members, worth asking about, in their order: all there are, or those around what is compared with. */
  values(fact: Declared, comparedWith: readonly Scalar[]): readonly Scalar[]
  /** One value at least of each class that comparisons with these can tell apart; where it is not said, `values` are that. */
  toldApart?(fact: Declared, comparedWith: readonly Scalar[]): readonly Scalar[]
  /** Every answer that speaks of a value: the value itself; of a member, that it is so and that it is not. */
  answers(value: Scalar): readonly Exclude<Stated, null>[]
  /** A value as it is compared, and back; a member stays as it is. */
  compared(fact: Declared, value: Scalar): Scalar
  fromCompared(fact: Declared, value: Scalar): Scalar
  /** Comparisons of which one is true where the fact has one of these values. */
  hasOneOf(fact: string, values: readonly Scalar[]): readonly Leaf[]
  /** What a situation may state, in TypeScript; `SomeOf` is declared beside it. */
  typeScript(fact: Declared): string
}

/** What is the same of most types: a value is stated, answered and compared as it is. */
export const asItIs = {
  hasWords: false,
  hasLimits: false,
  hasSteps: false,
  canBeDerived: false,
  canBePresumed: true,
  canMarkDanger: true,
  stated: (checked: unknown) => checked as Stated,
  answers: (value: Scalar) => [value],
  compared: (_: Declared, value: Scalar) => value,
  fromCompared: (_: Declared, value: Scalar) => value,
}
