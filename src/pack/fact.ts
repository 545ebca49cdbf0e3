import * as z from 'zod'
import { type FactType, factTypes, type Operator, operators } from '../vocabulary.js'
import { type Conditions, type Scalar, scalarSchema } from './conditions.js'
import { factNameSchema, nameSchema, textSchema, wordSchema } from './texts/textSchema.js'

/**
 * A declared statement about a case, with the question that asks for it. A background fact says who, where or when, and is
 * by itself no reason to ask further. A fact told with the story opens a matter of its own, which whoever tells of it says: it is
 * asked only where its group holds such facts alone and one of them is stated.
 */
export const factSchema = z.strictObject({
  name: factNameSchema,
  label: textSchema,
  topic: textSchema.optional(),
  ask: textSchema.optional(),
  why: textSchema.optional(),
  type: z.enum(factTypes),
  values: z
    .array(z.strictObject({ value: wordSchema, label: textSchema }))
    .min(1)
    .max(200)
    .optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  danger: z.array(scalarSchema).min(1).max(200).optional(),
  findOutBy: nameSchema.optional(),
  presume: z
    .strictObject({ value: scalarSchema, because: textSchema, sources: z.array(z.string()).min(1).max(50) })
    .optional(),
  derivedFrom: z.unknown().optional(),
  protected: z.literal(true).optional(),
  background: z.literal(true).optional(),
  toldWithStory: z.literal(true).optional(),
  aliases: z.array(factNameSchema).min(1).max(20).optional(),
})

export type Fact = Omit<z.infer<typeof factSchema>, 'derivedFrom'> & { readonly derivedFrom?: Conditions }

/** The words a fact can have as its value, or as its members, in their order; none for yes-no and number. */
export function valueNames(fact: Fact): readonly string[] {
  return (fact.values ?? []).map(({ value }) => value)
}

/** Which operators fit which type: a comparison with order needs a scale or a number, membership a list of members. */
export const operatorsOf: Readonly<Record<FactType, readonly Operator[]>> = {
  'yes-no': ['equal', 'notEqual'],
  'one-of': ['equal', 'notEqual', 'in', 'notIn'],
  'some-of': ['contains', 'doesNotContain'],
  scale: operators.filter((operator) => !['contains', 'doesNotContain'].includes(operator)),
  number: operators.filter((operator) => !['contains', 'doesNotContain'].includes(operator)),
}

/** Whether a constant is a value the fact can have (for a list of members: one member). */
export function hasValue(fact: Fact, value: Scalar): boolean {
  if (fact.type === 'yes-no') return typeof value === 'boolean'
  if (fact.type === 'number') return typeof value === 'number' && inRange(fact, value)
  return typeof value === 'string' && valueNames(fact).includes(value)
}

function inRange({ min, max }: Fact, value: number): boolean {
  return Number.isFinite(value) && (min === undefined || value >= min) && (max === undefined || value <= max)
}

/** How a value of the fact is checked when it is stated; `null` says: asked, and still not known. */
export function valueSchema(fact: Fact): z.ZodType {
  return z.union([z.null(), statedSchema(fact)])
}

function statedSchema(fact: Fact): z.ZodType {
  if (fact.type === 'yes-no') return z.boolean()
  if (fact.type === 'number') {
    const number = z.number().min(fact.min ?? -Number.MAX_SAFE_INTEGER)
    return number.max(fact.max ?? Number.MAX_SAFE_INTEGER)
  }
  const word = z.enum(valueNames(fact))
  if (fact.type !== 'some-of') return word
  return z.union([word, z.array(word).min(1).max(200), z.partialRecord(word, z.union([z.boolean(), z.null()]))])
}

export type Facts = ReadonlyMap<string, Fact>
