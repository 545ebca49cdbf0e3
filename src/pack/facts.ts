import * as z from 'zod'
import { type FactType, factTypes, locales, type Operator, obeyed, operators, type Text } from '../vocabulary.js'

const nothingObeyed = new RegExp(`^(?!.*${obeyed.source})`, 'u')

/** Text as it is shown, of at most so many characters. */
export function shownText(most: number): z.ZodString {
  return z
    .string()
    .max(most)
    .regex(/^\S(.*\S)?$/u, 'must be one line without blanks at its ends')
    .regex(/^\s*$|[\p{L}\p{N}]/u, 'must say something')
    .regex(nothingObeyed, 'must not hold control characters')
}

const sentence = shownText(1_000)

/** A sentence or phrase in every language, none of them empty. */
export const textSchema: z.ZodType<Text> = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, sentence])) as Record<(typeof locales)[number], z.ZodString>,
)

const mostLetters = 100

/** A name in kebab-case, as rules, actions and principles bear it. */
export const nameSchema = z
  .string()
  .max(mostLetters)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be a name in kebab-case')

const onEveryObject =
  /^(?!(.*\.)?(constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)(\.|$))/

/** A dotted name, as facts bear it. */
export const factNameSchema = z
  .string()
  .max(mostLetters)
  .regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*){1,5}$/, 'must be a dotted name such as `risk.severity`')
  .regex(onEveryObject, 'must not hold a name that every object has')

/** A word, as values of facts and countries are written. */
export const wordSchema = z
  .string()
  .max(mostLetters)
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'must be a word of letters, digits and hyphens')

/** What a fact's value is written as: yes or no, a word, or a number. */
export const scalarSchema = z.union([z.boolean(), z.number(), z.string()])
export type Scalar = z.infer<typeof scalarSchema>

/** One comparison of a fact with a constant. */
export interface Leaf {
  readonly fact: string
  readonly operator: Operator
  readonly value: Scalar | readonly Scalar[]
}

/** Conditions as json-rules-engine knows them: `all`, `any` and `not` over comparisons. */
export type Conditions =
  | Leaf
  | { readonly all: readonly Conditions[] }
  | { readonly any: readonly Conditions[] }
  | { readonly not: Conditions }

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
export function words(fact: Fact): readonly string[] {
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
  return typeof value === 'string' && words(fact).includes(value)
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
  const word = z.enum(words(fact))
  if (fact.type !== 'some-of') return word
  return z.union([word, z.array(word).min(1).max(200), z.partialRecord(word, z.union([z.boolean(), z.null()]))])
}

/** The leaves of conditions, left to right. */
export function leaves(conditions: Conditions): readonly Leaf[] {
  if ('all' in conditions) return conditions.all.flatMap(leaves)
  if ('any' in conditions) return conditions.any.flatMap(leaves)
  return 'not' in conditions ? leaves(conditions.not) : [conditions]
}
