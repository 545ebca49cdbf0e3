import * as z from 'zod'
import { factClasses, type Text } from '../vocabulary.js'
import { type Conditions, type Scalar, scalarSchema } from './conditions.js'
import { factTypes, typeOf } from './factTypes/factTypes.js'
import { factNameSchema, nameSchema, sourceNamesSchema, textSchema, wordSchema } from './texts/textSchema.js'

/** Why a value is presumed where the conditions hold. */
const reasonSchema = z.strictObject({
  name: nameSchema,
  conditions: z.unknown(),
  because: textSchema,
  sources: sourceNamesSchema,
})

/**
 * A declared statement about a case, with the question that asks for it. A background fact says who, where or when, and is
 * by itself no reason to ask further. A fact told with the story opens a matter of its own, which whoever tells of it says: it is
 * asked only where its group holds such facts alone and one of them is stated. The values of a need are what somebody may need, or not.
 * A fact of actions tells which actions of the catalogue are in some state; its `values` are those that are asked for. One that
 * makes them done says what follows.
 * The class says how it is told from a story: it is stated there, it follows by criteria, or a person judges it.
 */
export const factSchema = z.strictObject({
  name: factNameSchema,
  label: textSchema,
  topic: textSchema.optional(),
  ask: textSchema.optional(),
  why: textSchema.optional(),
  class: z.enum(factClasses).optional(),
  criteria: textSchema.optional(),
  type: z.enum(factTypes),
  values: z
    .array(
      z.strictObject({
        value: wordSchema,
        label: textSchema,
        criteria: textSchema.optional(),
        aliases: z.array(wordSchema).min(1).max(20).optional(),
      }),
    )
    .min(1)
    .max(200)
    .optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  danger: z.array(scalarSchema).min(1).max(200).optional(),
  findOutBy: nameSchema.optional(),
  presume: z
    .strictObject({
      value: scalarSchema,
      because: textSchema,
      sources: sourceNamesSchema,
      where: z.array(reasonSchema).min(1).max(20).optional(),
    })
    .optional(),
  derivedFrom: z.unknown().optional(),
  protected: z.literal(true).optional(),
  background: z.literal(true).optional(),
  toldWithStory: z.literal(true).optional(),
  need: z.literal(true).optional(),
  ofActions: z.literal(true).optional(),
  makesDone: z.strictObject({ next: textSchema }).optional(),
  aliases: z.array(factNameSchema).min(1).max(20).optional(),
})

/** A value taken while it is not stated, with its reason; where the conditions of another hold, that one is told, the first of them. */
export type Presumption = Omit<NonNullable<z.infer<typeof factSchema>['presume']>, 'where'> & {
  readonly where?: readonly PresumptionReason[] | undefined
}

/** Why a value is taken where some conditions hold. */
export interface PresumptionReason {
  readonly name: string
  readonly conditions: Conditions
  readonly because: Text
  readonly sources: readonly string[]
}

export type Fact = Omit<z.infer<typeof factSchema>, 'derivedFrom' | 'presume'> & {
  readonly derivedFrom?: Conditions
  readonly presume?: Presumption | undefined
  /** The actions that it can tell of besides its values. */
  readonly members?: readonly Word[]
}

/** A word that a fact can have, as it is shown. */
type Word = Omit<NonNullable<z.infer<typeof factSchema>['values']>[number], 'aliases'>

/** Whether a constant is a value the fact can have (for a list of members: one member). */
export function hasValue(fact: Fact, value: Scalar): boolean {
  return typeOf(fact).hasValue(fact, value)
}

export type Facts = ReadonlyMap<string, Fact>
