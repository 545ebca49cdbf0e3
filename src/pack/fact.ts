import * as z from 'zod'
import { type FactClass, factClasses, type Text } from '../vocabulary.js'
import { type Conditions, type Scalar, scalarSchema } from './conditions.js'
import { type FactType, factTypes, typeOf } from './factTypes/factTypes.js'
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
export interface Presumption {
  readonly value: Scalar
  readonly because: Text
  readonly sources: readonly string[]
  readonly where?: readonly PresumptionReason[] | undefined
}

/** Why a value is taken where some conditions hold. */
export interface PresumptionReason {
  readonly name: string
  readonly conditions: Conditions
  readonly because: Text
  readonly sources: readonly string[]
}

/** A declared statement about a case, with the question that asks for it. */
export interface Fact {
  /** A dotted name such as `risk.severity`: a positive statement. */
  readonly name: string
  /** What it says, as it is shown. */
  readonly label: Text
  /** What a worker would say it is about, where a consultation opens with it. */
  readonly topic?: Text | undefined
  /** The question that asks for it; nothing where it only follows from others. */
  readonly ask?: Text | undefined
  /** Why it is asked. */
  readonly why?: Text | undefined
  /** How it is told from a story: stated there, following by criteria, or judged by a person alone. What is not marked is judged. */
  readonly class?: FactClass | undefined
  /** What counts, so that two who read a story come to the same. */
  readonly criteria?: Text | undefined
  /** What it can be: yes or no, one of a list, some of a list, one on a scale (lowest first), or a number. */
  readonly type: FactType
  /** The words it can have; of a scale the lowest first. */
  readonly values?: readonly FactValue[] | undefined
  /** Of a number, the least and the most it can be. */
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** The values that mark danger to someone. */
  readonly danger?: readonly Scalar[] | undefined
  /** The action that finds it out. */
  readonly findOutBy?: string | undefined
  /** The value taken while it is not stated, always shown as an assumption. */
  readonly presume?: Presumption | undefined
  /** From which other facts it follows. */
  readonly derivedFrom?: Conditions
  /** Gender, origin, religion and the like: read by protective rules only. */
  readonly protected?: true | undefined
  /** Says who, where or when; by itself no reason to ask further. */
  readonly background?: true | undefined
  /** Opens a matter of its own, of which whoever tells the story says. */
  readonly toldWithStory?: true | undefined
  /** Its values are what somebody may need. */
  readonly need?: true | undefined
  /** Tells which actions are in some state; `values` are those that are asked for. */
  readonly ofActions?: true | undefined
  /** What is so is done, with what follows. */
  readonly makesDone?: { readonly next: Text } | undefined
  /** Names that it bore before. */
  readonly aliases?: readonly string[] | undefined
  /** The actions that it can tell of besides its values. */
  readonly members?: readonly Word[]
}

/** A word that a fact can have, as it is shown. */
interface Word {
  readonly value: string
  readonly label: Text
  /** What counts as it. */
  readonly criteria?: Text | undefined
}

/** A value of a fact, with the words that said it before. */
interface FactValue extends Word {
  readonly aliases?: readonly string[] | undefined
}

/** Whether a constant is a value the fact can have (for a list of members: one member). */
export function hasValue(fact: Fact, value: Scalar): boolean {
  return typeOf(fact).hasValue(fact, value)
}

export type Facts = ReadonlyMap<string, Fact>
