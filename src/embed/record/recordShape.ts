import * as z from 'zod'
import { headerSchema } from '../../pack/packSource.js'
import { daySchema, factNameSchema, nameSchema, wordSchema } from '../../pack/texts/textSchema.js'
import { certainties, forces, kinds, outcomes, settlements, statuses, urgencies } from '../../vocabulary.js'
import { interfaceLanguages } from '../../words/interfaceLanguages.js'
import { type DecisionRecord, decisions, type StatedValue } from './decisionRecord.js'
import { digestSchema, momentSchema, pseudonymSchema, uuidSchema } from './identifiers.js'

function list<T extends z.ZodType>(item: T) {
  return z.array(item).readonly()
}

function object<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape).readonly()
}

/** What stands in the place of a value that was masked. */
export const mask = 'masked'

/** A value as it is stated, or a group of them: words, numbers, yes and no; a sentence has no place. */
export const statedShape: z.ZodType<StatedValue> = z.lazy(() =>
  z.union([
    z.boolean(),
    z.number(),
    wordSchema,
    z.null(),
    z.array(wordSchema),
    z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/), statedShape),
  ]),
)

/** What a person or a host may have erased or masked, as a JSON Pointer; what stands in a list cannot be. */
export const pointerSchema = z
  .string()
  .regex(
    /^(\/(actor|subject|situationDigest|facts|decision\/reason)|\/situation(\/[A-Za-z][A-Za-z0-9-]*){0,6})$/,
    'must point to `/actor`, `/subject`, `/situationDigest`, `/facts`, `/decision/reason`, `/situation` or a fact in it',
  )

/** The name of a rule: its own, or that of the rule that finds out a danger. */
const ruleName = z
  .string()
  .max(120)
  .regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/, 'must be the name of a rule')

const pack = object({
  name: nameSchema,
  version: headerSchema.shape.version,
  digest: digestSchema,
  admitted: list(nameSchema).optional(),
})

const action = object({
  action: nameSchema,
  status: z.enum(statuses),
  certainty: z.enum(certainties),
  urgency: z.enum(urgencies),
  because: list(ruleName),
  divided: list(object({ rule: ruleName, position: nameSchema })).optional(),
})

const setAside = object({
  action: nameSchema,
  force: z.enum(forces),
  because: list(ruleName),
  gaveWayTo: list(object({ rule: ruleName, by: z.enum(settlements) })),
  owed: list(nameSchema),
})

/** Why a person decided otherwise: a code and the system it is from. */
export const reasonSchema = object({
  code: nameSchema,
  system: z
    .string()
    .max(200)
    .regex(/^(urn|https):[A-Za-z0-9:/._-]+$/, 'must be a URI'),
})

const decision = object({
  choice: z.enum(decisions),
  step: nameSchema.optional(),
  taken: list(nameSchema),
  card: uuidSchema.optional(),
  reason: reasonSchema.optional(),
})

/** A decision record: ids, codes, words of the pack and digests; free text and names have no place in it. */
export const recordShape = object({
  format: z.literal(1),
  id: uuidSchema,
  at: momentSchema,
  actor: z.union([pseudonymSchema, z.literal(mask)]).optional(),
  subject: z.union([pseudonymSchema, z.literal(mask)]).optional(),
  engine: object({ name: z.literal('timbang'), version: headerSchema.shape.version }),
  packs: z.array(pack).min(1).readonly(),
  on: daySchema,
  locale: z.enum(interfaceLanguages),
  framework: nameSchema.optional(),
  kind: z.enum(kinds),
  urgency: z.enum(urgencies),
  danger: z.boolean(),
  findings: list(object({ rule: ruleName, outcome: z.enum(outcomes), digest: digestSchema })),
  actions: list(action),
  setAside: list(setAside),
  dilemmas: list(object({ between: list(nameSchema), rules: list(ruleName) })),
  questions: list(factNameSchema).nullable(),
  adviceDigest: digestSchema,
  facts: list(factNameSchema).optional(),
  situation: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), statedShape).optional(),
  situationDigest: object({
    algorithm: z.literal('HMAC-SHA-256'),
    key: nameSchema.optional(),
    value: digestSchema,
  }).optional(),
  decision,
  erased: list(pointerSchema),
  masked: list(pointerSchema),
}) satisfies z.ZodType<DecisionRecord>
