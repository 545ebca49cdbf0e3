import * as z from 'zod'
import { bases, locales, sourceKinds, type Text, urgencies, verifications } from '../vocabulary.js'
import type { Conditions } from './conditions.js'
import { factSchema } from './fact.js'
import { invariantsSchema } from './invariant.js'
import { ruleFileSchema } from './rule.js'
import { sayingsFileSchema } from './sayings/sayings.js'
import { languageTag } from './texts/languages.js'
import {
  daySchema,
  nameListSchema,
  nameSchema,
  shownText,
  sourceNamesSchema,
  termSchema,
  textSchema,
  wordSchema,
} from './texts/textSchema.js'

/** A value of the profession, and what it means. */
export const principleSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  means: textSchema,
  sources: sourceNamesSchema,
})

export type Principle = z.infer<typeof principleSchema>

/**
 * What a worker might do, named positively; how it is done, step by step; what can be said to the person in doing it; by which other words it is found; how soon wherever it is asked for, and in which role
 * where the rule says none; what cannot be done together with it; the actions of which it is a part, and is then told within;
 * before which others it is done, where it must be;
 * whether it is owed in nearly every situation, and told last; whether it is right at once whatever an open answer turns out to be;
 * whether, where it is asked for, no note may come into the hands of the client; whether it goes on as long as it is asked for, so
 * that nothing makes it done; the names it bore before.
 */
export const actionSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  steps: z.array(textSchema).min(1).max(10).optional(),
  says: z.array(textSchema).min(1).max(3).optional(),
  foundBy: textSchema.optional(),
  urgency: z.enum(urgencies).optional(),
  role: nameSchema.optional(),
  partOf: z.array(nameSchema).min(1).max(20).optional(),
  before: z.array(nameSchema).min(1).max(200).optional(),
  standing: z.literal(true).optional(),
  neverWaits: z.literal(true).optional(),
  keptFromClient: z.literal(true).optional(),
  continuing: z.literal(true).optional(),
  done: z.strictObject({ conditions: z.unknown().optional(), next: textSchema }).optional(),
  incompatibleWith: z.array(nameSchema).max(200).optional(),
  aliases: z.array(nameSchema).min(1).max(20).optional(),
})

/** Where `done` holds, the action counts as done: it is told as done with what comes next, and is not asked for again. */
export type Action = Omit<z.infer<typeof actionSchema>, 'done'> & {
  readonly done?: { readonly conditions: Conditions; readonly next: Text } | undefined
}

/** A role in which a worker acts. */
export const roleSchema = z.strictObject({ name: nameSchema, label: textSchema })

export type Role = z.infer<typeof roleSchema>

/** In which text something was read, and on which day. */
const readSchema = z.strictObject({ text: shownText(300), on: daySchema })

/**
 * Where a rule comes from, to the section, in which country or part of it and from when to when it is in force, what it says in our
 * words, how far and when that was verified, in which text it was read, and which practitioner has reviewed what the pack makes of
 * it; without `reviewed`, none has.
 */
export const sourceSchema = z.strictObject({
  name: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'must be a name of letters, digits, dots and hyphens'),
  cite: textSchema,
  work: shownText(500),
  section: shownText(200),
  year: z.int().nullable(),
  kind: z.enum(sourceKinds),
  jurisdiction: wordSchema.optional(),
  region: z.array(wordSchema).min(1).max(50).optional(),
  inForce: termSchema.optional(),
  says: textSchema,
  verified: z.enum(verifications),
  verifiedOn: daySchema.optional(),
  read: readSchema.optional(),
  reviewed: z.strictObject({ by: textSchema, on: daySchema }).optional(),
})

export type Source = z.infer<typeof sourceSchema>

/** One guideline of a framework: which principles, or which bases, prevail over which, and when. */
export const guidelineSchema = z.strictObject({
  name: nameSchema,
  because: textSchema,
  sources: sourceNamesSchema,
  when: z.unknown().optional(),
  order: z.array(nameListSchema).min(2).max(200).optional(),
  prevails: nameListSchema.optional(),
  over: nameListSchema.optional(),
  basis: z.array(z.enum(bases)).min(2).max(10).optional(),
})

export type GuidelineSource = z.infer<typeof guidelineSchema>

export type Guideline = Omit<z.infer<typeof guidelineSchema>, 'when'> & { readonly when?: Conditions }

/** A published way of ordering duties; its guidelines are read in order, the first that speaks decides. */
export const frameworkSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  sources: sourceNamesSchema,
  guidelines: z.array(guidelineSchema).min(1).max(100),
})

