import * as z from 'zod'
import { scalarSchema } from '../conditions.js'
import { languageTag } from '../texts/languages.js'
import { factNameSchema, nameSchema, shownText, textSchema } from '../texts/textSchema.js'

const languageSchema = z.string().regex(languageTag, 'must be a language tag such as `su`')

/** In any language or dialect, what people say: `/` between words that may stand for each other, `#` for a number. */
const saidSchema = z.record(languageSchema, z.array(shownText(500)).max(2_000))

/** A fact with one of its values; without a value, whichever it has. */
const statementSchema = z.strictObject({ fact: factNameSchema, value: scalarSchema.optional() })

const matterSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  order: z.int().min(0).max(10_000),
  open: z.literal(true).optional(),
  statements: z.array(statementSchema.required({ value: true }).extend({ says: textSchema })).max(200),
  facts: z.array(factNameSchema).max(200).optional(),
})

/** A fact that is asked of everybody, with what its answers are called there; an answer that is not named keeps its label. */
const firstAskedSchema = z.strictObject({
  fact: factNameSchema,
  says: textSchema,
  values: z
    .array(z.strictObject({ value: scalarSchema, says: textSchema }))
    .max(50)
    .optional(),
})

/**
 * How people deny, doubt, pass on what others say and ask that something be left, the words that tell nothing apart, those that
 * have no stem but themselves, what is written short, and numbers.
 */
const speechSchema = z.strictObject({
  denied: saidSchema.optional(),
  doubted: saidSchema.optional(),
  reported: saidSchema.optional(),
  forbidden: saidSchema.optional(),
  asking: saidSchema.optional(),
  everywhere: saidSchema.optional(),
  unstemmed: saidSchema.optional(),
  short: z.record(languageSchema, z.record(shownText(50), shownText(50))).optional(),
  numbers: z.record(languageSchema, z.record(shownText(50), z.number())).optional(),
})

/**
 * How people say the facts of a pack: what a story can be about (a matter, with everyday statements), what is asked of everybody
 * before that, sayings of facts and values, and companions: what is worth offering once something was heard. It changes no advice and is no part of the digest.
 */
export const sayingsFileSchema = z.strictObject({
  matter: matterSchema.optional(),
  first: z.array(firstAskedSchema).max(12).optional(),
  sayings: z
    .array(statementSchema.extend({ says: saidSchema }))
    .max(2_000)
    .optional(),
  companions: z
    .array(z.strictObject({ of: statementSchema, offer: z.array(factNameSchema).min(1).max(50) }))
    .max(500)
    .optional(),
  often: z
    .array(
      z.strictObject({ fact: factNameSchema, share: z.number().gt(0).lt(1), background: z.literal(true).optional() }),
    )
    .max(500)
    .optional(),
  speech: speechSchema.optional(),
})

export type SayingsFile = z.infer<typeof sayingsFileSchema>

/** The files of sayings by their names. */
export type SayingsFiles = Readonly<Record<string, SayingsFile>>

/** A fact with one of its values; without a value, whichever it has. */
export interface Statement {
  readonly fact: string
  readonly value?: string | number | boolean | undefined
}

/** By what a statement is known among others. */
export function statementKey({ fact, value }: Statement): string {
  return JSON.stringify([fact, value])
}
