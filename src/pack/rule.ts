import * as z from 'zod'
import { bases, type Force, forces, locales, sourceKinds, type Text, urgencies, verifications } from '../vocabulary.js'
import { type Conditions, factSchema, nameSchema, shownText, textSchema, wordSchema } from './facts.js'
import { invariantsSchema } from './invariant.js'

const names = z.array(nameSchema).min(1).max(200)
const sourceNames = z.array(z.string().min(1)).min(1).max(50)

/** A day as `YYYY-MM-DD`. */
export const daySchema = z.iso.date()

/** A value of the profession, and what it means. */
export const principleSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  means: textSchema,
  sources: sourceNames,
})
export type Principle = z.infer<typeof principleSchema>

/**
 * What a worker might do, named positively; how it is done, step by step; how soon wherever it is asked for, and in which role
 * where the rule says none; what cannot be done together with it; the actions of which it is a part, and is then told within;
 * whether it is owed in nearly every situation, and told last; the names it bore before.
 */
export const actionSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  steps: z.array(textSchema).min(1).max(10).optional(),
  urgency: z.enum(urgencies).optional(),
  role: nameSchema.optional(),
  partOf: z.array(nameSchema).min(1).max(20).optional(),
  standing: z.literal(true).optional(),
  incompatibleWith: z.array(nameSchema).max(200).optional(),
  aliases: z.array(nameSchema).min(1).max(20).optional(),
})
export type Action = z.infer<typeof actionSchema>

/** A role in which a worker acts. */
export const roleSchema = z.strictObject({ name: nameSchema, label: textSchema })
export type Role = z.infer<typeof roleSchema>

/**
 * Where a rule comes from, to the section, what it says in our words, how far and when that was verified, and which practitioner
 * has reviewed what the pack makes of it; without `reviewed`, none has.
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
  says: textSchema,
  verified: z.enum(verifications),
  verifiedOn: daySchema.optional(),
  reviewed: z.strictObject({ by: textSchema, on: daySchema }).optional(),
})
export type Source = z.infer<typeof sourceSchema>

/** One guideline of a framework: which principles, or which bases, prevail over which, and when. */
export const guidelineSchema = z.strictObject({
  name: nameSchema,
  because: textSchema,
  sources: sourceNames,
  when: z.unknown().optional(),
  order: z.array(names).min(2).max(200).optional(),
  prevails: names.optional(),
  over: names.optional(),
  basis: z.array(z.enum(bases)).min(2).max(10).optional(),
})
export type GuidelineSource = z.infer<typeof guidelineSchema>
export type Guideline = Omit<z.infer<typeof guidelineSchema>, 'when'> & { readonly when?: Conditions }

/** A published way of ordering duties; its guidelines are read in order, the first that speaks decides. */
export const frameworkSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  sources: sourceNames,
  guidelines: z.array(guidelineSchema).min(1).max(100),
})
export type Framework = Omit<z.infer<typeof frameworkSchema>, 'guidelines'> & {
  readonly guidelines: readonly Guideline[]
}

const unlessSchema = z.strictObject({ name: nameSchema, because: textSchema, conditions: z.unknown() })

const claimed = z.array(nameSchema).min(1).max(100).optional()
const forceShape = Object.fromEntries(forces.map((force) => [force, claimed])) as Record<Force, typeof claimed>

/** What follows when the conditions of a rule hold, in our words. */
const paramsSchema = z.strictObject({
  ...forceShape,
  principles: names,
  basis: z.enum(bases),
  urgency: z.enum(urgencies),
  role: nameSchema.optional(),
  because: textSchema,
  sources: sourceNames,
  unless: z.array(unlessSchema).min(1).max(50).optional(),
  exceptionTo: names.optional(),
  dilemmaWith: names.optional(),
  whenOverridden: names.optional(),
  standing: z.literal(true).optional(),
  protective: z.literal(true).optional(),
  jurisdiction: z.array(z.string()).min(1).max(50).optional(),
  inForce: z.strictObject({ from: daySchema.optional(), until: daySchema.optional() }).optional(),
})

