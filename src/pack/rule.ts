import * as z from 'zod'
import { bases, type Force, forces, type Text, urgencies } from '../vocabulary.js'
import type { Conditions } from './conditions.js'
import { type OtherPosition, otherPositionSchema } from './otherPosition.js'
import { daySchema, nameListSchema, nameSchema, sourceNamesSchema, termSchema, textSchema } from './texts/textSchema.js'

const unlessSchema = z.strictObject({ name: nameSchema, because: textSchema, conditions: z.unknown() })

const claimed = z.array(nameSchema).min(1).max(100).optional()

const forceShape = Object.fromEntries(forces.map((force) => [force, claimed])) as Record<Force, typeof claimed>

/** What follows when the conditions of a rule hold, in our words. */
const paramsSchema = z.strictObject({
  ...forceShape,
  principles: nameListSchema,
  basis: z.enum(bases),
  urgency: z.enum(urgencies),
  role: nameSchema.optional(),
  because: textSchema,
  sources: sourceNamesSchema,
  unless: z.array(unlessSchema).min(1).max(50).optional(),
  exceptionTo: nameListSchema.optional(),
  dilemmaWith: nameListSchema.optional(),
  whenOverridden: nameListSchema.optional(),
  standing: z.literal(true).optional(),
  protective: z.literal(true).optional(),
  jurisdiction: z.array(z.string()).min(1).max(50).optional(),
  inForce: termSchema.optional(),
  otherPositions: z.array(otherPositionSchema).min(1).max(10).optional(),
  positionsSought: daySchema.optional(),
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

/** Where a duty does not arise. */
export interface Unless {
  readonly name: string
  readonly because: Text
  readonly conditions: Conditions
}

/** All conditions of a rule: its own, and those of each of its `unless`. */
export function conditionsOf({ conditions, unless }: Pick<Rule, 'conditions' | 'unless'>): readonly Conditions[] {
  return unless.length === 0 ? [conditions] : [conditions, ...unless.map((one) => one.conditions)]
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
  /** The other published positions in this matter, where there are any. */
  readonly otherPositions?: readonly OtherPosition[]
  /** The day on which other published positions were last looked for; without it nobody has. */
  readonly positionsSought?: string
  /** For the rules that find out danger: the danger facts, any of which must still be open for the rule to hold. */
  readonly findsOut?: readonly string[]
}