export type Framework = Omit<z.infer<typeof frameworkSchema>, 'guidelines'> & {
  readonly guidelines: readonly Guideline[]
}

/**
 * Whom to call: how to reach them, what they help with and when, for which actions they are shown, in which country or part of it
 * they serve, whether they are the first to call where life is at stake (then shown by country while no country is stated),
 * and in which text and on which day that was read.
 */
export const contactSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  reach: textSchema,
  helpsWith: textSchema.optional(),
  hours: textSchema.optional(),
  for: nameListSchema,
  jurisdiction: z.array(z.string()).min(1).max(50).optional(),
  region: z.array(wordSchema).min(1).max(50).optional(),
  emergency: z.literal(true).optional(),
  read: readSchema.optional(),
})

export type Contact = z.infer<typeof contactSchema>

const languageSchema = z.string().regex(languageTag, 'must be a language tag such as `su`')

/** Other words for texts of the pack, by language and by the place of the text: `actions · assess-risk · label`. */
export const translationsSchema = z.record(languageSchema, z.record(shownText(500), shownText(1_000)))

/**
 * What is asked first once a sign of danger is told, the same of everybody, in this order; it changes nothing but the order in
 * which questions are asked, and nothing of it is counted.
 */
const panelSchema = z.strictObject({
  name: nameSchema,
  when: z.unknown(),
  asks: z.array(z.string()).min(1).max(12),
  sources: sourceNamesSchema,
})

/** What a pack says of itself, in which languages (if not stated, English and Indonesian) and for which countries (all) it speaks, what it asks first, and what once a sign of danger is told, how danger is found out, and what to do where nothing decides. */
export const headerSchema = z.strictObject({
  name: nameSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'must be a version such as `1.0.0`'),
  title: textSchema,
  locales: z.array(languageSchema).min(1).max(locales.length).optional(),
  jurisdiction: z.array(wordSchema).min(1).max(50).optional(),
  lawNotCovered: z
    .array(z.strictObject({ jurisdiction: wordSchema, says: textSchema }))
    .min(1)
    .max(50)
    .optional(),
  asOf: daySchema,
  openers: z.array(z.string()).min(1).max(20),
  panels: z.array(panelSchema).min(1).max(20).optional(),
  findOut: z
    .strictObject({
      principle: nameSchema,
      force: z.enum(['must', 'should']),
      urgency: z.enum(urgencies),
      basis: z.enum(bases),
      role: nameSchema.optional(),
      because: textSchema,
      sources: sourceNamesSchema,
    })
    .optional(),
  whenUndecided: z.strictObject({ actions: nameListSchema, because: textSchema, sources: sourceNamesSchema }),
})

export type Header = z.infer<typeof headerSchema>

/** A file may name its schema under `$schema`, for editors; that is no part of what it says, nor of the digest. */
function inFile<T extends z.ZodType>(shape: T) {
  return z.preprocess((file) => {
    const named = typeof file === 'object' && file !== null && '$schema' in file && typeof file.$schema === 'string'
    return named ? Object.fromEntries(Object.entries(file).filter(([key]) => key !== '$schema')) : file
  }, shape)
}

/** Files of sayings by their names. */
export const sayingsSchema = z.record(shownText(200), inFile(sayingsFileSchema))

/** A pack as it stands in JSON files; the keys of `rules` are the names of the files. */
export const packSourceSchema = z.strictObject({
  pack: inFile(headerSchema),
  facts: z.array(factSchema).min(1).max(2_000),
  principles: z.array(principleSchema).min(1).max(500),
  actions: z.array(actionSchema).min(1).max(2_000),
  roles: z.array(roleSchema).max(100),
  sources: z.array(sourceSchema).min(1).max(5_000),
  frameworks: z.array(frameworkSchema).max(50),
  contacts: z.array(contactSchema).max(1_000).optional(),
  translations: inFile(translationsSchema).optional(),
  invariants: inFile(invariantsSchema).optional(),
  sayings: sayingsSchema.optional(),
  rules: z.record(shownText(200), inFile(ruleFileSchema)),
})

export type PackSource = z.infer<typeof packSourceSchema>

/** What a pack says of itself that extends another. */
export const extensionHeaderSchema = headerSchema
  .pick({ name: true, version: true, title: true, locales: true })
  .extend({ extends: nameSchema, asOf: daySchema.optional(), openers: headerSchema.shape.openers.optional() })

/** A pack that extends another, as it stands in JSON files: any of the parts of a pack, and the name of the one it extends. */
export const extensionSourceSchema = packSourceSchema.partial().extend({ pack: inFile(extensionHeaderSchema) })

export type ExtensionSource = z.infer<typeof extensionSourceSchema>