/** A rule as it stands in JSON: a rule of json-rules-engine, the words of timbang in its event. */
export const ruleSchema = z.strictObject({
  name: nameSchema,
  conditions: z.unknown(),
  event: z.strictObject({ type: nameSchema, params: paramsSchema }),
})
export type RuleSource = z.infer<typeof ruleSchema>

/** A file of rules: the standard they carry, as a practitioner would name it, and the rules. */
export const ruleFileSchema = z.strictObject({ standard: textSchema, rules: z.array(ruleSchema).min(1).max(5_000) })

/** Whom to call: how to reach them, and for which actions they are shown. */
export const contactSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  reach: textSchema,
  for: names,
  jurisdiction: z.array(z.string()).min(1).max(50).optional(),
})
export type Contact = z.infer<typeof contactSchema>

/** Other words for texts of the pack, by language and by the place of the text: `actions · assess-risk · label`. */
export const translationsSchema = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as `su`'),
  z.record(shownText(500), shownText(1_000)),
)

/** What a pack says of itself, in which languages and for which countries it speaks (all, if not stated), what it asks first, how danger is found out, and what to do where nothing decides. */
export const headerSchema = z.strictObject({
  name: nameSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'must be a version such as `1.0.0`'),
  title: textSchema,
  locales: z.array(z.enum(locales)).min(1).max(locales.length).optional(),
  jurisdiction: z.array(wordSchema).min(1).max(50).optional(),
  asOf: daySchema,
  openers: z.array(z.string()).min(1).max(20),
  findOut: z
    .strictObject({
      principle: nameSchema,
      force: z.enum(['must', 'should']),
      urgency: z.enum(urgencies),
      basis: z.enum(bases),
      role: nameSchema.optional(),
      because: textSchema,
      sources: sourceNames,
    })
    .optional(),
  whenUndecided: z.strictObject({ actions: names, because: textSchema, sources: sourceNames }),
})
export type Header = z.infer<typeof headerSchema>

/** A file may name its schema under `$schema`, for editors; that is no part of what it says, nor of the digest. */
function inFile<T extends z.ZodType>(shape: T) {
  return z.preprocess((file) => {
    const named = typeof file === 'object' && file !== null && '$schema' in file && typeof file.$schema === 'string'
    return named ? Object.fromEntries(Object.entries(file).filter(([key]) => key !== '$schema')) : file
  }, shape)
}

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

/** Where a duty does not arise. */
export interface Unless {
  readonly name: string
  readonly because: Text
  readonly conditions: Conditions
}

/** One push of a rule on an action. */
export interface Push {
  readonly action: string
  readonly force: Force
}

/** A rule as a created pack holds it: checked, its jurisdiction written into its conditions. */
export interface Rule {
  readonly name: string
  readonly file: string
  /** The pack it comes from. */
  readonly pack: string
  /** The other packs whose rules prevail over it neither by exception nor by force: it guards against danger, or is law. */
  readonly guardedFrom: readonly string[]
  readonly standard: Text
  readonly conditions: Conditions
  readonly pushes: readonly Push[]
  readonly principle: string
  readonly principles: readonly string[]
  readonly basis: (typeof bases)[number]
  readonly urgency: (typeof urgencies)[number]
  readonly role?: string
  readonly because: Text
  readonly sources: readonly string[]
  readonly unless: readonly Unless[]
  readonly exceptionTo: readonly string[]
  /** The rules with which it collides on purpose, with nothing to settle it. */
  readonly dilemmaWith: readonly string[]
  readonly whenOverridden: readonly string[]
  readonly standing: boolean
  readonly protective: boolean
  readonly inForce?: { readonly from?: string; readonly until?: string }
  /** For the rules that find out danger: the danger facts, any of which must still be open for the rule to hold. */
  readonly findsOut?: readonly string[]
}
